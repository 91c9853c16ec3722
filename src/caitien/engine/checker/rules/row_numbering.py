"""Số thứ tự trong bảng không liền nhau

Vì sao: Số thứ tự nhảy hoặc lặp khiến người đọc không biết có mất dòng hay không.
Căn cứ: Cột TT của bảng nội dung kế hoạch
Sai: Trong phần MỨC 2: 1, 4
Đúng: Trong phần MỨC 2: 1, 2
Cần: Cột TT của bảng.
Không tính: dòng không ghi số; số đánh lại từ 1 ở mỗi mức, mỗi tiêu chuẩn
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.numbering import numbered_rows


@dataclass(slots=True)
class Count:
    """Numbers of one kind of rows: the last one, and the last one of the level before."""

    last: int = 0
    of_level_before: int = 0

    def follows(self, number: int, last_of_all: int, *, restarts: bool) -> bool:
        """Whether a number goes on, begins anew, or goes on from the level before or from the row above."""
        going_on = number in (self.last + 1, last_of_all + 1)
        anew = number == 1 and (restarts or self.last != 1)
        return going_on or anew or (self.last == 0 and number == self.of_level_before + 1)


def check(case: Case) -> Iterator[Finding]:
    """Numbers of the TT column that jump or repeat within a level group; starting at 1 again is fine."""
    counts = {"group": Count(), "action": Count()}
    last_of_all = 0
    for row in numbered_rows(case.plan):
        if row.kind == "level":
            for count in counts.values():
                count.of_level_before, count.last = count.last, 0
            continue
        count = counts[row.kind]
        if not count.follows(row.number, last_of_all, restarts=row.kind == "action"):
            yield Finding(
                "row_numbering",
                row.where,
                "warning",
                quote=row.text,
                field=row.field,
                params={"number": row.number, "expected": count.last + 1},
            )
        count.last = last_of_all = row.number


RULE = Rule(
    kind="row_numbering",
    severity="warning",
    check=check,
    messages={
        "": "Dòng này mang số {number}, theo thứ tự phải là {expected}.",
    },
    needs=("actions",),
)
