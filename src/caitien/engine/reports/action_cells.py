"""The texts of one action, by the columns or labels of its plan: the way back of the plan reader."""

from __future__ import annotations

from caitien.engine.plan.model import Action, Plan
from caitien.engine.vietnamese.dates import parse_period
from caitien.engine.vietnamese.money import parse_money

JOINT = " - "
"""Between the two cells of time, where a plan has two."""
CENTRED = frozenset(["number", "level", "time_raw", "time_start", "time_end", "progress"])


def texts_of(plan: Plan, action: Action, field: str) -> list[str] | None:
    """The paragraphs that stand in the column `field` of the action; None when the plan says nothing there."""
    fields = {column.field for column in plan.columns}
    match field:
        case "tasks":
            return list(action.tasks) or None
        case "time_start" | "time_end":
            return _split(_times(plan, action)[field == "time_end"])
        case "time_raw" if "time_end" in fields:
            return _split(_times(plan, action)[0])
        case "lead" | "partners":
            return _split(_people(action, fields)[field == "partners"])
        case "budget_raw" if "money_source" in fields:
            return _split(_budget(action)[0])
        case "money_source":
            return _split(_budget(action)[1])
        case "standard":
            return [f"Tiêu chuẩn {action.standard}"] if action.standard else None
        case "level":
            return [f"Mức {action.level_section}"] if action.level_section else None
        case "site":
            return list(action.sites) or None
    return _split(getattr(action, field, None))


def _split(text: str | None) -> list[str] | None:
    return None if text is None else text.split("\n")


def _times(plan: Plan, action: Action) -> tuple[str | None, str | None]:
    """Beginning and end, taken apart where the months read before show it."""
    raw = action.time_raw
    if raw is None:
        return None, None
    parts = raw.split(JOINT)
    if len(parts) == 1:
        return ("", raw) if action.start is None and action.end else (raw, "")
    ways = [(JOINT.join(parts[:i]), JOINT.join(parts[i:])) for i in range(1, len(parts))]
    year = plan.school_year
    fitting = (
        (one, two)
        for one, two in ways
        if parse_period(one, year).start == action.start and parse_period(two, year).end == action.end
    )
    return next(fitting, ways[0])


def _people(action: Action, fields: set[str]) -> tuple[str | None, str | None]:
    if action.lead is not None or action.partners is not None or action.lead_and_partners is None:
        return action.lead, action.partners
    if "lead_and_partners" in fields or "partners" not in fields:
        return action.lead_and_partners, None
    first, _, rest = action.lead_and_partners.partition("\n")
    return first, rest


def _budget(action: Action) -> tuple[str | None, str | None]:
    """Amount and source, where the plan has a column for each."""
    if action.budget_raw is None:
        return None, None
    parts = action.budget_raw.split("\n")
    if len(parts) == 1:
        return (action.budget_raw, "") if parse_money(action.budget_raw) is not None else ("", action.budget_raw)
    return "\n".join(parts[:-1]), parts[-1]
