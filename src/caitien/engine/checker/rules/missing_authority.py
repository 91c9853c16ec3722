"""Thiếu tên cơ quan chủ quản và trường ở góc trái

Vì sao: Khối tên cơ quan cho biết ai ban hành và ai quản lý; thiếu khối này văn bản chưa đúng thể thức.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (tên cơ quan, tổ chức ban hành văn bản)
Sai: (góc trái để trống)
Đúng: UBND XÃ ĐỒNG LAU / TRƯỜNG THCS SUỐI NGÂN
Cần: Phần đầu văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """No parent body above the school at the top left."""
    if not case.plan.header.authority:
        yield Finding(
            "missing_authority", "header", "warning", variant="" if case.plan.header.issuer is None else "issuer_only"
        )


RULE = Rule(
    kind="missing_authority",
    severity="warning",
    check=check,
    messages={
        "": "Phần đầu chưa có khối tên cơ quan chủ quản và tên trường ở góc trái.",
        "issuer_only": "Phần đầu có tên trường nhưng chưa ghi cơ quan chủ quản ở dòng trên.",
    },
)
