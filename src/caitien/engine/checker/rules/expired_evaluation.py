"""Đánh giá ngoài hoặc công nhận đã quá năm năm

Vì sao: Giấy chứng nhận có hạn năm năm; quá hạn thì không còn là căn cứ.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 35, 38; tt2018 B8
Sai: Kế hoạch 2025–2026 căn cứ kết quả đánh giá ngoài năm học 2019–2020
Đúng: Nêu kết quả đánh giá ngoài lần gần nhất còn hạn, hoặc ghi đã đăng ký đánh giá lại
Cần: Ngày của kế hoạch; căn cứ và mục đích.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.dates import parse_date, parse_school_year
from caitien.engine.vietnamese.text import fold

NAMED = re.compile(r"danh gia ngoai|chung nhan (?:dat|kiem dinh)|cong nhan (?:truong )?dat|bang cong nhan")
PERIOD = re.compile(r"(20\d\d)\s*(?:-|–|đến)\s*(?:năm\s*)?(20\d\d)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """External evaluations and certificates whose last possible day lies more than five years back; one a passage."""
    assert case.as_of is not None
    for i, basis in enumerate(case.plan.legal_bases):
        found = NAMED.search(fold(basis.text))
        last = last_day(basis.text[found.start() :]) if found else None
        if last and not _period(basis.text) and years_after(last, 5) < case.as_of:
            params = {"day": last.strftime("%d/%m/%Y"), "expired": years_after(last, 5).strftime("%d/%m/%Y")}
            yield Finding(
                "expired_evaluation",
                f"basis[{i}]",
                "warning",
                quote=basis.text,
                field=f"legal_bases[{i}].text",
                params=params,
                external=True,
            )


def _period(text: str) -> bool:
    """A period of several years is no date of an evaluation (a school year is)."""
    return any(int(found[2]) - int(found[1]) > 1 for found in PERIOD.finditer(text))


def last_day(text: str) -> datetime.date | None:
    """The last day of the first date, school year or year that the text names."""
    day = parse_date(text)
    if day:
        return datetime.date.fromisoformat(day)
    year = parse_school_year(text)
    if year:
        return datetime.date(int(year[5:]), 7, 31)
    single = re.search(r"năm\s+(20\d\d)(?!\s*[-–])", text, re.IGNORECASE)
    return datetime.date(int(single[1]), 12, 31) if single else None


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day some years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


RULE = Rule(
    kind="expired_evaluation",
    severity="warning",
    check=check,
    messages={
        "": "Lần đánh giá, công nhận này muộn nhất vào {day}, năm năm đã hết từ {expired}.",
    },
    needs=("as_of",),
)
