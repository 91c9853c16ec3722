"""Có bắt đầu, chưa có kết thúc

Vì sao: Không có ngày xong thì không biết lúc nào là chậm.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột thời gian); Thông tư 57/2026,
tiêu chí 1.4
Sai: Từ năm học 2026–2027
Đúng: Từ tháng 9/2026 đến tháng 5/2027
Cần: Thời gian của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """A start without an end."""
    for i, action in enumerate(case.plan.actions):
        if action.start and not action.end:
            yield Finding(
                "missing_end_date",
                f"actions[{i}].time",
                "error",
                quote=squeeze(action.time_raw or ""),
                field=f"actions[{i}].time_raw",
            )


RULE = Rule(
    kind="missing_end_date",
    severity="error",
    check=check,
    messages={
        "": "Ô thời gian chỉ có lúc bắt đầu. Xin ghi thêm lúc hoàn thành.",
    },
    needs=("actions",),
)
