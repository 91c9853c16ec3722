"""Một điều gọi bằng hai tên

Vì sao: “Mức” là mức tự đánh giá, “mức độ” là của chuẩn quốc gia, “cấp độ” là của kiểm định; lẫn nhau là hiểu sai
kết quả.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 34, 37
Sai: kiểm định chất lượng giáo dục mức độ 1; STEM chỗ này, Steam chỗ kia
Đúng: kiểm định chất lượng giáo dục Cấp độ 1; STEM
Cần: Toàn bộ câu chữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

CONFUSED = (
    (
        re.compile(r"kiểm định chất lượng(?: giáo dục)?(?: đạt)?,? mức độ (?P<n>[1-4])", re.IGNORECASE),
        "kiểm định chất lượng giáo dục Cấp độ {}",
    ),
    (re.compile(r"chuẩn quốc gia(?: đạt)?,? cấp độ (?P<n>[12])", re.IGNORECASE), "chuẩn quốc gia Mức độ {}"),
)


def check(case: Case) -> Iterator[Finding]:
    """Degree for grade and the other way round; STEM written as another word."""
    texts = case.passages
    stem = any(re.search(r"\bSTEM\b", passage.text) for passage in texts)
    for passage in texts:
        for pattern, right in CONFUSED:
            found = pattern.search(passage.text)
            if found:
                params = {"right": right.format(found["n"])}
                yield Finding(
                    "inconsistent_term",
                    passage.where,
                    "info",
                    quote=found[0],
                    field=passage.field,
                    start=found.start(),
                    params=params,
                )
        other = re.search(r"\b(?:Steam|Stem|steam|stem)\b", passage.text) if stem else None
        if other:
            yield Finding(
                "inconsistent_term",
                passage.where,
                "info",
                quote=other[0],
                field=passage.field,
                start=other.start(),
                params={"right": "STEM"},
            )


RULE = Rule(
    kind="inconsistent_term",
    severity="info",
    check=check,
    messages={
        "": "“{quote}” nên gọi là “{right}”.",
    },
)
