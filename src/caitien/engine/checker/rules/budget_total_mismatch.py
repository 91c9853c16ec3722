"""Tổng kinh phí không bằng các dòng cộng lại

Vì sao: Tổng sai thì dự toán sai theo.
Căn cứ: Dòng tổng của bảng nội dung kế hoạch
Sai: Các dòng: 5 + 7 triệu; tổng: 15 triệu
Đúng: Tổng: 12 triệu
Cần: Dòng tổng và các ô kinh phí.
Không tính: dòng tổng lớn hơn khi có ô chưa ghi số tiền
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import needs_no_money
from caitien.engine.plan.model import Action
from caitien.engine.vietnamese.money import format_vnd
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """The total row is not the sum of the rows; with rows that name no amount it may only be more."""
    plan = case.plan
    total = sum(action.budget_vnd or 0 for action in plan.actions)
    if plan.total_budget_vnd is None or plan.total_budget_vnd == total:
        return
    if plan.total_budget_vnd < total or not any(_is_open(action) for action in plan.actions):
        params = {"stated": format_vnd(plan.total_budget_vnd), "sum": format_vnd(total)}
        yield Finding(
            "budget_total_mismatch",
            "table",
            "error",
            quote=squeeze(plan.total_budget_raw or ""),
            field="total_budget_raw",
            params=params,
        )


def _is_open(action: Action) -> bool:
    """Whether a row spends money of which it names no amount; the total may hold it."""
    return action.budget_vnd is None and bool((action.budget_raw or "").strip(" .-–…/")) and not needs_no_money(action)


RULE = Rule(
    kind="budget_total_mismatch",
    severity="error",
    check=check,
    messages={
        "": "Tổng ghi {stated}, các dòng cộng lại là {sum}.",
    },
    needs=("actions",),
)
