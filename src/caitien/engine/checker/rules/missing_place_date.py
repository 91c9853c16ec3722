"""Thiếu địa danh hoặc ngày ban hành

Vì sao: Ngày ban hành quyết định văn bản nào đang có hiệu lực lúc đó; thiếu ngày thì không xét được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (địa danh và thời gian ban hành)
Sai: (không có địa danh, ngày tháng)
Đúng: Đồng Lau, ngày 18 tháng 9 năm 2026
Cần: Phần đầu văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """No place and date of issue."""
    if case.plan.header.place_date is None and not (case.plan.place and case.plan.date):
        yield Finding("missing_place_date", "header", "warning")


RULE = Rule(
    kind="missing_place_date",
    severity="warning",
    check=check,
    messages={
        "": "Phần đầu chưa ghi địa danh và ngày, tháng, năm ban hành.",
    },
)
