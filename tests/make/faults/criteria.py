"""Faults of standards and criteria."""

from __future__ import annotations

from random import Random

from caitien.engine.catalogue import edition
from caitien.engine.plan.model import Action, Plan
from tests.make.faults.kit import Fault, Spoiled, fresh, pick, pick_action

TITLES_OF_STANDARD_5 = {
    "tt17": "Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ",
    "tt18": "Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ",
    "tt19": "Hoạt động giáo dục và kết quả giáo dục",
}


def _numbered(action: Action) -> bool:
    return bool(action.criterion and "." in action.criterion and action.criterion_title)


def _rename(action: Action, code: str, title: str | None) -> None:
    action.criterion, action.criteria, action.criterion_title = code, [code], title
    action.heading = f"Tiêu chí {code}: {title}" if title else f"Tiêu chí {code}"


def missing_criterion_title(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    _rename(spoilt.actions[index], plan.actions[index].criterion or "", None)
    return spoilt, f"actions[{index}]"


def wrong_criterion_title(plan: Plan, rng: Random) -> Spoiled | None:
    """The title of another criterion, or one cut short."""
    index = pick_action(plan, rng, _numbered)
    if index is None:
        return None
    action = plan.actions[index]
    others = [one.title for one in edition(plan.edition or "").criteria if one.code != action.criterion]
    words = (action.criterion_title or "").split()
    cut = " ".join(words[: len(words) * 2 // 3])
    title = cut if len(words) > 6 and rng.random() < 0.4 else rng.choice(others)
    spoilt = fresh(plan)
    _rename(spoilt.actions[index], action.criterion or "", title)
    return spoilt, f"actions[{index}]"


def wrong_standard_title(plan: Plan, rng: Random) -> Spoiled | None:
    """The title of the standard in a school of another type, or of another standard."""
    index = pick(rng, (i for i, group in enumerate(plan.groups) if group.kind == "standard"))
    if index is None:
        return None
    spoilt = fresh(plan)
    group = spoilt.groups[index]
    if group.standard == "5":
        title = TITLES_OF_STANDARD_5[(plan.edition or "")[:4]]
    else:
        title = rng.choice([one.title for one in edition(plan.edition or "").standards if one.code != group.standard])
    group.text, group.title = f"Tiêu chuẩn {group.standard}: {title}", title
    return spoilt, f"actions[{group.before}]"


def unknown_criterion(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, _numbered)
    if index is None:
        return None
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    _rename(action, f"{action.standard}.{rng.choice((11, 12, 15))}", action.criterion_title)
    return spoilt, f"actions[{index}]"


def criterion_under_wrong_standard(plan: Plan, rng: Random) -> Spoiled | None:
    """A criterion of another standard stands below the heading of this one."""
    index = pick_action(plan, rng, _numbered)
    if index is None or plan.form != "2018":
        return None
    used = {action.criterion for action in plan.actions}
    action = plan.actions[index]
    others = [
        one for one in edition(plan.edition or "").criteria if one.code not in used and one.code[0] != action.standard
    ]
    if not others:
        return None
    other = rng.choice(others)
    spoilt = fresh(plan)
    _rename(spoilt.actions[index], other.code, other.title)
    return spoilt, f"actions[{index}]"


def duplicate_action(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    spoilt.actions.insert(index + 1, fresh(plan).actions[index])
    for group in spoilt.groups:
        group.before += group.before > index
    return spoilt, f"actions[{index + 1}]|actions[{index}]"


FAULTS: dict[str, Fault] = {
    "missing_criterion_title": missing_criterion_title,
    "wrong_criterion_title": wrong_criterion_title,
    "wrong_standard_title": wrong_standard_title,
    "unknown_criterion": unknown_criterion,
    "criterion_under_wrong_standard": criterion_under_wrong_standard,
    "duplicate_action": duplicate_action,
}
