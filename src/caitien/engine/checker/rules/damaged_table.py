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
from caitien.engine.checker.locating import stated
from caitien.engine.plan.passages import Passage
from caitien.engine.vietnamese.text import squeeze

STANDARD = re.compile(r"\W*Tiêu chuẩn\s*\d\s*[:.]", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Signs of lost text: standards without actions, table rows inside other sections, results that begin midway."""
    if case.plan.damaged:
        yield from _found("table", "", _first_standard(case, "actions"))
    yield from _found("heading", "strayed", _first_standard(case, "organisation"))
    missing = _lost_standards(case)
    if missing:
        code = f"Tiêu chí {case.plan.self_assessment.marks[0].criterion}"
        yield Finding(
            "damaged_table",
            "self_assessment",
            "error",
            params={"standards": ", ".join(missing)},
            variant="results",
            **stated(case, code),
        )


def _found(where: str, variant: str, passage: Passage | None) -> Iterator[Finding]:
    if passage:
        quote = squeeze(passage.text)[:80].strip()
        yield Finding("damaged_table", where, "error", quote=quote, field=passage.field, variant=variant)


def _first_standard(case: Case, key: str) -> Passage | None:
    """The first text in the sections of a key that names a standard."""
    plan = case.plan
    indices = [str(i) for i, section in enumerate(plan.sections) if section.key == key]
    own = "organisation[" if key == "organisation" else "groups["
    fields = (*(f"sections[{i}].content" for i in indices), own)
    groups = [Passage("table", f"groups[{i}].text", group.text) for i, group in enumerate(plan.groups)]
    texts = [*case.passages, *groups]
    return next((one for one in texts if one.field.startswith(fields) and STANDARD.match(one.text)), None)


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
