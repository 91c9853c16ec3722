"""Dates, months, semesters and school years as plans write them.

Days are ISO texts, months ``YYYY-MM``, school years ``YYYY-YYYY``. Semesters and quarters count as
`cases` of the reader do: HK I is September to January, HK II January to May.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

SCHOOL_YEAR = re.compile(r"(?<![\d/.])(20\d\d)\s*[-–—/]\s*(20\d\d)(?!\d)")
DAY = re.compile(
    r"(?:ngày\s*)?(?<![\d/])(?P<d>\d{1,2})\s*(?:[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*|\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+)(?P<y>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last month (or school year); None where the text does not give it."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One time named in a text."""

    start: str
    end: str
    at: int
    to: int


def iso(year: int, month: int, day: int) -> str | None:
    """The ISO date, None when there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def find_dates(text: str) -> Iterator[tuple[str, int, int]]:
    """Every full date with its place: (ISO date, start, end)."""
    for match in DAY.finditer(text):
        date = iso(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"]))
        if date:
            yield date, match.start(), match.end()


def parse_date(text: str) -> str | None:
    """The first full date of the text."""
    return next((date for date, _, _ in find_dates(text)), None)


def find_school_years(text: str) -> Iterator[tuple[str, int, int]]:
    """Every school year (two years that follow each other) with its place."""
    for match in SCHOOL_YEAR.finditer(text):
        if int(match[2]) == int(match[1]) + 1:
            yield f"{match[1]}-{match[2]}", match.start(), match.end()


def parse_school_year(text: str) -> str | None:
    """The first school year of the text."""
    return next((year for year, _, _ in find_school_years(text)), None)


_MONTH = r"(?:tháng|thg\.?|t\.?)"
_SEMESTER = r"(?:học\s+k[ỳìiy]|hk)"
_AND = r"\s*(?:[-–—,&+]|và|đến)\s*"
_TOKENS = re.compile(
    rf"""
    (?:năm\s+học\s+|năm\s+)?(?P<sy1>20\d\d)\s*[-–—]\s*(?P<sy2>20\d\d)(?!\d)
  | (?:ngày\s*)?(?<![\d/])(?P<d>\d{{1,2}})(?:\s*[/.-]\s*(?P<dm>\d{{1,2}})\s*[/.-]\s*|\s+tháng\s+(?P<dm2>\d{{1,2}})\s+năm\s+)(?P<dy>20\d\d)(?!\d)
  | (?:{_MONTH}\s*)?(?<![\d/])(?P<m>\d{{1,2}})\s*(?:[/.]|-(?=\s*20\d\d)|\s+năm\s+)\s*(?P<my>20\d\d)(?!\d)
  | (?:{_MONTH}\s*)?(?<![\d/.,])(?P<m2>1[0-2]|0?[1-9])\s*/\s*(?P<yy>2[0-9]|3[0-5])(?![\d/])
  | (?P<day>ngày\s+)?(?<![\d/.,%])(?P<dd>[12]\d|3[01]|0?[1-9])(?:\s*/\s*|\s+tháng\s+)(?P<dm3>1[0-2]|0?[1-9])(?![\d/%]|\s*/\s*\d)
  | quý\s+(?P<q>iv|i{{1,3}}|[1-4])(?:\s*(?:/|,?\s*năm)?\s*(?P<qy>20\d\d))?(?!\w)
  | (?:(?P<edge>đầu|cuối|hết|kết\s+thúc)\s+)?{_SEMESTER}\s*\.?\s*(?P<hk>ii|i|1|2)(?!\w)(?:{_AND}(?P<hk2>ii|2)(?!\w))?
  | (?:cả\s+)?(?:2|hai)\s+{_SEMESTER}(?P<both>)
  | (?P<whole>(?:cả|suốt|trong|toàn)\s+năm(?:\s+học)?(?!\s*\d)|năm\s+học\s+này|^\s*năm\s+học\s*$)
  | (?P<last>(?:cuối|hết|kết\s+thúc)\s+năm(?:\s+học)?(?!\s*\d))
  | (?P<first>đầu\s+năm(?:\s+học)?(?!\s*\d))
  | {_MONTH}\s*(?P<bare>\d{{1,2}}(?:{_AND}\d{{1,2}}(?![\d/]))*)(?!\d|\s*/\s*\d)
  | năm\s+(?P<year>20\d\d)(?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHARED = re.compile(
    rf"{_MONTH}?\s*(?<!\d)(\d{{1,2}})\s*(?:[-–—,]|và|đến)\s*(?={_MONTH}?\s*\d{{1,2}}\s*(?:/|\s+năm\s+)\s*20\d\d)",
    re.IGNORECASE,
)


def _month(year: int, month: int) -> str | None:
    return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else None


def _semester(number: int, year: int) -> tuple[str, str]:
    return (f"{year}-09", f"{year + 1}-01") if number == 1 else (f"{year + 1}-01", f"{year + 1}-05")


def _of_year(month: int, base: int) -> int:
    """The calendar year of a month of the school year that begins in `base`."""
    return base if month >= 8 else base + 1


def _span(match: re.Match[str], base: int | None) -> tuple[str | None, str | None] | None:
    """Start and end of one token; `base` is the first calendar year of the plan's school year."""
    if match["sy1"]:
        whole = f"{match['sy1']}-{match['sy2']}"
        return (
            (whole, whole)
            if int(match["sy2"]) == int(match["sy1"]) + 1
            else (match["sy1"] + "-01", match["sy2"] + "-12")
        )
    for year, month in (("dy", match["dm"] or match["dm2"]), ("my", match["m"]), ("yy", match["m2"])):
        if match[year]:
            found = _month(int(match[year]) % 2000 + 2000, int(month))
            return found, found
    if match["year"]:
        return match["year"] + "-01", match["year"] + "-12"
    if match["q"] and (match["qy"] or base):
        quarter = ROMAN.get(match["q"].casefold()) or int(match["q"])
        year_of = int(match["qy"]) if match["qy"] else (base or 0) + (quarter < 3)
        return _month(year_of, 3 * quarter - 2), _month(year_of, 3 * quarter)
    return _span_in_school_year(match, base) if base else None


def _span_in_school_year(match: re.Match[str], base: int) -> tuple[str | None, str | None] | None:
    if match["hk"]:
        return _semesters(match, base)
    if match["both"] is not None:
        return _semester(1, base)[0], _semester(2, base)[1]
    if match["whole"]:
        return f"{base}-{base + 1}", f"{base}-{base + 1}"
    if match["last"]:
        return f"{base + 1}-05", f"{base + 1}-05"
    if match["first"]:
        return f"{base}-09", f"{base}-09"
    if match["dm3"]:
        found = _month(_of_year(int(match["dm3"]), base), int(match["dm3"]))
        return found, found
    if match["bare"]:
        months = [int(number) for number in re.findall(r"\d{1,2}", match["bare"])]
        return _month(_of_year(months[0], base), months[0]), _month(_of_year(months[-1], base), months[-1])
    return None


def _semesters(match: re.Match[str], base: int) -> tuple[str, str]:
    """One semester, its beginning or its end, or both."""
    start, end = _semester(ROMAN.get(match["hk"].casefold()) or int(match["hk"]), base)
    if match["hk2"]:
        return start, _semester(2, base)[1]
    edge = (match["edge"] or "").casefold()
    return (start, start) if edge == "đầu" else (end, end) if edge else (start, end)


def points(text: str, school_year: str | None = None, *, days: bool = False) -> list[Point]:
    """Every time that the text names, in order; months without a year are read in the school year given.

    With `days` also "15/9" is a day; in running text that would take "5/5 khối" for one, so there "ngày" is asked for.
    """
    text = _give_year(text)
    base = int(school_year[:4]) if school_year else None
    found = []
    for match in _TOKENS.finditer(text):
        if match["dm3"] and not (days or match["day"]):
            continue
        if match["hk"]:
            named = parse_school_year(text[match.end() : match.end() + 30])
            base_here = int(named[:4]) if named else base
        else:
            base_here = base
        span = _span(match, base_here)
        if span and span[0] and span[1]:
            found.append(Point(span[0], span[1], match.start(), match.end()))
    return _drop_years_of_semesters(found, text)


def _give_year(text: str) -> str:
    """ "tháng 9 - 12/2026" → "tháng 9/2026 - 12/2026": the year stands once for both months."""
    while match := _SHARED.search(text):
        year = re.search(r"20\d\d", text[match.end() :])
        if not year:
            break
        first, second = int(match[1]), int((re.search(r"\d{1,2}", text[match.end() :]) or year)[0])
        given = int(year[0]) - (first > second)
        text = text[: match.end(1)] + f"/{given}" + text[match.end(1) :]
    return text


def _drop_years_of_semesters(found: list[Point], text: str) -> list[Point]:
    """In "học kỳ 1, năm học 2024-2025" the school year only says which semester is meant."""
    kept: list[Point] = []
    for point in found:
        before = kept[-1] if kept else None
        if (
            before
            and len(point.start) == 9
            and re.match(rf"(?:(?:đầu|cuối|hết)\s+)?{_SEMESTER}", text[before.at : before.to], re.IGNORECASE)
            and point.at - before.to <= 3
        ):
            continue
        kept.append(point)
    return kept


OPEN_END = re.compile(r"(?:và\s+)?(?:những|các)\s+năm\s+(?:học\s+)?(?:tiếp theo|sau)|trở đi|đến nay", re.IGNORECASE)


def parse_period(text: str, school_year: str | None = None) -> Period:
    """What a time cell says: months or school years of start and end.

    "Từ …" alone leaves the end open, "đến …", "trước …" alone the start; "Thường xuyên" gives neither.
    """
    text = re.sub(r"\s+", " ", text).strip()
    found = points(text, school_year, days=True)
    if not found:
        return Period(None, None)
    before = _give_year(text)[: found[0].at].casefold()
    if len(found) == 1:
        if OPEN_END.search(text) or re.search(r"\b(?:từ|bắt đầu)\b[\s:]*(?:ngày|cuối|đầu|giữa)?\s*$", before):
            return Period(found[0].start, None)
        if re.search(r"(?:đến|trước|chậm nhất|hoàn thành|xong)\b[^0-9]{0,20}$", before):
            return Period(None, found[0].end)
        return Period(found[0].start, found[0].end)
    end = None if OPEN_END.search(text) else found[-1].end
    return Period(found[0].start, end)
