"""Document tree → plain text, a line for each line on paper.

A ruled table is drawn with bars: rules of dashes part the rows, the paragraphs of a cell stand on lines of their own,
a merged cell stands in its first place. The unruled blocks of two columns stand side by side. The text reader takes
all this back.
"""

from __future__ import annotations

from itertools import zip_longest

from caitien.engine.document.layout import headings, picture_note
from caitien.engine.document.table_layout import places
from caitien.engine.document.tree import Block, Document, Paragraph, Picture, Section, Table, paragraphs

GAP = 8
"""Blanks at least between the two columns of a letterhead."""
HALF = 42
"""Letters of its left column."""


def write_txt(document: Document) -> bytes:
    """The text in UTF-8 with a mark at its start, which old editors need."""
    return ("\ufeff" + text_of(document)).encode("utf-8")


def text_of(document: Document) -> str:
    """The text of the document, lines ending in line feeds."""
    contents = [f"{'  ' * (level - 1)}{block.full_text}" for level, block in headings(document.blocks)]
    return "".join(f"{line}\n" for line in _lines(document.blocks, contents))


def _lines(blocks: tuple[Block, ...], contents: list[str]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                found += block.full_text.split("\n") if block.full_text.strip() else []
                found += contents if block.role == "contents" else []
            case Picture():
                found.append(picture_note(block).text)
            case Section():
                found += _lines(block.blocks, contents)
            case Table() if block.role == "grid":
                found += ["", *_drawn(block), ""]
            case Table():
                found += _side_by_side(block)
    return found


def _drawn(table: Table) -> list[str]:
    """A rule, the lines of a row, a rule …"""
    width = max(table.columns, 1)
    rule = "+" + "---+" * width
    rows: list[list[list[str]]] = [[[] for _ in range(width)] for _ in table.rows]
    for r, c, column in places(table):
        rows[r][column] = [
            line.strip().replace("|", "\\|")
            for block in paragraphs(table.rows[r].cells[c].blocks)
            for line in block.full_text.split("\n")
            if line.strip()
        ]
    lines = [rule]
    for row in rows:
        height = max((len(cell) for cell in row), default=0)
        filled = zip_longest(*row, fillvalue="") if height else [[""] * len(row)]
        lines += ["| " + " | ".join(parts) + " |" for parts in filled]
        lines.append(rule)
    return lines


def _side_by_side(table: Table) -> list[str]:
    """The lines of the left column beside those of the right one."""
    found = []
    for row in table.rows:
        columns = [
            [line for block in paragraphs(cell.blocks) for line in block.full_text.split("\n")] for cell in row.cells
        ]
        for parts in zip_longest(*columns, fillvalue=""):
            line = ""
            for i, part in enumerate(parts):
                line = line.ljust(max(len(line) + GAP, HALF * i)) if i and part else line
                line += part
            found.append(line.rstrip())
    return [line for line in found if line]
