"""Bảng bị mất hoặc lộn chữ

Vì sao: Chữ trong bảng bị mất khi chuyển tệp; những gì còn lại không đủ để hiểu đúng.
Căn cứ: Bảng nội dung và bảng kết quả của kế hoạch
Sai: Tiêu chuẩn 2: Cán bộ quản lý, (rồi hết dòng, không có tiêu chí nào)
Đúng: Lấy lại bảng từ tệp Word gốc
Cần: Bảng đọc được trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.passages import passages

STANDARD = re.compile(r"\W*Tiêu chuẩn\s*\d\s*[:.]", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Signs of lost text: standards without actions, table rows inside other sections, results that begin midway."""
    plan = case.plan
    if plan.damaged:
        quote = next((group.text for group in plan.groups if group.kind == "standard"), "")
        yield Finding("damaged_table", "table", "error", quote=quote)
    yield from _strayed(case)
    missing = _lost_standards(case)
    if missing:
        mark = plan.self_assessment.marks[0]
        yield Finding(
            "damaged_table",
            "self_assessment",
            "error",
            quote=f"Tiêu chí {mark.criterion}",
            params={"standards": ", ".join(missing)},
            variant="results",
        )


def _strayed(case: Case) -> Iterator[Finding]:
    for passage in passages(case.plan):
        if passage.where.startswith("organisation") and STANDARD.match(passage.text):
            yield Finding(
                "damaged_table", "heading", "error", quote=passage.text[:80], field=passage.field, variant="strayed"
            )
            return


def _lost_standards(case: Case) -> list[str]:
    """Standards of the edition without any row in a table of results that has five rows or more."""
    seen = {mark.criterion.split(".")[0] for mark in case.plan.self_assessment.marks}
    if case.edition is None or len(case.plan.self_assessment.marks) < 5:
        return []
    return [standard.code for standard in case.edition.standards if standard.code not in seen]


RULE = Rule(
    kind="damaged_table",
    severity="error",
    check=check,
    messages={
        "": "Mục nội dung có tên tiêu chuẩn nhưng không còn tiêu chí, việc làm nào: chữ trong bảng đã mất.",
        "strayed": "Dòng “{quote}” của bảng nằm lạc trong phần tổ chức thực hiện: thứ tự đọc bị lộn.",
        "results": "Bảng kết quả không có dòng nào của tiêu chuẩn {standards}: một phần bảng đã mất.",
    },
)
