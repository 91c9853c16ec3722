"""Việc cần tiền nhưng ô kinh phí trống

Vì sao: Không dự kiến tiền thì việc mua sắm, sửa chữa không vào được dự toán.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: Việc: lắp đặt 4 quạt trần. Kinh phí: (trống)
Đúng: Kinh phí: 6.000.000 đồng, nguồn chi thường xuyên
Cần: Ô kinh phí và công việc của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import SPENDING


def check(case: Case) -> Iterator[Finding]:
    """An empty budget where the task speaks of spending."""
    for i, action in enumerate(case.plan.actions):
        spends = SPENDING.search(" ".join(action.tasks))
        if action.budget_raw is not None and not action.budget_raw.strip(" .-–…") and spends:
            params = {"spending": spends[0]}
            yield Finding(
                "missing_budget",
                f"actions[{i}].budget",
                "warning",
                quote=spends[0],
                field=f"actions[{i}].tasks[0]",
                params=params,
            )


RULE = Rule(
    kind="missing_budget",
    severity="warning",
    check=check,
    messages={
        "": "Việc này có “{spending}” nhưng ô kinh phí để trống.",
    },
)
