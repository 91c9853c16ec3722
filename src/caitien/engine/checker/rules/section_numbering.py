"""Số thứ tự các mục lớn không liền nhau

Vì sao: Số mục nhảy hoặc lặp làm người đọc tưởng mất một phần văn bản.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (đánh số phần, mục)
Sai: I, II, III, VI
Đúng: I, II, III, IV
Cần: Tên các mục lớn.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.numbering import section_value, written_like
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """The first main section whose number does not follow the one before in its series (A, B; I, II; 1, 2)."""
    last: dict[str, int] = {}
    before = ""
    for i, section in enumerate(case.plan.sections):
        value = None if section.annex else section_value(section.number)
        if value is None:
            continue
        series, number = value
        begins_anew = number == 1 and before != series
        if number != last.get(series, 0) + 1 and not begins_anew:
            expected = written_like(section.number, last.get(series, 0) + 1)
            yield Finding(
                "section_numbering",
                "heading",
                "warning",
                quote=squeeze(section.title),
                field=f"sections[{i}].title",
                params={"number": section.number, "expected": expected},
            )
            return
        last[series], before = number, series


RULE = Rule(
    kind="section_numbering",
    severity="warning",
    check=check,
    messages={
        "": "Mục này mang số {number}, theo thứ tự phải là {expected}.",
    },
)
