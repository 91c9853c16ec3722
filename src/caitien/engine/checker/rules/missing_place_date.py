"""Thiếu địa danh hoặc ngày ban hành

Vì sao: Ngày ban hành quyết định văn bản nào đang có hiệu lực lúc đó; thiếu ngày thì không xét được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (địa danh và thời gian ban hành)
Sai: (không có địa danh, ngày tháng)
Đúng: Đồng Lau, ngày 18 tháng 9 năm 2026
Cần: Phần đầu văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """No place or no date of issue; a line with dots left open is told by another rule."""
    plan = case.plan
    line = plan.header.place_date
    if line is None and not (plan.place and plan.date):
        yield Finding("missing_place_date", "header", "warning")
    elif line and not plan.date and not re.search(r"…|\.{3}|_{2}", line):
        yield Finding(
            "missing_place_date",
            "header.place",
            "warning",
            quote=squeeze(line),
            field="header.place_date",
            variant="date",
        )


RULE = Rule(
    kind="missing_place_date",
    severity="warning",
    check=check,
    messages={
        "": "Phần đầu chưa ghi địa danh và ngày, tháng, năm ban hành.",
        "date": "Dòng địa danh chưa ghi đủ ngày, tháng, năm ban hành.",
    },
)
