"""Words → lines, and the frame in which the lines of a column lie."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from caitien.engine.document.readers.pdf_page import Word

TAB = 2.5
"""A gap this wide, in heights of a letter, is no blank but a leap to another column."""
TIGHT_TAB = 0.6
"""A gap this wide is a leap where the source has no blank."""
BULLET = re.compile(r"[-–—+*•●○▪■□◦➢➤✓❖❑→⇨·](?!\d)")
NUMBER = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[IVX]{1,5})(?:[.)](?=\s|[^\W\d]|$)|/(?=\s|$))"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)"
)
JUSTIFIED = 0.35
"""So many of the lines reach the right edge of a justified text."""
MOTTO_STARTS = ("CỘNG", "Độc")


@dataclass(frozen=True)
class Line:
    """Words side by side; `page` is the number of their page."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def base(self) -> float:
        return self._longest.base

    @cached_property
    def size(self) -> float:
        return self._longest.size

    @cached_property
    def _longest(self) -> Word:
        return max(self.words, key=lambda word: len(word.text))

    @cached_property
    def text(self) -> str:
        return "".join(gap_before(self.words, i) + word.text for i, word in enumerate(self.words))

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @cached_property
    def first_width(self) -> float:
        """Width of what could have stood on the line before: up to the first blank."""
        end = next((i for i, following in enumerate(self.words) if i and not following.glued), len(self.words))
        return self.words[end - 1].x1 - self.x0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the lines of a column of text may lie, and how its paragraphs look."""

    left: float
    right: float
    pitches: dict[float, float] = field(default_factory=dict)
    """Size of letter → distance of two lines of one paragraph."""
    all_centred: bool = False
    """Every line of the column is known to be centred, even one that fills it."""

    justified: bool = False
    """Lines of a paragraph but its last one reach the right edge."""

    indents: frozenset[int] = frozenset()
    """Where many lines begin that do not begin at the left edge."""

    def balanced(self, line: Line) -> bool:
        if round(line.x0) in self.indents:
            return False
        before, after = line.x0 - self.left, self.right - line.x1
        return abs(before - after) < max(3.0, 0.1 * before)

    def centred(self, line: Line) -> bool:
        return self.balanced(line) and (self.all_centred or line.x0 - self.left > line.size)

    def to_right(self, line: Line) -> bool:
        return line.x0 - self.left > (self.right - self.left) / 3 and abs(self.right - line.x1) < 3.0

    def room(self, line: Line) -> float:
        """Width that is left on the line."""
        before, after = line.x0 - self.left, self.right - line.x1
        return before + after if self.balanced(line) or self.to_right(line) else after


def gap_before(words: tuple[Word, ...], i: int) -> str:
    """What stands between the word `i` of a line and the one before it: nothing, a blank or a tab."""
    if not i or words[i].glued:
        return ""
    size = max(words[i].size, words[i - 1].size)
    if i == 1 and _is_marker(words[:1]):
        return " "
    return "\t" if words[i].x0 - words[i - 1].x1 > TAB * size else " "


def lines_of(words: list[Word], page: int) -> list[Line]:
    """Words put together to lines from top to bottom; words standing higher or lower stay on the line they overlap."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        row = rows[-1] if rows else None
        if row and word.base - row[0].base <= 0.4 * max(min(word.size, row[0].size), 4.0):
            row.append(word)
        else:
            rows.append([word])
    order = {id(word): i for i, word in enumerate(words)}
    return [Line(tuple(sorted(row, key=lambda word: (round(word.x0, 1), order[id(word)]))), page) for row in rows]


def parts_of(line: Line, *, tight: bool = False) -> list[Line]:
    """The line parted where a leap sets its words in two columns; a leap after a bare list marker does not count.

    `tight`: a smaller gap counts as well where the source has no blank, or before the national motto.
    """
    parts: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        last = parts[-1][-1]
        gap = (word.x0 - last.x1) / max(word.size, last.size, 1.0)
        small = tight and gap > TIGHT_TAB and (not last.spaced or word.text in MOTTO_STARTS)
        if (gap > TAB or small) and not _is_marker(parts[-1]):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [Line(tuple(part), line.page) for part in parts]


def _is_marker(words: Sequence[Word]) -> bool:
    return len(words) == 1 and len(words[0].text) < 6 and bool(marker_of(words[0].text + " "))


def marker_of(text: str) -> str:
    """The bullet or number at the start of a text, else ``""``."""
    found = BULLET.match(text) or NUMBER.match(text)
    return found.group() if found else ""


def frame_of(lines: list[Line]) -> Frame:
    """The margins and line distances that most lines keep."""
    if not lines:
        return Frame(0.0, 0.0)
    few = max(2, len(lines) // 33)
    lefts = Counter(round(line.x0) for line in lines)
    rights = Counter(round(line.x1) for line in lines)
    left = min((x for x in lefts if lefts[x] + lefts[x - 1] + lefts[x + 1] >= few), default=min(lefts))
    right = max((x for x in rights if rights[x] + rights[x - 1] + rights[x + 1] >= few), default=max(rights))
    right = max(round(line.x1) for line in lines if line.x1 <= right + line.size)
    many = max(4, len(lines) // 12)
    indents = frozenset(x for x in lefts if x > left + 3 and lefts[x] + lefts[x - 1] + lefts[x + 1] >= many)
    reaching = sum(abs(line.x1 - right) < 0.3 * line.size for line in lines)
    return Frame(
        left, right, pitches_of([(lines, right)]), justified=reaching > max(3, JUSTIFIED * len(lines)), indents=indents
    )


def pitches_of(columns: Iterable[tuple[list[Line], float]]) -> dict[float, float]:
    """For each size of letter the usual distance of a full line to the next, from columns with their right edges."""
    found: dict[float, Counter[float]] = {}
    for lines, right in columns:
        for last, line in pairwise(lines):
            distance = round(line.base - last.base, 1)
            full = right - last.x1 < line.first_width and line.x0 - last.x0 < line.size
            if last.page == line.page and full and 0.8 * line.size < distance < 2.6 * line.size:
                found.setdefault(round(line.size, 1), Counter())[distance] += 1
    return {size: _usual(distances) for size, distances in found.items()}


def _usual(distances: Counter[float]) -> float:
    """The most frequent distance; of two that are nearly so frequent the smaller one."""
    most = max(distances.values())
    return min(distance for distance, count in distances.items() if count >= 0.6 * most)
