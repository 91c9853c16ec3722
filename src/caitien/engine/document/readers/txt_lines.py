"""Lines of a text file: how wide they are set, and which of them were broken in the middle of a paragraph."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

SENTENCE_END = (".", "!", "?", ";", ":", "…")
BULLET = re.compile(r"[-–—+*•·▪●○◦■□➢✓]+\.?\s*(?![\s\d–-])|[-+*•]\s+\d")
NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3})\s*(?=[^\W\d_]|[-–\"“(]|$)"
)
LETTER = re.compile(r"[a-zđ]\s?[.)]\s*(?=\w)|[a-zđ]\)")
ROMAN = re.compile(r"[IVXL]{1,6}\s?[.):-]\s*(?=\w)|[IVXL]{1,6}$")
NAMED = re.compile(r"\*?\s*(?:Tiêu chuẩn|Tiêu chí|Chỉ tiêu|Biểu|Mẫu|Phụ lục|Mức|Điều|TIÊU CHUẨN|TIÊU CHÍ|MỨC)\s+\d")
LABEL = re.compile(r"[^\W\d_a-z][^:.;!?]{1,60}:(?:\s|$)")
YEARS = (re.compile(r"\d{4}\s*[-–]?$"), re.compile(r"[-–]?\s*\d{4}(?!\d)"))
LOOKED_AT = 400
"""Letters of a line that are looked at."""

FULL, FULL_FIRST = 0.97, 0.89
"""Shares of the width that a line with the next word exceeds when it is full, where the text shows none itself; first
lines are indented."""
CENTRED = 0.93
"""Headings are often set narrower."""
OPEN = 0.96
"""A blank at the end of a line is a sign of its own."""
LEAST_FULL, MOST_FULL = 0.8, 0.98
BOLD_CAPITALS = 1.06
"""Lines of capitals are headings and bold, so they are wider than they measure."""
HALF = 0.55

ADVANCES = {
    250: " .,",
    278: "ijlt/:;\\",
    333: "fr()-I!`'",
    389: "sJ",
    444: 'acez?“”"',
    556: "FPS+=",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXYĐƠƯ",
    778: "m&",
    889: "M%…—",
    944: "W@",
}
"""Widths of letters in the usual serif font, in thousandths of its size; other letters are 500 wide."""
WIDTHS = {letter: width for width, letters in ADVANCES.items() for letter in letters}


@dataclass(slots=True)
class Line:
    """A line that is not blank; a lone tab, an empty cell in Word's text, counts as not blank."""

    text: str
    gap: int = 0
    """Blank lines before it."""
    spaced: bool = False
    """One of those held spaces."""
    page: int | None = None
    width: int = 0
    open: bool = False
    """A blank stands at its end."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text is set."""

    width: int = 0
    """Of a full line; 0 when paragraphs stand on one line each."""
    doubled: bool = False
    """A blank line follows every line, so it says nothing."""
    telling: bool = False
    """Only lines that go on end in a blank."""
    full: float = FULL
    full_first: float = FULL_FIRST
    """Shares of the width that a full line exceeds together with the next word."""
    first: float = 1.0
    """Share of the width that no first line of a paragraph exceeds."""


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank, with the blank ones before them counted; a form feed begins a page."""
    lines: list[Line] = []
    gap, spaced, page = 0, False, 1 if "\f" in text else None
    for raw in text.split("\n"):
        if "\f" in raw and page is not None:
            page += raw.count("\f")
            raw = raw.replace("\f", "")
        if not raw.strip(" \xa0\v"):
            gap, spaced = gap + 1, spaced or raw != ""
            continue
        shown = raw.strip(" ") if "\t" not in raw else raw.rstrip(" ")
        lines.append(Line(raw.rstrip(" "), gap, spaced, page, measure(shown), raw.endswith(" ")))
        gap, spaced = 0, False
    return lines


def measure(text: str) -> int:
    """Width of the text in the usual proportional font, in thousandths of its size."""
    return sum(map(_advance, text[:LOOKED_AT]))


@cache
def _advance(letter: str) -> int:
    return WIDTHS.get(letter) or WIDTHS.get(unicodedata.normalize("NFD", letter)[0], 500)


def setting_of(lines: list[Line]) -> Setting:
    """How the lines are set, told from their widths and from where words go on in small letters."""
    plain = [line for line in lines if "\t" not in line.text]
    if len(plain) < 4:
        return Setting()
    doubled = sum(line.gap >= 1 for line in plain[1:]) > 0.8 * (len(plain) - 1)
    top = _widest(sorted((line.width for line in plain), reverse=True))
    near = [(one, two) for one, two in pairwise(plain) if top and one.width > 0.85 * top]
    torn = [(one, _reach(one, two.text) / top) for one, two in near if goes_on(one.text, two.text)]
    if not near or len(torn) < 0.25 * len(near):
        return Setting(0, doubled)
    open_ends = sum(line.open for line in plain) / len(plain)
    firsts = sorted(line.width / top for line in plain if begins(line.text))
    return Setting(
        top,
        doubled,
        telling=0.1 < open_ends < 0.9,
        full=_least([reach for one, reach in torn if not begins(one.text)], FULL),
        full_first=_least([reach for one, reach in torn if begins(one.text)], FULL_FIRST),
        first=1.01 * firsts[-1 - len(firsts) // 40] if len(firsts) >= 10 else 1.0,
    )


def _widest(widths: list[int]) -> int:
    """The width that full lines agree on, widest lines first; 0 when many are wider, so that nothing was broken."""
    skip = len(widths) // 100
    top = next((widths[i] for i in range(skip, len(widths) - 2) if widths[i + 2] > 0.96 * widths[i]), 0)
    return top if sum(width > 1.15 * top for width in widths) <= 0.03 * len(widths) else 0


def _least(reaches: list[float], otherwise: float) -> float:
    """What nearly all of the full lines reach."""
    if len(reaches) < 10:
        return otherwise
    return min(MOST_FULL, max(LEAST_FULL, 0.99 * sorted(reaches)[len(reaches) // 20]))


def _reach(one: Line, after: str) -> float:
    """Width of the line with the first word of the next one."""
    width = one.width * (BOLD_CAPITALS if one.text.isupper() else 1)
    return width + WIDTHS[" "] + measure(after.split(None, 1)[0])


def goes_on(one: str, two: str) -> bool:
    """Whether the second line plainly goes on in the middle of the first one's sentence."""
    return two.lstrip()[:1].islower() and not one.rstrip().endswith(SENTENCE_END) and not begins(two)


