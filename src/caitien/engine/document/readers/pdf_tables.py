"""Ruled tables: the lines in their cells, tables that run over pages put together, and the table of the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from caitien.engine.document.readers.pdf_grids import Grid
from caitien.engine.document.readers.pdf_lines import Frame, Line, lines_of, marker_of, pitches_of
from caitien.engine.document.readers.pdf_page import Box, Page, Word
from caitien.engine.document.readers.pdf_paragraphs import ENDS, NARROW, continues, paragraphs_of
from caitien.engine.document.tree import Cell, Paragraph, Row, Table
from caitien.engine.vietnamese.text import fold, squeeze

SAME_EDGE = 5.0
"""Points by which the same column edge may differ on two pages."""
HEAD_ROWS = 5
END_ROOM = 3.8
"""In heights of a letter: what a cell may leave empty at the end of a page, where two lines are kept together."""
NUMBER_HEAD = re.compile(r"\(?\d{1,2}\)?")


@dataclass(slots=True)
class TextCell:
    """A cell with its lines; columns count from 0."""

    box: Box
    column: int
    across: int
    down: int
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return squeeze(" ".join(line.text for line in self.lines))


@dataclass(slots=True)
class TextRow:
    """The cells that begin in one row, from left to right."""

    cells: list[TextCell]
    page: int
    bottom: float

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]


@dataclass(slots=True)
class RuledTable:
    """A table as it lies on one page or, joined, on several."""

    xs: list[float]
    rows: list[TextRow]
    top: float
    page: int
    heads: int = 0
    """Rows at the top that are repeated on later pages."""


def ruled_table(grid: Grid, words: list[Word], page: Page) -> RuledTable:
    """The table of a grid; `words` are those that lie in it."""
    inside: list[list[Word]] = [[] for _ in grid.spots]
    for word in words:
        inside[grid.spot_at((word.x0 + word.x1) / 2, word.middle)].append(word)
    rows = [TextRow([], page.number, grid.ys[i + 1]) for i in range(len(grid.ys) - 1)]
    for spot, found in zip(grid.spots, inside, strict=True):
        lines = lines_of(found, page.number)
        rows[spot.row].cells.append(TextCell(grid.box_of(spot), spot.column, spot.across, spot.down, lines))
    for row in rows:
        row.cells.sort(key=lambda cell: cell.column)
    return RuledTable(grid.xs, rows, grid.ys[0], page.number)


def follows(table: RuledTable, other: RuledTable) -> bool:
    """Whether a table at the top of a page has the columns of the one that ended the page before."""
    few, many = sorted((table.xs, other.xs), key=len)
    outer = abs(few[0] - many[0]) < SAME_EDGE and abs(few[-1] - many[-1]) < SAME_EDGE
    return outer and all(any(abs(x - y) < SAME_EDGE for y in many) for x in few)


def join(table: RuledTable, other: RuledTable) -> None:
    """Append the rows of `other`, which goes on with `table` on the next page; repeated heading rows are dropped."""
    if len(other.xs) > len(table.xs):
        _spread(table, other.xs)
    elif len(other.xs) < len(table.xs):
        _spread(other, table.xs)
    heads = _repeated(table, other)
    table.heads = max(table.heads, heads)
    rows = other.rows[heads:]
    if not rows:
        return
    if _goes_on(table, rows[0]):
        above = _cells_above(table)
        for cell in rows[0].cells:
            above[cell.column].lines += cell.lines
            above[cell.column].down += cell.down - 1
        table.rows[-1].bottom = rows[0].bottom
        rows = rows[1:]
    elif rows[0].cells:
        _lengthen(table, rows[0])
    table.rows += rows


def _spread(table: RuledTable, xs: list[float]) -> None:
    """Count the columns of the table by the edges `xs`, of which it has only some."""
    at = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in table.xs]
    for row in table.rows:
        for cell in row.cells:
            end = at[cell.column + cell.across]
            cell.column = at[cell.column]
            cell.across = max(end - cell.column, 1)
    table.xs = xs


def _repeated(table: RuledTable, other: RuledTable) -> int:
    """How many rows at the top of `other` say what the first rows of `table` say."""
    count = 0
    for mine, its in zip(table.rows[:HEAD_ROWS], other.rows, strict=False):
        if not _same_head(mine.texts, its.texts) or (count == 0 and not any(mine.texts)):
            break
        count += 1
    while count and not any(table.rows[count - 1].texts) and not _covered(table, count - 1):
        count -= 1
    return count


def _same_head(mine: list[str], its: list[str]) -> bool:
    """Whether two rows say the same; printing may cut a heading cell short, and letters of scans may be misread."""
    if len(mine) != len(its):
        return False
    pairs = list(zip(mine, its, strict=True))
    equal = sum(one == other for one, other in pairs)
    if equal >= 0.7 * len(pairs) and all(one.startswith(other) for one, other in pairs):
        return True
    return len("".join(mine)) > 8 and all(_alike(fold(one), fold(other)) for one, other in pairs)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 4 and bool(ratio(one, other) > 80.0))


def _covered(table: RuledTable, row: int) -> bool:
    """Whether a cell from above reaches into the row."""
    return any(cell.down > row - r for r in range(row) for cell in table.rows[r].cells)


def _cells_above(table: RuledTable) -> dict[int, TextCell]:
    """The cells that touch the lower end of the table, by their column."""
    last = len(table.rows)
    return {cell.column: cell for r, row in enumerate(table.rows) for cell in row.cells if r + cell.down == last}


def _goes_on(table: RuledTable, row: TextRow) -> bool:
    """Whether the first row of a page is the rest of the row that the page before ended with.

    It must fit under cells that were filled to the end of the page; then it is a rest when it lacks most of what every
    other row has, or when more texts in it go on with the texts above than do not.
    """
    above = _cells_above(table)
    filled = [cell for cell in row.cells if cell.lines]
    if not filled or len(table.rows) <= _heads(table) or any(not _fits(cell, above) for cell in row.cells):
        return False
    bottom = table.rows[-1].bottom
    for cell in filled:
        before = above[cell.column].lines
        if not before or bottom - before[-1].base > END_ROOM * before[-1].size:
            return False
    if filled[0].column == 0 and NUMBER_HEAD.fullmatch(filled[0].text):
        return False
    others = {column for column in _keys(table) if column > filled[0].column}
    if len(row.cells) > 1 and 2 * len(others - {cell.column for cell in filled}) > len(others):
        return True
    pad = _padding(table)
    return sum(_flows(above[cell.column], cell, pad) for cell in filled) > 0


def _fits(cell: TextCell, above: dict[int, TextCell]) -> bool:
    return cell.column in above and cell.across == above[cell.column].across


def _keys(table: RuledTable) -> set[int]:
    """The columns that are filled in nearly every row of several filled cells, be it from a row above."""
    rows = [{cell.column for cell in row.cells if cell.lines} for row in table.rows]
    for r, row in enumerate(table.rows):
        for cell in row.cells:
            for below in rows[r + 1 : r + cell.down] if cell.lines else ():
                below.add(cell.column)
    rows = [columns for columns in rows[_heads(table) :] if len(columns) > 2]
    if not rows:
        return set()
    return {column for column in set.union(*rows) if sum(column in columns for columns in rows) >= 0.9 * len(rows)}


def _flows(before: TextCell, after: TextCell, pad: float) -> int:
    """1 when the text of a cell breaks off in the middle of a paragraph and goes on below, -1 when it does not, 0 when
    a full line of a narrow cell tells nothing."""
    last, line = before.lines[-1], after.lines[0]
    frame = Frame(before.box.x0 + pad, before.box.x1 - pad)
    if not continues([last], line, frame):
        return -1
    if line.text[:1].islower():
        return 1
    if last.text.endswith(ENDS) or marker_of(line.text):
        return -1
    return 0 if frame.right - frame.left < NARROW * line.size else 1


def _lengthen(table: RuledTable, row: TextRow) -> None:
    """A cell that covers several rows goes on below the break as an empty cell: make it one cell again.

    Where the cell covers one row on either side it is known by its column, which is filled everywhere else, and by
    standing left of all that the row says.
    """
    above, keys = _cells_above(table), _keys(table)
    filled = {cell.column for cell in row.cells if cell.lines}
    left = {column for column in keys if column < min(filled, default=0)} if len(filled & keys) > 1 else set()
    for cell in list(row.cells):
        known = above.get(cell.column)
        if not known or not known.lines or known.across != cell.across or cell.lines:
            continue
        if max(known.down, cell.down) > 1 or cell.column in left:
            known.down += cell.down
            row.cells.remove(cell)


def to_tree(table: RuledTable) -> Table:
    """The table of the tree, with paragraphs in its cells and its heading rows marked."""
    pad = _padding(table)
    cells = [cell for row in table.rows for cell in row.cells]
    pitches = pitches_of((cell.lines, cell.box.x1 - pad) for cell in cells)
    heads = _heads(table)
    rows = []
    for i, row in enumerate(table.rows):
        role = "cell_head" if i < heads else "cell"
        made = []
        for cell in row.cells:
            frame = Frame(cell.box.x0 + pad, cell.box.x1 - pad, pitches)
            blocks = tuple(paragraphs_of(cell.lines, frame, role)) or (Paragraph(role=role, page=row.page),)
            made.append(Cell(blocks, cell.across, cell.down))
        rows.append(Row(tuple(made), i < heads, row.page))
    width = table.xs[-1] - table.xs[0]
    shares = tuple(round((b - a) / width, 4) for a, b in zip(table.xs, table.xs[1:], strict=False))
    return Table(tuple(rows), "grid", shares)


def _padding(table: RuledTable) -> float:
    """Space between the edge of a cell and its text: what the tighter cells keep."""
    spaces = sorted(
        min(line.x0 for line in cell.lines) - cell.box.x0 for row in table.rows for cell in row.cells if cell.lines
    )
    return min(max(spaces[len(spaces) // 5], 0.0), 8.0) if spaces else 0.0


def _heads(table: RuledTable) -> int:
    """Number of heading rows: repeated ones, else bold rows at the top with two filled cells or more."""
    count = table.heads
    if not count:
        first = table.rows[0].cells
        filled = [cell for cell in first if cell.lines]
        if len(filled) < 2 or not all(line.bold for cell in filled for line in cell.lines):
            return 0
        count = max(cell.down for cell in first)
    following = table.rows[count].texts if count < len(table.rows) else []
    numbers = [text for text in following if text]
    if len(numbers) > 1 and all(NUMBER_HEAD.fullmatch(text) for text in numbers):
        count += 1
    return count if count < len(table.rows) else 0
