"""Words → lines → paragraphs, by their places."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from caitien.engine.document.readers.pdf_page import Word
from caitien.engine.document.tree import Paragraph, Run

BLANK = 0.25
"""Width of a blank, in heights of a letter (Times)."""
TAB = 2.5
"""A gap this wide, in heights of a letter, is no blank but a leap to another column."""
SLACK = 1.5
"""Points by which the width of a line may be misjudged."""
BULLET = re.compile(r"[-–—+*•●○▪■□◦➢➤✓❖❑→⇨·](?!\d)")
NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[IVX]{1,5})[.)/](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}\s")
ENDS = tuple('.;:!?…”")')
ATTACHED = re.compile(r"\S[-/–]$")
MOTTO_STARTS = ("CỘNG", "Độc")
RANGE = re.compile(r"[-–]\s*\d")


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
        return max(self.words, key=lambda word: len(word.text)).base

    @cached_property
    def size(self) -> float:
        return max(self.words, key=lambda word: len(word.text)).size

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in runs_of([self]))

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def first_width(self) -> float:
        """Width of what could have stood on the line before: up to the first blank or break after a hyphen."""
        word = self.words[0]
        found = re.search(r"[-–]", word.text[1:-1])
        share = (found.end() + 1) / len(word.text) if found else 1.0
        width = (word.x1 - word.x0) * share
        for following in self.words[1:] if share == 1.0 else ():
            if not following.glued:
                break
            width += following.x1 - following.x0
        return width


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the lines of a column of text may lie, and how its paragraphs look."""

    left: float
    right: float
    pitches: dict[float, float] = field(default_factory=dict)
    """Size of letter → distance of two lines of one paragraph."""

    all_centred: bool = False
    """Every line of the column is known to be centred, even one that fills it."""

    def balanced(self, line: Line) -> bool:
        before, after = line.x0 - self.left, self.right - line.x1
        return abs(before - after) < max(3.0, 0.1 * before)

    def centred(self, line: Line) -> bool:
        return self.balanced(line) and (self.all_centred or line.x0 - self.left > line.size)

    def to_right(self, line: Line) -> bool:
        return line.x0 - self.left > (self.right - self.left) / 3 and abs(self.right - line.x1) < 3.0


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

    `tight`: a smaller gap counts as well where the source has no blank, and the national motto begins a column.
    """
    parts: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        last = parts[-1][-1]
        gap = (word.x0 - last.x1) / max(word.size, last.size, 1.0)
        leap = gap > TAB or (tight and ((gap > 0.6 and not last.spaced) or (word.text in MOTTO_STARTS and gap > 0.6)))
        if leap and not _is_marker(parts[-1]):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [Line(tuple(part), line.page) for part in parts]


def _is_marker(words: list[Word]) -> bool:
    return len(words) == 1 and bool(marker_of(words[0].text + " ")) and len(words[0].text) < 6


def marker_of(text: str) -> str:
    """The bullet or number at the start of a text, else ``""``."""
    found = BULLET.match(text) or NUMBER.match(text)
    return found.group() if found else ""


def paragraphs_of(lines: list[Line], frame: Frame, role: str) -> list[Paragraph]:
    """The paragraphs that the lines of one column make."""
    if any(frame.centred(line) for line in lines) and all(frame.balanced(line) for line in lines):
        frame = replace(frame, all_centred=True)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(groups[-1], line, frame, bool(marker_of(lines[0].text))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [make_paragraph(group, frame, role) for group in groups]


def continues(group: list[Line], line: Line, frame: Frame, listing: bool = False) -> bool:
    """Whether the line goes on with the paragraph of the lines before it.

    `listing` says that the column is known to hold a list, so that a marker begins a new item.
    """
    last = group[-1]
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) or (
        last.bold != line.bold and _own_style(group, line)
    ):
        return False
    if last.page == line.page and _apart(last, line, frame):
        return False
    if _room(last, frame) - BLANK * last.size >= line.first_width + SLACK:
        return False
    if (frame.centred(last) and frame.centred(line)) or (frame.to_right(last) and frame.to_right(line)):
        return True
    return not _begins(group, line, frame, listing)


def _own_style(group: list[Line], line: Line) -> bool:
    """A line wholly bold against lines wholly not bold, or the other way round."""
    if line.bold:
        return not any(word.bold for word in group[-1].words)
    return all(known.bold for known in group) and not any(word.bold for word in line.words)


def _apart(last: Line, line: Line, frame: Frame) -> bool:
    usual = frame.pitches.get(round(last.size, 1), 1.75 * last.size)
    return line.base - last.base > usual + max(1.5, 0.08 * last.size)


def _room(line: Line, frame: Frame) -> float:
    """Width that is left on the line."""
    before, after = line.x0 - frame.left, frame.right - line.x1
    if frame.balanced(line) or frame.to_right(line):
        return before + after
    return after


def _begins(group: list[Line], line: Line, frame: Frame, listing: bool) -> bool:
    """Whether a line after a full one begins a paragraph by its indent or its marker."""
    first, last = group[0], group[-1]
    step = 0.6 * line.size
    indented = first.x0 - frame.left > step
    marked = marker_of(line.text)
    if line.x0 - last.x0 > step:
        hanging = len(group) == 1 and marker_of(first.text) and not marked
        return not hanging
    if indented and line.x0 - frame.left < step:
        return False
    if indented and len(group) == 1 and abs(line.x0 - first.x0) < step and not frame.centred(line):
        return bool(marked) or not line.text[:1].islower()
    if len(group) > 1 and first.x0 < last.x0 - step and abs(line.x0 - first.x0) < step:
        return True
    if not marked or (RANGE.match(line.text) and last.text[-1:].isdigit()):
        return False
    return listing or last.text.endswith(ENDS)


def make_paragraph(group: list[Line], frame: Frame, role: str) -> Paragraph:
    if all(frame.centred(line) for line in group):
        align = "center"
    elif all(frame.to_right(line) for line in group):
        align = "right"
    elif len(group) > 1 and all(abs(frame.right - line.x1) < 2.0 for line in group[:-1]):
        align = "justify"
    else:
        align = ""
    return Paragraph(tuple(runs_of(group)), role, align=align, page=group[0].page)


def runs_of(lines: list[Line]) -> list[Run]:
    """The text of the lines in runs of one style, lines joined with a blank, or without one after a hyphen or slash."""
    pieces: list[tuple[str, bool, bool]] = []
    for line in lines:
        for i, word in enumerate(line.words):
            before = _between(pieces, line.words[i - 1] if i else None, word)
            if pieces and (word.bold, word.italic) == pieces[-1][1:]:
                pieces[-1] = (pieces[-1][0] + before + word.text, word.bold, word.italic)
            else:
                if pieces:
                    pieces[-1] = (pieces[-1][0] + before, *pieces[-1][1:])
                pieces.append((word.text, word.bold, word.italic))
    return [Run(text, bold, italic) for text, bold, italic in pieces]


def _between(pieces: list[tuple[str, bool, bool]], last: Word | None, word: Word) -> str:
    """What stands between a word and the one before it on its line, or, at the start of a line, the text before."""
    if last is not None:
        if word.glued:
            return ""
        return "\t" if word.x0 - last.x1 > TAB * max(word.size, last.size) else " "
    if not pieces:
        return ""
    return "" if _unbroken(pieces[-1][0], word.text) else " "


def _unbroken(before: str, after: str) -> bool:
    """Whether a line was broken after a hyphen or slash inside a word or between two numbers."""
    return bool(ATTACHED.search(before)) and not after.startswith(("-", "–"))


def frame_of(lines: list[Line]) -> Frame:
    """The margins and line distances that most lines keep."""
    if not lines:
        return Frame(0.0, 0.0)
    few = max(2, len(lines) // 33)
    lefts = Counter(round(line.x0) for line in lines)
    rights = Counter(round(line.x1) for line in lines)
    left = min((x for x in lefts if lefts[x] + lefts[x - 1] + lefts[x + 1] >= few), default=min(lefts))
    right = max((x for x in rights if rights[x] + rights[x - 1] + rights[x + 1] >= few), default=max(rights))
    return Frame(float(left), float(right), pitches_of([(lines, float(right))]))


def pitches_of(columns: Iterable[tuple[list[Line], float]]) -> dict[float, float]:
    """For each size of letter the least usual distance of a full line to the next, from columns with right edges."""
    found: dict[float, Counter[float]] = {}
    for lines, right in columns:
        for last, line in itertools.pairwise(lines):
            distance = round(line.base - last.base, 1)
            full = right - last.x1 < line.first_width
            if last.page == line.page and full and 0.8 * line.size < distance < 2.6 * line.size:
                found.setdefault(round(line.size, 1), Counter())[distance] += 1
    return {size: _least_usual(distances) for size, distances in found.items()}


def _least_usual(distances: Counter[float]) -> float:
    few = max(1, sum(distances.values()) // 10)
    return min(distance for distance, count in distances.items() if count >= few)
