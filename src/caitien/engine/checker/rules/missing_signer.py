"""Thiếu chức vụ, họ tên người ký

Vì sao: Kế hoạch chưa có người ký thì chưa có hiệu lực và không ai chịu trách nhiệm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (chức vụ, họ tên và chữ ký)
Sai: (cuối văn bản để trống)
Đúng: HIỆU TRƯỞNG / (ký) / Lò Thị Mây
Cần: Phần cuối văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """No title and name of the signer, or no name below the title."""
    signer = case.plan.signer
    if signer is None or (not signer.title and not signer.name):
        yield Finding("missing_signer", "signature", "error")
    elif not signer.name:
        yield Finding(
            "missing_signer", "signature", "error", quote=signer.title or "", field="signer.title", variant="name"
        )


RULE = Rule(
    kind="missing_signer",
    severity="error",
    check=check,
    messages={
        "": "Cuối văn bản chưa có chức vụ và họ tên người ký.",
        "name": "Có chức vụ người ký nhưng chưa ghi họ tên.",
    },
)
