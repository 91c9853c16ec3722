"""Mục tiêu chưa đo được

Vì sao: Mục tiêu không có con số hay sản phẩm thì cuối năm không ai nói được đã xong hay chưa.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột kết quả cần đạt, mục tiêu)
Sai: Đạt mức 2
Đúng: Từ 31 xuống 10 em đọc dưới 90 tiếng một phút, trước 31/5/2027
Cần: Kết quả cần đạt của từng hoạt động.
Không tính: ô chỉ tả hiện trạng (xem “Mục tiêu chỉ tả hiện trạng”)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import LEVEL_ONLY, NUMBER_WORDS, PRODUCT, describes_weakness, without_levels
from caitien.engine.vietnamese.text import fold, squeeze


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
    if LEVEL_ONLY.fullmatch(target):
        return ""
    measured = re.search(r"\d", without_levels(target)) or NUMBER_WORDS.search(target) or PRODUCT.search(fold(target))
    return None if measured else "words"


RULE = Rule(
    kind="target_not_measurable",
    severity="warning",
    check=check,
    messages={
        "": "Mục tiêu chỉ ghi mức, chưa có con số hay sản phẩm để đo.",
        "words": "Mục tiêu có thể chưa đo được: không có con số, số lượng hay sản phẩm.",
        "empty": "Hoạt động này chưa ghi kết quả cần đạt.",
    },
    hedged=True,
)
