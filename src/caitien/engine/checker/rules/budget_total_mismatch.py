"""Tổng kinh phí không bằng các dòng cộng lại

Vì sao: Tổng sai thì dự toán sai theo.
Căn cứ: Dòng tổng của bảng nội dung kế hoạch
Sai: Các dòng: 5 + 7 triệu; tổng: 15 triệu
Đúng: Tổng: 12 triệu
Cần: Dòng tổng và các ô kinh phí.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.money import format_vnd


def check(case: Case) -> Iterator[Finding]:
    """The total row is not the sum of the rows."""
    plan = case.plan
    total = sum(action.budget_vnd or 0 for action in plan.actions)
    if plan.total_budget_vnd is not None and plan.total_budget_vnd != total:
        params = {"stated": format_vnd(plan.total_budget_vnd), "sum": format_vnd(total)}
        yield Finding(
            "budget_total_mismatch",
            "table",
            "error",
            quote=plan.total_budget_raw or "",
            field="total_budget_raw",
            params=params,
        )


RULE = Rule(
    kind="budget_total_mismatch",
    severity="error",
    check=check,
    messages={
        "": "Tổng ghi {stated}, các dòng cộng lại là {sum}.",
    },
)
