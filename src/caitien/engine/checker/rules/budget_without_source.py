"""Có số tiền, chưa rõ nguồn

Vì sao: Không rõ nguồn thì không biết có chắc chi được không; tài trợ còn phải vận động chưa phải là nguồn.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: 350 triệu đồng
Đúng: 350 triệu đồng, ngân sách xã giao tại dự toán 2027
Cần: Ô kinh phí, công việc và điều kiện hỗ trợ của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import names_source
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """An amount for which the row names no budget, fund or named donor."""
    for i, action in enumerate(case.plan.actions):
        if not action.budget_vnd or action.money:
            continue
        if not names_source(action):
            raw = squeeze(action.budget_raw or "")
            yield Finding(
                "budget_without_source", f"actions[{i}].budget", "warning", quote=raw, field=f"actions[{i}].budget_raw"
            )


RULE = Rule(
    kind="budget_without_source",
    severity="warning",
    check=check,
    messages={
        "": "“{quote}” chưa ghi lấy từ nguồn nào. Xin ghi ngân sách, quỹ hoặc tên nơi tài trợ.",
    },
    needs=("actions",),
)
