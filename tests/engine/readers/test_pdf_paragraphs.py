"""PDF text: lines become the paragraphs they were."""

from __future__ import annotations

from random import Random

import pytest

from caitien.engine.document.readers.pdf import read_pdf
from caitien.engine.document.tree import Paragraph, Table, flat
from tests.engine.readers.pdf_files import PAGE, drawn, printed, rows_of, tables, texts

LONG = (
    "Nhà trường rà soát sách trong thư viện, lập danh mục sách cần bổ sung và phân công nhân viên thư viện giới thiệu "
    "sách mới vào giờ chào cờ hằng tuần, mỗi tổ chuyên môn chọn một tiết đọc sách tại lớp trong tháng."
)
OTHER = (
    "Tổ Văn phòng kiểm kê bàn ghế, quạt, đèn của từng lớp, báo cáo hiệu trưởng những thứ phải sửa chữa trước khi vào "
    "năm học và theo dõi việc sửa chữa đến khi xong."
)
LISTS = """
I. MỤC ĐÍCH

{long}

- {other}

- Việc ngắn;

1. {long}

a) Ý nhỏ

{other}
"""


def plain(source: str) -> str:
    """Source text in which typst finds no marks of its own."""
    return source.replace("\n- ", "\n\\- ").replace("\n1. ", "\n1#[.] ")


@pytest.mark.parametrize("indent", ["0mm", "12mm"])
@pytest.mark.parametrize("justify", ["true", "false"])
@pytest.mark.parametrize("size", ["11pt", "14pt"])
def test_wrapped_lines_are_joined(indent: str, justify: str, size: str) -> None:
    look = (
        f"\n#set par(justify: {justify}, first-line-indent: (amount: {indent}, all: true))\n#set text(size: {size})\n"
    )
    document = read_pdf(printed(look + plain(LISTS.format(long=LONG, other=OTHER))))
    expected = ["I. MỤC ĐÍCH", LONG, f"- {OTHER}", "- Việc ngắn;", f"1. {LONG}", "a) Ý nhỏ", OTHER]
    assert texts(document) == expected
    assert document.source_format == "pdf"


def test_paragraphs_without_indent_or_distance_end_where_a_word_would_have_fitted() -> None:
    look = "#set par(justify: true, first-line-indent: 0pt, leading: 0.7em, spacing: 0.7em)\n"
    assert texts(read_pdf(printed(f"{look}{LONG}\n\n{OTHER}\n\nNgắn thôi.\n\n{LONG}"))) == [
        LONG,
        OTHER,
        "Ngắn thôi.",
        LONG,
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = read_pdf(printed("#v(238mm)\n" + f"{LONG}\n\n{OTHER}"))
    assert document.pages == 2
    assert texts(document) == [LONG, OTHER]


def test_centred_lines_stand_alone_and_long_headings_are_joined() -> None:
    heading = "CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC CỦA NHÀ TRƯỜNG VÀ CÁC ĐIỂM TRƯỜNG LẺ NĂM HỌC 2026-2027"
    source = f"#align(center)[*KẾ HOẠCH* \\ *{heading}* \\ Năm học 2026-2027]\n\n{LONG}"
    document = read_pdf(printed(source))
    assert texts(document) == ["KẾ HOẠCH", heading, "Năm học 2026-2027", LONG]
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.align, first.bold, first.page) == ("center", True, 1)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Trong năm học 2026-2027 có đủ sách", 31),
        ("Theo Kế hoạch 12/KH-THSM đã duyệt", 33),
        ("Mỗi tuần 2 - 3 buổi đọc", 22),
    ],
)
def test_a_line_broken_inside_a_number_is_joined_without_a_blank(text: str, width: int) -> None:
    for share in range(width, width + 12, 2):
        source = f"#table(columns: ({share}mm, 20mm), [{text}], [x])"
        assert rows_of(tables(read_pdf(printed(source)))[0]) == [[text, "x"]]


def test_words_too_long_for_their_column_are_put_together() -> None:
    content = b"0 0 0 RG 100 700 m 126 700 l S 100 740 m 126 740 l S 200 700 m 200 740 l S 126 700 m 200 700 l S "
    content += b"126 740 m 200 740 l S 100 700 m 100 740 l S 126 700 m 126 740 l S "
    content += b"BT /F1 10 Tf 1 0 0 1 101 728 Tm (30/11) Tj 0 -12 Td (/2026) Tj 50 12 Td (xong) Tj ET"
    assert rows_of(tables(read_pdf(drawn(content)))[0]) == [["30/11/2026", "xong"]]


