"""Số tiền có thể nhầm đơn vị

Vì sao: Thừa hoặc thiếu ba số không làm tổng kinh phí sai hẳn.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: Tập huấn một buổi: 5.000 triệu đồng
Đúng: Tập huấn một buổi: 5 triệu đồng
Cần: Ô kinh phí của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import BUILDING, LARGE
from caitien.engine.vietnamese.money import format_vnd
from caitien.engine.vietnamese.text import squeeze

LEAST, MOST, MOST_BUILDING = 20_000, 1_000_000_000, 100_000_000_000
"""Đồng: below the first nothing can be bought; above the others a school of the usual size does not spend."""


def check(case: Case) -> Iterator[Finding]:
    """Amounts too small or too large for a school, or large for a task that builds and buys nothing."""
    for i, action in enumerate(case.plan.actions):
        amount = action.budget_vnd
        if not amount:
            continue
        text = " ".join([*action.tasks, action.target or "", action.heading or ""])
        most = MOST_BUILDING if BUILDING.search(text) or LARGE.search(text) else MOST
        if amount < LEAST or amount > most:
            yield Finding(
                "budget_implausible",
                f"actions[{i}].budget",
                "warning",
                quote=squeeze(action.budget_raw or ""),
                field=f"actions[{i}].budget_raw",
                params={"amount": format_vnd(amount)},
            )


RULE = Rule(
    kind="budget_implausible",
    severity="warning",
    check=check,
    messages={
        "": "Số tiền đọc được là {amount}, có thể nhầm đơn vị. Xin xem lại.",
    },
    needs=("actions",),
    hedged=True,
)
