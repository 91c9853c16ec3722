"""Words of a school, and how one plan writes months, money, percentages and letter case."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from tests.make.schools import School

PUPILS = {"preschool": ("trẻ", "trẻ", "cha mẹ trẻ"), "continuing": ("học viên", "học viên", "gia đình học viên")}


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of the person who typed the plan, the same from the first line to the last."""

    month_words: bool
    """"tháng 9 năm 2026" rather than "tháng 9/2026"."""
    date_words: bool
    """"ngày 22 tháng 8 năm 2018" rather than "ngày 22/8/2018"."""
    padded: bool
    money: int
    time: int
    lead: int
    bases: int
    results: int
    columns: int
    numbers: int
    decimals: int

    @staticmethod
    def draw(rng: Random) -> Style:
        return Style(
            month_words=rng.random() < 0.4,
            date_words=rng.random() < 0.6,
            padded=rng.random() < 0.6,
            money=rng.randrange(4),
            time=rng.randrange(7),
            lead=rng.randrange(4),
            bases=rng.randrange(2),
            results=rng.randrange(4),
            columns=rng.randrange(4),
            numbers=rng.randrange(3),
            decimals=rng.choice((1, 2)),
        )

    def month(self, iso: str) -> str:
        """``2026-09`` → "tháng 9/2026"."""
        year, month = iso.split("-")
        return f"tháng {int(month)} năm {year}" if self.month_words else f"tháng {int(month)}/{year}"

    def day(self, iso: str) -> str:
        """``2026-09-05`` → "ngày 05/9/2026" or in words."""
        year, month, day = iso.split("-")
        shown = f"{int(month):02d}" if int(month) < 3 else str(int(month))
        return f"ngày {day} tháng {shown} năm {year}" if self.date_words else f"ngày {day}/{int(month)}/{year}"

    def percent(self, part: int, whole: int) -> str:
        """ "92,6%" of 25/27, rounded half up; whole numbers without decimals."""
        value = Decimal(100 * part) / Decimal(whole)
        if value == int(value):
            return f"{int(value)}%"
        return f"{value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)}%".replace(".", ",")

    def amount(self, vnd: int) -> str:
        """An amount with its unit."""
        if self.money in (1, 3):
            figure = f"{Decimal(vnd) / 10**6:f}".rstrip("0").rstrip(".") if vnd % 10**6 else str(vnd // 10**6)
            return figure.replace(".", ",") + " triệu đồng"
        return f"{vnd:,}".replace(",", ".") + (" đồng" if self.money == 0 else "đ")


def words_of(school: School, *, date: str, year: str) -> dict[str, str]:
    """What the marks of the phrase bank mean for a school."""
    pupils, one, parents = PUPILS.get(school.school_type, ("học sinh", "học sinh", "cha mẹ học sinh"))
    centre = school.school_type == "continuing"
    first = int(year[:4])
    return {
        "hs": pupils,
        "hs1": one,
        "parents": parents,
        "commune": school.commune,
        "ubnd": f"UBND {school.commune}",
        "head": "giám đốc" if centre else "hiệu trưởng",
        "vice": "phó giám đốc" if centre else "phó hiệu trưởng",
        "head_of": "Giám đốc trung tâm" if centre else "Hiệu trưởng",
        "school": "trung tâm" if centre else "nhà trường",
        "people": "cán bộ, giáo viên, nhân viên",
        "parent": school.parent(date),
        "office": school.education_office(date),
        "year": year,
        "strategy": f"{first - 2}-{first + 3}",
        "slug": school.slug,
    }


def months_between(first: str, last: str) -> list[str]:
    """Every month from the first to the last, ``YYYY-MM``."""
    year, month = map(int, first.split("-"))
    found = []
    while f"{year:04d}-{month:02d}" <= last:
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def shifted(iso: str, days: int) -> str:
    """The ISO date so many days later."""
    return (datetime.date.fromisoformat(iso) + datetime.timedelta(days=days)).isoformat()
