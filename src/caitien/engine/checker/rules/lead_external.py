"""Người chủ trì là đơn vị ngoài trường

Vì sao: Trường chỉ giao việc được cho người của mình; đơn vị ngoài là phối hợp hoặc hỗ trợ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột chủ trì, phụ trách); tt2018
V12
Sai: Chủ trì: Công ty Thiết bị Hoa Mai
Đúng: Chủ trì: Kế toán; phối hợp: Công ty Thiết bị Hoa Mai
Cần: Người chủ trì của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

OUTSIDE = (
    r"\b(?:ngan hang|cong ty|doanh nghiep|tap doan|nha thau|nha tai tro|mat tran to quoc|so (?:gd|giao duc|y te|tai chinh|xay dung)|phong (?:gd|giao duc va|van hoa|kinh te|tai chinh)"
    r"|ubnd|uy ban nhan dan|bo giao duc|trung tam y te|tram y te|cong an|truong (?:cd|dh|cao dang|dai hoc|trung cap)\w*|dai hoc|cao dang|hoc vien|ban quan ly du an)\b[^,;\n]*"
)
OF_THE_SCHOOL = re.compile(
    r"\b(?:hieu truong|hieu pho|pho hieu|giam doc|ban giam hieu|bgh|cbql|can bo|giao vien|nhan vien|gv|nv|gvcn|to|nhom|ban|hoi dong|hdsp|cong doan|doan|doi|"
    r"ke toan|van thu|thu vien|thu quy|bao ve|y te|nha truong|tong phu trach|tpt|hoc sinh|chi bo|chi doan|thanh tra)\b"
)


def check(case: Case) -> Iterator[Finding]:
    """An outside body leads and nobody of the school is named."""
    for i, action in enumerate(case.plan.actions):
        lead = squeeze(action.lead_and_partners or "")
        words = re.sub(OUTSIDE, " # ", fold(lead))
        if "#" in words and not OF_THE_SCHOOL.search(words):
            yield Finding(
                "lead_external", f"actions[{i}].lead", "warning", quote=lead, field=f"actions[{i}].lead_and_partners"
            )


RULE = Rule(
    kind="lead_external",
    severity="warning",
    check=check,
    messages={
        "": "Ô này chỉ ghi đơn vị ngoài trường. Xin ghi người của trường chủ trì; đơn vị ấy là phối hợp.",
    },
)
