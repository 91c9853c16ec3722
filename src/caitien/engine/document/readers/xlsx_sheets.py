"""The sheets of an Excel workbook as grids of cells, from the XML of the package."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from zipfile import ZipFile

from lxml.etree import _Element

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.ooxml import BROKEN, main_part, read_xml, relations
from caitien.engine.document.readers.xlsx_numbers import BUILTIN, shown
from caitien.engine.document.tree import Run
from caitien.engine.errors import Unreadable
from caitien.engine.vietnamese import legacy

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
TITLE_ROWS = re.compile(r"\$(\d+):\$(\d+)")
ALIGNMENTS = {"left": "left", "center": "center", "centerContinuous": "center", "right": "right", "justify": "justify"}
FALSE = ("0", "false")
T = TypeVar("T")


@dataclass(slots=True)
class SheetCell:
    """A cell with text or lines."""

    runs: tuple[Run, ...] = ()
    align: str = ""
    ruled: bool = False
    """A line stands at its left or right."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass
class Sheet:
    """One sheet; rows and columns count from 0."""

    name: str
    cells: dict[tuple[int, int], SheetCell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column."""
    widths: dict[int, float] = field(default_factory=dict)
    headings: range = range(0)
    """Rows repeated on every page."""
    hidden: bool = False
    cut: bool = False
    """Rows or columns beyond the limits were left out."""
    uncounted: bool = False
    """Formulas whose result is not in the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """How the cells of one format look."""

    code: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    encoding: str | None = None
    align: str = ""
    ruled: bool = False


@dataclass
class Book:
    """What all sheets of a workbook share."""

    texts: list[_Element] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)
    since_1904: bool = False


def load_sheets(archive: ZipFile) -> list[Sheet]:
    """All sheets in their order, hidden ones marked and empty of cells."""
    main = main_part(archive, "xl/workbook.xml")
    root = read_xml(archive, main)
    if root is None:
        raise Unreadable(BROKEN)
    parts = relations(archive, main)
    kinds = dict(parts.values())
    texts, styles = read_xml(archive, kinds.get("sharedStrings")), read_xml(archive, kinds.get("styles"))
    properties = root.find(S + "workbookPr")
    old = properties is not None and properties.get("date1904", "0") not in FALSE
    book = Book([] if texts is None else list(texts.iterfind(S + "si")), _formats(styles), old)
    sheets = []
    for i, element in enumerate(root.iterfind(f"{S}sheets/{S}sheet")):
        sheet = Sheet(clean(element.get("name", "")), hidden=element.get("state", "visible") != "visible")
        sheet.headings = _title_rows(root, i)
        kind, part = parts.get(element.get(R + "id", ""), ("", ""))
        content = read_xml(archive, part) if kind == "worksheet" and not sheet.hidden else None
        if content is not None:
            _fill(sheet, content, book)
        sheets.append(sheet)
    return sheets


def _title_rows(workbook: _Element, index: int) -> range:
    for name in workbook.iterfind(f"{S}definedNames/{S}definedName"):
        if name.get("name") == "_xlnm.Print_Titles" and name.get("localSheetId") == str(index):
            found = TITLE_ROWS.search(name.text or "")
            if found:
                return range(int(found.group(1)) - 1, int(found.group(2)))
    return range(0)


def _fill(sheet: Sheet, root: _Element, book: Book) -> None:
    for column in root.iterfind(f"{S}cols/{S}col"):
        first, last = int(column.get("min", "1")), int(column.get("max", "1"))
        for c in range(first - 1, min(last, limits.COLUMNS)):
            sheet.widths[c] = float(column.get("width", "9"))
    r = -1
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        r = int(row.get("r", "0")) - 1 if row.get("r", "").isdecimal() else r + 1
        c = -1
        for element in row.iterfind(S + "c"):
            place = REFERENCE.fullmatch(element.get("r", ""))
            c = column_number(place.group(1)) if place else c + 1
            if r >= limits.ROWS or c >= limits.COLUMNS:
                sheet.cut = True
                break
            cell = _cell(element, book, sheet)
            if cell.runs or cell.ruled:
                sheet.cells[r, c] = cell
    for merge in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        corners = REFERENCE.findall(merge.get("ref", ""))
        if len(corners) == 2:
            (left, top), (right, bottom) = corners
            end = (min(int(bottom), limits.ROWS) - 1, min(column_number(right), limits.COLUMNS - 1))
            sheet.merges.append((int(top) - 1, column_number(left), *end))


