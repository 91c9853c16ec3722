"""What the form of a plan demands and the plan does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caitien.engine.document.tree import Paragraph, paragraphs
from caitien.engine.plan.model import Plan, Problem, Review, Slot
from caitien.engine.reports.action_cells import texts_of
from caitien.engine.reports.forms import FIELD_NAMES, HEADER_NAMES
from caitien.engine.reports.skeleton import complete

PROBLEM_FIELDS = ("standard_text", "state", "weakness", "cause")
REVIEW_FIELDS = ("content", "reviewer")


@dataclass(frozen=True, slots=True)
class Gap:
    """A field without a value, and its name in Vietnamese."""

    field: str
    name: str


def gaps_of(plan: Plan) -> list[Gap]:
    """The gaps that `plan_document(plan, gaps=True)` shows, in the order of the document."""
    whole = complete(plan)
    return [*_of_header(whole), *_of_sections(whole)]


def _of_header(plan: Plan) -> Iterator[Gap]:
    for field, name in HEADER_NAMES.items():
        if not getattr(plan.header, field):
            yield Gap(f"header.{field}", name)


def _of_sections(plan: Plan) -> Iterator[Gap]:
    for i, section in enumerate(plan.sections):
        if not section.content:
            yield Gap(f"sections[{i}].content", f"nội dung mục {section.number or section.title}")
        for j, piece in enumerate(section.content):
            if isinstance(piece, Slot):
                yield from _of_slot(plan, piece.field)
            else:
                shown = [run for block in paragraphs((piece,)) for run in _marked(block)]
                yield from (Gap(f"sections[{i}].content[{j}]", text) for text in shown)


def _marked(block: Paragraph) -> list[str]:
    return [run.text.removeprefix("[chưa có: ").removesuffix("]") for run in block.runs if run.mark == "gap"]


def _of_slot(plan: Plan, slot: str) -> Iterator[Gap]:
    if slot == "actions":
        for i, action in enumerate(plan.actions):
            for column in plan.columns:
                if column.field in FIELD_NAMES and not any(texts_of(plan, action, column.field) or ()):
                    yield Gap(f"actions[{i}].{column.field}", FIELD_NAMES[column.field])
    if slot == "problems":
        yield from _of_rows(slot, plan.problems, PROBLEM_FIELDS)
    if slot == "reviews":
        yield from _of_rows(slot, plan.reviews, REVIEW_FIELDS)


def _of_rows(slot: str, rows: Sequence[Problem | Review], fields: tuple[str, ...]) -> Iterator[Gap]:
    for i, row in enumerate(rows):
        for field in fields:
            if not getattr(row, field):
                yield Gap(f"{slot}[{i}].{field}", FIELD_NAMES[field])
