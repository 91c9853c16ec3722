"""Thiếu số, ký hiệu văn bản

Vì sao: Không có số thì văn bản không vào sổ được và nơi khác không trích dẫn được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu)
Sai: (không có dòng Số)
Đúng: Số: 41/KH-THCSSN
Cần: Phần đầu văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """No line "Số: …" in the header."""
    if case.plan.header.number is None and not case.plan.doc_number:
        yield Finding("missing_doc_number", "header", "warning")


RULE = Rule(
    kind="missing_doc_number",
    severity="warning",
    check=check,
    messages={
        "": "Phần đầu chưa có dòng “Số: …/KH-…”.",
    },
)