def column_number(letters: str) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _cell(element: _Element, book: Book, sheet: Sheet) -> SheetCell:
    index = element.get("s", "0")
    look = book.formats[int(index)] if index.isdecimal() and int(index) < len(book.formats) else Format()
    kind, value = element.get("t", "n"), element.findtext(S + "v")
    if value is None and element.find(S + "f") is not None:
        sheet.uncounted = True
    runs: tuple[Run, ...] = ()
    if kind == "inlineStr":
        inline = element.find(S + "is")
        runs = () if inline is None else _runs(inline, look)
    elif kind == "s" and value and value.isdecimal() and int(value) < len(book.texts):
        runs = _runs(book.texts[int(value)], look)
    elif value and kind in ("str", "e", "b", "d"):
        text = {"0": "FALSE", "1": "TRUE"}.get(value, value) if kind == "b" else value
        runs = _run(text, look, look)
    elif value:
        runs = _run(shown(value, look.code, since_1904=book.since_1904), look, look)
    return SheetCell(runs if any(run.text.strip() for run in runs) else (), look.align, look.ruled)


def _runs(element: _Element, look: Format) -> tuple[Run, ...]:
    """The pieces of a shared or inline string; phonetic hints are left out."""
    pieces = element.findall(S + "r")
    if not pieces:
        return _run(element.findtext(S + "t") or "", look, look)
    runs: list[Run] = []
    for piece in pieces:
        properties = piece.find(S + "rPr")
        runs += _run(piece.findtext(S + "t") or "", look if properties is None else _font(properties), look)
    return tuple(runs)


def _run(text: str, font: Format, look: Format) -> tuple[Run, ...]:
    encoding = font.encoding or look.encoding
    shown_text = clean(legacy.to_unicode(text, encoding) if encoding else text)
    shown_text = shown_text.replace("_x000D_", "").replace("\r", "")
    return (Run(shown_text, font.bold, font.italic, font.underline),) if shown_text else ()


def _formats(root: _Element | None) -> list[Format]:
    if root is None:
        return []
    codes = dict(BUILTIN)
    for element in root.iterfind(f"{S}numFmts/{S}numFmt"):
        if element.get("numFmtId", "").isdecimal():
            codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
    fonts = [_font(element) for element in root.iterfind(f"{S}fonts/{S}font")]
    borders = [
        any(side.get("style", "none") != "none" for side in element if side.tag in (S + "left", S + "right"))
        for element in root.iterfind(f"{S}borders/{S}border")
    ]
    formats = []
    for element in root.iterfind(f"{S}cellXfs/{S}xf"):
        font = _nth(fonts, element.get("fontId")) or Format()
        number = element.get("numFmtId", "0")
        alignment = element.find(S + "alignment")
        align = "" if alignment is None else ALIGNMENTS.get(alignment.get("horizontal", ""), "")
        code = codes.get(int(number), "") if number.isdecimal() else ""
        ruled = bool(_nth(borders, element.get("borderId")))
        formats.append(Format(code, font.bold, font.italic, font.underline, font.encoding, align, ruled))
    return formats


def _nth(items: Sequence[T], index: str | None) -> T | None:
    return items[int(index)] if index and index.isdecimal() and int(index) < len(items) else None


def _font(element: _Element) -> Format:
    def on(name: str) -> bool:
        found = element.find(S + name)
        return found is not None and found.get("val", "1") not in (*FALSE, "none")

    name = element.find(S + "name")
    name = element.find(S + "rFont") if name is None else name
    encoding = legacy.encoding_of_font(name.get("val", "")) if name is not None else None
    return Format(bold=on("b"), italic=on("i"), underline=on("u"), encoding=encoding)
