"""Document tree → PDF: set by typst with embedded fonts, tagged, PDF/A-2a and PDF/UA-1.

The tree goes to the fixed template ``page.typ`` as JSON, so no text of a document is ever read as markup.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from caitien.engine.document import fonts, layout, table_layout
from caitien.engine.document.tree import Block, Document, Paragraph, Picture, Run, Section, Table, paragraphs

TEMPLATE = Path(__file__).with_name("page.typ")
UNTITLED = "Văn bản"


@dataclass(slots=True)
class Setting:
    """What is known while one document is laid out."""

    heading: int = 0
    """Level of the heading before: levels must not be skipped in an accessible file."""
    size: float | None = None
    """Size of the letters in the table around, None outside tables."""


def write_pdf(
    document: Document, *, title: str = "", author: str = "", moment: datetime.datetime | None = None
) -> bytes:
    """The bytes of a PDF file (PDF/A-2a, PDF/UA-1).

    `moment` is the time of writing that the file states; equal documents of one moment are equal files. Without it
    typst states its own.
    """
    setting = Setting()
    data = {
        "title": title or _title_of(document),
        "author": [author] if author else [],
        "fonts": [fonts.FAMILY, fonts.FALLBACK],
        "styles": {key: asdict(style) | {"leading": layout.leading(style)} for key, style in layout.STYLES.items()},
        "number_size": layout.PAGE_NUMBER_SIZE,
        "cell_margin": layout.CELL_MARGIN,
        "stretches": [
            {"page": asdict(page), "blocks": _blocks(blocks, page.text_width, setting)}
            for page, blocks in layout.stretches(document.blocks)
        ],
    }
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(), font_paths=_faces(), sys_inputs={"document": json.dumps(data, ensure_ascii=False)}
    )
    timestamp = int(moment.timestamp()) if moment else None
    made = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=timestamp)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no file")
    return made


@cache
def _faces() -> typst.Fonts:
    folders = [str(fonts.FOLDER)] if fonts.installed() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def _title_of(document: Document) -> str:
    """Title and subtitles of the document: an accessible file must have a title."""
    found = [block.text for block in paragraphs(document.blocks) if block.role in ("title", "subtitle")]
    return " ".join(found) or UNTITLED


def _blocks(blocks: list[Block] | tuple[Block, ...], width: float, setting: Setting) -> list[dict[str, Any]]:
    laid: list[dict[str, Any]] = []
    before: Block | None = None
    for block, following in layout.neighbours(blocks):
        begun = len(laid)
        match block:
            case Paragraph():
                rule = layout.rule_width(block, width) if layout.has_rule(block, following) else 0
                laid.append(_paragraph(block, rule, setting))
                laid += [{"kind": "contents"}] if block.role == "contents" else []
            case Table():
                laid.append(_table(block, width, setting))
            case Picture():
                laid.append(_paragraph(layout.picture_note(block), 0, setting))
            case Section():
                laid += _blocks(block.blocks, width, setting)
        for item in laid[begun : begun + 1]:
            item["above"] = layout.space_between(before, block)
        before = block
    return laid


def _paragraph(block: Paragraph, rule: float, setting: Setting) -> dict[str, Any]:
    style = layout.style_of(block)
    outline = style.outline if setting.size is None and block.full_text.strip() else 0
    if outline:
        outline = setting.heading = min(outline, setting.heading + 1)
    runs = (Run(f"{block.marker} ", bold=block.bold), *block.runs) if block.marker else block.runs
    tabled = setting.size and block.role in layout.TABLE_ROLES
    return {
        "kind": "paragraph",
        "style": layout.style_key(block),
        "size": setting.size if tabled else style.size,
        "align": layout.align_of(block),
        "first": layout.first_indent(block),
        "heading": outline,
        "rule": rule,
        "runs": [
            {
                "text": run.text.replace("\t", "    "),
                "bold": run.bold,
                "italic": run.italic,
                "underline": run.underline,
                "mark": run.mark,
            }
            for run in runs
        ],
    }


def _table(table: Table, width: float, setting: Setting) -> dict[str, Any]:
    columns = table_layout.widths(table, width)
    whole = table_layout.whole_rows(table, columns)
    heads = table_layout.heading_rows(table)
    rows: list[dict[str, Any]] = [
        {"y": r, "header": r < heads, "whole": whole[r], "group": table_layout.group_level(row), "cells": []}
        for r, row in enumerate(table.rows)
    ]
    around, setting.size = setting.size, table_layout.cell_size(table) if table.role == "grid" else None
    for r, c, column in table_layout.places(table):
        cell = table.rows[r].cells[c]
        room = sum(columns[column : column + cell.colspan]) - 2 * layout.CELL_MARGIN
        content = _blocks(cell.blocks, room, setting)
        rows[r]["cells"].append({"x": column, "colspan": cell.colspan, "rowspan": cell.rowspan, "blocks": content})
    setting.size = around
    return {"kind": "table", "ruled": table.role == "grid", "widths": columns, "rows": rows}
