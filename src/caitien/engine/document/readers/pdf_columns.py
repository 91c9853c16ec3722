"""The unruled blocks of two columns: letterhead at the top, recipients and signer at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median, pstdev

from caitien.engine.document.readers.pdf_lines import Frame, Line, marker_of, parts_of
from caitien.engine.document.readers.pdf_paragraphs import continues, make_paragraph
from caitien.engine.document.tree import Block, Cell, Paragraph, Row, Table
from caitien.engine.vietnamese.text import fold, is_upper

MOST_LINES = 45
"""More lines than this are no letterhead and no closing block."""
RECIPIENTS = re.compile(r"noi nhan\b")
NEW_LINE = re.compile(
    r"(?:truong|ubnd|uy ban|so\b|phong|bo |cong hoa|doc lap|tm\.|kt\.|tl\.|hieu truong|pho |chu tich|giam doc)"
    r"|.*\bngay\b.*\bthang\b"
)
"""Lines of official heads and ends that begin something new, folded."""
GOES_ON = re.compile(r"\(?[a-zà-ỹ]")
"""A line in small letters goes on with the one before."""
SMALL = 0.7
"""Share of the usual size below which letters at the end are those of a signature stamp."""


@dataclass(slots=True)
class Sides:
    """Lines sorted to the left and the right of a gutter that runs between `low` and `high`."""

    low: float
    high: float
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)

    def take(self, line: Line, frame: Frame) -> bool:
        """Sort the parts of a line to their sides; False, and nothing taken, when it crosses the gutter."""
        parts = parts_of(line, tight=True)
        centre = (frame.left + frame.right) / 2
        if len(parts) > 2:
            return False
        left = [part for part in parts if part.middle < centre][:1]
        right = [part for part in parts if part.middle >= centre][:1]
        if len(left) + len(right) < len(parts):
            left, right = parts[:1], parts[1:]
        low = max([self.low, *(part.x1 for part in left)])
        high = min([self.high, *(part.x0 for part in right)])
        if low >= high:
            return False
        self.low, self.high = low, high
        self.left += left
        self.right += right
        return True


def letterhead(lines: list[Line], frame: Frame) -> tuple[int, Table | None]:
    """How many of the first lines of the document form the letterhead, and its table."""
    sides = Sides(frame.left, frame.right)
    count = 0
    for line in lines[:MOST_LINES]:
        alone = len(parts_of(line, tight=True)) == 1
        centred = abs(line.middle - (frame.left + frame.right) / 2) < 12.0
        if line.page != lines[0].page or (alone and (centred or marker_of(line.text))) or not sides.take(line, frame):
            break
        count += 1
    if not sides.left or not sides.right:
        return 0, None
    return count, _table(sides, frame, "letterhead")


def closing(lines: list[Line], frame: Frame) -> tuple[int, int, Table | None]:
    """First line and line after the last of the closing block among the last lines of the document, and its table."""
    end = len(lines)
    if not lines:
        return end, end, None
    usual = median(line.size for line in lines)
    while end and lines[end - 1].size < SMALL * usual:
        end -= 1
    start = end
    sides = Sides(frame.left, frame.right)
    while start and end - start < MOST_LINES and sides.take(lines[start - 1], frame):
        start -= 1
    while start < end and not _opens_closing(lines[start], frame):
        start += 1
    if start == end or not (
        any(RECIPIENTS.match(fold(line.text)) for line in lines[start:end]) or _is_short(lines[start:end], frame)
    ):
        return len(lines), len(lines), None
    sides = Sides(frame.left, frame.right)
    for line in lines[start:end]:
        sides.take(line, frame)
    return start, end, _table(sides, frame, "closing")


def _opens_closing(line: Line, frame: Frame) -> bool:
    right_only = line.x0 > (frame.left + frame.right) / 2 - 0.05 * (frame.right - frame.left)
    return right_only or len(parts_of(line, tight=True)) == 2 or bool(RECIPIENTS.match(fold(line.text)))


def _is_short(lines: list[Line], frame: Frame) -> bool:
    """A signer's block without recipients: a few lines at the right."""
    return len(lines) <= 8 and any(is_upper(line.text) for line in lines)


def _table(sides: Sides, frame: Frame, role: str) -> Table:
    gutter = (sides.low + sides.high) / 2
    left = _cell(sides.left, Frame(frame.left, gutter))
    right = _cell(sides.right, Frame(gutter, frame.right))
    share = round((gutter - frame.left) / ((frame.right - frame.left) or 1), 4)
    page = min(line.page for line in sides.left + sides.right)
    return Table((Row((left, right), page=page),), role, (share, round(1 - share, 4)))


def _cell(lines: list[Line], room: Frame) -> Cell:
    """The column as a cell; a line goes on with the one before only when it was too long for the column."""
    lines = sorted(lines, key=lambda line: (line.page, line.base))
    frame = _column_frame(lines, room)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _wrapped(groups[-1], line, frame, lines):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks: list[Block] = [make_paragraph(group, frame, "cell") for group in groups]
    return Cell(tuple(blocks) or (Paragraph(role="cell"),))


def _wrapped(group: list[Line], line: Line, frame: Frame, column: list[Line]) -> bool:
    """Whether a line goes on with the one before: that one fills the column, or is as long as the longest line of it
    and this one short, in the same kind of letters."""
    last = group[-1]
    if NEW_LINE.match(fold(line.text)) or marker_of(line.text):
        return False
    if continues(group, line, frame):
        return True
    if line.base - last.base > 1.6 * last.size or last.text.endswith((";", ".", ":")):
        return False
    if GOES_ON.match(line.text) or marker_of(group[0].text):
        return True
    same = last.bold == line.bold and last.size == line.size and is_upper(last.text) == is_upper(line.text)
    longest = last.x1 - last.x0 > 0.85 * max(known.x1 - known.x0 for known in column)
    share = 0.75 if is_upper(line.text) else 0.4
    return same and longest and line.x1 - line.x0 < share * (last.x1 - last.x0) and not last.text.endswith(")")


def _column_frame(lines: list[Line], room: Frame) -> Frame:
    """The frame of the column: around the common middle of its lines, or from their common left edge."""
    if len(lines) < 2 or pstdev(line.middle for line in lines) > pstdev(line.x0 for line in lines):
        return Frame(min((line.x0 for line in lines), default=room.left), room.right)
    middle = median(line.middle for line in lines)
    half = min(middle - room.left, room.right - middle)
    half = max([half, *((line.x1 - line.x0) / 2 for line in lines)])
    return Frame(middle - half, middle + half)
