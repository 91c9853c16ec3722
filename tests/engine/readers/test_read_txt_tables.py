"""Tables in plain text: cells on lines of their own, tabs, bars, blocks side by side."""

from __future__ import annotations

from pathlib import Path

from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Document, Paragraph, Table, flat
from tests.engine.readers.office_files import outline, table, texts


def read(text: str) -> Document:
    return read_document(text.encode())


def lines_of(document: Document) -> list[str]:
    return [block.text for _, block in flat(document) if isinstance(block, Paragraph)]


def cells(*rows: tuple[str, ...]) -> str:
    return "\n\n".join("\n".join(f"\t{text}" for text in row) for row in rows)


HEAD = ("TT", "Tiêu chí", "Kết quả", "Thời gian", "Kinh phí")
HEAD_BELOW = ("", "", "", "Bắt đầu", "Kết thúc", "")
ROW = ("", "Tiêu chí 1.2", "Đạt mức 2", "Tháng 9", "Tháng 5", "Không")


def test_cells_on_lines_of_their_own() -> None:
    text = (
        "Bảng:\n"
        + cells(HEAD, HEAD_BELOW, ("MỨC 1",), ("1", "Tiêu chuẩn 1", "", "", ""), ROW, ROW)
        + "\n\nIV. Sau bảng"
    )
    document = read(text)
    assert lines_of(document) == ["Bảng:", "IV. Sau bảng"]
    assert outline(table(document)) == [
        [("TT", 1, 2), ("Tiêu chí", 1, 2), ("Kết quả", 1, 2), ("Thời gian", 2, 1), ("Kinh phí", 1, 2)],
        [("Bắt đầu", 1, 1), ("Kết thúc", 1, 1)],
        [("MỨC 1", 6, 1)],
        [("1", 1, 1), ("Tiêu chuẩn 1", 5, 1)],
        [(text, 1, 1) for text in ROW],
        [(text, 1, 1) for text in ROW],
    ]
    assert [row.header for row in table(document).rows][:3] == [True, True, False]


def test_a_cell_of_several_paragraphs_and_blank_lines_is_one_cell() -> None:
    long = (*ROW[:2], "- Mua sách\n\n- Sửa kệ,\nsơn lại cửa\n\n", *ROW[3:])
    found = table(read(cells(HEAD, HEAD_BELOW, ROW, long, ROW)))
    assert [cell.text for cell in found.rows[3].cells] == [*ROW[:2], "- Mua sách\n- Sửa kệ, sơn lại cửa", *ROW[3:]]
    assert len(found.rows) == 5


def test_text_between_two_tables_stays_outside() -> None:
    small = (("TT", "Việc", "Ai"), ("1", "a", "b"), ("2", "c", "d"))
    text = f"{cells(*small)}\n\nTiêu chuẩn 2: Giáo viên\n\n{cells(*small)}\n\nhết"
    blocks = read(text).blocks
    assert [type(block) for block in blocks] == [Table, Paragraph, Table, Paragraph]


def test_two_blocks_side_by_side_are_a_letterhead() -> None:
    document = read("\tUBND XÃ AN HÒA\n\nTRƯỜNG TIỂU HỌC AN HÒA\n\tCỘNG HÒA XÃ HỘI\n\nĐộc lập\n\nKẾ HOẠCH")
    assert table(document).role == "letterhead"
    assert outline(table(document)) == [[("UBND XÃ AN HÒA\nTRƯỜNG TIỂU HỌC AN HÒA", 1, 1), ("CỘNG HÒA XÃ HỘI", 1, 1)]]
    assert lines_of(document) == ["Độc lập", "KẾ HOẠCH"]


def test_lone_tabs_are_no_table() -> None:
    assert texts(read("\t\tgiữa\n\tphải\n\nthường")) == ["giữa", "phải", "thường"]


