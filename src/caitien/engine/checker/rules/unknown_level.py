"""Mức không có trong quy định

Vì sao: Quy định 2018 có Mức 1 đến Mức 4; Thông tư 57/2026 chỉ có Mức 1 và Mức 2.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT; Thông tư 57/2026/TT-BGDĐT, Điều 5
Sai: MỨC 5
Đúng: MỨC 4
Cần: Bộ tiêu chuẩn; đề mục MỨC, số liệu và kết quả cần đạt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import stated
from caitien.engine.vietnamese.text import squeeze

LEVEL = re.compile(
    r"(?<!\w)mức\s+([1-9])(?!\d|,\d|[./]\s?\d|\s*(?:%|triệu|nghìn|đồng|điểm|lần|giờ|kg|m\b|bậc|trên|so với))",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Level headings, results and targets with a level that the standards do not have."""
    assert case.edition is not None
    highest = 4 if case.edition.level4 else max(case.edition.totals, default=4)
    for i, group in enumerate(case.plan.groups):
        levels = [int(digit) for digit in re.findall(r"\d", str(group.level or ""))] if group.kind == "level" else []
        if any(level > highest for level in levels):
            yield _finding("table", highest, quote=squeeze(group.text), field=f"groups[{i}].text")
    for level, count in case.plan.self_assessment.level_counts.items():
        if int(level) > highest:
            yield _finding(f"self_assessment.level{level}", highest, **stated(case, count.passed_text))
    for i, action in enumerate(case.plan.actions):
        named = next((one for one in LEVEL.finditer(action.target or "") if int(one[1]) > highest), None)
        if named:
            place = f"actions[{i}].target"
            yield _finding(place, highest, quote=named[0], field=place, start=named.start())


def _finding(where: str, highest: int, **at: Any) -> Finding:
    return Finding("unknown_level", where, "error", params={"highest": highest}, external=True, **at)


RULE = Rule(
    kind="unknown_level",
    severity="error",
    check=check,
    messages={
        "": "Bộ tiêu chuẩn này chỉ đến Mức {highest}.",
    },
    needs=("edition",),
)
