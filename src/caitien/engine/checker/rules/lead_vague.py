"""Kể tên tất cả, không ai chủ trì

Vì sao: Ghi cả tập thể mà không nêu ai đứng đầu thì thành việc không của ai.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột chủ trì, phụ trách)
Sai: Hiệu trưởng, cán bộ quản lý, giáo viên, nhân viên
Đúng: Chủ trì: Phó hiệu trưởng; phối hợp: giáo viên khối lá, nhân viên nuôi dưỡng
Cần: Người chủ trì của từng hoạt động.
Không tính: ô đã ghi rõ ai chủ trì, ai phối hợp
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

MARKED = re.compile(r"chu tri|phoi hop|phu trach (?:chinh|chung)|chiu trach nhiem|dau moi|chi dao|to chuc thuc hien")
EVERYBODY = re.compile(
    r"\b(?:toan the|tap the|toan truong|tat ca|moi thanh vien|toan bo|hdsp|hoi dong su pham|moi nguoi)\b"
    r"|\bcb\s*[-,–/&+]?\s*(?:gv|ql)\s*[-,–/&+]?\s*nv\b|\bcbgv\b|\bgv\s*[-–/&+]\s*nv\b|\bgvnv\b"
)
OF_ALL = r"(?: (?:nha truong|trong truong|cua truong|toan truong|truong|lien quan))?"
TEACHERS = re.compile(rf"(?:cac |doi ngu |can bo )?(?:giao vien|gv){OF_ALL}")
PARTS = re.compile(r"[,;:]|\bva\b|\bcung\b|\s[-–]\s|/")
STAFF = re.compile(rf"(?:cac )?(?:nhan vien|nv|cong nhan vien){OF_ALL}")


def check(case: Case) -> Iterator[Finding]:
    """Teachers and staff are named as whole groups and nobody is marked as leading."""
    for i, action in enumerate(case.plan.actions):
        parted = bool(action.lead and action.partners)
        lead = (action.lead if parted else action.lead_and_partners) or ""
        words = fold(lead)
        if not words or MARKED.search(words):
            continue
        lines = (fold(line) for line in lead.splitlines())
        listed = [part.strip(" .-+*()") for line in lines for part in PARTS.split(line)]
        teachers, staff = (any(group.fullmatch(part) for part in listed) for group in (TEACHERS, STAFF))
        if EVERYBODY.search(words) or (teachers and staff):
            field = f"actions[{i}].lead" if parted else f"actions[{i}].lead_and_partners"
            yield Finding("lead_vague", f"actions[{i}].lead", "warning", quote=squeeze(lead), field=field)


RULE = Rule(
    kind="lead_vague",
    severity="warning",
    check=check,
    messages={
        "": "Ô này kể cả tập thể nhưng không nêu ai chủ trì. Xin ghi một người hoặc một bộ phận đứng đầu việc này.",
    },
    needs=("actions",),
)
