"""Thời gian nằm ngoài năm học của kế hoạch

Vì sao: Kế hoạch của năm học nào thì việc trong năm học ấy (01/8 – 31/7); lệch thường là chữ còn sót của kế hoạch
cũ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột thời gian); tt2018 V03
Sai: Kế hoạch 2026–2027: từ tháng 10/2025 đến tháng 3/2026
Đúng: Từ tháng 10/2026 đến tháng 3/2027
Cần: Năm học ở đầu đề và thời gian từng hoạt động.
Không tính: ô ghi rõ nhiều năm học trong đó có năm này, hoặc cả một năm dương lịch
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.periods import a_whole_year, first_month, in_school_year, last_month, overlaps
from caitien.engine.plan.model import Action
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Start or end outside 1 August – 31 July of the plan's school year; error when nothing of it lies inside."""
    year = case.plan.school_year or ""
    for i, action in enumerate(case.plan.actions):
        known = [value for value in (action.start, action.end) if value]
        if not known or all(in_school_year(value, year) for value in known) or _spans(action, year):
            continue
        after = action.start is not None and first_month(action.start) > last_month(year)
        before = action.end is not None and last_month(action.end) < first_month(year)
        yield Finding(
            "date_outside_school_year",
            f"actions[{i}].time",
            "error" if after or before else "warning",
            quote=squeeze(action.time_raw or ""),
            field=f"actions[{i}].time_raw",
            params={"year": year.replace("-", "–")},
            variant="before" if before else "after" if after else "",
        )


def _spans(action: Action, year: str) -> bool:
    """The cell itself names several school years, this one among them, or calendar years that overlap this one."""
    start, end = action.start or "", action.end or ""
    if a_whole_year(start, end):
        return overlaps(start, end, year)
    return len(start) == len(end) == 9 and start < end and start <= year <= end


RULE = Rule(
    kind="date_outside_school_year",
    severity="error",
    check=check,
    messages={
        "": "Thời gian có phần nằm ngoài năm học {year}.",
        "before": "Việc này kết thúc trước khi năm học {year} bắt đầu.",
        "after": "Việc này bắt đầu sau khi năm học {year} kết thúc.",
    },
    needs=("actions", "school_year"),
)
