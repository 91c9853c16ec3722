"""Chưa có chỉ số đánh giá kết quả

Vì sao: Không có chỉ số thì cuối kỳ không đo được kết quả.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục V, cột 5; R7
Sai: (trống)
Đúng: Tỷ lệ em đọc từ 90 tiếng một phút: 62% → 85%
Cần: Bảng V của Biểu 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions of Biểu 2 with this column empty."""
    for i, action in enumerate(case.plan.actions):
        if not squeeze(action.indicator or "").strip(" .-–…"):
            yield Finding("missing_indicator", f"actions[{i}].indicator", "warning", field=f"actions[{i}].indicator")


RULE = Rule(
    kind="missing_indicator",
    severity="warning",
    check=check,
    messages={
        "": "Hoạt động này chưa có chỉ số đánh giá kết quả.",
    },
    needs=("actions",),
    form="tt57",
)
