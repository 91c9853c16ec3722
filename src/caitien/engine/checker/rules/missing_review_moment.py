"""Thiếu lần rà soát

Vì sao: Biểu 2 có hai lần rà soát cố định: cuối học kỳ I và cuối năm học.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục VI và VIII.a
Sai: Bảng VI chỉ có dòng Cuối năm học
Đúng: Bảng VI có Cuối học kỳ I và Cuối năm học
Cần: Bảng VI của Biểu 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold

MOMENTS = {"Cuối học kỳ I": r"hoc ky (?:i|1)\b|hki\b", "Cuối năm học": r"cuoi nam|nam hoc"}


def check(case: Case) -> Iterator[Finding]:
    """Table VI without one of its two fixed moments."""
    moments = [fold(review.moment) for review in case.plan.reviews]
    for words, pattern in MOMENTS.items():
        if not any(re.search(pattern, moment) for moment in moments):
            yield Finding("missing_review_moment", "reviews", "warning", params={"moment": words})


RULE = Rule(
    kind="missing_review_moment",
    severity="warning",
    check=check,
    messages={
        "": "Bảng theo dõi chưa có lần rà soát “{moment}”.",
    },
    form="tt57",
)
