"""Chưa nêu minh chứng dự kiến

Vì sao: Nghĩ trước minh chứng thì làm đến đâu lưu đến đó, cuối năm không phải đi tìm.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục V, cột 9; R7
Sai: (trống)
Đúng: Sổ theo dõi đọc, bài khảo sát tháng 12 và tháng 5
Cần: Bảng V của Biểu 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions of Biểu 2 with this column empty."""
    for i, action in enumerate(case.plan.actions):
        if not squeeze(action.evidence or "").strip(" .-–…"):
            yield Finding("missing_evidence", f"actions[{i}].evidence", "warning", field=f"actions[{i}].evidence")


RULE = Rule(
    kind="missing_evidence",
    severity="warning",
    check=check,
    messages={
        "": "Hoạt động này chưa nêu minh chứng dự kiến.",
    },
    needs=("actions",),
    form="tt57",
)
