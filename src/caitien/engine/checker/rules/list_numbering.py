"""Số thứ tự trong danh sách không liền nhau

Vì sao: Số nhảy cho thấy mất một mục hoặc mục đầu chưa có tên.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (đánh số khoản, điểm)
Sai: Tổ chức thực hiện bắt đầu ngay bằng “2. Các thành viên…”
Đúng: 1. Hiệu trưởng …; 2. Các thành viên …
Cần: Các mục đánh số trong từng phần.
Không tính: danh sách con đánh số lại từ 1 trong một mục
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.numbering import first_place, numbered_items


def check(case: Case) -> Iterator[Finding]:
    """The first item of each section whose number follows none of the lists that are open."""
    for i, section in enumerate(case.plan.sections):
        open_lists: list[int] = []
        for item in numbered_items(case.plan, i):
            if item.number == 1:
                open_lists.append(1)
                continue
            while open_lists and item.number - 1 in open_lists and open_lists[-1] != item.number - 1:
                open_lists.pop()
            if open_lists and open_lists[-1] == item.number - 1:
                open_lists[-1] = item.number
                continue
            yield Finding(
                "list_numbering",
                item.where if open_lists else first_place(case.plan, section, item.where),
                "warning",
                quote=item.text,
                field=item.field,
                params={"number": item.number, "expected": open_lists[-1] + 1 if open_lists else 1},
                variant="" if open_lists else "first",
            )
            break


RULE = Rule(
    kind="list_numbering",
    severity="warning",
    check=check,
    messages={
        "": "Mục này mang số {number}, theo thứ tự phải là {expected}.",
        "first": "Danh sách bắt đầu từ số {number}; mục 1 chưa có tên.",
    },
)
