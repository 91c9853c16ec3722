"""Người chủ trì là đơn vị ngoài trường

Vì sao: Trường chỉ giao việc được cho người của mình; đơn vị ngoài là phối hợp hoặc hỗ trợ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột chủ trì, phụ trách)
Sai: Chủ trì: Công ty Thiết bị Hoa Mai
Đúng: Chủ trì: Kế toán; phối hợp: Công ty Thiết bị Hoa Mai
Cần: Người chủ trì của từng hoạt động.
Không tính: ban đại diện cha mẹ học sinh
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

OUTSIDE = re.compile(
    r"\b(?:ngan hang|cong ty|doanh nghiep|tap doan|nha thau|don vi thi cong|nha tai tro|nha hao tam|manh thuong quan|cac to chuc|mat tran|mttq"
    r"|so (?:gd\w*|giao duc|y te|tai chinh|xay dung|van hoa|noi vu)|phong (?:gd\w*|giao duc (?:va|&)|van hoa|vh|kinh te|tai chinh|noi vu|lao dong)"
    r"|ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy|cap uy|chinh quyen|dia phuong|cap tren|(?:cac )?cap co tham quyen|bo giao duc"
    r"|trung tam (?:y te|hoc tap|van hoa|gdnn|gdtx|giao duc)|tram y te|cong an|don bien phong|bo doi|quan doi|xa doan|huyen doan|doan thanh nien xa"
    r"|hoi (?:khuyen hoc|phu nu|nong dan|cuu chien binh|chu thap do|dong huong|nguoi cao tuoi)|thon|ban quan ly du an"
    r"|truong (?:cd|dh|cao dang|dai hoc|trung cap)\w*|dai hoc|cao dang|hoc vien)\b[^,;\n]*"
)
OF_THE_SCHOOL = re.compile(
    r"\b(?:hieu truong|hieu pho|pho hieu|giam doc|ban giam hieu|bgh|cbql|can bo|giao vien|nhan vien|gv|nv|gvcn|to|nhom|ban|hoi dong|hdsp|cong doan|doan|doi|"
    r"ke toan|van thu|thu vien|thu quy|bao ve|y te|nha truong|tong phu trach|tpt|hoc sinh|chi bo|chi doan|thanh tra|phu huynh|cha me|ht|pht|khoi)\b"
)


def check(case: Case) -> Iterator[Finding]:
    """An outside body leads and nobody of the school is named."""
    for i, action in enumerate(case.plan.actions):
        parted = bool(action.lead and action.partners)
        lead = squeeze((action.lead if parted else action.lead_and_partners) or "")
        words = OUTSIDE.sub(" # ", fold(lead))
        if "#" in words and not OF_THE_SCHOOL.search(words):
            field = f"actions[{i}].lead" if parted else f"actions[{i}].lead_and_partners"
            yield Finding("lead_external", f"actions[{i}].lead", "warning", quote=lead, field=field)


RULE = Rule(
    kind="lead_external",
    severity="warning",
    check=check,
    messages={
        "": "Ô này chỉ ghi đơn vị ngoài trường. Xin ghi người của trường chủ trì; đơn vị ấy là phối hợp.",
    },
    needs=("actions",),
)
