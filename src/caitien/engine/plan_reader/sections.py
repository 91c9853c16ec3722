"""The main sections: which lines head them, and what each is about.

Plans number their main sections in one of several ways: "Phần thứ nhất", A, I or 1. The way of the first heading that
has a fellow is taken for the main one; all others number what stands inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from caitien.engine.plan_reader.marks import criterion_of, level_of, standard_of
from caitien.engine.plan_reader.source import Grid, Item, Line
from caitien.engine.vietnamese.text import fold, is_upper

SCHEMES: dict[str, re.Pattern[str]] = {
    "part": re.compile(
        r"^\s*(?P<number>phần\s+(?:thứ\s+(?:nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám)|\d|[A-F]))\b\s*[.:/)–-]?\s*(?P<title>.*)$",
        re.IGNORECASE,
    ),
    "letter": re.compile(r"^\s*(?P<number>[A-H])\s*[./):–-]\s*(?P<title>\S.*)$"),
    "roman": re.compile(
        r"^\s*(?:phần\s+(?:thứ\s+)?)?(?P<number>[IVX]{1,5}|[ivx]{1,5})\s*[.:/)–-]\s*(?P<title>\S.*)$", re.IGNORECASE
    ),
    "arabic": re.compile(r"^\s*(?P<number>\d{1,2})\s*[.:/)]\s*(?P<title>(?!\d)\S.*)$"),
}
ANNEX = re.compile(
    r"^\W*(?P<number>(?:phụ lục|phụ biểu)(?:\s+(?:số\s*)?(?:[IVX]{1,4}|\d{1,2}))?)\b\s*[.:–-]?\s*(?P<title>.*)$", re.I
)

KEYS: tuple[tuple[str, str], ...] = (
    (
        r"to chuc (?:va )?(?:thuc hien|trien khai|phan cong)|phan cong (?:to chuc |nhiem vu|trach nhiem )?(?:thuc hien)?",
        "organisation",
    ),
    (r"co che (?:danh gia|bao cao|theo doi)|che do (?:thong tin )?bao cao|danh gia va bao cao", "reporting"),
    (r"theo doi|giam sat noi bo|giam sat va danh gia", "monitoring"),
    (r"van de (?:trong tam|uu tien|can cai tien)|tom tat", "problems"),
    (r"can cu|co so (?:phap ly|xay dung)", "bases"),
    (r"muc dich|yeu cau|muc tieu", "purpose"),
    (r"thong tin chung|dac diem|khai quat|gioi thieu|tinh hinh|thuc trang", "general"),
    (r"ket qua (?:tu )?danh gia|ket qua (?:tdg|thuc hien)", "results"),
    (r"noi dung|ke hoach|cai tien|giai phap|hoat dong", "actions"),
)
"""What the folded title of a section speaks of → its key; the first that fits counts."""
APART = ("bases", "actions", "organisation", "problems", "monitoring")
"""What is read in a way of its own, also inside another section."""
LONGEST = 200
SHORT = 90


@dataclass(slots=True)
class Part:
    """A main section as found: its heading lines and the items below it."""

    key: str
    number: str
    title: str
    heading: list[Line] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head a section in one of the ways of numbering."""

    scheme: str
    number: str
    title: str
    key: str
    set_off: bool
    """In capitals, bold or marked as a heading."""


def key_of(title: str) -> str:
    """The key of the section that a title names, "other" when its subject is not known."""
    words = fold(title)
    return next((key for pattern, key in KEYS if re.search(pattern, words)), "other")


def split_sections(items: list[Item]) -> tuple[list[Item], list[Part]]:
    """The items above the first section, and the sections."""
    head: list[Item] = []
    parts: list[Part] = []
    scheme = main_scheme(items)
    for item in items:
        found = _heading(item, parts, scheme)
        if found:
            parts.append(found)
        elif parts and not parts[-1].body and isinstance(item, Line) and _continues(parts[-1], item):
            parts[-1].heading.append(item)
            parts[-1].title = f"{parts[-1].title} {item.text}".strip()
            parts[-1].key = key_of(parts[-1].title)
        elif parts:
            parts[-1].body.append(item)
        else:
            head.append(item)
    return head, parts


def nested(part: Part) -> list[Part]:
    """The section parted where headings inside it begin what plans else give a section of its own.

    The first piece holds what stands above them and keeps the key of the section.
    """
    pieces = [Part(part.key, "", "", [], [])]
    for item in part.body:
        found = next((one for one in _candidates(item) if _begins_piece(one, pieces, part)), None)
        if found and isinstance(item, Line):
            pieces.append(Part(found.key, found.number, found.title, [item]))
        else:
            pieces[-1].body.append(item)
    return pieces


