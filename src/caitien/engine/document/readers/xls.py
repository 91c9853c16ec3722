"""Sheets of Excel 97–2003 (.xls), through calamine: values and merged cells, neither fonts nor lines."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import python_calamine

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.ooxml import BROKEN, LOCKED
from caitien.engine.document.readers.xlsx_numbers import plain
from caitien.engine.document.readers.xlsx_sheets import Sheet, SheetCell
from caitien.engine.document.tree import Run
from caitien.engine.errors import Unreadable
from caitien.engine.vietnamese import legacy

Value = int | float | str | bool | time | date | datetime | timedelta


def load_sheets(data: bytes) -> list[Sheet]:
    """All sheets in their order, hidden ones marked and empty of cells; Unreadable when the file is broken."""
    try:
        return to_unicode(_load(data))
    except python_calamine.PasswordError as error:
        raise Unreadable(LOCKED) from error
    except Exception as error:
        raise Unreadable(BROKEN) from error
    except BaseException as error:
        # A panic inside calamine's Rust code is no Exception, yet only means that the file is broken.
        if type(error).__name__ == "PanicException":
            raise Unreadable(BROKEN) from error
        raise


def _load(data: bytes) -> list[Sheet]:
    book = python_calamine.load_workbook(io.BytesIO(data))
    sheets = []
    for about in book.sheets_metadata:
        visible = about.visible == python_calamine.SheetVisibleEnum.Visible
        sheet = Sheet(clean(about.name), hidden=not visible)
        if visible and about.typ == python_calamine.SheetTypeEnum.WorkSheet:
            _fill(sheet, book.get_sheet_by_name(about.name))
        sheets.append(sheet)
    return sheets


def _fill(sheet: Sheet, source: python_calamine.CalamineSheet) -> None:
    for r, row in enumerate(source.to_python(skip_empty_area=False, nrows=limits.ROWS)):
        for c, value in enumerate(row[: limits.COLUMNS]):
            text = shown(value)
            if text.strip():
                sheet.cells[r, c] = SheetCell((Run(text),))
    sheet.cut = source.total_height > limits.ROWS or source.total_width > limits.COLUMNS
    for (top, left), (bottom, right) in source.merged_cell_ranges or ():
        sheet.merges.append((top, left, min(bottom, limits.ROWS - 1), min(right, limits.COLUMNS - 1)))


def shown(value: Value) -> str:
    """The value of a cell as Excel would show it without a format of its own."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return plain(float(value))
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}" if value.time() != time() else f"{value:%d/%m/%Y}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
    return value.replace("\r", "")


def to_unicode(sheets: list[Sheet]) -> list[Sheet]:
    """Cleaned texts; old letters are found by the statistics of the whole book, since fonts are not known here."""
    cells = [cell for sheet in sheets for cell in sheet.cells.values()]
    encoding = legacy.detect("\n".join(cell.text for cell in cells[:5000]))
    for cell in cells:
        cell.runs = (Run(clean(legacy.to_unicode(cell.text, encoding) if encoding else cell.text)),)
    return sheets
