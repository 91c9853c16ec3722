"""What a plan says and its printed form has no place for: it is listed, never dropped silently."""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.document.tree import Document, paragraphs
from caitien.engine.plan.model import Action, Plan, Slot
from caitien.engine.reports.plan import plan_document
from caitien.engine.reports.skeleton import complete
from caitien.engine.vietnamese.text import squeeze

TEXTS = (
    "criterion_title",
    "heading",
    "target",
    "current_state",
    "time_raw",
    "budget_raw",
    "other_support",
    "note",
    "indicator",
    "evidence",
    "progress",
)
"""Fields of an action that are printed where the plan has a column for them."""
COLUMNS = {"time_raw": ("time_raw", "time_start"), "criterion_title": ("heading",)}
"""Field → columns that print it, where they are called otherwise."""
NEVER = ("sites", "education_level", "origin")
"""Fields of an action that no form prints."""
HEADER = {"school_name": "issuer", "authority": "authority", "doc_number": "number"}


def unprinted_fields(plan: Plan) -> list[str]:
    """The paths of the fields that have a value and do not stand in `plan_document(plan)`."""
    whole = complete(plan)
    shown = _text(plan_document(plan))
    return [*_of_head(whole, shown), *_of_parts(whole), *_of_actions(whole, shown)]


def _text(document: Document) -> str:
    """All words of the document in one line, small letters."""
    return squeeze(" ".join(block.full_text for block in paragraphs(document.blocks))).casefold()


def _stands(text: str | None, shown: str) -> bool:
    """Whether every line of the text is among the words shown."""
    return all(squeeze(line).casefold() in shown for line in (text or "").split("\n"))


def _of_head(plan: Plan, shown: str) -> Iterator[str]:
    for name, line in HEADER.items():
        value = getattr(plan, name)
        if value and not getattr(plan.header, line) and not _stands(value, shown):
            yield name
    if plan.address and not _stands(plan.address, shown):
        yield "address"
    if plan.total_budget_raw and not _stands(plan.total_budget_raw, shown):
        yield "total_budget_raw"


def _of_parts(plan: Plan) -> Iterator[str]:
    """Lists that no section gives a place."""
    slots = {piece.field for section in plan.sections for piece in section.content if isinstance(piece, Slot)}
    for name in ("problems", "reviews", "actions"):
        if getattr(plan, name) and name not in slots:
            yield name
    for i, basis in enumerate(plan.legal_bases):
        if not basis.inline and f"legal_bases[{i}]" not in slots:
            yield f"legal_bases[{i}].text"
    for i in range(len(plan.organisation)):
        if f"organisation[{i}]" not in slots:
            yield f"organisation[{i}]"


def _of_actions(plan: Plan, shown: str) -> Iterator[str]:
    """The link to a problem shows itself where both name the same criterion."""
    fields = {column.field for column in plan.columns}
    problems = {problem.id: problem.criterion for problem in plan.problems}
    for i, action in enumerate(plan.actions):
        if any(problems.get(id) != action.criterion for id in action.problem_ids):
            yield f"actions[{i}].problem_ids"
        for name in _lost(action, fields, shown):
            yield f"actions[{i}].{name}"


def _lost(action: Action, fields: set[str], shown: str) -> Iterator[str]:
    people = {"lead_and_partners", "lead", "partners"}
    if action.lead_and_partners and not fields & people:
        yield "lead_and_partners"
    if action.tasks and "tasks" not in fields:
        yield "tasks"
    for name in TEXTS:
        value = getattr(action, name)
        placed = fields & set(COLUMNS.get(name, (name,)))
        if value and not (placed or (name in ("heading", "criterion_title") and _stands(value, shown))):
            yield name
    yield from (name for name in NEVER if getattr(action, name))
