"""Comparing a title as written with the one of the regulation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from caitien.engine.vietnamese.text import fold

CLOSE = 93
"""Likeness (0–100) from which two titles are the same but for spelling."""
RELATED = 60
"""Likeness from which a title is the right one in other words."""
SHORT_WORDS = {
    "ht": "hieu truong",
    "pht": "pho hieu truong",
    "gv": "giao vien",
    "nv": "nhan vien",
    "hs": "hoc sinh",
    "cbql": "can bo quan li",
    "cmhs": "cha me hoc sinh",
    "csvc": "co so vat chat",
    "thpt": "trung hoc pho thong",
    "thcs": "trung hoc co so",
    "gdpt": "giao duc pho thong",
    "gdmn": "giao duc mam non",
    "gd": "giao duc",
    "tbdh": "thiet bi day hoc",
    "va": "",
    "&": "",
}
LEVEL_PART = re.compile(
    r"[(\[]?\s*(?:mức|chỉ báo|nội hàm|khoản|điểm|đạt mức)\s*(?:\d|[a-c](?!\w))[^)\]]*[)\]]?\s*[:.;,–-]?\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """Folded, without punctuation; letters that may be written both ways (y/i) made one."""
    words = re.sub(r"[^\w\s]", " ", fold(title))
    return re.sub(r"\s+", " ", words).replace("y", "i").strip()


def even(title: str) -> str:
    """A plain title with its short words in full and without the "and" that a comma may stand for."""
    return " ".join(word for word in (SHORT_WORDS.get(word, word) for word in plain(title).split()) if word)


def bare_title(title: str) -> str:
    """The title without a level, indicator or clause written after it ("Thiết bị (Mức 2)")."""
    return LEVEL_PART.sub("", title).strip(" :.;,–-()")


def judge(title: str, right: str, others: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """(variant, whose title it is) of a title that is not the right one; None when it is.

    Variants: ``cut`` (the right title begins with it), ``other`` (it is that of another), ``near`` (the right one in
    other words), ``""`` (something else).
    """
    mine, wanted = even(bare_title(title)), even(right)
    if not mine or mine == wanted or mine.startswith(wanted + " "):
        return None
    likeness = fuzz.ratio(mine, wanted)
    named = [(even(other), name) for other, name in others]
    best, whose = max(((fuzz.ratio(mine, other), name) for other, name in named), default=(0.0, ""))
    if best >= CLOSE and best > likeness:
        return "other", whose
    if likeness >= CLOSE:
        return None
    if wanted.startswith(mine):
        return "cut", ""
    whole = [(len(other), name) for other, name in named if len(mine) > 12 and other.startswith(mine)]
    if whole and likeness < 80:
        return "other", min(whole)[1]
    related = max(likeness, fuzz.token_set_ratio(mine, wanted) if len(mine.split()) > 1 else 0.0) >= RELATED
    return ("near" if related else ""), ""


def span_of(title: str, text: str) -> tuple[int, int] | None:
    """Begin and end of a title in a text, whatever marks, letter case and blanks; None when it is not there."""
    wanted = plain(title).split()
    words = [(plain(found[0]), found.start(), found.end()) for found in re.finditer(r"\w+", text)]
    for i in range(len(words) - len(wanted) + 1):
        if words[i][0] == wanted[0] and [word for word, _, _ in words[i : i + len(wanted)]] == wanted:
            return words[i][1], words[i + len(wanted) - 1][2]
    return None
