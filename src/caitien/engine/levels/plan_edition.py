"""The edition of the standards that a plan is judged by: the one it names, else the one its own facts point to (T8)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from caitien.engine.catalogue import Choice, PlanFacts, edition, edition_of_plan
from caitien.engine.plan.model import Plan


def plan_edition(plan: Plan) -> Choice:
    """The edition of a plan with the reasons; an edition that the plan names and nobody knows raises `UserError`."""
    if plan.edition:
        return Choice(edition(plan.edition), ("bộ tiêu chuẩn ghi trong kế hoạch",), sure=True)
    return edition_of_plan(facts_of(plan))


def facts_of(plan: Plan) -> PlanFacts:
    """What the plan shows of its edition."""
    counts = plan.self_assessment.level_counts
    return PlanFacts(
        form=plan.form,
        school_type=plan.school_type,
        numbers=tuple(basis.number for basis in plan.legal_bases if basis.number),
        totals={int(level): count.total for level, count in counts.items() if count.total and level.isdecimal()},
        criteria=tuple(_criteria(plan)),
        date=_date(plan),
    )


def _criteria(plan: Plan) -> Iterator[tuple[str, str]]:
    for action in plan.actions:
        for code in dict.fromkeys([action.criterion, *action.criteria]):
            if code:
                bare = action.level_section == 4 and "." not in code
                yield f"M4.{code}" if bare else code, (action.criterion_title or "") if code == action.criterion else ""
    yield from ((problem.criterion, "") for problem in plan.problems if problem.criterion)
    yield from ((mark.criterion, "") for mark in plan.self_assessment.marks)


def _date(plan: Plan) -> datetime.date | None:
    if plan.date:
        return datetime.date.fromisoformat(plan.date)
    return datetime.date(int(plan.school_year[:4]), 8, 1) if plan.school_year else None
