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
from caitien.engine.checker.spending import BUILDING, SPENDING


def check(case: Case) -> Iterator[Finding]:
    """An empty budget where a task speaks of spending or building."""
    for i, action in enumerate(case.plan.actions):
        if case.plan.form == "tt57" or action.budget_raw is None or action.budget_raw.strip(" .-–…\n"):
            continue
        spends = next(
            (
                (j, found)
                for pattern in (SPENDING, BUILDING)
                for j, task in enumerate(action.tasks)
                if (found := pattern.search(task))
            ),
            None,
        )
        if spends:
            j, found = spends
            yield Finding(
                "missing_budget",
                f"actions[{i}].budget",
                "warning",
                quote=found[0],
                field=f"actions[{i}].tasks[{j}]",
                start=found.start(),
            )


RULE = Rule(
    kind="missing_budget",
    severity="warning",
    check=check,
    messages={
        "": "Việc này có “{quote}” nhưng ô kinh phí để trống. Xin ghi số dự kiến và nguồn.",
    },
    needs=("actions",),
    form="2018",
)
