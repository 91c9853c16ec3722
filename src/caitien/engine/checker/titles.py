"""Comparing a title as written with the one of the regulation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from caitien.engine.vietnamese.text import fold

CLOSE = 93
"""Likeness (0–100) from which two titles are the same but for spelling."""


def plain(title: str) -> str:
    """Folded, without punctuation; letters that may be written both ways (y/i) made one."""
    words = re.sub(r"[^\w\s]", " ", fold(title))
    return re.sub(r"\s+", " ", words).replace("y", "i").strip()


def judge(title: str, right: str, others: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """(variant, whose title it is) of a title that is not the right one; None when it is.

    Variants: ``cut`` (the right title begins with it), ``other`` (it is that of another), ``""`` (it differs in words).
    """
    mine, wanted = plain(title), plain(right)
    if not mine or mine == wanted or mine.startswith(wanted + " "):
        return None
    likeness = fuzz.ratio(mine, wanted)
    best, whose = max(((fuzz.ratio(mine, plain(other)), name) for other, name in others), default=(0.0, ""))
    if best >= CLOSE and best > likeness:
        return "other", whose
    if likeness >= CLOSE:
        return None
    if wanted.startswith(mine):
        return "cut", ""
    whole = [(len(plain(other)), name) for other, name in others if len(mine) > 12 and plain(other).startswith(mine)]
    if whole and likeness < 80:
        return "other", min(whole)[1]
    return "", ""


def span_of(title: str, text: str) -> tuple[int, int] | None:
    """Begin and end of a title in a text, whatever marks, letter case and blanks; None when it is not there."""
    wanted = plain(title).split()
    words = [(plain(found[0]), found.start(), found.end()) for found in re.finditer(r"\w+", text)]
    for i in range(len(words) - len(wanted) + 1):
        if words[i][0] == wanted[0] and [word for word, _, _ in words[i : i + len(wanted)]] == wanted:
            return words[i][1], words[i + len(wanted) - 1][2]
    return None
