"""School years, semesters and working days. Dates come in as parameters; the program never asks what day it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caitien.engine.errors import UserError

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included."""

    start: datetime.date
    end: datetime.date

    def __contains__(self, day: datetime.date) -> bool:
        return self.start <= day <= self.end

    @property
    def months(self) -> tuple[str, str]:
        """First and last month as ``YYYY-MM``."""
        return f"{self.start:%Y-%m}", f"{self.end:%Y-%m}"


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year ``2026-2027`` with its semesters."""

    name: str
    span: Span
    semesters: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class YearRule:
    """Month and day (``08-01``) at which the school year and its semesters begin and end, from a first year on."""

    first: int
    year: tuple[str, str]
    semesters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off of one calendar year. ``verified`` False: computed, or from memory of the yearly announcement."""

    days: frozenset[datetime.date]
    swapped: Mapping[datetime.date, datetime.date]
    """Working day given free → the day off worked instead."""
    verified: bool


class Calendar:
    """School years by their rules, working days by the holidays of each year."""

    def __init__(self, rules: Iterable[YearRule], holidays: Mapping[int, Holidays]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.first)
        self._holidays = dict(holidays)
        self._free = {free for year in holidays.values() for free in year.swapped}
        self._worked = {worked for year in holidays.values() for worked in year.swapped.values()}

    def school_year(self, name: str) -> SchoolYear:
        """The school year of a name ``2026-2027``; a name that is none raises `UserError`."""
        first, _, second = name.partition("-")
        if not (first.isdecimal() and second.isdecimal() and len(first) == 4 and int(second) == int(first) + 1):
            raise UserError(f"“{name}” chưa phải một năm học. Xin ghi hai năm liền nhau, ví dụ 2026-2027.")
        year = int(first)
        rule = next((rule for rule in reversed(self._rules) if rule.first <= year), self._rules[0])
        return SchoolYear(name, _span(year, rule.year), tuple(_span(year, semester) for semester in rule.semesters))

    def school_year_of(self, day: datetime.date) -> str:
        """The school year that the day belongs to: 31 July 2027 is of ``2026-2027``, 1 August of ``2027-2028``."""
        for year in (day.year, day.year - 1, day.year + 1):
            name = f"{year}-{year + 1}"
            if day in self.school_year(name).span:
                return name
        raise ValueError(day)

    def semester(self, name: str, number: int) -> Span:
        """Days of semester 1 or 2 of a school year."""
        return self.school_year(name).semesters[number - 1]

    def semester_of(self, day: datetime.date) -> int | None:
        """1 or 2; None in summer. The border in January is a convention: each province sets its own days."""
        spans = self.school_year(self.school_year_of(day)).semesters
        return next((i for i, span in enumerate(spans, 1) if day in span), None)

    def is_working_day(self, day: datetime.date) -> bool:
        """Monday to Friday, no holiday, no day off for one on a weekend; a day swapped counts as swapped."""
        if day in self._worked:
            return True
        if day.weekday() >= 5 or day in self._free:
            return False
        return day.year not in self._holidays or day not in self._days_off(day.year)

    def add_working_days(self, day: datetime.date, count: int) -> datetime.date:
        """The day so many working days after `day` (G1: an update is due 10 working days after the change)."""
        while count > 0:
            day += ONE_DAY
            count -= self.is_working_day(day)
        return day

    def is_certain(self, start: datetime.date, end: datetime.date) -> bool:
        """Whether the holidays of all years between the days are known and verified."""
        years = (self._holidays.get(year) for year in range(start.year, end.year + 1))
        return all(year is not None and year.verified for year in years)

    def _days_off(self, year: int) -> set[datetime.date]:
        """Holidays of the year and, for those on a weekend, the working days after them (Bộ luật Lao động)."""
        off = set(self._holidays[year].days)
        for day in sorted(off):
            if day.weekday() >= 5:
                instead = day + ONE_DAY
                while instead.weekday() >= 5 or instead in off:
                    instead += ONE_DAY
                off.add(instead)
        return off


def _span(year: int, ends: tuple[str, str]) -> Span:
    """A month before August stands in the second calendar year."""
    start, end = (datetime.date.fromisoformat(f"{year + (end < '08')}-{end}") for end in ends)
    return Span(start, end)
