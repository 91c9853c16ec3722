"""Where a block stands as a person finds it on the paper: page, paragraph, or table with row and column."""

from __future__ import annotations

from dataclasses import dataclass

from caitien.engine.document.tree import Block, Document, Paragraph, Picture, Table, flat, grid, walk


@dataclass(frozen=True, slots=True)
class Location:
    """All counted from 1. Outside tables `paragraph` counts through the document, inside a cell through the cell."""

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


def locations(document: Document) -> dict[str, Location]:
    """The location of every paragraph and table by its address; of nested tables the outermost counts."""
    found: dict[str, Location] = {}
    paragraphs = tables = 0
    for path, block in flat(document):
        if isinstance(block, Table):
            tables += 1
            found[path] = Location(table=tables)
            _cells(found, path, block, tables)
        else:
            paragraphs += 1
            found[path] = Location(_page(block), paragraphs)
    return found


def _cells(found: dict[str, Location], path: str, table: Table, number: int) -> None:
    for r, c, column in _columns(table):
        row = table.rows[r]
        counted = 0
        for at, block in walk(row.cells[c].blocks, f"{path}.{r}.{c}"):
            counted += isinstance(block, Paragraph)
            found[at] = Location(_page(block) or row.page, counted or None, number, r + 1, column + 1)


def _columns(table: Table) -> list[tuple[int, int, int]]:
    """For each cell its row, its index in the row, and the column where it begins."""
    first: dict[tuple[int, int], int] = {}
    for line in grid(table):
        for column, cell in enumerate(line):
            if cell is not None:
                first.setdefault(cell, column)
    return [(r, c, column) for (r, c), column in first.items()]


def _page(block: Block) -> int | None:
    return block.page if isinstance(block, Paragraph | Picture) else None


def words(location: Location) -> str:
    """A location in Vietnamese: ``trang 2, bảng 1, hàng 4, cột 3``; "" when nothing is known."""
    named = (
        ("trang", location.page),
        ("bảng", location.table),
        ("hàng", location.row),
        ("cột", location.column),
        ("đoạn", location.paragraph),
    )
    return ", ".join(f"{name} {number}" for name, number in named if number is not None)
