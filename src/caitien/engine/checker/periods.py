"""Months and school years of a plan, as rules about time compare them."""

from __future__ import annotations


def first_month(value: str) -> str:
    """First month of a month or school year: "2025-2026" → "2025-08"."""
    return f"{value[:4]}-08" if len(value) == 9 else value


def last_month(value: str) -> str:
    """Last month: "2025-2026" → "2026-07" (1 August – 31 July)."""
    return f"{value[5:]}-07" if len(value) == 9 else value


def starts_after(start: str, end: str) -> bool:
    """Whether a period ends before it begins."""
    return first_month(start) > last_month(end)


def in_school_year(value: str, school_year: str) -> bool:
    """Whether a month or school year lies within the school year."""
    return first_month(value) >= first_month(school_year) and last_month(value) <= last_month(school_year)


def a_whole_year(start: str, end: str) -> bool:
    """Whether a period is one or several calendar years ("năm 2026", "giai đoạn 2024–2027")."""
    return len(start) == len(end) == 7 and start.endswith("-01") and end.endswith("-12")


def overlaps(start: str, end: str, school_year: str) -> bool:
    """Whether a period and a school year have a month in common."""
    return first_month(start) <= last_month(school_year) and last_month(end) >= first_month(school_year)


def month_words(value: str) -> str:
    """ "2026-10" → "tháng 10/2026"; a school year → "năm học 2025–2026"."""
    if len(value) == 9:
        return f"năm học {value[:4]}–{value[5:]}"
    return f"tháng {int(value[5:])}/{value[:4]}"
