"""Số thứ tự trong bảng không liền nhau

Vì sao: Số thứ tự nhảy hoặc lặp khiến người đọc không biết có mất dòng hay không.
Căn cứ: Cột TT của bảng nội dung kế hoạch
Sai: Trong phần MỨC 2: 1, 4
Đúng: Trong phần MỨC 2: 1, 2
Cần: Cột TT của bảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.numbering import numbered_rows


def check(case: Case) -> Iterator[Finding]:
    """Numbers of the TT column that jump or repeat within a level group; starting at 1 again is fine."""
    before = {"group": 0, "action": 0}
    for kind, number, quote, field in numbered_rows(case.plan):
        if kind == "level":
            before = {
                "group": 0,
                "action": 0,
                **{f"kept_{name}": value for name, value in before.items() if name in ("group", "action")},
            }
            continue
        expected = {before[kind] + 1, 1, before.get(f"kept_{kind}", 0) + 1 if before[kind] == 0 else before[kind] + 1}
        if number not in expected or (number == 1 and before[kind] == 1 and kind == "group"):
            yield Finding(
                "row_numbering",
                "table",
                "warning",
                quote=quote,
                field=field,
                params={"number": number, "expected": before[kind] + 1},
            )
        before[kind] = number


RULE = Rule(
    kind="row_numbering",
    severity="warning",
    check=check,
    messages={
        "": "Dòng này mang số {number}, theo thứ tự phải là {expected}.",
    },
)
