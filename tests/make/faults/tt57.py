"""Faults that only Biểu 2 of Thông tư 57/2026 can have."""

from __future__ import annotations

from random import Random

from caitien.engine.catalogue import edition
from caitien.engine.plan.model import Plan
from tests.make.faults.kit import Fault, Spoiled, fresh


def all_criteria_planned(plan: Plan, rng: Random) -> Spoiled | None:
    """Table IV has a row for every criterion."""
    if plan.form != "tt57":
        return None
    spoilt = fresh(plan)
    known = {problem.criterion for problem in plan.problems}
    made = edition(plan.edition or "")
    for criterion in made.criteria:
        if criterion.code not in known:
            problem = fresh(plan).problems[0]
            standard = made.standard(criterion.code.split(".")[0])
            assert standard is not None
            problem.id, problem.number = f"p{len(spoilt.problems) + 1}", str(len(spoilt.problems) + 1)
            problem.criterion, problem.criterion_text = criterion.code, f"Tiêu chí {criterion.code}: {criterion.title}"
            problem.standard, problem.standard_text = standard.code, f"Tiêu chuẩn {standard.code}: {standard.title}"
            spoilt.problems.append(problem)
    return spoilt, "problems|actions|table|IV|document"


def problem_incomplete(plan: Plan, rng: Random) -> Spoiled | None:
    if plan.form != "tt57":
        return None
    index = rng.randrange(len(plan.problems))
    spoilt = fresh(plan)
    setattr(spoilt.problems[index], rng.choice(["state", "weakness", "cause"]), "")
    return spoilt, f"problems[{index}]"


def problem_without_action(plan: Plan, rng: Random) -> Spoiled | None:
    if plan.form != "tt57":
        return None
    index = rng.randrange(len(plan.problems))
    spoilt = fresh(plan)
    del spoilt.actions[index]
    for number, action in enumerate(spoilt.actions, start=1):
        action.number = str(number)
    return spoilt, f"problems[{index}]"


def _emptied(field: str, place: str) -> Fault:
    def spoil(plan: Plan, rng: Random) -> Spoiled | None:
        if plan.form != "tt57":
            return None
        index = rng.randrange(len(plan.actions))
        spoilt = fresh(plan)
        setattr(spoilt.actions[index], field, "")
        if field == "budget_raw":
            spoilt.actions[index].budget_vnd = None
        return spoilt, f"actions[{index}].{place}"

    return spoil


def missing_review_moment(plan: Plan, rng: Random) -> Spoiled | None:
    if plan.form != "tt57":
        return None
    spoilt = fresh(plan)
    del spoilt.reviews[rng.randrange(2)]
    return spoilt, "reviews|VI|table|monitoring"


FAULTS: dict[str, Fault] = {
    "all_criteria_planned": all_criteria_planned,
    "problem_incomplete": problem_incomplete,
    "problem_without_action": problem_without_action,
    "missing_indicator": _emptied("indicator", "indicator"),
    "missing_evidence": _emptied("evidence", "evidence"),
    "missing_review_moment": missing_review_moment,
    "missing_resources": _emptied("budget_raw", "budget"),
}
