"""Thiếu Nơi nhận

Vì sao: Nơi nhận cho biết văn bản gửi ai và lưu ở đâu.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (nơi nhận)
Sai: (không có Nơi nhận)
Đúng: Nơi nhận: - UBND xã (để b/c); - Hội đồng trường; - Lưu: VT.
Cần: Phần cuối văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """No list of recipients."""
    if not case.plan.recipients:
        yield Finding("missing_recipients", "recipients", "warning")


RULE = Rule(
    kind="missing_recipients",
    severity="warning",
    check=check,
    messages={
        "": "Cuối văn bản chưa có mục Nơi nhận.",
    },
)
