"""Kể tên tất cả, không ai chủ trì

Vì sao: Ghi cả tập thể mà không nêu ai đứng đầu thì thành việc không của ai.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột chủ trì, phụ trách)
Sai: Hiệu trưởng, cán bộ quản lý, giáo viên, nhân viên
Đúng: Chủ trì: Phó hiệu trưởng; phối hợp: giáo viên khối lá, nhân viên nuôi dưỡng
Cần: Người chủ trì của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

MARKED = re.compile(r"chu tri|phoi hop|phu trach chinh|chiu trach nhiem|\bdau moi\b")
EVERYBODY = re.compile(r"\b(?:toan the|tap the|toan truong|tat ca|moi thanh vien|toan bo)\b")
TEACHERS = {"giao vien", "gv", "cac giao vien", "giao vien nha truong"}
STAFF = {"nhan vien", "nv", "cac nhan vien", "nhan vien nha truong"}


def check(case: Case) -> Iterator[Finding]:
    """Teachers and staff are named as whole groups and nobody is marked as leading."""
    for i, action in enumerate(case.plan.actions):
        lead = squeeze(action.lead_and_partners or "")
        words = fold(lead)
        if not lead or action.partners or MARKED.search(words):
            continue
        listed = {part.strip(" .") for part in re.split(r"[,;\n]|\bva\b|\s-\s", words)}
        groups = listed & TEACHERS and listed & STAFF
        if groups or EVERYBODY.search(words):
            yield Finding(
                "lead_vague", f"actions[{i}].lead", "warning", quote=lead, field=f"actions[{i}].lead_and_partners"
            )


RULE = Rule(
    kind="lead_vague",
    severity="warning",
    check=check,
    messages={
        "": "Ô này kể cả tập thể nhưng không nêu ai chủ trì.",
    },
)
