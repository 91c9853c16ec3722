"""Hoạt động nhắm vào mức đã đạt

Vì sao: Dồn sức vào tiêu chí đã đạt thì tiêu chí chưa đạt bị bỏ lại. Nếu là để giữ vững, xin ghi rõ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; tt2018 V10
Sai: Mức 1 đã đạt 27/27, kết quả cần đạt ghi “Đạt mức 1”
Đúng: Giữ vững Mức 1, phấn đấu Mức 2: 100% giáo viên …
Cần: Số liệu từng mức hoặc bảng kết quả, và mức của hoạt động.
Không tính: ô ghi rõ là giữ vững, duy trì
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import wording
from caitien.engine.plan.model import Plan
from caitien.engine.vietnamese.text import squeeze

LEVEL = re.compile(r"mức\s*([1-4])(?![\d.,]*\d|\s*%)", re.IGNORECASE)
KEPT = wording(r"giữ vững|duy trì|củng cố|giữ")


def check(case: Case) -> Iterator[Finding]:
    """Actions whose target names a level already passed (warning), or that stand only under such a heading (info)."""
    plan = case.plan
    for i, action in enumerate(plan.actions):
        aims = [int(digit) for digit in LEVEL.findall(action.target or "")] if action.target_level else []
        levels = [max(aims)] if aims else _levels(action.level_section)
        if not levels or not all(passed(plan, action.criterion, level) for level in levels):
            continue
        if aims and KEPT.search(action.target or ""):
            continue
        name = "target" if aims else "heading"
        yield Finding(
            "action_for_passed_criterion",
            f"actions[{i}]",
            "warning" if aims else "info",
            quote=squeeze(getattr(action, name) or ""),
            field=f"actions[{i}].{name}",
            params={"level": ", ".join(str(level) for level in levels)},
        )


def _levels(section: int | str | None) -> list[int]:
    if isinstance(section, str):
        return list(range(int(section[0]), int(section[-1]) + 1))
    return [section] if section else []


def passed(plan: Plan, criterion: str | None, level: int) -> bool:
    """Whether the plan says that a criterion has passed a level: all have, or its row of the table says so."""
    count = plan.self_assessment.level_counts.get(str(level))
    if count and count.total and count.passed == count.total and not count.failed:
        return True
    mark = next((mark for mark in plan.self_assessment.marks if mark.criterion == criterion), None)
    return mark is not None and len(mark.marks) > level and mark.marks[level].lower() in ("x", "✓", "×")


RULE = Rule(
    kind="action_for_passed_criterion",
    severity="warning",
    check=check,
    messages={
        "": "Kết quả cho thấy mức {level} đã đạt. Nếu chỉ để giữ vững, xin ghi rõ; nếu không, nên nhắm mức tiếp theo.",
    },
    needs=("actions",),
    form="2018",
)