def test_page_numbers_and_running_heads_are_no_text() -> None:
    setting = PAGE + (
        "#set page(header: align(right)[_Trường Tiểu học Sơn Mai_], "
        'footer: context align(center)[Trang #counter(page).display("1/1", both: true)])\n'
    )
    words = f"{LONG} {OTHER}".split()
    paragraphs = [" ".join([f"Việc {number}:", *Random(number).sample(words, 40)]) for number in range(30)]
    document = read_pdf(printed("\n\n".join(paragraphs), setting))
    assert document.pages == 3
    assert texts(document) == paragraphs


def test_a_bold_heading_on_a_full_line_does_not_swallow_what_follows() -> None:
    heading = "1. Hiệu trưởng chịu trách nhiệm chung về việc thực hiện kế hoạch của trường"
    document = read_pdf(printed(f"#set par(first-line-indent: 0pt)\n*{heading.replace('1. ', '1#[.] ')}*\n\n{LONG}"))
    assert texts(document) == [heading, LONG]


def test_styles_inside_a_paragraph_are_kept() -> None:
    document = read_pdf(printed("Mục tiêu: *sửa 5 phòng* và _trồng cây_, trả #text(weight: 700)[Phòng]GD."))
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == "Mục tiêu: sửa 5 phòng và trồng cây, trả PhòngGD."
    assert [run.text.strip() for run in block.runs if run.bold] == ["sửa 5 phòng", "Phòng"]
    assert [run.text.strip() for run in block.runs if run.italic] == ["trồng cây"]


LETTERHEAD = """
#grid(columns: (42%, 58%), align: center,
  [UBND XÃ SƠN MAI \\ *TRƯỜNG TIỂU HỌC SƠN MAI* \\ Số: 15/KH-THSM],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\ _Sơn Mai, ngày 10 tháng 9 năm 2026_])

#align(center)[*KẾ HOẠCH*]
"""
CLOSING = """
#grid(columns: (1fr, 1fr),
  text(size: 11pt)[*_Nơi nhận:_* \\ \\- Phòng Văn hóa - Xã hội (để b/c); \\ \\- Các tổ chuyên môn; \\ \\- Lưu: VT.],
  align(center)[*HIỆU TRƯỞNG* \\ \\ (Đã ký) \\ \\ *Lê Văn Mẫu*])
"""


def test_letterhead_and_closing_block() -> None:
    document = read_pdf(printed(f"#set par(first-line-indent: 0pt)\n{LETTERHEAD}\n\n{LONG}\n\n{CLOSING}"))
    head, tail = tables(document)
    assert (head.role, tail.role) == ("letterhead", "closing")
    assert rows_of(head) == [
        [
            "UBND XÃ SƠN MAI\nTRƯỜNG TIỂU HỌC SƠN MAI\nSố: 15/KH-THSM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Mai, ngày 10 tháng 9 năm 2026",
        ]
    ]
    assert rows_of(tail) == [
        [
            "Nơi nhận:\n- Phòng Văn hóa - Xã hội (để b/c);\n- Các tổ chuyên môn;\n- Lưu: VT.",
            "HIỆU TRƯỞNG\n(Đã ký)\nLê Văn Mẫu",
        ]
    ]
    assert texts(document) == ["KẾ HOẠCH", LONG]


def test_a_letterhead_of_one_side_a_line() -> None:
    source = "#align(right)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*]\n\nSố: 15/KH-THSM\n\n#align(center)[*KẾ HOẠCH*]\n\n"
    document = read_pdf(printed(f"{source}{LONG}"))
    assert rows_of(tables(document)[0]) == [["Số: 15/KH-THSM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]
    assert texts(document) == ["KẾ HOẠCH", LONG]


def test_recipients_alone_close_the_document() -> None:
    document = read_pdf(
        printed(f"{LONG}\n\n#set par(first-line-indent: 0pt)\nNơi nhận:\n\n\\- Như trên;\n\n\\- Lưu: VT.")
    )
    last = [block for _, block in flat(document)][-1]
    assert isinstance(last, Table)
    assert rows_of(last) == [["Nơi nhận:\n- Như trên;\n- Lưu: VT.", ""]]


def test_plain_text_has_no_columns() -> None:
    document = read_pdf(printed(f"{LONG}\n\n{OTHER}\n\nNgắn."))
    assert not tables(document)
