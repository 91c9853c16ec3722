"""A grid of cells → paragraphs and tables.

Rows with lines belong to a table. Without lines, rows with texts side by side do: with at most two texts a row it is
a block of two columns (letterhead, closing), else a grid, which may hold rows of a single text. Line breaks in a cell
part paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from caitien.engine.document.readers.xlsx_sheets import Sheet, SheetCell
from caitien.engine.document.tree import Block, Cell, Paragraph, Row, Run, Table

WIDTH = 9.0
"""Of a column that states none, in letters."""
GRID = 3
"""Texts side by side that make a grid even without lines."""
MERGED_ROWS = 500_000
"""Rows of merged cells that are looked at."""


@dataclass
class Area:
    """The cell that stands at a place, with the rows and columns it covers."""

    row: int
    column: int
    last_row: int
    last_column: int
    cell: SheetCell
    ruled: bool = False
    filled: bool = False

    def __post_init__(self) -> None:
        self.ruled = self.cell.ruled
        self.filled = bool(self.cell.runs)


def blocks_of(sheet: Sheet) -> list[Block]:
    """The paragraphs and tables of the sheet from top to bottom."""
    rows = _rows(sheet)
    blocks: list[Block] = []
    numbers = sorted(rows)
    i = 0
    while i < len(numbers):
        end, ruled = _end_of_table(rows, numbers, i)
        if end > i:
            blocks.append(_table(sheet, [rows[number] for number in numbers[i:end]], numbers[i:end], ruled=ruled))
        else:
            end = i + 1
            for area in rows[numbers[i]]:
                blocks.extend(_paragraphs(area.cell, "body"))
        i = end
    return blocks


def _rows(sheet: Sheet) -> dict[int, list[Area]]:
    """Row number → its cells from left to right; cells covered by a merged one are left out."""
    rows: dict[int, list[Area]] = {}
    for r, c in sorted(sheet.cells):
        rows.setdefault(r, []).append(Area(r, c, r, c, sheet.cells[r, c]))
    steps = 0
    for top, left, bottom, right in sorted(sheet.merges):
        owner = next((area for area in rows.get(top, ()) if area.column == left), None)
        steps += bottom - top + 1
        if owner is None or owner.last_row > top or owner.last_column > left or steps > MERGED_ROWS:
            continue
        owner.last_row, owner.last_column = bottom, right
        for r in range(top, bottom + 1):
            inside = [area for area in rows.get(r, ()) if left <= area.column <= right and area is not owner]
            owner.ruled = owner.ruled or any(area.ruled for area in inside)
            if inside:
                rows[r] = [area for area in rows[r] if area is owner or not left <= area.column <= right]
    return rows


def _end_of_table(rows: dict[int, list[Area]], numbers: list[int], start: int) -> tuple[int, bool]:
    """Index after the last row of the table that begins here (`start` when none does), and whether it has lines."""
    ruled = any(area.ruled for area in rows[numbers[start]])
    end, most, reach = start, 0, numbers[start]
    for i in range(start, len(numbers)):
        areas = rows[numbers[i]]
        texts = sum(area.filled for area in areas)
        if numbers[i] > reach or (areas and any(area.ruled for area in areas) != ruled):
            break
        most = max(most, texts)
        if ruled or texts > 1:
            end = i + 1
        elif end == start or most < GRID:
            break
        reach = max(reach, numbers[i] + 1, *(area.last_row + 1 for area in areas), 0)
    lone = end == start + 1 and len(rows[numbers[start]]) == 1
    return (start if lone else end), ruled


def _table(sheet: Sheet, lines: list[list[Area]], numbers: list[int], *, ruled: bool) -> Table:
    """The region as a table; columns and rows in which no cell begins vanish."""
    kept = [area for line in lines for area in line if area.ruled or area.filled]
    most = max(sum(area.filled for area in line) for line in lines)
    starts = sorted({area.column for area in kept})
    if not ruled and most < GRID:
        starts = [starts[0], min([area.column for area in line if area.filled][1] for line in lines if _pair(line))]
    role = "grid" if ruled or most >= GRID else "letterhead"
    open_rows = [0] * len(starts)
    rows = []
    for number, line in zip(numbers, lines, strict=True):
        header = number in sheet.headings
        cells = _cells(line, starts, open_rows, numbers, role="cell_head" if header else "cell")
        rows.append(Row(tuple(cells), header))
    end = max(area.last_column for area in kept) + 1
    spans = [sum(sheet.widths.get(c, WIDTH) for c in range(first, after)) for first, after in pairwise([*starts, end])]
    total = sum(spans)
    return Table(tuple(rows), role, tuple(round(span / total, 4) for span in spans) if total else ())


def _pair(line: list[Area]) -> bool:
    return sum(area.filled for area in line) == 2


def _cells(line: list[Area], starts: list[int], open_rows: list[int], numbers: list[int], *, role: str) -> list[Cell]:
    """The cells that begin in the row, gaps filled; `open_rows` counts the rows each column is still covered for."""
    here = {max(0, bisect_right(starts, area.column) - 1): area for area in line if area.ruled or area.filled}
    cells: list[Cell] = []
    column = 0
    while column < len(starts):
        if open_rows[column]:
            open_rows[column] -= 1
            column += 1
            continue
        area = here.get(column)
        colspan = rowspan = 1
        if area is not None:
            free = next((i for i in range(column + 1, len(starts)) if open_rows[i] or i in here), len(starts))
            colspan = max(1, min(bisect_left(starts, area.last_column + 1), free) - column)
            rowspan = max(1, bisect_right(numbers, area.last_row) - bisect_left(numbers, area.row))
        blocks = _paragraphs(area.cell, role) if area is not None else []
        cells.append(Cell(tuple(blocks) or (Paragraph(role=role),), colspan, rowspan))
        open_rows[column : column + colspan] = [rowspan - 1] * colspan
        column += colspan
    return cells


def _paragraphs(cell: SheetCell, role: str) -> list[Paragraph]:
    """A paragraph for each line of the cell that says something."""
    lines: list[list[Run]] = [[]]
    for run in cell.runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=text)] for text in others)
    kept = (tuple(run for run in line if run.text) for line in lines)
    return [Paragraph(runs, role, align=cell.align) for runs in kept if "".join(run.text for run in runs).strip()]
