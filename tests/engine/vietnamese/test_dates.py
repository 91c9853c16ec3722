"""Periods, dates and school years as plans write them."""

import pytest

from caitien.engine.vietnamese.dates import Period, find_dates, parse_date, parse_period, parse_school_year, points

PERIODS = [
    ("Từ tháng 10/2023 đến tháng 3/2024", "2023-10", "2024-03"),
    ("Tháng 9/2023", "2023-09", "2023-09"),
    ("Từ tháng 10 năm 2024 - Đến tháng 6 năm 2025", "2024-10", "2025-06"),
    ("tháng 9 năm 2024 - tháng 5 năm 2025", "2024-09", "2025-05"),
    ("Từ 05/9/2026 đến 31/5/2027", "2026-09", "2027-05"),
    ("9/2026 – 5/2027", "2026-09", "2027-05"),
    ("tháng 9-12/2026", "2026-09", "2026-12"),
    ("tháng 11 - 2/2027", "2026-11", "2027-02"),
    ("Từ tháng 9 đến tháng 12 năm 2026", "2026-09", "2026-12"),
    ("T9/2026 - T5/2027", "2026-09", "2027-05"),
    ("Quý IV/2026", "2026-10", "2026-12"),
    ("HK I", "2026-09", "2027-01"),
    ("Học kỳ II", "2027-01", "2027-05"),
    ("Học kỳ 1 năm học 2025-2026", "2025-09", "2026-01"),
    ("Tháng 10", "2026-10", "2026-10"),
    ("Tháng 2", "2027-02", "2027-02"),
    ("Cả năm học", "2026-2027", "2026-2027"),
    ("Năm học 2025 – 2026", "2025-2026", "2025-2026"),
    ("Từ năm học 2024 – 2025", "2024-2025", None),
    ("Từ năm học 2024 – 2025 đến năm 2025 – 2026.", "2024-2025", "2025-2026"),
    ("Từ tháng 9/2024", "2024-09", None),
    ("Từ tháng 9/2026 và những năm tiếp theo", "2026-09", None),
    ("Trước ngày 15/12/2026", None, "2026-12"),
    ("Thường xuyên", None, None),
    ("", None, None),
    ("Tháng 13/2026", None, None),
    ("HKI", "2026-09", "2027-01"),
    ("HKI, II", "2026-09", "2027-05"),
    ("Cả hai học kỳ", "2026-09", "2027-05"),
    ("Cuối HK II", "2027-05", "2027-05"),
    ("Đầu học kỳ II", "2027-01", "2027-01"),
    ("Năm học", "2026-2027", "2026-2027"),
    ("Trước 30/11", None, "2026-11"),
    ("15/9 - 30/4", "2026-09", "2027-04"),
    ("Ngày 20 tháng 11", "2026-11", "2026-11"),
    ("Tuần 2 tháng 11", "2026-11", "2026-11"),
    ("Tuần 2 tháng 11 đến tuần 4 tháng 4", "2026-11", "2027-04"),
    ("Tháng 9, 10/2026", "2026-09", "2026-10"),
    ("Tháng 9, 10, 11", "2026-09", "2026-11"),
    ("Tháng 10 - 3", "2026-10", "2027-03"),
    ("9/26 - 5/27", "2026-09", "2027-05"),
    ("Trước Tết (tháng 1/2027)", None, "2027-01"),
    ("20-25/11/2026", "2026-11", "2026-11"),
    ("Hằng tháng", None, None),
    ("5 lớp", None, None),
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_period(text: str, start: str | None, end: str | None) -> None:
    assert parse_period(text, "2026-2027") == Period(start, end)


def test_month_without_year_needs_a_school_year() -> None:
    assert parse_period("Tháng 10") == Period(None, None)


def test_dates_of_a_text() -> None:
    text = "ngày 30 tháng 8 năm 2024, 22/8/2018 và 31/02/2025"
    assert [date for date, _, _ in find_dates(text)] == ["2024-08-30", "2018-08-22"]
    assert parse_date("không có ngày") is None


def test_school_year_is_two_years_that_follow() -> None:
    assert parse_school_year("Năm học 2024– 2025") == "2024-2025"
    assert parse_school_year("giai đoạn 2020 – 2025") is None


def test_points_keep_the_order_of_the_text() -> None:
    assert [point.start for point in points("tháng 12/2026 rồi tháng 3/2027")] == ["2026-12", "2027-03"]


def test_a_fraction_in_running_text_is_no_day() -> None:
    assert points("nâng 5/9 tổ lên 9/9 tổ trong 2/3 tiết", "2026-2027") == []
    assert [point.start for point in points("xong trước ngày 15/12", "2026-2027")] == ["2026-12"]
