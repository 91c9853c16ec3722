"""Mức không có trong quy định

Vì sao: Quy định 2018 có Mức 1 đến Mức 4; Thông tư 57/2026 chỉ có Mức 1 và Mức 2.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT; Thông tư 57/2026/TT-BGDĐT, Điều 5
Sai: MỨC 5
Đúng: MỨC 4
Cần: Đề mục MỨC và kết quả cần đạt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

LEVEL = re.compile(r"(?:đạt|lên|giữ)?\s*mức\s+([1-9])(?!\d|[,.]\d|\s*(?:%|triệu|nghìn))", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Level headings and targets with a level that the standards do not have."""
    assert case.edition is not None
    highest = 4 if case.edition.level4 else max(case.edition.totals, default=4)
    for i, group in enumerate(case.plan.groups):
        levels = [int(digit) for digit in re.findall(r"\d", str(group.level or ""))] if group.kind == "level" else []
        if any(level > highest for level in levels):
            yield _finding("table", group.text, f"groups[{i}].text", highest)
    for i, action in enumerate(case.plan.actions):
        named = LEVEL.search(action.target or "")
        if named and int(named[1]) > highest:
            yield _finding(f"actions[{i}].target", named[0], f"actions[{i}].target", highest)


def _finding(where: str, quote: str, field: str, highest: int) -> Finding:
    return Finding(
        "unknown_level", where, "error", quote=quote, field=field, params={"highest": highest}, external=True
    )


RULE = Rule(
    kind="unknown_level",
    severity="error",
    check=check,
    messages={
        "": "Bộ tiêu chuẩn này chỉ đến Mức {highest}.",
    },
    needs=("edition",),
)
