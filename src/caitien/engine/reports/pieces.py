"""Small parts that every official paper is put together from."""

from __future__ import annotations

from dataclasses import replace

from caitien.engine.document.tree import Block, Cell, Paragraph, Row, Run, Section, Table, paragraph

GAP = "[chưa có: {}]"
"""What a draft shows where the school has to add something."""


def gap(what: str, role: str = "note") -> Paragraph:
    """A visible gap in a draft: `what` is missing, in Vietnamese."""
    return Paragraph((Run(GAP.format(what), mark="gap"),), role)


def lines(text: str | None, role: str, **attributes: object) -> list[Paragraph]:
    """One paragraph for each line of the text; none for no text."""
    return [paragraph(line, role, **attributes) for line in (text or "").split("\n") if line]


def cell_of(text: str | None, role: str = "cell", *, align: str = "", rowspan: int = 1, colspan: int = 1) -> Cell:
    """A cell with a paragraph for each line; an empty one keeps an empty paragraph."""
    blocks = lines(text, role, align=align) or [Paragraph(role=role)]
    return Cell(tuple(blocks), colspan, rowspan)


def heading_row(heads: tuple[str, ...]) -> Row:
    """The heading row of a table."""
    return Row(tuple(cell_of(head, "cell_head") for head in heads), header=True)


def two_columns(left: list[Paragraph], right: list[Paragraph]) -> Row:
    """A row of an unruled block."""
    return Row((Cell(tuple(left)), Cell(tuple(right))))


def without_page(block: Block) -> Block:
    """The block without the page it was read on."""
    match block:
        case Table():
            rows = tuple(
                replace(row, page=None, cells=tuple(replace(one, blocks=_all(one.blocks)) for one in row.cells))
                for row in block.rows
            )
            return replace(block, rows=rows)
        case Section():
            return replace(block, blocks=_all(block.blocks))
        case _:
            return replace(block, page=None)


def _all(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(without_page(block) for block in blocks)
