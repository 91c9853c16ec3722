"""Số thứ tự trong danh sách không liền nhau

Vì sao: Số nhảy cho thấy mất một mục hoặc mục đầu chưa có tên.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (đánh số khoản, điểm)
Sai: Tổ chức thực hiện bắt đầu ngay bằng “2. Các thành viên…”
Đúng: 1. Hiệu trưởng …; 2. Các thành viên …
Cần: Các mục đánh số trong từng phần.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.numbering import first_place, numbered_items


def check(case: Case) -> Iterator[Finding]:
    """The first item of each section whose number does not follow the one before."""
    for i, section in enumerate(case.plan.sections):
        before = 0
        for number, quote, where, field in numbered_items(case.plan, i):
            if number != before + 1 and number != 1:
                missing_first = before == 0
                yield Finding(
                    "list_numbering",
                    first_place(case.plan, section, where) if missing_first else where,
                    "warning",
                    quote=quote,
                    field=field,
                    params={"number": number, "expected": before + 1},
                    variant="first" if missing_first else "",
                )
                break
            before = number


RULE = Rule(
    kind="list_numbering",
    severity="warning",
    check=check,
    messages={
        "": "Mục này mang số {number}, theo thứ tự phải là {expected}.",
        "first": "Danh sách bắt đầu từ số {number}; mục 1 chưa có tên.",
    },
)
