"""Gần như mọi việc đều do hiệu trưởng chủ trì

Vì sao: Một người không theo được mọi việc; giao cho phó hiệu trưởng, tổ trưởng thì việc chạy và có người báo cáo.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột chủ trì, phụ trách)
Sai: 8 trong 9 hoạt động chỉ ghi “Hiệu trưởng”
Đúng: Chủ trì: Phó hiệu trưởng, tổ trưởng chuyên môn, kế toán … theo từng việc
Cần: Người chủ trì của các hoạt động (từ ba hoạt động trở lên).
Không tính: ô có ghi thêm người phối hợp
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

HEAD = re.compile(
    r"\W*(?:(?:nguoi )?(?:chu tri|phu trach)\W+)?(?:(?:dong chi|d/c|ba|ong|co|thay)\s+)?(?:hieu truong|ht|giam doc)(?:\s+(?:nha truong|truong|trung tam))?"
    r"\W*(?:(?:chu tri|phu trach|chi dao|thuc hien)\W*)?"
)
"""The head and nobody else (folded, without names)."""
FEWEST = 3
SHARE = 0.8


def check(case: Case) -> Iterator[Finding]:
    """The head alone leads four actions in five or more; one for the plan."""
    signer = fold(case.plan.signer.name or "") if case.plan.signer else ""
    leads = [fold(action.lead_and_partners or "") for action in case.plan.actions]
    if signer:
        leads = [lead.replace(signer, "") for lead in leads]
    alone = [i for i, lead in enumerate(leads) if HEAD.fullmatch(lead)]
    if len(leads) < FEWEST or len(alone) < SHARE * len(leads):
        return
    yield Finding(
        "lead_only_principal",
        "actions",
        "warning",
        quote=squeeze(case.plan.actions[alone[0]].lead_and_partners or ""),
        field=f"actions[{alone[0]}].lead_and_partners",
        params={"alone": len(alone), "all": len(leads)},
    )


RULE = Rule(
    kind="lead_only_principal",
    severity="warning",
    check=check,
    messages={
        "": "Hiệu trưởng một mình chủ trì {alone} trong {all} hoạt động. Nên giao bớt cho người phụ trách từng mảng.",
    },
    needs=("actions",),
)
