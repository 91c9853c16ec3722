"""The main sections: which lines head them, and what each is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from caitien.engine.plan_reader.source import Grid, Item, Line
from caitien.engine.vietnamese.text import fold, is_upper

ROMAN = re.compile(r"^\s*(?:phần\s+(?:thứ\s+)?)?(?P<number>[IVX]{1,5}|[ivx]{1,5})\s*[.:/)–-]\s*(?P<title>\S.*)$")
OTHER_NUMBER = re.compile(r"^\s*(?:phần\s+)?(?P<number>[A-H]|\d{1,2})\s*[.:/)]\s*(?P<title>\S.*)$", re.IGNORECASE)

KEYS: tuple[tuple[str, str], ...] = (
    (r"to chuc thuc hien|phan cong (?:to chuc )?thuc hien", "organisation"),
    (r"co che (?:danh gia|bao cao|theo doi)|che do bao cao|danh gia va bao cao", "reporting"),
    (r"theo doi|giam sat noi bo|giam sat va danh gia", "monitoring"),
    (r"van de (?:trong tam|uu tien|can cai tien)|tom tat", "problems"),
    (r"can cu", "bases"),
    (r"muc dich|yeu cau|muc tieu", "purpose"),
    (r"thong tin chung|dac diem|khai quat|gioi thieu|tinh hinh", "general"),
    (r"ket qua (?:tu )?danh gia|ket qua (?:tdg|thuc hien)", "results"),
    (r"noi dung|ke hoach|cai tien|giai phap|hoat dong", "actions"),
)
"""What the folded title of a section speaks of → its key; the first that fits counts."""


@dataclass(slots=True)
class Part:
    """A main section as found: its heading lines and the items below it."""

    key: str
    number: str
    title: str
    heading: list[Line]
    body: list[Item] = field(default_factory=list)


def key_of(title: str) -> str:
    """The key of the section that a title names, "other" when its subject is not known."""
    words = fold(title)
    return next((key for pattern, key in KEYS if re.search(pattern, words)), "other")


def split_sections(items: list[Item]) -> tuple[list[Item], list[Part]]:
    """The items above the first section, and the sections."""
    head: list[Item] = []
    parts: list[Part] = []
    for item in items:
        found = _heading(item, parts)
        if found:
            parts.append(found)
        elif parts and not parts[-1].body and isinstance(item, Line) and _continues(parts[-1], item):
            parts[-1].heading.append(item)
            parts[-1].title += " " + item.text
        elif parts:
            parts[-1].body.append(item)
        else:
            head.append(item)
    return head, parts


def _heading(item: Item, before: list[Part]) -> Part | None:
    if isinstance(item, Grid) or len(item.text) > 200:
        return None
    roman = ROMAN.match(item.text)
    if roman and _heads(roman["title"], item) and (roman["number"].isupper() or is_upper(roman["title"])):
        return Part(key_of(roman["title"]), roman["number"], roman["title"], [item])
    numbered = OTHER_NUMBER.match(item.text)
    if numbered and is_upper(numbered["title"]) and key_of(numbered["title"]) != "other" and not _is_roman_plan(before):
        return Part(key_of(numbered["title"]), numbered["number"], numbered["title"], [item])
    if _unnumbered(item, before):
        return Part(key_of(item.text), "", item.text, [item])
    return None


def _heads(title: str, item: Line) -> bool:
    """A Roman number heads a section when its words are capitals, bold, or short and of a known subject."""
    if is_upper(title) or item.bold or item.block.role == "heading":
        return True
    return len(title) < 90 and key_of(title) != "other" and not title.rstrip().endswith((";", ","))


def _is_roman_plan(before: list[Part]) -> bool:
    return any(re.fullmatch(r"[IVX]+", part.number) for part in before)


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
    """The second line of a heading in capitals that was broken in two."""
    if not is_upper(part.title) or part.title.rstrip().endswith((".", ":")):
        return False
    words = fold(item.text)
    alone = re.match(r"muc\s*\d|tieu chuan|tieu chi|\d|tt\b|stt\b", words)
    return is_upper(item.text) and not alone and len(part.title) > 30 and len(item.text) < 60
