"""Mục tiêu chưa đo được

Vì sao: Mục tiêu không có con số hay sản phẩm thì cuối năm không ai nói được đã xong hay chưa.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột kết quả cần đạt, mục tiêu)
Sai: Đạt mức 2
Đúng: Từ 31 xuống 10 em đọc dưới 90 tiếng một phút, trước 31/5/2027
Cần: Kết quả cần đạt của từng hoạt động.
Không tính: ô chỉ tả hiện trạng (xem “Mục tiêu chỉ tả hiện trạng”)
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import can_be_measured, describes_weakness, names_only_a_level
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Targets that are empty, name only a level, or hold no number, amount or product."""
    for i, action in enumerate(case.plan.actions):
        target = squeeze(action.target or "")
        if describes_weakness(target) or (not target and action.target is None and action.indicator):
            continue
        variant = _variant(target)
        if variant is not None:
            yield Finding(
                "target_not_measurable",
                f"actions[{i}].target",
                "warning",
                quote=target,
                field=f"actions[{i}].target",
                variant=variant,
            )


def _variant(target: str) -> str | None:
    if not target.strip(" .-–…"):
        return "empty"
    if names_only_a_level(target):
        return ""
    return None if can_be_measured(target) else "words"


RULE = Rule(
    kind="target_not_measurable",
    severity="warning",
    check=check,
    messages={
        "": "Mục tiêu chỉ ghi mức, chưa có con số hay sản phẩm để đo.",
        "words": "Mục tiêu có thể chưa đo được: không có con số, số lượng hay sản phẩm.",
        "empty": "Hoạt động này chưa ghi kết quả cần đạt.",
    },
    needs=("actions",),
    hedged=True,
)
