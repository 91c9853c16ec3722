"""School years, semesters and working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.engine.errors import UserError
from caitien.engine.register import calendar, disclosure, register

CALENDAR = calendar()
DAYS = st.dates(date(2018, 1, 1), date(2031, 11, 30))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(2027, 7, 31), "2026-2027"),
    ],
)
def test_school_year_of_a_day(day: date, year: str) -> None:
    assert CALENDAR.school_year_of(day) == year


@given(DAYS)
def test_every_day_is_in_its_school_year(day: date) -> None:
    assert day in CALENDAR.school_year(CALENDAR.school_year_of(day)).span


def test_semesters_by_month() -> None:
    assert CALENDAR.semester("2026-2027", 1).months == ("2026-09", "2027-01")
    assert CALENDAR.semester("2026-2027", 2).months == ("2027-01", "2027-05")
    assert CALENDAR.semester_of(date(2026, 10, 1)) == 1
    assert CALENDAR.semester_of(date(2027, 5, 31)) == 2
    assert CALENDAR.semester_of(date(2027, 7, 1)) is None


@pytest.mark.parametrize("name", ["2026", "2026-2028", "26-27", "năm học", "2026-", "-2027"])
def test_what_is_no_school_year_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="hai năm liền nhau"):
        CALENDAR.school_year(name)


def test_ten_working_days_after_a_change() -> None:
    assert CALENDAR.add_working_days(date(2024, 11, 4), 10) == date(2024, 11, 18)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2025, 1, 24), 1, date(2025, 2, 3)),  # Friday before the week of Tết
        (date(2024, 2, 7), 1, date(2024, 2, 15)),  # two holidays on a weekend give two days more
        (date(2023, 4, 28), 1, date(2023, 5, 4)),  # 10/3 on Saturday, 30/4 on Sunday, 1/5 on Monday
        (date(2024, 4, 26), 1, date(2024, 5, 2)),  # 29/4 swapped with 4/5
        (date(2024, 5, 3), 1, date(2024, 5, 4)),
        (date(2018, 12, 28), 2, date(2019, 1, 3)),  # swapped across the turn of the year
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
)
def test_working_days_pass_over_holidays(start: date, count: int, end: date) -> None:
    assert CALENDAR.add_working_days(start, count) == end


@given(DAYS, st.integers(1, 15))
def test_working_days_end_on_one_and_add_up(day: date, count: int) -> None:
    end = CALENDAR.add_working_days(day, count)
    assert CALENDAR.is_working_day(end)
    between = (day + timedelta(days=i) for i in range(1, (end - day).days + 1))
    assert sum(CALENDAR.is_working_day(one) for one in between) == count


def test_unverified_holidays_are_said_to_be_so() -> None:
    assert not CALENDAR.is_certain(date(2027, 1, 1), date(2027, 2, 1))
    assert not CALENDAR.is_certain(date(2049, 1, 1), date(2049, 2, 1))


def test_disclosure_of_a_change_and_of_a_year() -> None:
    rule = disclosure()
    assert rule.due(2027) == date(2027, 6, 30)
    assert rule.update_due(date(2024, 11, 4), CALENDAR) == date(2024, 11, 18)
    assert rule.stays_until(date(2024, 6, 25)) == date(2029, 6, 25)
    assert rule.stays_until(date(2024, 2, 29)) == date(2029, 3, 1)
    assert register().regulation(rule.regulation) is not None
