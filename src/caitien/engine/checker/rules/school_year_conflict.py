"""Năm học ghi không thống nhất

Vì sao: Đầu đề, mục đích và câu mở đầu nội dung phải nói cùng một năm học; khác nhau thường là chữ còn sót của kế
hoạch cũ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, phần tên văn bản và mục I
Sai: Đầu đề: năm học 2026–2027; mục I: “để thực hiện trong năm học 2025–2026”
Đúng: Mục I ghi đúng năm học 2026–2027
Cần: Năm học ở đầu đề.
Không tính: năm học của báo cáo, kết quả được nhắc tới
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import clause
from caitien.engine.checker.wording import wording
from caitien.engine.vietnamese.dates import find_school_years

MEANT = re.compile(
    r"(?:(?:để\s+)?(?:thực\s+hiện|triển\s+khai)(?:\s+thực\s+hiện)?(?:\s+trong)?|kế\s+hoạch\s+cải\s+tiến\s+chất\s+lượng(?:\s+giáo\s+dục)?[^.;]{0,40}?|^\W*(?:trong\s+)?)"
    r"\s*năm\s+học\s+20\d\d\s*[-–—]\s*20\d\d",
    re.IGNORECASE,
)
"""Wordings in which the school year is that of this plan, not of a report or result referred to."""
PAST = wording(
    r"kết quả|đã|tồn tại|hạn chế|so với|tổng kết|sơ kết|rút kinh nghiệm|báo cáo|năm học trước|vừa qua|trên cơ sở|căn cứ|tiếp nối|đạt được|kế thừa"
)


def check(case: Case) -> Iterator[Finding]:
    """School years given for this plan in the purpose or the opening of the actions that are not that of the title."""
    plan = case.plan
    year = plan.school_year or ""
    for i, line in enumerate(plan.header.title):
        for found, at, end in find_school_years(line):
            if found != year:
                yield _finding(f"header.title[{i}]", "heading", line[at:end], at, year)
    keys = {f"sections[{i}]": section.key for i, section in enumerate(plan.sections)}
    for passage in case.passages:
        if keys.get(passage.field.partition(".")[0]) not in ("purpose", "actions"):
            continue
        for match in MEANT.finditer(passage.text):
            for found, at, end in find_school_years(match[0]):
                start = match.start() + at
                if found != year and not _past(passage.text, start):
                    quote = passage.text[start : match.start() + end]
                    yield _finding(passage.field, passage.where, quote, start, year)


def _past(text: str, at: int) -> bool:
    """Whether the clause speaks of what was before: results of a year, what has been reached."""
    whole = clause(text, at)
    before = whole[: max(whole.find(text[at : at + 9]), 0)]
    return bool(PAST.search(before)) or re.search(r"(?<!\w)đã(?!\w)", text[at : at + 60]) is not None


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
    needs=("school_year",),
)
