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
from caitien.engine.plan.model import Action


def check(case: Case) -> Iterator[Finding]:
    """Levels at which more criteria failed than actions are planned for; one a level."""
    plan = case.plan
    if plan.form != "2018" or not plan.actions:
        return
    claimed = plan.self_assessment.claimed_level
    for level, count in sorted(plan.self_assessment.level_counts.items()):
        failed = count.failed if count.failed is not None else _rest(count.passed, count.total)
        planned = sum(1 for action in plan.actions if serves(action, int(level)))
        if not failed or planned >= failed:
            continue
        near = planned > 0 or (claimed is not None and int(level) == claimed + 1)
        yield Finding(
            "failed_without_action",
            f"self_assessment.level{level}",
            "error" if near else "info",
            quote=count.failed_text.strip(" -+*") or count.passed_text.strip(" -+*"),
            params={"level": level, "failed": failed, "planned": planned},
        )


def _rest(passed: int | None, total: int | None) -> int | None:
    return total - passed if passed is not None and total is not None else None


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
    },
)
