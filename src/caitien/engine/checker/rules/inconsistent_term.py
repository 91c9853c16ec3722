"""Một điều gọi bằng hai tên

Vì sao: “Mức” là mức tự đánh giá, “mức độ” là của chuẩn quốc gia, “cấp độ” là của kiểm định; lẫn nhau là hiểu sai
kết quả.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 34, 37
Sai: kiểm định chất lượng giáo dục mức độ 1; STEM chỗ này, Steam chỗ kia
Đúng: kiểm định chất lượng giáo dục Cấp độ 1; STEM
Cần: Toàn bộ câu chữ.
Không tính: từ đồng nghĩa; hai cách viết lí/lý, qui/quy, tỉ/tỷ
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

CONFUSED = (
    (
        re.compile(
            r"(?:kiểm định chất lượng(?: giáo dục)?|kđclgd|kđcl)(?: đạt)?(?: chuẩn)?,? mức độ (?P<n>[1-4])".replace(
                " ", r"\s+"
            ),
            re.IGNORECASE,
        ),
        "kiểm định chất lượng giáo dục Cấp độ {}",
    ),
    (
        re.compile(r"chuẩn quốc gia(?: đạt)?,? cấp độ (?P<n>[12])".replace(" ", r"\s+"), re.IGNORECASE),
        "chuẩn quốc gia Mức độ {}",
    ),
    (
        re.compile(
            r"(?:tự đánh giá|tiêu chí [1-5]\.\d+)(?: \w+){0,3} đạt mức độ (?P<n>[1-4])".replace(" ", r"\s+"),
            re.IGNORECASE,
        ),
        "đạt Mức {}",
    ),
)
"""Degree for grade, grade for degree, degree for level: (wording, the right name)."""
STEM = re.compile(r"(?<![\w.@/-])(?:stem|steam)(?![\w@-])", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Degree for grade and the other way round; STEM written as another word; one of each a passage."""
    names = {found[0] for passage in case.passages for found in STEM.finditer(passage.text)}
    right = next((name for name in ("STEM", "STEAM") if name in names), "")
    for passage in case.passages:
        hits = [
            (found, words.format(found["n"])) for pattern, words in CONFUSED if (found := pattern.search(passage.text))
        ]
        other = (
            next((found for found in STEM.finditer(passage.text) if not found[0].isupper()), None) if right else None
        )
        for found, name in [*hits, *([(other, right)] if other else [])]:
            yield Finding(
                "inconsistent_term",
                passage.where,
                "info",
                quote=found[0],
                field=passage.field,
                start=found.start(),
                params={"right": name},
            )


RULE = Rule(
    kind="inconsistent_term",
    severity="info",
    check=check,
    messages={
        "": "“{quote}” nên gọi là “{right}”, cho cùng một tên với những chỗ khác.",
    },
)
