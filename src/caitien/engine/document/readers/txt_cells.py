"""Tables of Word saved as text: each cell on a line of its own that begins with a tab, rows parted by blank lines.

A blank line also stands inside a cell of several paragraphs, and merged cells are missing, so the number of columns
is the one that explains the groups of cells best.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from caitien.engine.document.readers.txt_lines import Line, goes_on, join
from caitien.engine.document.readers.txt_tables import spread
from caitien.engine.document.tree import Cell, Paragraph, Row, Table, paragraph

MAIN_HEADING = re.compile(r"[IVXL]{1,6}\s?[.):]\s*\w")
HEADING = re.compile(
    r"[IVXL]{1,6}\s?[.):]\s|\d{1,2}(?:\.\d{1,2})*\.\s+\S|(?:Tiêu chuẩn|Tiêu chí|TIÊU CHUẨN|TIÊU CHÍ)\s+\d"
)
"""Begins a passage outside the table when the row is already full."""
LINES_AFTER = 6
"""Lines that a cell holds at most after a blank line when its row is already full."""
COLUMNS = 30
COLUMNS_OF_HEADING = 5
"""A single row of fewer cells is no table, unless it is two blocks side by side."""
TRIED = 8
"""Numbers of columns that are tried."""
PARTIAL, PARTIAL_BLANK, BLANK, BLANK_AFTER_HEAD, NO_BLANK = 1.0, 1.5, 0.7, 5.0, 3.0
"""Costs: a row of fewer cells than columns; a blank line inside one; a blank line inside a full row; one right after a
first cell that is no number; a row that ends without a blank line."""


@dataclass
class Piece:
    """A cell as it stands in the text."""

    lines: list[Line] = field(default_factory=list)
    fresh: bool = False
    """A blank line (or the odd blank of a page break) stands before it."""

    @property
    def text(self) -> str:
        return " ".join(line.text.strip() for line in self.lines).strip()


def is_cell(line: Line) -> bool:
    """Whether the line begins a cell."""
    return line.text.lstrip(" ").startswith("\t")


def read_cells(lines: list[Line], start: int) -> tuple[Table, int] | None:
    """The table whose first cell begins at this line, and the index after it; None when it is no table."""
    pieces = _pieces(lines, start)
    width = _columns(pieces)
    if len(pieces) < 2 or width < 2:
        return None
    rows = _cut(_rows(pieces, width)[1], width)
    texts = [[_paragraphs(piece.lines) for piece in row] for row in rows]
    used = sum(len(piece.lines) for row in rows for piece in row)
    heading = _two_row_heading(texts, width)
    made = [*heading, *(spread(row, width) for row in texts[len(heading) :])]
    if len(made) == 1 and width < COLUMNS_OF_HEADING:
        letterhead = width == 2 and used > width
        return (Table(tuple(made), "letterhead"), start + used) if letterhead else None
    return Table(tuple(made)), start + used


def _pieces(lines: list[Line], start: int) -> list[Piece]:
    """The cells from this line to the last one before a main heading; the last one ends at a blank line."""
    pieces: list[Piece] = []
    for line in lines[start:]:
        if is_cell(line):
            pieces.append(Piece([line], line.gap > 0 or line.text.startswith(" ")))
        elif MAIN_HEADING.match(line.text.strip()):
            break
        else:
            pieces[-1].lines.append(line)
    last = pieces[-1].lines
    pieces[-1].lines = last[: next((i for i, line in enumerate(last) if i and line.gap), len(last))]
    return pieces


def _columns(pieces: list[Piece]) -> int:
    """The number of columns that groups the cells into rows at the least cost."""
    sizes: list[int] = []
    for piece in pieces:
        if piece.fresh or not sizes:
            sizes.append(0)
        sizes[-1] += 1
    tried = Counter(sizes)
    tried.update(one + two for one, two in pairwise(sizes))
    likely = [width for width, _ in tried.most_common() if width <= COLUMNS][:TRIED]
    likely += [max((size for size in sizes if size <= COLUMNS), default=0)]
    return min(dict.fromkeys(likely), key=lambda width: (_rows(pieces, width)[0], -width)) if any(likely) else 0


def _rows(pieces: list[Piece], width: int) -> tuple[float, list[list[Piece]]]:
    """Cost and rows of the cheapest grouping into rows of at most `width` cells."""
    best = [0.0] + [float("inf")] * len(pieces)
    came = [0] * (len(pieces) + 1)
    for i in range(len(pieces)):
        blanks = 0.0
        for j in range(i + 1, min(i + width, len(pieces)) + 1):
            if j - i > 1 and pieces[j - 1].fresh:
                blanks += _blank_cost(pieces, i, j, width)
            ends = j == len(pieces) or pieces[j].fresh
            cost = best[i] + blanks + (0 if ends else NO_BLANK) + (0 if j - i == width else PARTIAL)
            if blanks and j - i < width:
                cost += PARTIAL_BLANK
            if cost < best[j]:
                best[j], came[j] = cost, i
    rows: list[list[Piece]] = []
    end = len(pieces)
    while end:
        rows.append(pieces[came[end] : end])
        end = came[end]
    return best[-1], rows[::-1]


def _blank_cost(pieces: list[Piece], first: int, after: int, width: int) -> float:
    return BLANK_AFTER_HEAD if after - first == 2 and len(pieces[first].text) > 3 and width > 2 else BLANK


def _cut(rows: list[list[Piece]], width: int) -> list[list[Piece]]:
    """The rows up to the first full one whose last cell runs on into text that stands below the table."""
    for r, row in enumerate(rows[:-1]):
        last = row[-1].lines
        for i, line in enumerate(last):
            outside = HEADING.match(line.text.strip()) or len(last) - i > LINES_AFTER
            if i and line.gap and len(row) == width and outside:
                kept = [*row[:-1], Piece(last[:i], row[-1].fresh)]
                return [*rows[:r], kept]
    return rows


def _paragraphs(lines: list[Line]) -> list[Paragraph]:
    """The paragraphs of a cell; lines that go on in the middle of a sentence are joined."""
    texts: list[str] = []
    for line in lines:
        text = line.text.strip()
        if texts and goes_on(texts[-1], text):
            texts[-1] = join(texts[-1], text)
        elif text:
            texts.append(text)
    return [paragraph(text, "cell", page=lines[0].page) for text in texts]


def _two_row_heading(texts: list[list[list[Paragraph]]], width: int) -> list[Row]:
    """The two rows of a heading in which some columns share a name: the shared names span, the others reach down."""
    if len(texts) < 3 or not 3 <= len(texts[0]) < width or len(texts[1]) != width or not all(texts[0]):
        return []
    named = [i for i, blocks in enumerate(texts[1]) if blocks]
    parents = len(named) - (width - len(texts[0]))
    if parents < 1 or len(named) % parents or named != list(range(named[0], named[-1] + 1)):
        return []
    share, first = len(named) // parents, named[0]
    above = [
        Cell(_headed(blocks), colspan=share) if first <= i < first + parents else Cell(_headed(blocks), rowspan=2)
        for i, blocks in enumerate(texts[0])
    ]
    return [Row(tuple(above), header=True), Row(tuple(Cell(_headed(texts[1][i])) for i in named), header=True)]


def _headed(blocks: list[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(replace(block, role="cell_head") for block in blocks)