def test_columns_parted_by_tabs() -> None:
    document = read('Bảng\nTT\tViệc\tAi\n1\t"a\nb"\tc\n2\td\n\nhết')
    assert outline(table(document)) == [
        [("TT", 1, 1), ("Việc", 1, 1), ("Ai", 1, 1)],
        [("1", 1, 1), ("a\nb", 1, 1), ("c", 1, 1)],
        [("2", 1, 1), ("d", 1, 1), ("", 1, 1)],
    ]
    assert lines_of(document) == ["Bảng", "hết"]


def test_tables_of_bars() -> None:
    markdown = table(read("| TT | Việc |\n|----|:-----|\n| 1 | a |\n| 2 | b |"))
    assert outline(markdown) == [[("TT", 1, 1), ("Việc", 1, 1)], [("1", 1, 1), ("a", 1, 1)], [("2", 1, 1), ("b", 1, 1)]]
    assert [row.header for row in markdown.rows] == [True, False, False]


def test_drawn_grids_join_the_lines_of_a_row() -> None:
    rule = "+----+-------+"
    drawn = "\n".join(
        (rule, "| TT | Việc  |", "+====+=======+", "| 1  | mua   |", "|    | sách  |", rule, "| 2  | sửa   |", rule)
    )
    assert outline(table(read(drawn))) == [
        [("TT", 1, 1), ("Việc", 1, 1)],
        [("1", 1, 1), ("mua\nsách", 1, 1)],
        [("2", 1, 1), ("sửa", 1, 1)],
    ]


def test_cells_parted_by_lone_bars_go_on_over_lines() -> None:
    rows = "1 | - mua sách\n- sửa kệ | thủ thư\nvà tổ trưởng\n2 | | kế toán"
    document = read(f"Bảng\nTT | Việc | Ai\nMỨC 1 | MỨC 1 | MỨC 1\n{rows}\n\nhết")
    assert outline(table(document)) == [
        [("TT", 1, 1), ("Việc", 1, 1), ("Ai", 1, 1)],
        [("MỨC 1", 3, 1)],
        [("1", 1, 1), ("- mua sách\n- sửa kệ", 1, 1), ("thủ thư\nvà tổ trưởng", 1, 1)],
        [("2", 1, 1), ("", 1, 1), ("kế toán", 1, 1)],
    ]
    assert lines_of(document) == ["Bảng", "hết"]


def test_a_heading_with_shared_names_gets_its_spans() -> None:
    text = "TT\tThời gian\t\tKinh phí\n\tBắt đầu\tKết thúc\t\n1\t9/2026\t5/2027\t0"
    assert outline(table(read(text))) == [
        [("TT", 1, 2), ("Thời gian", 2, 1), ("Kinh phí", 1, 2)],
        [("Bắt đầu", 1, 1), ("Kết thúc", 1, 1)],
        [("1", 1, 1), ("9/2026", 1, 1), ("5/2027", 1, 1), ("0", 1, 1)],
    ]


def test_blocks_side_by_side_with_blanks() -> None:
    text = (
        "UBND XÃ AN HÒA               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG TIỂU HỌC AN HÒA          Độc lập - Tự do - Hạnh phúc\n\n"
        "Số:       /KH-THAH\nKẾ HOẠCH"
    )
    document = read(text)
    assert table(document).role == "letterhead"
    assert [cell.text for cell in table(document).rows[0].cells] == [
        "UBND XÃ AN HÒA\nTRƯỜNG TIỂU HỌC AN HÒA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ]
    assert lines_of(document)[-1] == "KẾ HOẠCH"


def test_the_table_of_tabs_has_the_cells_of_its_word_file(shared: Path) -> None:
    folder = shared / "cases" / "seed-003"
    found, expected = (
        [one for _, one in flat(read_document((folder / name).read_bytes())) if isinstance(one, Table)][-1]
        for name in ("source.txt", "plan.docx")
    )

    def words(one: Table) -> list[list[str]]:
        return [[" ".join(cell.text.split()) for cell in row.cells] for row in one.rows]

    assert words(found)[:-1] == words(expected)[:-1]
