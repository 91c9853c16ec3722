"""The makers keep their promises: same number same plan, clean plans agree with themselves, injectors spoil a copy."""

from __future__ import annotations

import copy
from random import Random

import pytest

from caitien.engine.catalogue import edition
from caitien.engine.plan.json_form import from_json, to_json
from caitien.engine.plan.model import Plan
from tests.make.faults import FAULTS
from tests.make.plans import make_plan, some_plans

PLANS = some_plans(84)


def test_same_arguments_give_the_same_plan() -> None:
    assert make_plan(7, school_type="preschool") == make_plan(7, school_type="preschool")
    assert make_plan(7, school_type="preschool") != make_plan(8, school_type="preschool")


def test_plans_cover_years_types_layouts_and_forms() -> None:
    assert {plan.form for plan in PLANS} == {"2018", "tt57"}
    assert {plan.layout for plan in PLANS} == {"table", "tables", "blocks"}
    assert len({plan.school_type for plan in PLANS}) == 6
    assert {plan.school_year for plan in PLANS} >= {f"{year}-{year + 1}" for year in range(2018, 2027)}


@pytest.mark.parametrize("plan", PLANS[::7], ids=lambda plan: f"{plan.form}-{plan.school_type}-{plan.layout}")
def test_json_form_brings_a_plan_back(plan: Plan) -> None:
    assert from_json(to_json(plan)) == plan


def test_results_and_actions_agree() -> None:
    for plan in PLANS:
        for level, count in plan.self_assessment.level_counts.items():
            assert (
                (count.passed or 0) + (count.failed or 0)
                == count.total
                == edition(plan.edition or "").totals[int(level)]
            )
            assert sum(str(action.level_section) == level for action in plan.actions) == count.failed


def test_titles_are_those_of_the_edition() -> None:
    for plan in PLANS:
        made = edition(plan.edition or "")
        for action in plan.actions:
            code = f"M4.{action.criterion}" if action.level_section == 4 else action.criterion or ""
            criterion = made.criterion(code)
            assert criterion is not None
            assert action.criterion_title == criterion.title


def test_times_lie_in_the_school_year_after_the_plan() -> None:
    for plan in PLANS:
        last = f"{(plan.school_year or '')[5:]}-07"
        for action in plan.actions:
            assert (plan.date or "")[:7] <= (action.start or "") <= (action.end or "") <= last


def test_total_is_the_sum_of_the_rows() -> None:
    with_total = [plan for plan in PLANS if plan.total_budget_vnd is not None]
    assert with_total
    for plan in with_total:
        assert plan.total_budget_vnd == sum(action.budget_vnd or 0 for action in plan.actions)


@pytest.mark.parametrize("kind", FAULTS)
def test_injector_spoils_a_copy_only(kind: str) -> None:
    spoilt = 0
    for number, plan in enumerate(PLANS):
        before = copy.deepcopy(plan)
        made = FAULTS[kind](plan, Random(number))
        assert plan == before
        if made:
            spoilt += 1
            assert made[0] != plan
    assert spoilt


def test_faults_are_asked_for_by_name() -> None:
    plan = make_plan(3, missing_motto=1, vague_time=2)
    assert plan.header.motto == []
    assert any(action.start is None for action in plan.actions)
