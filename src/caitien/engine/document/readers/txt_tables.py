"""Tables copied from a sheet, columns parted by tabs, and the spans that rows of plain texts stand for."""

from __future__ import annotations

import csv

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.txt_lines import Line
from caitien.engine.document.tree import Cell, Paragraph, Row, Table, cell

NUMBER = 3
"""Letters of a row number; a longer text alone in a row heads a group."""
EMPTY = 5
"""Columns beyond which a text after a row number, alone in its row, heads a group."""


def is_quoted(lines: list[Line], start: int) -> bool:
    """Whether the lines with tabs from here on hold quoted cells, as a sheet gives them."""
    for line in lines[start:]:
        if "\t" not in line.text:
            return False
        if '\t"' in line.text or line.text.startswith('"'):
            return True
    return False


def read_quoted(lines: list[Line], start: int) -> tuple[Table, int] | None:
    """A table of one row a line, its cells parted by tabs and quoted where they hold several lines; None when none."""
    end = start
    while end < len(lines) and "\t" in lines[end].text.strip() and (end == start or lines[end].gap <= 1):
        end += 1
    end = _end_of_quotes(lines, start, end)
    block = [f"{line.text}\n" for line in lines[start:end]]
    rows = [[part.strip() for part in row] for row in csv.reader(block, delimiter="\t")]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return None
    return made_table(rows), end


def _end_of_quotes(lines: list[Line], start: int, end: int) -> int:
    """The index after the line that closes the last quoted cell."""
    open_quotes = sum(line.text.count('"') for line in lines[start:end]) % 2
    while end < len(lines) and (open_quotes or "\t" in lines[end].text.strip()):
        open_quotes = (open_quotes + lines[end].text.count('"')) % 2
        end += 1
    return end


def made_table(rows: list[list[str]], headings: int = 0) -> Table:
    """The table of these texts, short rows filled up; headings with shared names and group rows get their spans."""
    width = min(max(len(row) for row in rows), limits.COLUMNS)
    filled = [(row + [""] * width)[:width] for row in rows[: limits.ROWS]]
    made = _shared_heading(filled)
    for i, row in enumerate(filled[len(made) :], len(made)):
        role = "cell_head" if i < headings else "cell"
        ends = _ends(row) if i >= headings else width
        cells = [cell(text, role, colspan=width - c if c == ends - 1 else 1) for c, text in enumerate(row[:ends])]
        made.append(Row(tuple(cells), header=i < headings))
    return Table(tuple(made))


def _ends(row: list[str]) -> int:
    """Cells of the row, when its only text, with a row number at most before it, spans the rest of the columns.

    Programs that print merged cells repeat their text in every column.
    """
    if len(row) > 2 and row[0] and len(set(row)) == 1:
        return 1
    filled = [i for i, text in enumerate(row) if text]
    last = filled[-1] if filled else 0
    after_number = last == 1 and len(row[0]) <= NUMBER and len(row) > EMPTY
    spans = len(row) > 2 and (last == 0 or after_number) and len(row[last]) > NUMBER
    return last + 1 if spans else len(row)


def _shared_heading(rows: list[list[str]]) -> list[Row]:
    """The two rows of a heading whose shared names leave their other columns empty; none when it is no such heading."""
    if len(rows) < 3:
        return []
    above, below = rows[:2]
    named = {i for i, text in enumerate(below) if text}
    empty = {i for i, text in enumerate(above) if not text}
    if not empty or not empty < named or 0 in empty:
        return []
    first: list[Cell] = []
    for i, text in enumerate(above):
        if i in empty:
            first[-1] = Cell(first[-1].blocks, colspan=first[-1].colspan + 1)
        else:
            first.append(cell(text, "cell_head", rowspan=1 if i in named else 2))
    second = tuple(cell(below[i], "cell_head") for i in sorted(named))
    return [Row(tuple(first), header=True), Row(second, header=True)]


def spread(texts: list[list[Paragraph]], width: int) -> Row:
    """A row of fewer cells than the table has columns: a lone text spans them, the longest of few grows, else the
    end is filled with empty cells."""
    cells = [Cell(tuple(blocks) or (Paragraph(role="cell"),)) for blocks in texts]
    missing = width - len(cells)
    if missing <= 0:
        return Row(tuple(cells))
    filled = [i for i, one in enumerate(cells) if one.text.strip()]
    if len(filled) in (1, 2) and (len(cells) <= 2 or len(filled) == 2):
        widest = max(filled, key=lambda i: len(cells[i].text))
        wide = Cell(cells[widest].blocks, colspan=missing + 1)
        if len(cells) - widest - 1 and not any(i > widest for i in filled):
            wide, cells = Cell(wide.blocks, colspan=width - widest), cells[: widest + 1]
        return Row((*cells[:widest], wide, *cells[widest + 1 :]))
    return Row((*cells, *(cell("") for _ in range(missing))))
