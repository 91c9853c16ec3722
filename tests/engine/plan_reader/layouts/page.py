"""Pages of invented plans, written piece by piece as a school lays them out; nothing here knows what a plan is.

A page is a list of pieces: a text is a paragraph ("\\n" a soft break, "\\t" a tab), a mapping of one key is

``b`` ``i`` ``c`` ``r``      a bold, italic, centred bold, right-aligned paragraph
``two``      two lists of lines side by side, without rules
``boxes``    the same in text boxes
``numbered`` ``bulleted``    items that Word numbers by itself
``table``    rows of texts; "<" joins a cell to the one on its left, "^" to the one above, a line "#. …" is numbered
``wide`` ``upright``         landscape pages from here on, portrait pages again
"""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from openpyxl import Workbook

Piece = str | dict[str, Any]
ALIGN = {"c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}


def docx_of(page: list[Piece]) -> bytes:
    """The pieces as a Word file."""
    file = Document()
    file.styles["Normal"].font.name = "Times New Roman"
    file.styles["Normal"].font.size = Pt(13)
    _turn(file.sections[0], wide=False)
    for piece in page:
        _write(file, piece)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _write(file: Any, piece: Piece) -> None:
    kind, value = ("", piece) if isinstance(piece, str) else next(iter(piece.items()))
    match kind:
        case "table":
            _table(file, value)
        case "two":
            _two(file, value)
        case "boxes":
            for lines in value:
                _box(file.add_paragraph(), lines)
        case "numbered" | "bulleted":
            for line in value:
                file.add_paragraph(line, style="List Number" if kind == "numbered" else "List Bullet")
        case "wide" | "upright":
            _turn(file.add_section(), wide=kind == "wide")
        case _:
            _paragraph(file.add_paragraph(), str(value), kind)


def _turn(section: Any, *, wide: bool) -> None:
    sizes = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = sizes
    section.left_margin, section.right_margin = Mm(25), Mm(15)


def _paragraph(made: Any, text: str, kind: str) -> None:
    run = made.add_run(text)
    run.bold = kind in ("b", "c") or None
    run.italic = kind == "i" or None
    if kind in ALIGN:
        made.alignment = ALIGN[kind]


def _two(file: Any, columns: list[list[str]]) -> None:
    table = file.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, columns, strict=True):
        for i, line in enumerate(lines):
            made = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            _paragraph(made, line, "c" if line.isupper() else "")
            made.alignment = WD_ALIGN_PARAGRAPH.LEFT if line.startswith("-") else WD_ALIGN_PARAGRAPH.CENTER


def _box(paragraph: Any, lines: list[str]) -> None:
    """A text box of the old kind, which every Word reads."""
    inner = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    spaces = nsdecls("w") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    shape = f'<v:shape style="width:220pt;height:60pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
    paragraph._p.append(parse_xml(f"<w:r {spaces}><w:pict>{shape}</w:pict></w:r>"))


def spans(rows: list[list[str]]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell that stands for others the last place it covers."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = c
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            down = r
            while down + 1 < len(rows) and c < len(rows[down + 1]) and rows[down + 1][c] == "^":
                down += 1
            if (down, right) != (r, c):
                found[r, c] = (down, right)
    return found


def _table(file: Any, rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    made = file.add_table(rows=len(rows), cols=width)
    made.style = "Table Grid"
    grid = [list(row.cells) for row in made.rows]
    for (row, column), (down, right) in spans(rows).items():
        grid[row][column].merge(grid[down][right])
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text not in ("<", "^"):
                _fill(file, grid[r][c], str(text))
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(file: Any, cell: Any, text: str) -> None:
    number = 0
    for i, line in enumerate(text.split("\n")):
        made = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        if line.startswith("#. "):
            number = number or _new_list(file)
            properties = f'<w:ilvl w:val="0"/><w:numId w:val="{number}"/>'
            made._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{properties}</w:numPr>"))
            line = line[3:]
        made.add_run(line)


def _new_list(file: Any) -> int:
    """Another list "1.", "2." … that begins at 1; its number in the file."""
    style = file.styles["List Number"].element
    known = style.find(qn("w:pPr")).find(qn("w:numPr")).find(qn("w:numId")).get(qn("w:val"))
    part = file.part.numbering_part.element
    lists = part.findall(qn("w:num"))
    abstract = next(one for one in lists if one.get(qn("w:numId")) == known).find(qn("w:abstractNumId"))
    number = max(int(one.get(qn("w:numId"))) for one in lists) + 1
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    link = f'<w:abstractNumId w:val="{abstract.get(qn("w:val"))}"/>'
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{link}{start}</w:num>'))
    return number


def xlsx_of(page: list[Piece], *, width: int = 10) -> bytes:
    """The pieces on one sheet: paragraphs in merged rows, tables with merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    row = 1
    for piece in page:
        kind, value = ("", piece) if isinstance(piece, str) else next(iter(piece.items()))
        if kind == "table":
            row = _sheet_table(sheet, row, value)
        elif kind in ("two", "boxes"):
            for i in range(max(map(len, value))):
                for column, lines in ((1, value[0]), (width // 2 + 1, value[1])):
                    if i < len(lines):
                        sheet.cell(row, column, lines[i])
                row += 1
        elif kind not in ("wide", "upright"):
            for line in value if isinstance(value, list) else [value]:
                sheet.cell(row, 1, str(line))
                sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
                row += 1
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet_table(sheet: Any, top: int, rows: list[list[str]]) -> int:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text not in ("<", "^", ""):
                sheet.cell(top + r, c + 1, text)
    for (row, column), (down, right) in spans(rows).items():
        sheet.merge_cells(start_row=top + row, start_column=column + 1, end_row=top + down, end_column=right + 1)
    return top + len(rows)
