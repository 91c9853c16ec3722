"""Document tree → Excel: one sheet, from top to bottom as on paper.

The columns of the sheet are those of the widest table; a paragraph is one cell merged over all of them, the cells of
smaller tables are merged as they need. Every text is written as text: what looks like a formula stays words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from caitien.engine.document import layout, table_layout
from caitien.engine.document.metrics import lines_needed
from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Picture, Run, Section, Table, paragraphs
from caitien.engine.document.writers.docx_parts import ILLEGAL
from caitien.engine.errors import UserError

SHEET = "Kế hoạch"
TOTAL = layout.LANDSCAPE.text_width
FORMULA = ("=", "+", "-", "@", "\t")
LONGEST = 32_000
"""Letters that a cell of Excel holds, with some to spare."""
TALLEST = 409.0
"""Points that a row of Excel can be high."""
SIGNATURE_LINES = 4
"""Line breaks that leave room for the signature above the name."""
LINE = Side(style="thin")
RULED = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
TOO_LONG = "Có ô dài quá 32.000 chữ, Excel không chứa được. Thầy cô chọn lưu thành Word hoặc PDF."


@dataclass(slots=True)
class Output:
    """Where the writing stands; rows count from 1."""

    sheet: Worksheet
    columns: list[float]
    """Widths of the columns of the sheet, mm."""
    row: int = 1
    fonts: dict[tuple[float, bool, bool, bool], Font] = field(default_factory=dict)
    titled: int = 0
    """Columns of the table whose heading rows are repeated on every page."""


def write_xlsx(document: Document, *, title: str = "", author: str = "") -> bytes:
    """The bytes of an .xlsx file; UserError when a text is too long for a cell of Excel."""
    blocks = [block for _, inside in layout.stretches(document.blocks) for block in inside]
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = SHEET
    book.properties.title, book.properties.creator = title or None, author or "CaiTien"
    output = Output(sheet, _sheet_columns(blocks))
    for i, width in enumerate(output.columns, 1):
        sheet.column_dimensions[get_column_letter(i)].width = round((width / 25.4 * 96 - 5) / 7, 2)
    _blocks(blocks, output)
    _page_setup(sheet)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet_columns(blocks: list[Block]) -> list[float]:
    """Widths of the widest table; two halves when there is none."""
    tables = [block for block in blocks if isinstance(block, Table)]
    widest = max(tables, key=lambda table: (table.columns, table.role == "grid"), default=None)
    if widest is None or widest.columns < 2:
        return [TOTAL / 2] * 2
    return table_layout.widths(widest, TOTAL)


def _page_setup(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    page = layout.LANDSCAPE
    margins = sheet.page_margins
    margins.left, margins.right = page.left / 25.4, page.right / 25.4
    margins.top, margins.bottom, margins.header = page.top / 25.4, page.bottom / 25.4, page.header / 25.4
    sheet.oddHeader.center.text = "&P"
    sheet.HeaderFooter.differentFirst = True
    sheet.sheet_view.showGridLines = False


def _blocks(blocks: list[Block], output: Output) -> None:
    after_table = 0
    for block in blocks:
        match block:
            case Paragraph():
                _wide(block, output)
            case Picture():
                _wide(layout.picture_note(block), output)
            case Table() if block.rows:
                output.row += after_table
                _table(block, output)
            case Section():
                _blocks(list(block.blocks), output)
        after_table = int(isinstance(block, Table))


def _wide(block: Paragraph, output: Output) -> None:
    """A paragraph over the whole width."""
    if not block.full_text.strip():
        return
    style = layout.style_of(block)
    cell = output.sheet.cell(output.row, 1)
    _put(cell, [block], style.size, output)
    cell.alignment = _alignment(layout.align_of(block))
    output.sheet.merge_cells(start_row=output.row, start_column=1, end_row=output.row, end_column=len(output.columns))
    lines = lines_needed(block.full_text, TOTAL, style.size, bold=style.bold)
    _set_height(output, output.row, lines * style.size * 1.25 + style.after)
    output.row += 1


def _table(table: Table, output: Output) -> None:
    starts = _starts(table_layout.widths(table, TOTAL), output.columns)
    size, ruled = table_layout.cell_size(table), table.role == "grid"
    heights = [size * 1.25] * len(table.rows)
    for r, c, column in table_layout.places(table):
        cell = table.rows[r].cells[c]
        first, last = starts[column], starts[column + cell.colspan] - 1
        _cell(cell, (output.row + r, first, last), size if ruled else 0.0, output)
        room = sum(output.columns[first - 1 : last]) - 3
        needed = sum(lines_needed(block.full_text, room, size) for block in paragraphs(cell.blocks))
        heights[r] = max(heights[r], needed * size * 1.25 / cell.rowspan + 4)
    for r, height in enumerate(heights):
        _set_height(output, output.row + r, height)
    heads = table_layout.heading_rows(table)
    if heads and table.columns > output.titled:
        output.titled = table.columns
        output.sheet.print_title_rows = f"{output.row}:{output.row + heads - 1}"
    output.row += len(table.rows)


def _starts(widths: list[float], columns: list[float]) -> list[int]:
    """For each column of a table its first column in the sheet (from 1), and one past the end: the nearest that fit."""
    edges = [sum(columns[:i]) for i in range(len(columns) + 1)]
    starts = [0]
    for i, (_, edge) in enumerate(pairwise([sum(widths[:i]) for i in range(len(widths) + 1)])):
        left = len(widths) - i - 1
        if not left:
            break
        allowed = range(starts[-1] + 1, len(columns) - left + 1)
        starts.append(min(allowed, key=lambda at: abs(edges[at] - edge)))
    return [start + 1 for start in [*starts, len(columns)]]


def _cell(cell: Cell, place: tuple[int, int, int], size: float, output: Output) -> None:
    """One cell at (row, first column, last column); its blocks are lines in it, a table within becomes lines too.

    `size` is that of the letters in a ruled table, 0 in an unruled one, whose paragraphs have their own.
    """
    row, first, last = place
    blocks = list(paragraphs(cell.blocks))
    head = output.sheet.cell(row, first)
    _put(head, blocks, size, output)
    align = layout.align_of(blocks[0]) if blocks else "left"
    heading = any(block.role == "cell_head" for block in blocks)
    head.alignment = _alignment(align, vertical="center" if heading else "top")
    if size:
        for r in range(row, row + cell.rowspan):
            for c in range(first, last + 1):
                output.sheet.cell(r, c).border = RULED
    if last > first or cell.rowspan > 1:
        output.sheet.merge_cells(start_row=row, start_column=first, end_row=row + cell.rowspan - 1, end_column=last)


def _put(cell: SheetCell, blocks: list[Paragraph], size: float, output: Output) -> None:
    """The text of the paragraphs, each on a line; pieces of one look are one piece."""
    pieces: list[tuple[str, tuple[float, bool, bool, bool]]] = []
    for block in blocks:
        style = layout.style_of(block)
        marker = (Run(f"{block.marker} ", bold=block.bold),) if block.marker else ()
        for i, run in enumerate((*marker, *block.runs)):
            look = (size or style.size, run.bold or style.bold, run.italic or style.italic, run.underline)
            text = ILLEGAL.sub("", run.text)
            if i == 0 and pieces:
                text = "\n" * (SIGNATURE_LINES if block.role == "signer_name" else 1) + text
            if pieces and pieces[-1][1] == look:
                pieces[-1] = (pieces[-1][0] + text, look)
            else:
                pieces.append((text, look))
    whole = "".join(text for text, _ in pieces)
    if len(whole) > LONGEST:
        raise UserError(TOO_LONG)
    if not pieces:
        return
    cell.font = _font(pieces[0][1], output)
    if len(pieces) == 1:
        cell.value = whole
        cell.data_type = "s"
    else:
        cell.value = CellRichText(*(TextBlock(_inline(look), text) for text, look in pieces if text))
    if whole.startswith(FORMULA):
        cell.quotePrefix = True


def _font(look: tuple[float, bool, bool, bool], output: Output) -> Font:
    size, bold, italic, underline = look
    if look not in output.fonts:
        line = "single" if underline else None
        output.fonts[look] = Font(name=layout.FONT, size=size, bold=bold, italic=italic, underline=line)
    return output.fonts[look]


def _inline(look: tuple[float, bool, bool, bool]) -> InlineFont:
    size, bold, italic, underline = look
    return InlineFont(rFont=layout.FONT, sz=size, b=bold, i=italic, u="single" if underline else None)


def _alignment(align: str, vertical: str = "top") -> Alignment:
    return Alignment(horizontal={"justify": "left"}.get(align, align), vertical=vertical, wrap_text=True)


def _set_height(output: Output, row: int, points: float) -> None:
    output.sheet.row_dimensions[row].height = min(round(points, 1), TALLEST)
