"""Excel workbooks: regions, merged cells, numbers as shown."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from caitien.engine.document.readers import read_document, xls
from caitien.engine.document.readers.xlsx_numbers import shown
from caitien.engine.document.tree import Document, Paragraph, Run, Table
from caitien.engine.errors import Unreadable
from tests.engine.readers.office_files import outline, table, texts, xlsx

LINES = Border(*[Side("thin")] * 4)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(book: Workbook) -> Document:
    return read_document(saved(book))


def rule(sheet: Worksheet, place: str) -> None:
    for row in sheet[place]:
        for one in row:
            one.border = LINES


def plan_sheet() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["E1"] = "UBND XÃ AN HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["A2"], sheet["E2"] = "TRƯỜNG TIỂU HỌC AN HÒA", "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = "KẾ HOẠCH"
    sheet["A4"].font, sheet["A4"].alignment = Font(bold=True), Alignment(horizontal="center")
    sheet.merge_cells("A4:G4")
    sheet["A5"] = "I. Mục đích\n1. Nâng chất lượng"
    for place, text in zip("ABCDFG", ("TT", "Tiêu chí", "Kết quả", "Thời gian", "Kinh phí", "Ghi chú"), strict=True):
        sheet[f"{place}7"] = text
    sheet.merge_cells("D7:E7")
    sheet["D8"], sheet["E8"] = "Bắt đầu", "Kết thúc"
    for place in "ABCFG":
        sheet.merge_cells(f"{place}7:{place}8")
    sheet["A9"] = "MỨC 1"
    sheet.merge_cells("A9:G9")
    sheet.append([1, "1.2", "- a\n- b", date(2026, 9, 5), datetime(2027, 5, 31), 15000000, None])
    sheet["F10"].number_format = '#,##0" đồng"'
    rule(sheet, "A7:G10")
    sheet["B13"], sheet["F13"] = "Nơi nhận:\n- Lưu VT.", "HIỆU TRƯỞNG"
    return book


def test_a_plan_becomes_letterhead_paragraphs_table_and_closing() -> None:
    document = read(plan_sheet())
    shapes = [block.role for block in document.blocks if isinstance(block, (Table, Paragraph))]
    assert shapes == ["letterhead", "body", "body", "body", "grid", "letterhead"]
    assert document.blocks[1] == Paragraph((Run("KẾ HOẠCH", bold=True),), align="center")
    assert [block.text for block in document.blocks[2:4] if isinstance(block, Paragraph)] == [
        "I. Mục đích",
        "1. Nâng chất lượng",
    ]
    grid = document.blocks[4]
    assert isinstance(grid, Table)
    assert outline(grid) == [
        [
            ("TT", 1, 2),
            ("Tiêu chí", 1, 2),
            ("Kết quả", 1, 2),
            ("Thời gian", 2, 1),
            ("Kinh phí", 1, 2),
            ("Ghi chú", 1, 2),
        ],
        [("Bắt đầu", 1, 1), ("Kết thúc", 1, 1)],
        [("MỨC 1", 7, 1)],
        [
            ("1", 1, 1),
            ("1.2", 1, 1),
            ("- a\n- b", 1, 1),
            ("05/09/2026", 1, 1),
            ("31/05/2027", 1, 1),
            ("15.000.000 đồng", 1, 1),
            ("", 1, 1),
        ],
    ]


def test_columns_in_which_no_cell_begins_vanish() -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["D1"] = "TT", "Nội dung"
    sheet["A2"], sheet["D2"] = 1, "việc"
    for r in (1, 2):
        sheet.merge_cells(f"A{r}:C{r}")
        sheet.merge_cells(f"D{r}:J{r}")
    rule(sheet, "A1:J2")
    found = table(read(book))
    assert outline(found) == [[("TT", 1, 1), ("Nội dung", 1, 1)], [("1", 1, 1), ("việc", 1, 1)]]
    assert found.widths == (0.3, 0.7)


def test_without_lines_three_texts_side_by_side_make_a_table_with_group_rows() -> None:
    book = Workbook()
    for row in (["Bảng"], [], ["TT", "Việc", "Ai"], ["MỨC 1"], [1, "a", "b"], [], ["Ghi chú"]):
        book.active.append(row)
    document = read(book)
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    assert outline(table(document)) == [
        [("TT", 1, 1), ("Việc", 1, 1), ("Ai", 1, 1)],
        [("MỨC 1", 1, 1), ("", 1, 1), ("", 1, 1)],
        [("1", 1, 1), ("a", 1, 1), ("b", 1, 1)],
    ]


def test_a_ruled_row_without_text_is_an_empty_row() -> None:
    book = Workbook()
    book.active.append(["a", "b"])
    book.active.append([None, None])
    book.active.append(["c", "d"])
    rule(book.active, "A1:B3")
    assert outline(table(read(book)))[1] == [("", 1, 1), ("", 1, 1)]


def test_repeated_rows_are_headings() -> None:
    book = plan_sheet()
    book.active.print_title_rows = "7:8"
    document = read(book)
    grid = next(block for block in document.blocks if isinstance(block, Table) and block.role == "grid")
    assert [row.header for row in grid.rows] == [True, True, False, False]
    assert {block.role for cell in grid.rows[0].cells for block in cell.blocks if isinstance(block, Paragraph)} == {
        "cell_head"
    }


def test_hidden_sheets_are_listed_and_names_head_only_several_sheets() -> None:
    book = Workbook()
    book.active.title = "Kế hoạch"
    book.active["A1"] = "chữ"
    book.create_sheet("Nháp").sheet_state = "hidden"
    book["Nháp"]["A1"] = "ẩn"
    book.create_sheet("Trống")
    document = read(book)
    assert (texts(document), document.losses) == (["chữ"], ("Trang tính ẩn không được đọc: Nháp.",))
    book["Trống"]["A1"] = "khác"
    assert texts(read(book)) == ["Kế hoạch", "chữ", "Trống", "khác"]


def test_pieces_of_one_cell_keep_their_look_and_old_fonts_become_unicode() -> None:
    strings = (
        "<sst {names}><si><r><t>Mức </t></r><r><rPr><b/></rPr><t>1</t></r></si>"
        '<si><r><rPr><rFont val=".VnTime"/></rPr><t>kÕ ho¹ch</t></r></si></sst>'
    )
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
    document = read_document(xlsx(rows, sharedStrings=strings))
    assert document.blocks == (Paragraph((Run("Mức "), Run("1", bold=True))), Paragraph((Run("kế hoạch"),)))


def test_formulas_without_a_result_are_said() -> None:
    document = read_document(xlsx('<row><c t="str"><v>a</v></c><c><f>1+1</f></c></row>'))
    assert any("công thức" in loss for loss in document.losses)


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(Unreadable, match="Bảng tính không có chữ"):
        read(Workbook())


@pytest.mark.parametrize(
    ("text", "code", "display"),
    [
        ("12", "", "12"),
        ("12.0", "General", "12"),
        ("12.5", "", "12,5"),
        ("0.1", "General", "0,1"),
        ("15000000", "#,##0", "15.000.000"),
        ("1234.5", "#,##0.00", "1.234,50"),
        ("0.684", "0.0%", "68,4%"),
        ("3", '"Tháng "0', "Tháng 3"),
        ("7", '0" triệu"', "7 triệu"),
        ("-2", "0_);(0)", "-2"),
        ("46270", "dd/mm/yyyy", "05/09/2026"),
        ("46270", "[$-42A]d mmmm yyyy", "05/09/2026"),
        ("46270", "mm/yyyy", "09/2026"),
        ("46270.5", "yyyy-mm-dd h:mm:ss", "05/09/2026 12:00"),
        ("0.5", "h:mm", "12:00"),
        ("44808", "mm-dd-yy", "04/09/2022"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("1e300", "dd/mm/yyyy", "1e+300"),
        ("chữ", "0", "chữ"),
    ],
)
def test_numbers_as_shown(text: str, code: str, display: str) -> None:
    assert shown(text, code) == display


def test_dates_of_the_calendar_from_1904() -> None:
    assert shown("44808", "dd/mm/yyyy", since_1904=True) == "05/09/2026"


def test_a_broken_old_workbook_is_refused() -> None:
    with pytest.raises(Unreadable, match="hỏng"):
        xls.load_sheets(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def test_two_thousand_rows_are_read() -> None:
    book = Workbook()
    for i in range(2000):
        book.active.append([f"ô {i}.{j}" for j in range(10)])
    data = saved(book)
    assert len(table(read_document(data)).rows) == 2000
