"""Tables of Word saved as plain text: a row a line, cells that run on over further lines, merged cells."""

from __future__ import annotations

from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Document, Paragraph, flat
from tests.engine.readers.office_files import outline, table

HEAD = "TT\tTiêu chí\tViệc\tAi\tGhi chú"


def read(*lines: str) -> Document:
    return read_document("\r\n".join(lines).encode())


def lines_of(document: Document) -> list[str]:
    return [block.text for _, block in flat(document) if isinstance(block, Paragraph)]


def cells(*texts: str) -> list[tuple[str, int, int]]:
    return [(text, 1, 1) for text in texts]


def test_a_cell_of_several_paragraphs_runs_over_lines_and_the_last_column_may_be_empty() -> None:
    found = read(
        "III. VIỆC", HEAD, "1\tTiêu chí 1.2\t- Mua sách", "- Sửa kệ\tThủ thư\t", "2\t1.3\tHọp\tTổ\tnhớ", "IV. SAU"
    )
    assert outline(table(found)) == [
        cells(*HEAD.split("\t")),
        cells("1", "Tiêu chí 1.2", "- Mua sách\n- Sửa kệ", "Thủ thư", ""),
        cells("2", "1.3", "Họp", "Tổ", "nhớ"),
    ]
    assert lines_of(found) == ["III. VIỆC", "IV. SAU"]


def test_merged_rows_span() -> None:
    found = read(HEAD, "MỨC 3", "1\tTiêu chuẩn 2: Đội ngũ", "\t2.1\tHọp\tTổ\t", "Tổng cộng\t5 triệu\t", "hết")
    assert outline(table(found))[1:] == [
        [("MỨC 3", 5, 1)],
        [("1", 1, 1), ("Tiêu chuẩn 2: Đội ngũ", 4, 1)],
        cells("", "2.1", "Họp", "Tổ", ""),
        [("Tổng cộng", 3, 1), ("5 triệu", 1, 1), ("", 1, 1)],
    ]
    assert lines_of(found) == ["hết"]


def test_a_criterion_of_two_lines_in_the_second_column() -> None:
    found = read(HEAD, "1\tTiêu chuẩn 3", "\tTiêu chí 3.2", "Phòng học\tXây\tHT\t", "2\tTiêu chí 3.3\tSơn\tHT\t")
    assert outline(table(found))[2] == cells("", "Tiêu chí 3.2\nPhòng học", "Xây", "HT", "")


def test_heads_that_share_a_name_with_the_others_repeated_or_empty() -> None:
    upper = "TT\tViệc\tThời gian\tTiền"
    below = ["1\ta\t9/2026\t5/2027\t0", "2\tb\t9/2026\t5/2027\t0"]
    for lower in ("TT\tViệc\tTừ\tĐến\tTiền", "\t\tTừ\tĐến\t"):
        assert outline(table(read(upper, lower, *below)))[:2] == [
            [("TT", 1, 2), ("Việc", 1, 2), ("Thời gian", 2, 1), ("Tiền", 1, 2)],
            cells("Từ", "Đến"),
        ]


def test_the_first_column_may_hold_texts() -> None:
    found = read(
        "Tiêu chí\tViệc\tAi", "Mức 2", "Tiêu chí 3.6: Thư viện\t- Xin sách.", "- Đóng kệ.\tThủ thư", "Mức 3", "x\ty\tz"
    )
    assert outline(table(found))[1:3] == [
        [("Mức 2", 3, 1)],
        cells("Tiêu chí 3.6: Thư viện", "- Xin sách.\n- Đóng kệ.", "Thủ thư"),
    ]


def test_lines_with_a_tab_far_below_are_no_rows() -> None:
    found = read(
        HEAD, "1\ta\tb\tc\td", "2\ta\tb\tc\td", "IV. TỔ CHỨC", "Nơi nhận:", "- Lưu: VT.\tHIỆU TRƯỞNG", "Lò Mây"
    )
    assert len(table(found).rows) == 3
    assert lines_of(found)[-2:] == ["- Lưu: VT.\tHIỆU TRƯỞNG", "Lò Mây"]
