"""All texts of a plan with the names of their places, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.engine.document.tree import Paragraph, Table, paragraphs
from caitien.engine.plan.model import Action, Plan, PlanSection, Slot

ACTION_PLACES = {
    "target": "target",
    "current_state": "target",
    "tasks": "tasks",
    "lead_and_partners": "lead",
    "time_raw": "time",
    "budget_raw": "budget",
    "other_support": "other_support",
    "note": "note",
    "indicator": "indicator",
    "evidence": "evidence",
    "progress": "progress",
}
"""Field of an action → last part of the name of its place."""

ITEM = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """``where`` is the place as findings name it, ``field`` the path of the plan field."""

    where: str
    field: str
    text: str


def passages(plan: Plan) -> list[Passage]:
    """Every text of the plan: header, sections, bases, actions, duties, recipients, end."""
    found: list[Passage] = list(_header(plan))
    for index, section in enumerate(plan.sections):
        found += _section(plan, section, index)
    found += [Passage("recipients", f"recipients[{i}]", text) for i, text in enumerate(plan.recipients)]
    return [passage for passage in found if passage.text.strip()]


def _header(plan: Plan) -> Iterator[Passage]:
    header = plan.header
    for name in ("authority", "issuer", "number"):
        yield Passage("header", f"header.{name}", getattr(header, name) or "")
    for i, line in enumerate(header.motto):
        yield Passage("header", f"header.motto[{i}]", line)
    yield Passage("header.place", "header.place_date", header.place_date or "")
    for i, line in enumerate(header.title):
        yield Passage("heading", f"header.title[{i}]", line)


def _section(plan: Plan, section: PlanSection, index: int) -> Iterator[Passage]:
    yield Passage("heading", f"sections[{index}].title", section.title)
    item = level = ""
    for i, piece in enumerate(section.content):
        if isinstance(piece, Slot):
            yield from _slot(plan, piece.field)
            item = _item_of_slot(plan, piece.field) or item
            continue
        for paragraph in paragraphs((piece,)):
            item = item if isinstance(piece, Table) else _next_item(paragraph, item)
            where = f"{section.number}.{item}" if item else section.number or "document"
            if section.key == "bases" and _speaks_of_results(paragraph.text):
                level = _level_suffix(paragraph.text) or level
                where = "self_assessment" + level
            yield Passage(where, f"sections[{index}].content[{i}]", paragraph.full_text)


def _next_item(paragraph: Paragraph, item: str) -> str:
    number = ITEM.match(paragraph.full_text + " ")
    return number[1].split(".")[0] if number else item


def _item_of_slot(plan: Plan, field: str) -> str:
    basis = re.fullmatch(r"legal_bases\[(\d+)\]", field)
    if not basis:
        return ""
    number = re.match(r"\d+", plan.legal_bases[int(basis[1])].marker)
    return number[0] if number else ""


RESULT = re.compile(r"(?:không )?đạt\b.*\bmức\s*(\d)|mức\s*(\d)\b.*\bđạt\b", re.IGNORECASE)


def _speaks_of_results(text: str) -> bool:
    figures = bool(re.search(r"\d\s*/\s*\d{1,2}\b(?!\s*/)|%|tiêu chí[^:;]{0,40}:\s*\d{1,2}\b", text))
    return figures and (bool(RESULT.search(text)) or bool(re.search(r"tỷ lệ|tỉ lệ|số lượng", text, re.IGNORECASE)))


def _level_suffix(text: str) -> str:
    level = RESULT.search(text)
    return f".level{level[1] or level[2]}" if level else ""


def _slot(plan: Plan, field: str) -> Iterator[Passage]:
    if field == "actions":
        for i, action in enumerate(plan.actions):
            yield from action_passages(action, i)
    elif field == "problems":
        for i, problem in enumerate(plan.problems):
            for name in ("state", "weakness", "cause"):
                yield Passage(f"problems[{i}].{name}", f"problems[{i}].{name}", getattr(problem, name))
    elif field.startswith("legal_bases["):
        index = int(field[12:-1])
        yield Passage(f"basis[{index}]", f"legal_bases[{index}].text", plan.legal_bases[index].text)
    elif field.startswith("organisation["):
        index = int(field[13:-1])
        duties = plan.organisation[index]
        yield Passage(f"organisation[{index}]", f"organisation[{index}].role", duties.role or "")
        for i, duty in enumerate(duties.duties):
            yield Passage(f"organisation[{index}]", f"organisation[{index}].duties[{i}]", duty)


def action_passages(action: Action, index: int) -> Iterator[Passage]:
    """The texts of one action; `index` is its place in the plan."""
    yield Passage(f"actions[{index}]", f"actions[{index}].criterion_title", action.criterion_title or "")
    for name, place in ACTION_PLACES.items():
        value = getattr(action, name)
        where = f"actions[{index}].{place}"
        if isinstance(value, list):
            for i, text in enumerate(value):
                yield Passage(where, f"actions[{index}].{name}[{i}]", text)
        else:
            yield Passage(where, f"actions[{index}].{name}", value or "")
