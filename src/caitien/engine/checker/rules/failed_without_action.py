"""Tiêu chí chưa đạt nhưng chưa có việc cải tiến

Vì sao: Mỗi tiêu chí chưa đạt cần một việc làm, hoặc lý do vì sao để lại; nếu không, năm sau vẫn chưa đạt.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; tt2018 V02
Sai: Mức 4 còn 3 tiêu chí chưa đạt, kế hoạch chỉ có 1 việc
Đúng: Đủ ba việc cho ba tiêu chí, hoặc ghi lý do để lại
Cần: Số tiêu chí chưa đạt từng mức và các hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import stated
from caitien.engine.plan.model import Action, Plan


def check(case: Case) -> Iterator[Finding]:
    """Levels at which more criteria failed than actions are planned for; one a level."""
    plan = case.plan
    claimed = plan.self_assessment.claimed_level
    for level, count in sorted(plan.self_assessment.level_counts.items()):
        failed = count.failed if count.failed is not None else _rest(count.passed, count.total)
        planned = sum(1 for action in plan.actions if serves(action, int(level)))
        if not failed or planned >= failed:
            continue
        near = planned > 0 or (claimed is not None and int(level) == claimed + 1)
        codes = _left_out(plan, level)
        yield Finding(
            "failed_without_action",
            f"self_assessment.level{level}",
            "error" if near else "info",
            params={"level": level, "failed": failed, "planned": planned, "codes": codes},
            variant="named" if codes else "",
            **(stated(case, count.failed_text) or stated(case, count.passed_text)),
        )


def _rest(passed: int | None, total: int | None) -> int | None:
    return total - passed if passed is not None and total is not None else None


def _left_out(plan: Plan, level: str) -> str:
    """The failed criteria that the plan names and has no action for, as words."""
    served = {
        code for action in plan.actions if serves(action, int(level)) for code in (action.criterion, *action.criteria)
    }
    return ", ".join(code for code in plan.self_assessment.failed_criteria.get(level, []) if code not in served)


def serves(action: Action, level: int) -> bool:
    """Whether an action stands at a level: by its heading, in a group of levels, else by its target."""
    section = action.level_section
    if section == level:
        return True
    if isinstance(section, str):
        return int(section[0]) <= level <= int(section[-1])
    return section is None and action.target_level in (None, level)


RULE = Rule(
    kind="failed_without_action",
    severity="error",
    check=check,
    messages={
        "": "Mức {level} còn {failed} tiêu chí chưa đạt, kế hoạch có {planned} hoạt động cho mức này.",
        "named": "Mức {level} còn {failed} tiêu chí chưa đạt, kế hoạch có {planned} hoạt động cho mức này; chưa có việc cho {codes}.",
    },
    needs=("results", "actions"),
    form="2018",
)
