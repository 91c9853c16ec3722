"""Chưa dùng mẫu của quy định đang áp dụng

Vì sao: Từ 07/7/2026 kế hoạch mới lập theo Biểu 2 ban hành kèm Thông tư 57/2026; mẫu cũ thiếu vấn đề trọng tâm, chỉ
số, minh chứng và hai lần rà soát.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Điều 10 và Phụ lục V (Biểu 2)
Sai: Kế hoạch năm học 2026–2027 kẻ bảng 9 cột theo mẫu 2018
Đúng: Kế hoạch năm học 2026–2027 có đủ tám mục của Biểu 2
Cần: Ngày hoặc năm học của kế hoạch.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

IN_FORCE = datetime.date(2026, 7, 7)
"""Day on which Thông tư 57/2026/TT-BGDĐT came into force (fact 1)."""


def check(case: Case) -> Iterator[Finding]:
    """A plan made after 57/2026 came into force that keeps the form of 2018."""
    new = case.as_of is not None and case.as_of >= IN_FORCE
    if new and case.plan.form == "2018" and case.plan.actions:
        yield Finding("wrong_form", "document", "warning", verified=False)


RULE = Rule(
    kind="wrong_form",
    severity="warning",
    check=check,
    messages={
        "": "Kế hoạch này lập sau ngày 07/7/2026 nhưng còn theo mẫu 2018. Có thể chuyển nháp sang Biểu 2 rồi bổ sung chỗ trống.",
    },
    needs=("as_of",),
)
