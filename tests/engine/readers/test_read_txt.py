"""Plain text: encodings, broken lines, tables of every kind, the wide table of a PDF in narrow lines."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from caitien.engine.document.readers import read_document
from caitien.engine.document.readers.txt_lines import Setting, setting_of, split_lines
from caitien.engine.document.tree import Document, Paragraph, Table, flat
from tests.engine.readers.office_files import outline, table, texts
from tests.engine.vietnamese.test_legacy import tcvn3, vni

PARAGRAPHS = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Nhà trường xác định rõ những việc cần làm trong năm học để khắc phục các điểm yếu mà đoàn đánh giá ngoài đã "
    "nêu, trước hết là phòng học bộ môn, thư viện và sân chơi của học sinh ở điểm trường lẻ.",
    "2. Mỗi việc có người chủ trì, có thời hạn và có nguồn kinh phí.",
    "- Tổ chuyên môn rà soát thiết bị dạy học vào tháng 9, lập danh sách thiết bị hỏng, đề nghị sửa chữa hoặc thanh lý "
    "theo đúng quy định; kết quả được báo cáo trong cuộc họp hội đồng sư phạm tháng 10.",
    "- Giáo viên chủ nhiệm gặp cha mẹ của những em hay nghỉ học, tìm hiểu nguyên nhân và cùng gia đình giúp các em đi "
    "học đều trở lại, không để em nào bỏ học giữa chừng.",
    "II. TỔ CHỨC THỰC HIỆN",
    "Hiệu trưởng phân công phó hiệu trưởng theo dõi việc thực hiện kế hoạch, cuối mỗi học kỳ nghe báo cáo của các tổ, "
    "điều chỉnh những việc chưa phù hợp với điều kiện thực tế của nhà trường và của địa phương.",
    "Kế toán cân đối nguồn kinh phí chi thường xuyên với nguồn tài trợ, công khai thu chi trên bảng tin của trường và "
    "trong cuộc họp cha mẹ học sinh đầu năm học, giữa năm học và cuối năm học.",
    "Thời gian hoàn thành: tháng 5 năm 2027",
    "HIỆU TRƯỞNG",
)


def read(text: str) -> Document:
    return read_document(text.encode())


def lines_of(document: Document) -> list[str]:
    return [block.text for _, block in flat(document) if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: _windows_1258(text),
        lambda text: tcvn3(text).encode("latin-1"),
        lambda text: tcvn3(text).encode(),
        lambda text: vni(text).encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode(),
    ],
    ids=["utf8", "bom", "utf16", "utf16le", "utf16be", "nfd", "cp1258", "tcvn3", "tcvn3-utf8", "vni", "crlf"],
)
def test_encodings(encode: Callable[[str], bytes]) -> None:
    text = "\n".join(PARAGRAPHS[1:5]).lower()
    assert lines_of(read_document(encode(text))) == text.split("\n")


def _windows_1258(text: str) -> bytes:
    """Letters with their tone typed apart, as this code page wants it."""
    apart = ""
    for letter in text:
        base = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in base[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
        apart += unicodedata.normalize("NFC", "".join(mark for mark in base if mark not in tones)) + tones
    return apart.encode("cp1258")


def test_text_encoded_twice_is_read_back() -> None:
    once = "Trường có điều kiện tốt và đủ giáo viên".encode()
    twice = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in once).encode()
    assert lines_of(read_document(twice)) == ["Trường có điều kiện tốt và đủ giáo viên"]


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    assert lines_of(read_document("chữ ".encode() * 2000 + b"\xff"))[0] == "chữ " * 2000 + "\ufffd"


def wrapped(width: int, indent: str = "") -> list[list[str]]:
    return [textwrap.wrap(text, width, initial_indent=indent, break_on_hyphens=False) for text in PARAGRAPHS]


@pytest.mark.parametrize("width", [64, 72, 80, 96])
@pytest.mark.parametrize("indent", ["", "      "])
@pytest.mark.parametrize("between", ["lines", "blank between paragraphs", "blank after each line"])
def test_broken_lines_become_paragraphs_again(width: int, indent: str, between: str) -> None:
    pieces = wrapped(width, indent)
    if between == "blank after each line":
        text = "".join(f"{line} \n\n" for lines in pieces for line in lines)
    else:
        text = ("\n" if between == "lines" else "\n\n").join("\n".join(lines) for lines in pieces)
    assert lines_of(read(text)) == list(PARAGRAPHS)


def test_unbroken_paragraphs_stay_apart() -> None:
    assert lines_of(read("\n".join(PARAGRAPHS))) == list(PARAGRAPHS)


def test_short_lines_stay_apart() -> None:
    block = "Nơi nhận:\n- Phòng VHXH;\n- Lưu VT.\nHIỆU TRƯỞNG\n(Đã ký)\nLê Văn Mẫu"
    assert lines_of(read(block)) == block.split("\n")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (("trong năm học 2026-", "2027 và những năm"), "trong năm học 2026-2027 và những năm"),
        (("trong năm học 2026 –", "2027 và những năm"), "trong năm học 2026 – 2027 và những năm"),
        (("trong năm học 2026", "– 2027 và những năm"), "trong năm học 2026 – 2027 và những năm"),
        (("cho học sinh các khối 6, 7,", "8. Nhà trường"), "cho học sinh các khối 6, 7, 8. Nhà trường"),
    ],
)
def test_years_and_numbers_on_two_lines(broken: tuple[str, str], whole: str) -> None:
    pieces = [line for lines in wrapped(80) for line in lines]
    start = "Hiệu trưởng chỉ đạo thực hiện những việc này ".ljust(79 - len(broken[0]), "x") + " "
    text = "\n".join([*pieces, start + broken[0], broken[1]])
    assert lines_of(read(text))[-1] == start + whole


def test_page_numbers_are_dropped_and_form_feeds_count_pages() -> None:
    text = "Đoạn một.\n\n\n\n2\n\nĐoạn hai.\n\n\n\n3\n\nLớp có 35 em.\n\n\n\n35\n\nhết"
    assert lines_of(read(text)) == ["Đoạn một.", "Đoạn hai.", "Lớp có 35 em.", "35", "hết"]
    document = read("a.\n\fb.\n2\n\fc.")
    assert [(block.text, block.page) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("a.", 1),
        ("b.", 2),
        ("c.", 3),
    ]
    assert document.pages == 3


NARROW = [
    *("TT", "Nội dung cần", "cải tiến", "Việc phải làm", "Ai làm và", "ai giúp", "Thời", "gian", "Kinh", "phí"),
    *(
        "1",
        "Thư viện chưa",
        "đủ sách",
        "tham khảo",
        "Mua thêm sách",
        "cho học sinh",
        "khối 1",
        "Thủ thư",
        "phối hợp tổ",
    ),
    *(
        "trưởng",
        "Tháng",
        "10/2026",
        "5 triệu",
        "đồng",
        "2",
        "Sân chơi còn",
        "hẹp",
        "Sửa sân và",
        "trồng cây",
        "bóng mát",
    ),
]


def test_a_wide_table_in_narrow_lines_is_kept_line_by_line() -> None:
    before = [line for lines in wrapped(80)[:5] for line in lines]
    after = [line for lines in wrapped(80)[5:] for line in lines]
    narrow = "\n\n".join(NARROW[:10]) + "\n\n \n\n" + "\n\n".join(NARROW[10:])
    document = read("\n\n".join(before) + "\n\n" + narrow + "\n\n" + "\n\n".join(after))
    kept = next(block for block in document.blocks if isinstance(block, Paragraph) and "\n" in block.text)
    assert kept.text.split("\n") == [*NARROW[:10], "", *NARROW[10:]]
    assert (kept.role, kept.align, kept.marker) == ("body", "left", "")
    assert [line for line in lines_of(document) if line != kept.text] == list(PARAGRAPHS)


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


def test_how_a_text_is_set() -> None:
    pieces = [line for lines in wrapped(80) for line in lines]
    assert setting_of(split_lines("\n".join(PARAGRAPHS))) == Setting()
    assert setting_of(split_lines("\n\n".join(pieces))).doubled
    assert not setting_of(split_lines("\n".join(pieces))).doubled
    open_ends = "\n".join(f"{line} " if line != lines[-1] else line for lines in wrapped(80) for line in lines)
    assert setting_of(split_lines(open_ends)).telling


def test_the_texts_of_the_cases_give_the_paragraphs_of_their_word_files(shared: Path) -> None:
    for case in ("seed-000", "seed-001", "seed-002", "seed-004"):
        folder = shared / "cases" / case
        expected = {" ".join(text.split()) for text in lines_of(read_document((folder / "plan.docx").read_bytes()))}
        found = {" ".join(text.split()) for text in lines_of(read_document((folder / "source.txt").read_bytes()))}
        assert len(expected - found) <= 0.05 * len(expected), (case, expected - found)


def test_the_table_of_tabs_has_the_cells_of_its_word_file(shared: Path) -> None:
    folder = shared / "cases" / "seed-003"
    found, expected = (
        [one for _, one in flat(read_document((folder / name).read_bytes())) if isinstance(one, Table)][-1]
        for name in ("source.txt", "plan.docx")
    )

    def words(one: Table) -> list[list[str]]:
        return [[" ".join(cell.text.split()) for cell in row.cells] for row in one.rows]

    assert words(found)[:-1] == words(expected)[:-1]
