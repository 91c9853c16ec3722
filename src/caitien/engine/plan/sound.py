"""Whether the values of a plan are of the forms that all parts rely on. Texts as written are free."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from caitien.engine.plan.model import FORMS, SCHOOL_TYPES, SECTION_KEYS, Plan, Slot

LAYOUTS = ("table", "tables", "blocks")
LEVELS = ("1", "2", "3", "4")
SLOT = re.compile(r"actions|problems|reviews|(legal_bases|organisation)\[(\d+)\]")
MOMENT = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])|\d{4}-\d{4}")


def unsound_fields(plan: Plan) -> list[str]:
    """The paths of the fields whose value is of none of the forms that the model names; empty for a sound plan."""
    return [*_of_head(plan), *_of_parts(plan), *_of_rows(plan)]


def _of_head(plan: Plan) -> Iterator[str]:
    if plan.form not in FORMS:
        yield "form"
    if plan.layout not in LAYOUTS:
        yield "layout"
    if plan.school_type is not None and plan.school_type not in SCHOOL_TYPES:
        yield "school_type"
    if not _is_day(plan.date):
        yield "date"
    if not _is_school_year(plan.school_year):
        yield "school_year"


def _of_parts(plan: Plan) -> Iterator[str]:
    yield from (f"sections[{i}].key" for i, part in enumerate(plan.sections) if part.key not in SECTION_KEYS)
    yield from (f"legal_bases[{i}].date" for i, basis in enumerate(plan.legal_bases) if not _is_day(basis.date))
    for i, part in enumerate(plan.sections):
        slots = ((j, piece.field) for j, piece in enumerate(part.content) if isinstance(piece, Slot))
        yield from (f"sections[{i}].content[{j}]" for j, field in slots if not _leads_somewhere(plan, field))
    results = plan.self_assessment
    for name, words in (("claimed_accreditation", "Cấp độ"), ("claimed_national_standard", "Mức độ")):
        claim = getattr(results, name)
        if claim is not None and not re.fullmatch(rf"{words} \d", claim):
            yield f"self_assessment.{name}"
    for name, levels in (("level_counts", results.level_counts), ("failed_criteria", results.failed_criteria)):
        yield from (f"self_assessment.{name}.{level}" for level in levels if level not in LEVELS)


def _of_rows(plan: Plan) -> Iterator[str]:
    for i, action in enumerate(plan.actions):
        for name in ("start", "end"):
            moment = getattr(action, name)
            if moment is not None and not MOMENT.fullmatch(moment):
                yield f"actions[{i}].{name}"
        if not _is_level(action.level_section):
            yield f"actions[{i}].level_section"
    yield from (f"groups[{i}].level" for i, group in enumerate(plan.groups) if not _is_level(group.level))
    places = range(len(plan.actions) + 1)
    yield from (f"groups[{i}].before" for i, group in enumerate(plan.groups) if group.before not in places)
    yield from (f"empty_rows[{i}]" for i, before in enumerate(plan.empty_rows) if before not in places)


def _leads_somewhere(plan: Plan, field: str) -> bool:
    slot = SLOT.fullmatch(field)
    return slot is not None and (slot[1] is None or int(slot[2]) < len(getattr(plan, slot[1])))


def _is_level(level: int | str | None) -> bool:
    return not isinstance(level, str) or re.fullmatch(r"\d-\d", level) is not None


def _is_day(text: str | None) -> bool:
    if text is None:
        return True
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_school_year(text: str | None) -> bool:
    if text is None:
        return True
    years = re.fullmatch(r"(\d{4})-(\d{4})", text)
    return years is not None and int(years[2]) == int(years[1]) + 1
