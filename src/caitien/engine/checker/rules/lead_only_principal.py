"""Gần như mọi việc đều do hiệu trưởng chủ trì

Vì sao: Một người không theo được mọi việc; giao cho phó hiệu trưởng, tổ trưởng thì việc chạy và có người báo cáo.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột chủ trì, phụ trách)
Sai: 8 trong 9 hoạt động chỉ ghi “Hiệu trưởng”
Đúng: Chủ trì: Phó hiệu trưởng, tổ trưởng chuyên môn, kế toán … theo từng việc
Cần: Người chủ trì của các hoạt động (từ ba hoạt động trở lên).
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

HEAD = {
    "hieu truong",
    "hieu truong nha truong",
    "dong chi hieu truong",
    "chu tri: hieu truong",
    "hieu truong chu tri",
    "ht",
    "giam doc",
}
FEWEST = 3
SHARE = 0.8


def check(case: Case) -> Iterator[Finding]:
    """The head alone leads four actions in five or more; one for the plan."""
    leads = [fold(action.lead_and_partners or "").strip(" .-") for action in case.plan.actions]
    alone = sum(lead in HEAD for lead in leads)
    if len(leads) >= FEWEST and alone >= SHARE * len(leads):
        i = next(i for i, lead in enumerate(leads) if lead in HEAD)
        quote = squeeze(case.plan.actions[i].lead_and_partners or "")
        params = {"alone": alone, "all": len(leads)}
        yield Finding(
            "lead_only_principal",
            "actions",
            "warning",
            quote=quote,
            field=f"actions[{i}].lead_and_partners",
            params=params,
        )


RULE = Rule(
    kind="lead_only_principal",
    severity="warning",
    check=check,
    messages={
        "": "Hiệu trưởng một mình chủ trì {alone} trong {all} hoạt động. Nên giao bớt cho người phụ trách từng mảng.",
    },
)
