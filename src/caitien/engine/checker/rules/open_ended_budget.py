"""Kinh phí không có số tiền

Vì sao: “Theo tình hình thực tế” không cho biết cần bao nhiêu, nên không ai duyệt chi được.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: Theo tình hình thực tế
Đúng: Khoảng 5.000.000 đồng từ nguồn chi thường xuyên
Cần: Ô kinh phí của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

OPEN = re.compile(r"tinh hinh thuc te|thuc te|quy che chi tieu|qcctnb|tuy (?:theo|tinh hinh)|theo quy dinh$")


def check(case: Case) -> Iterator[Finding]:
    """A budget without an amount; in Biểu 2, whose column is about all resources, only where money is left open."""
    for i, action in enumerate(case.plan.actions):
        raw = squeeze(action.budget_raw or "")
        if action.budget_vnd is not None or not raw.strip(" .-–…"):
            continue
        if case.plan.form == "2018" or OPEN.search(fold(raw)):
            yield Finding(
                "open_ended_budget", f"actions[{i}].budget", "warning", quote=raw, field=f"actions[{i}].budget_raw"
            )


RULE = Rule(
    kind="open_ended_budget",
    severity="warning",
    check=check,
    messages={
        "": "“{quote}” chưa có số tiền. Nên ghi số dự kiến.",
    },
)
