"""Thiếu Quốc hiệu và Tiêu ngữ

Vì sao: Quốc hiệu và Tiêu ngữ là thành phần bắt buộc của văn bản hành chính.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (Quốc hiệu và Tiêu ngữ)
Sai: (góc phải để trống)
Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc
Cần: Phần đầu văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """The national motto block is absent."""
    if not case.plan.header.motto:
        yield Finding("missing_motto", "header", "warning")


RULE = Rule(
    kind="missing_motto",
    severity="warning",
    check=check,
    messages={
        "": "Phần đầu chưa có Quốc hiệu và Tiêu ngữ.",
    },
)
