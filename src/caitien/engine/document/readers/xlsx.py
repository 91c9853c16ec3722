"""Excel → document tree: rows of a single text are paragraphs, ruled or many-columned regions are tables.

The name of a sheet is a heading when several sheets have content. .xls is read without fonts and lines.
"""

from __future__ import annotations

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.ooxml import BROKEN, open_package
from caitien.engine.document.readers.xlsx_regions import blocks_of
from caitien.engine.document.readers.xlsx_sheets import Sheet, load_sheets
from caitien.engine.document.tree import Block, Document, paragraph
from caitien.engine.errors import Unreadable

EMPTY = "Bảng tính không có chữ nào để đọc. Thầy cô kiểm tra lại và chọn tệp khác."
CUT = f"Trang tính quá lớn: chỉ đọc {limits.ROWS} hàng và {limits.COLUMNS} cột đầu."
UNCOUNTED = "Có ô công thức chưa có kết quả trong tệp. Thầy cô mở bằng Excel rồi lưu lại để đọc được số."
MACROS = "Tệp có macro: không chạy, chỉ đọc phần chữ."


def read_xlsx(data: bytes) -> Document:
    """The tree of an Excel workbook; Unreadable when it is broken, locked, beyond the limits or empty."""
    archive = open_package(data)
    try:
        sheets = load_sheets(archive)
    except (ValueError, OverflowError) as error:
        raise Unreadable(BROKEN) from error
    macros = any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
    return _document(sheets, [MACROS] if macros else [])


def read_xls(data: bytes) -> Document:
    """The tree of an Excel workbook of 97–2003: values and merged cells."""
    from caitien.engine.document.readers.xls import load_sheets as load_old_sheets

    return _document(load_old_sheets(data), [])


def _document(sheets: list[Sheet], losses: list[str]) -> Document:
    shown = [sheet for sheet in sheets if not sheet.hidden and any(cell.text.strip() for cell in sheet.cells.values())]
    if not shown:
        raise Unreadable(EMPTY)
    hidden = [sheet.name for sheet in sheets if sheet.hidden]
    if hidden:
        losses.append(f"Trang tính ẩn không được đọc: {', '.join(hidden)}.")
    if any(sheet.cut for sheet in shown):
        losses.append(CUT)
    if any(sheet.uncounted for sheet in shown):
        losses.append(UNCOUNTED)
    blocks: list[Block] = []
    for sheet in shown:
        if len(shown) > 1:
            blocks.append(paragraph(sheet.name, "heading", level=1))
        blocks.extend(blocks_of(sheet))
    return Document(tuple(blocks), "xlsx", losses=tuple(losses))
