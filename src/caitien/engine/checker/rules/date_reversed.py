"""Kết thúc trước khi bắt đầu

Vì sao: Việc không thể xong trước khi bắt đầu; thường do gõ nhầm năm.
Căn cứ: Cột “Thời gian thực hiện và hoàn thành” của mẫu kế hoạch.
Sai: Từ tháng 10/2026 đến tháng 3/2026
Đúng: Từ tháng 10/2026 đến tháng 3/2027
Cần: Thời gian của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.periods import last_month, month_words, starts_after
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions whose end lies before their start."""
    for i, action in enumerate(case.plan.actions):
        if action.start and action.end and starts_after(action.start, action.end):
            yield Finding(
                "date_reversed",
                f"actions[{i}].time",
                "error",
                quote=squeeze(action.time_raw or ""),
                field=f"actions[{i}].time_raw",
                params={"start": month_words(action.start), "end": month_words(last_month(action.end))},
            )


RULE = Rule(
    kind="date_reversed",
    severity="error",
    check=check,
    messages={"": "Kết thúc ({end}) trước khi bắt đầu ({start})."},
    needs=("actions",),
)