def _begins_piece(found: Candidate, pieces: list[Part], part: Part) -> bool:
    """Whether a heading inside a section begins its bases, actions or organisation."""
    if part.key in ("organisation", "bases") and found.key != "organisation":
        return False
    styled = found.set_off or found.scheme == "roman"
    return styled and found.key in APART and found.key not in {part.key, pieces[-1].key}


def main_scheme(items: list[Item]) -> str:
    """The way in which the main sections are numbered: that of the first heading which has a fellow."""
    found: dict[str, list[Candidate]] = {}
    for item in items:
        for candidate in _candidates(item):
            if candidate.scheme != "arabic" or _follows(candidate, found.get("arabic", [])):
                found.setdefault(candidate.scheme, []).append(candidate)
    for scheme, candidates in found.items():
        known = {candidate.key for candidate in candidates if candidate.key != "other"}
        least = 3 if scheme == "arabic" else 2
        if len(known) >= least or (scheme == "part" and len(candidates) > 1):
            return scheme
    return "roman"


def _follows(candidate: Candidate, before: list[Candidate]) -> bool:
    """Arabic numbers head main sections only where they count up from 1 and name what such sections are about."""
    number = int(before[-1].number) if before else 0
    return int(candidate.number) == number + 1 and candidate.key != "other"


def _candidates(item: Item) -> Iterator[Candidate]:
    """What the line may head, at most one for each way of numbering."""
    if isinstance(item, Grid) or not item.first or len(item.text) > LONGEST or _names_group(item.text):
        return
    for scheme, pattern in SCHEMES.items():
        match = pattern.match(item.text)
        if match:
            title = match["title"]
            set_off = is_upper(title or item.text) or item.bold or item.block.role == "heading"
            key = key_of(title) if title else "other"
            short = len(title) < SHORT and key != "other" and not title.rstrip().endswith((";", ","))
            if set_off or (short and scheme in ("roman", "part", "arabic")):
                yield Candidate(scheme, match["number"], title, key, set_off)


def _names_group(text: str) -> bool:
    """A level, standard or criterion heads actions, never a main section."""
    return level_of(text) is not None or standard_of(text) is not None or criterion_of(text) is not None


def _heading(item: Item, before: list[Part], scheme: str) -> Part | None:
    if isinstance(item, Grid) or len(item.text) > LONGEST:
        return None
    for found in _candidates(item):
        if _heads(found, before, scheme):
            return Part(found.key, found.number, found.title, [item])
    if _unnumbered(item, before):
        return Part(key_of(item.text), "", item.text, [item])
    return None


def _heads(found: Candidate, before: list[Part], scheme: str) -> bool:
    """Whether the candidate heads a main section when these are numbered in the way `scheme`."""
    if found.scheme == "arabic" and scheme == "arabic":
        last = next((int(part.number) for part in reversed(before) if part.number.isdigit()), 0)
        return found.key != "other" and last < int(found.number) <= last + 2
    if found.scheme == scheme:
        return found.scheme != "roman" or found.number.isupper() or is_upper(found.title)
    stray = found.scheme in ("letter", "arabic") and scheme == "roman" and is_upper(found.title)
    return stray and found.key != "other" and not any(re.fullmatch(r"[IVX]+", part.number) for part in before)


def _unnumbered(item: Line, before: list[Part]) -> bool:
    """A heading in capitals without a number; the title of the plan itself is none."""
    if not is_upper(item.text) or len(item.text.split()) < 2 or item.text.count(" ") > 14:
        return False
    words = fold(item.text)
    if re.match(r"muc \d|tieu chuan|tieu chi|ke hoach\b|truong|ubnd|hieu truong|cai tien chat luong", words):
        return False
    return bool(
        re.search(
            r"muc dich|can cu xay dung|noi dung ke hoach|to chuc thuc hien|thong tin chung|van de trong tam", words
        )
    ) and (not before or key_of(item.text) not in {part.key for part in before})


def _continues(part: Part, item: Line) -> bool:
    """The second line of a heading: its title, or the rest of one in capitals that was broken in two."""
    if _names_group(item.text) or re.match(r"\d|tt\b|stt\b", fold(item.text)):
        return False
    if not part.title:
        return len(item.text) < SHORT and (is_upper(item.text) or item.bold or item.block.role == "heading")
    if not is_upper(part.title) or part.title.rstrip().endswith((".", ":")):
        return False
    return is_upper(item.text) and len(part.title) > 30 and len(item.text) < 60
