"""Plain text: encodings, broken lines, the wide table of a PDF in narrow lines."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from caitien.engine.document.readers import read_document
from caitien.engine.document.readers.txt_lines import Setting, setting_of, split_lines
from caitien.engine.document.tree import Document, Paragraph, flat
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
