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
from caitien.engine.plan.model import Plan
from caitien.engine.plan.passages import Passage, passages

STANDARD = re.compile(r"\W*Tiêu chuẩn\s*\d\s*[:.]", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Signs of lost text: standards without actions, table rows inside other sections, results that begin midway."""
    plan = case.plan
    if plan.damaged and (quote := _first_standard(plan, "actions")):
        yield Finding("damaged_table", "table", "error", quote=quote)
    strayed = _first_standard(plan, "organisation")
    if strayed:
        yield Finding("damaged_table", "heading", "error", quote=strayed, variant="strayed")
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


def _first_standard(plan: Plan, key: str) -> str:
    """The first line in the sections of a key that names a standard, "" when there is none."""
    indices = [str(i) for i, section in enumerate(plan.sections) if section.key == key]
    own = "organisation[" if key == "organisation" else "groups["
    fields = (*(f"sections[{i}].content" for i in indices), own)
    groups = [Passage("table", f"groups[{i}].text", group.text) for i, group in enumerate(plan.groups)]
    texts = [*passages(plan), *groups]
    return next((p.text[:80] for p in texts if p.field.startswith(fields) and STANDARD.match(p.text)), "")


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
