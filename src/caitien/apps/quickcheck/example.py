"""The example plan: an invented plan with typical faults, written as Word from our own text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Row, Section, Table, cell, paragraph
from caitien.engine.document.writers import write_document

SOURCE = Path(__file__).parent / "data" / "example.yaml"


@cache
def text() -> dict[str, Any]:
    """Our own words, part by part."""
    read: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return read


def name() -> str:
    return str(text()["name"])


@cache
def docx() -> bytes:
    """The example as a Word file."""
    return write_document(document(text()), "docx")


def document(text: dict[str, Any]) -> Document:
    """A text of this shape as a document tree."""
    title, subtitle = text["title"]
    blocks: list[Block] = [_columns(text["letterhead"], "letterhead")]
    blocks += [paragraph(title, "title"), paragraph(subtitle, "subtitle")]
    for section in text["sections"]:
        blocks += _section(section)
    return Document((*blocks, _columns(text["closing"], "closing")))


def _columns(sides: list[list[list[str]]], role: str) -> Table:
    """The unruled block of two columns at the top or the end."""
    cells = tuple(Cell(tuple(paragraph(text, role_of) for role_of, text in side)) for side in sides)
    return Table((Row(cells),), role)


def _section(section: dict[str, Any]) -> list[Block]:
    blocks: list[Block] = [paragraph(section["heading"], "heading", level=1)]
    blocks += [_line(item) for item in section.get("items", [])]
    if "table" in section:
        blocks.append(_grid(section["table"]))
    return [Section(tuple(blocks), landscape=True)] if section.get("landscape") else blocks


def _line(text: str) -> Paragraph:
    return paragraph(text, "item" if text.startswith("- ") else "body")


def _grid(table: dict[str, Any]) -> Table:
    head = Row(tuple(cell(text, "cell_head") for text in table["heads"]), header=True)
    rows = (Row(tuple(cell(text) for text in row)) for row in table["rows"])
    return Table((head, *rows), widths=tuple(table["widths"]))
