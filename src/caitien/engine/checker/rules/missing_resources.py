"""Chưa nêu nguồn lực

Vì sao: Không có người, tiền, thiết bị kèm theo thì việc khó chạy.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục V, cột 8; R7
Sai: (trống)
Đúng: 2 giáo viên, phòng máy, 3.000.000 đồng chi thường xuyên
Cần: Bảng V của Biểu 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions of Biểu 2 with this column empty."""
    for i, action in enumerate(case.plan.actions):
        if not squeeze(action.budget_raw or "").strip(" .-–…"):
            yield Finding("missing_resources", f"actions[{i}].budget", "warning", field=f"actions[{i}].budget_raw")


RULE = Rule(
    kind="missing_resources",
    severity="warning",
    check=check,
    messages={
        "": "Hoạt động này chưa nêu nguồn lực bảo đảm.",
    },
    needs=("actions",),
    form="tt57",
)
