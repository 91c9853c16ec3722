"""Clean, realistic plans of every form, school type and layout, made from a number.

A clean plan has nothing that a careful reviewer would flag; `faults.py` spoils it at one known place.
"""

from __future__ import annotations

from random import Random
from typing import Any

from caitien.engine.plan.model import Plan, PlanSection, Slot
from tests.make.actions import write_actions
from tests.make.bases import write_bases
from tests.make.duties import write_organisation, write_purpose
from tests.make.heads import write_end, write_header
from tests.make.results import draw_results
from tests.make.setting import make_setting
from tests.make.tt57 import write_reporting, write_sections

ACTIONS_TITLE = "NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"
LAYOUTS = ("table", "tables", "blocks")
SCHOOL_TYPES_2018 = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level")


def make_plan(
    seed: int,
    *,
    form: str = "2018",
    school_type: str = "primary",
    layout: str = "table",
    school_year: str | None = None,
    **faults: Any,
) -> Plan:
    """A clean plan; the same arguments give the same plan. ``typo=2`` spoils it at two places of that kind."""
    at = make_setting(seed, form=form, school_type=school_type, layout=layout, school_year=school_year)
    plan = Plan(form=form, edition=at.edition.id, layout=layout)
    write_header(plan, at)
    if form == "tt57":
        write_sections(plan, at)
        write_organisation(plan, at, "VII")
        write_reporting(plan, at)
    else:
        results = draw_results(at)
        write_purpose(plan, at)
        write_bases(plan, at, results)
        write_actions(plan, at, results)
        plan.sections.append(PlanSection("actions", "III", ACTIONS_TITLE, [Slot("actions")]))
        write_organisation(plan, at, "IV")
    write_end(plan, at)
    if layout == "tables" and len({(action.level_section, action.standard) for action in plan.actions}) == 1:
        plan.layout = "table"
    return _spoiled(plan, seed, faults) if faults else plan


def _spoiled(plan: Plan, seed: int, faults: dict[str, int]) -> Plan:
    from tests.make.faults import FAULTS

    rng = Random(seed)
    for kind, times in faults.items():
        for _ in range(times):
            spoiled = FAULTS[kind](plan, rng)
            assert spoiled is not None, f"{kind} cannot be put into this plan"
            plan = spoiled[0]
    return plan


def some_plans(count: int) -> list[Plan]:
    """So many clean plans going round all forms, school types and layouts."""
    kinds = [("2018", kind, layout) for kind in SCHOOL_TYPES_2018 for layout in LAYOUTS]
    kinds += [("tt57", kind, "table") for kind in (*SCHOOL_TYPES_2018, "continuing")]
    return [
        make_plan(i, form=form, school_type=school_type, layout=layout)
        for i in range(count)
        for form, school_type, layout in [kinds[i % len(kinds)]]
    ]
