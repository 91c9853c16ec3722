"""Năm học ghi không thống nhất

Vì sao: Đầu đề, mục đích và câu mở đầu nội dung phải nói cùng một năm học; khác nhau thường là chữ còn sót của kế
hoạch cũ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, phần tên văn bản và mục I
Sai: Đầu đề: năm học 2026–2027; mục I: “để thực hiện trong năm học 2025–2026”
Đúng: Mục I ghi đúng năm học 2026–2027
Cần: Năm học ở đầu đề.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.passages import passages
from caitien.engine.vietnamese.dates import find_school_years

MEANT = re.compile(
    r"(?:(?:để )?(?:thực hiện|triển khai)(?: thực hiện)?(?: trong)?|kế hoạch cải tiến chất lượng(?: giáo dục)?[^.;]{0,40}?|^\W*(?:trong )?)"
    r"\s*năm học\s+20\d\d\s*[-–—]\s*20\d\d",
    re.IGNORECASE,
)
"""Wordings in which the school year is that of this plan, not of a report or result referred to."""


def check(case: Case) -> Iterator[Finding]:
    """School years given for this plan in the purpose or the opening of the actions that are not that of the title."""
    plan = case.plan
    if plan.school_year is None:
        return
    for i, line in enumerate(plan.header.title):
        for year, at, end in find_school_years(line):
            if year != plan.school_year:
                yield _finding(f"header.title[{i}]", "heading", line[at:end], at, plan.school_year)
    keys = {f"sections[{i}]": section.key for i, section in enumerate(plan.sections)}
    for passage in passages(plan):
        key = keys.get(passage.field.partition(".")[0])
        if key not in ("purpose", "actions"):
            continue
        for match in MEANT.finditer(passage.text):
            for year, at, end in find_school_years(match[0]):
                if year != plan.school_year:
                    start = match.start() + at
                    yield _finding(
                        passage.field, passage.where, passage.text[start : match.start() + end], start, plan.school_year
                    )


def _finding(field: str, where: str, quote: str, start: int, year: str) -> Finding:
    return Finding(
        "school_year_conflict",
        where,
        "error",
        quote=quote,
        field=field,
        start=start,
        params={"year": year.replace("-", "–")},
    )


RULE = Rule(
    kind="school_year_conflict",
    severity="error",
    check=check,
    messages={
        "": "Kế hoạch này của năm học {year}, nhưng chỗ này ghi năm học “{quote}”.",
    },
)
