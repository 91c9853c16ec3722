"""Amounts of money and numbers of documents."""

import pytest

from caitien.engine.vietnamese.money import format_vnd, parse_money, unit_of_heading
from caitien.engine.vietnamese.numbers import find_numbers

AMOUNTS = [
    ("7 triệu đồng", 7_000_000),
    ("2.300 triệu đồng", 2_300_000_000),
    ("1,2 tỷ", 1_200_000_000),
    ("1 tỷ 200 triệu đồng", 1_200_000_000),
    ("15.000.000đ", 15_000_000),
    ("15,000,000 đồng", 15_000_000),
    ("15 000 000 đồng", 15_000_000),
    ("500 nghìn đồng", 500_000),
    ("12.500.000", 12_500_000),
    ("20.000.000 đồng (ngân sách nhà nước)", 20_000_000),
    ("Ngân sách 10 triệu đồng; xã hội hóa 5 triệu đồng", 15_000_000),
    ("15 triệu đồng, trong đó ngân sách 10 triệu đồng, tài trợ 5 triệu đồng", 15_000_000),
    ("Không", 0),
    ("không có.", 0),
    ("Không cần kinh phí", 0),
    ("0", 0),
    ("5tr", 5_000_000),
    ("15tr (XHH)", 15_000_000),
    ("2tr500", 2_500_000),
    ("3tr5", 3_500_000),
    ("05 triệu", 5_000_000),
    ("0đ", 0),
    ("5.000.000 (NS)", 5_000_000),
    ("3.800.000 từ quỹ lớp", 3_800_000),
    ("cho 1.250 em", None),
    ("/", None),
    ("420.000.000đ (vốn huyện 400 triệu, XHH 20 triệu)", 420_000_000),
    ("10 triệu + 5 triệu = 15 triệu", 15_000_000),
    ("Ngân sách: 12.000.000\nXHH: 6.000.000", 18_000_000),
    ("theo tình hình thực tế", None),
    ("Theo Nghị quyết 20/2022", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_amount(text: str, amount: int | None) -> None:
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Kinh phí (triệu đồng)", 10**6),
        ("Dự kiến kinh phí (ĐVT: nghìn đồng)", 1000),
        ("Kinh phí", 1),
        ("Kinh phí (đồng)", 1),
        ("(Đơn vị tính kinh phí: 1000đ)", 1000),
        ("Đơn vị tính: 1.000 đồng", 1000),
        ("ĐVT: triệu đồng", 10**6),
    ],
)
def test_unit_of_a_column_head(heading: str, unit: int) -> None:
    assert unit_of_heading(heading) == unit


def test_figure_in_the_unit_of_its_column() -> None:
    assert parse_money("12,5", unit=10**6) == 12_500_000
    assert parse_money("15.000", unit=1000) == 15_000_000
    assert parse_money("Ngân sách: 12.000\nXHH: 6.000", unit=1000) == 18_000_000


def test_printed_with_dots() -> None:
    assert format_vnd(6_500_000) == "6.500.000 đ"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Thông tư số 17/2018/TT-BGDĐT, ngày 22/8/2018", ["17/2018/TT-BGDĐT"]),
        ("Nghị quyết số 12-NQ/ĐU ngày 03/8/2022; Chỉ thị 05-CT/TW", ["12-NQ/ĐU", "05-CT/TW"]),
        ("Công văn số 5932/BGDĐT-QLCL và 1015/QĐ-TTg.", ["5932/BGDĐT-QLCL", "1015/QĐ-TTg"]),
        ("Số: 41 /KH-ABC", ["41/KH-ABC"]),
        ("Luật số 43/2019/QH14", ["43/2019/QH14"]),
        ("đạt 25/27 tiêu chí ngày 05/9/2026", []),
    ],
)
def test_document_numbers(text: str, numbers: list[str]) -> None:
    assert [number.value for number in find_numbers(text)] == numbers
