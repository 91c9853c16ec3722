"""Mục tiêu chỉ tả hiện trạng

Vì sao: Cột này cần nói sẽ đạt được gì; chỉ tả điều còn thiếu thì chưa có đích để tới.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột kết quả cần đạt so với hiện
trạng)
Sai: Nhà trường còn 2 bếp ăn tạm chưa đúng quy định
Đúng: Từ 2 bếp ăn tạm còn 0: hai bếp mới một chiều, xong trước 15/12/2026
Cần: Kết quả cần đạt của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import describes_weakness
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Targets that describe the weakness only."""
    for i, action in enumerate(case.plan.actions):
        target = squeeze(action.target or "")
        if describes_weakness(target):
            yield Finding(
                "target_is_current_state", f"actions[{i}].target", "warning", quote=target, field=f"actions[{i}].target"
            )


RULE = Rule(
    kind="target_is_current_state",
    severity="warning",
    check=check,
    messages={
        "": "Ô này có thể chỉ tả điều còn thiếu, chưa nói sẽ đạt được gì.",
    },
    needs=("actions",),
    hedged=True,
)
