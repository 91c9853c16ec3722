"""Tiêu chí nằm dưới tiêu chuẩn khác

Vì sao: Số đầu của tiêu chí là số tiêu chuẩn; đặt nhầm chỗ làm sai bảng tổng hợp.
Căn cứ: Phụ lục của bộ tiêu chuẩn
Sai: Tiêu chuẩn 3 … Tiêu chí 2.2
Đúng: Tiêu chuẩn 2 … Tiêu chí 2.2
Cần: Dòng tiêu chuẩn và số tiêu chí.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Criteria whose first number is not that of the standard they stand under."""
    for i, action in enumerate(case.plan.actions):
        code = action.criterion or ""
        if "." in code and action.standard and code.split(".")[0] != action.standard:
            yield Finding(
                "criterion_under_wrong_standard",
                f"actions[{i}]",
                "error",
                quote=squeeze(action.heading or ""),
                field=f"actions[{i}].heading",
                params={"code": code, "standard": action.standard},
            )


RULE = Rule(
    kind="criterion_under_wrong_standard",
    severity="error",
    check=check,
    messages={
        "": "Tiêu chí {code} đang nằm dưới Tiêu chuẩn {standard}. Số đầu của tiêu chí phải là số tiêu chuẩn.",
    },
    needs=("actions",),
)
