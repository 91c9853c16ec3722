"""Samples as PDF (through LibreOffice, kept between runs), plain text and Excel."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2

from tests.make.layouts.content import Content
from tests.make.layouts.grid import body_rows, head_rows

CACHE = Path(tempfile.gettempdir()) / "caitien-samples"


def have_office() -> bool:
    """Whether LibreOffice is there to print the samples."""
    return shutil.which("soffice") is not None


def pdf_of(data: bytes) -> bytes:
    """The Word file printed by LibreOffice; the same file is printed once only."""
    name = hashlib.sha256(data).hexdigest()[:24]
    kept = CACHE / f"{name}.pdf"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{name}.docx"
            source.write_bytes(data)
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
            subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=180)
            shutil.move(f"{folder}/{name}.pdf", kept)
    return kept.read_bytes()


def text_of_word(data: bytes) -> bytes:
    """As Word saves plain text: a paragraph a line, cells of a row parted by tabs."""
    file = docx.Document(io.BytesIO(data))
    lines: list[str] = []
    for block in file.iter_inner_content():
        if hasattr(block, "rows"):
            lines += ["\t".join(_cell_texts(row)) for row in block.rows]
        else:
            lines.append(block.text)
    return "\r\n".join(lines).encode("utf-8")


def _cell_texts(row: Any) -> list[str]:
    seen: list[Any] = []
    texts = []
    for cell in row.cells:
        if cell._tc not in seen:
            seen.append(cell._tc)
            texts.append("\n".join(paragraph.text for paragraph in cell.paragraphs))
    return texts


def text_of_web(data: bytes) -> bytes:
    """As an office suite on the web saves plain text: a cell begins a line behind a tab, rows end with a blank line."""
    file = docx.Document(io.BytesIO(data))
    lines: list[str] = []
    for block in file.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                lines += [f"\t{text}" for text in _cell_texts(row)]
                lines.append("")
        else:
            lines += [block.text, ""]
    return "\n".join(lines).encode("utf-8")


def text_of_pdf(data: bytes) -> bytes:
    """The text layer of the PDF in the order in which it is stored."""
    file = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in file]
    return "\n".join(pages).encode("utf-8")


def xlsx_of(content: Content) -> bytes:
    """The plan on one sheet: lines in merged rows, the table with merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = content.get("sheet", "Ke hoach")
    width = len(content["columns"])
    row = _beside(sheet, 1, _pairs(content.get("head_left") or [], content.get("head_right") or []))
    for line in content["title"]:
        row = _wide(sheet, row, line, width)
    for section in content["sections"]:
        for line in _lines(section):
            row = _wide(sheet, row, line, width)
        if section.get("actions"):
            row = _grid(sheet, row, content)
        for line in _duties(content) if section.get("organisation") else []:
            row = _wide(sheet, row, line, width)
    listed = ["Nơi nhận:", *(f"- {line}" for line in content.get("recipients") or [])]
    signer = content.get("signer") or {}
    _beside(sheet, row, _pairs(listed, [signer.get("title", ""), "", signer.get("name", "")]))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _lines(section: dict[str, Any]) -> list[str]:
    pieces = section.get("text") or []
    return [
        section["heading"],
        *(piece if isinstance(piece, str) else f"- {piece['basis']['text']}" for piece in pieces),
    ]


def _duties(content: Content) -> list[str]:
    lines = []
    for i, role in enumerate(content["organisation"], start=1):
        lines += [f"{i}. {role['role']}", *(f"- {duty}" for duty in role["duties"])]
    return lines


def _beside(sheet: Any, row: int, pairs: list[tuple[str, str]]) -> int:
    """Lines of two columns side by side."""
    for left, right in pairs:
        sheet.cell(row, 1, left or None)
        sheet.cell(row, 5, right or None)
        row += 1
    return row


def _pairs(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    return [
        (left[i] if i < len(left) else "", right[i] if i < len(right) else "")
        for i in range(max(len(left), len(right)))
    ]


def _wide(sheet: Any, row: int, text: str, width: int) -> int:
    sheet.cell(row, 1, text)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    return row + 1


def _grid(sheet: Any, row: int, content: Content) -> int:
    taken: set[tuple[int, int]] = set()
    rows = [*head_rows(content), *body_rows(content["actions"], content)]
    for line in rows:
        column = 1
        for box in line:
            while (row, column) in taken:
                column += 1
            sheet.cell(row, column, box.text or None)
            taken |= {(row + i, column + j) for i in range(box.down) for j in range(box.across)}
            if box.down > 1 or box.across > 1:
                last = {"end_row": row + box.down - 1, "end_column": column + box.across - 1}
                sheet.merge_cells(start_row=row, start_column=column, **last)
            column += box.across
        row += 1
    return row
