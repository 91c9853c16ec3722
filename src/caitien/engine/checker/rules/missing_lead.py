"""Chưa ghi người chủ trì

Vì sao: Không có tên người chịu trách nhiệm thì việc dễ bị bỏ quên và không biết hỏi ai khi chậm.
Căn cứ: Cột “Chủ trì và phối hợp thực hiện” (mẫu 2018); cột “Đơn vị/cá nhân phụ trách” (Biểu 2 Thông tư 57/2026).
Sai: (để trống)
Đúng: Chủ trì: Phó hiệu trưởng; phối hợp: tổ Khoa học tự nhiên
Cần: Ô chủ trì của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions for which nobody is named."""
    for i, action in enumerate(case.plan.actions):
        if not squeeze(action.lead_and_partners or "").strip("-–.… "):
            yield Finding("missing_lead", f"actions[{i}].lead", "warning", field=f"actions[{i}].lead_and_partners")


RULE = Rule(
    kind="missing_lead",
    severity="warning",
    check=check,
    messages={"": "Hoạt động này chưa ghi ai chủ trì. Xin ghi người hoặc bộ phận của trường chịu trách nhiệm chính."},
    needs=("actions",),
)
