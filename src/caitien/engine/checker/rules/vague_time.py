"""Thời gian không rõ

Vì sao: “Thường xuyên” không cho biết bắt đầu và xong lúc nào, nên không theo dõi được.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột thời gian)
Sai: Thường xuyên
Đúng: Từ tháng 9/2026 đến tháng 5/2027, mỗi tháng một lần
Cần: Thời gian của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Neither start nor end."""
    for i, action in enumerate(case.plan.actions):
        if action.start is None and action.end is None:
            raw = squeeze(action.time_raw or "")
            yield Finding(
                "vague_time",
                f"actions[{i}].time",
                "warning",
                quote=raw,
                field=f"actions[{i}].time_raw",
                variant="" if raw else "empty",
            )


RULE = Rule(
    kind="vague_time",
    severity="warning",
    check=check,
    messages={
        "": "“{quote}” chưa cho biết bắt đầu và kết thúc lúc nào.",
        "empty": "Hoạt động này chưa ghi thời gian.",
    },
    needs=("actions",),
)
