"""How wide a text is in the face that official papers are set in (Times and its metric twins).

Vietnamese marks do not widen a letter; only the horn of ơ and ư does, by less than a twentieth.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_REGULAR = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 "
    "564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 "
    "722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 "
    "278 500 500 722 500 500 444 480 200 480 541"
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 "
    "570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 "
    "722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 "
    "333 556 500 722 500 500 444 394 220 394 520"
)
_WIDTHS = {
    bold: dict(zip(map(chr, range(32, 127)), map(int, text.split()), strict=True))
    for bold, text in ((False, _REGULAR), (True, _BOLD))
}
_OTHER = {"–": 500, "—": 1000, "…": 1000, "Đ": 722, "đ": 500, "“": 444, "”": 444, "‘": 333, "’": 333}
_HORN = "\u031b"
MM = 25.4 / 72
"""Millimetres in a point."""


@lru_cache(maxsize=20_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in millimetres of a line of text set in `size` points; unknown letters count as a digit."""
    widths = _WIDTHS[bold]
    total = 0
    for letter in unicodedata.normalize("NFD", text):
        if letter == _HORN:
            total += 20
        elif not unicodedata.combining(letter):
            total += widths.get(letter) or _OTHER.get(letter, 500)
    return total * size / 1000 * MM


def lines_needed(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines the text takes in a column of `width` millimetres, wrapped at blanks (an estimate)."""
    needed = 0
    blank = text_width(" ", size, bold=bold)
    for part in text.split("\n"):
        used, lines = 0.0, 1
        for word in part.split():
            long = text_width(word, size, bold=bold)
            if used and used + long > width:
                lines, used = lines + 1, 0.0
            used += long + blank
        needed += lines
    return needed