def begins(text: str) -> bool:
    """Whether the line begins with a bullet, a list number, the name of a standard or a label."""
    start = text.lstrip()[:LOOKED_AT]
    if BULLET.match(start) or NUMBER.match(start) or LETTER.match(start) or NAMED.match(start):
        return True
    label = LABEL.match(start)
    return bool(ROMAN.match(start)) or (label is not None and len(label.group().split()) <= 10)


def joins(one: Line, two: Line, setting: Setting, *, first: bool) -> bool:
    """Whether the second line continues the paragraph that ends with the first one; `first`: it has no other line."""
    if not setting.width or "\t" in one.text + two.text:
        return False
    before, after = one.text.strip(), two.text.strip()
    if _split_years(before, after):
        return True
    capitals = before.isupper() and after.isupper()
    open_end = setting.telling and one.open
    share = (setting.full_first if first else setting.full) * (CENTRED if capitals else OPEN if open_end else 1)
    full = _reach(one, after) > share * setting.width
    ended = before.endswith(SENTENCE_END)
    if begins(after):
        number = after.rstrip(".)").isdigit() and not ended
        return full and (number or before.endswith((",", "(", "-", "–"))) and not BULLET.match(after)
    if after[0].islower() and not ended:
        return full or one.width >= HALF * setting.width
    if not full or before.endswith(":"):
        return False
    if after[0].islower():
        return two.gap <= 2
    goes_on_for_sure = open_end or two.width > setting.first * setting.width
    if ended:
        return goes_on_for_sure and not before.endswith(";")
    if after.isupper() and " " in after:
        return capitals
    return goes_on_for_sure or two.gap == 0 or setting.doubled or before.endswith(",")


def _split_years(before: str, after: str) -> bool:
    """ "2025 –" and "2026" on two lines."""
    left, right = YEARS[0].search(before), YEARS[1].match(after)
    return bool(left and right) and (before.endswith(("-", "–")) != after.startswith(("-", "–")))


def join(one: str, two: str) -> str:
    """The two pieces of a broken line as one; no blank inside a web address or between years."""
    left, right = one.rstrip(), two.strip()
    tight = left[-1:] in "-–" and left[-2:-1].isdigit() and right[:1].isdigit()
    address = "://" in left.rpartition(" ")[2] and left.endswith(("/", ".", "-", "_", "?", "="))
    return left + right if tight or address else f"{left} {right}"
