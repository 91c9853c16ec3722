"""Edits of single characters made in a copy of the plan, for the formats that are written anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from caitien.engine.document.patch import TextEdit
from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Row, Run, Section, Table, flat, paragraphs
from caitien.engine.plan.model import LegalBasis, Place, Plan, Slot

E = TypeVar("E", bound=TextEdit)

STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")
MIRRORS = {
    "criterion_title": ("heading",),
    "lead_and_partners": ("lead", "partners"),
    "title": ("text",),
}
"""Field → fields of the same object that hold its text too, and are what is printed."""


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """An edit of a kept paragraph, from character `start` of its text."""

    start: int
    old: str
    new: str
    field: str = ""


def apply_edits_plan(plan: Plan, edits: Iterable[E]) -> tuple[Plan, list[E]]:
    """A copy of the plan with the edits made, and the edits whose characters do not stand in their field.

    Values read from a text (dates, amounts) stay as they were: read the plan anew where they matter.
    """
    changed = deepcopy(plan)
    left = [edit for edit in sorted(edits, key=lambda edit: edit.start, reverse=True) if not _apply(changed, edit)]
    return changed, left


def block_places(plan: Plan, document: Document) -> dict[str, Place]:
    """Where the kept blocks of the sections of a plan just read stand in its document (``sections[1].content[4]``).

    A kept block is told by its words; equal ones follow each other in the order of the document.
    """
    waiting: dict[str, list[str]] = {}
    for path, block in flat(document):
        waiting.setdefault(_words(block), []).append(path)
    found: dict[str, Place] = {}
    for i, section in enumerate(plan.sections):
        for j, piece in enumerate(section.content):
            paths = [] if isinstance(piece, Slot) else waiting.get(_words(piece), [])
            if paths:
                found[f"sections[{i}].content[{j}]"] = Place(paths.pop(0))
    return found


def _words(block: Block) -> str:
    return " ".join(part for one in paragraphs((block,)) for part in one.full_text.split())


def _apply(plan: Plan, edit: TextEdit) -> bool:
    *way, last = edit.field.split(".")
    try:
        owner: Any = plan
        for step in way:
            owner = _get(owner, step)
        old = _get(owner, last)
    except (AttributeError, IndexError, TypeError, ValueError):
        return False
    new = _edited(old, edit)
    if new is None or new == old:
        return new is not None
    _set(owner, last, new)
    if isinstance(old, str) and isinstance(new, str):
        _mirror(plan, owner, last, edit, change=(old, new))
    return True


def _get(owner: Any, step: str) -> Any:
    name, index = _parts(step)
    value = getattr(owner, name)
    return value if index is None else value[index]


def _set(owner: Any, step: str, value: Any) -> None:
    name, index = _parts(step)
    if index is None:
        setattr(owner, name, value)
    else:
        getattr(owner, name)[index] = value


def _parts(step: str) -> tuple[str, int | None]:
    match = STEP.fullmatch(step)
    if not match:
        raise ValueError(step)
    return match[1], int(match[2]) if match[2] else None


def _edited(value: Any, edit: TextEdit) -> Any:
    """The text or block with the edit made; None when the characters are not there."""
    if isinstance(value, str):
        at = _place(value, edit)
        return None if at is None else value[:at] + edit.new + value[at + len(edit.old) :]
    if isinstance(value, (Paragraph, Table, Section)):
        return _edited_block(value, edit)
    return None


def _place(text: str, edit: TextEdit) -> int | None:
    """Where the characters stand: at the place named, else at the occurrence nearest to it."""
    if text.startswith(edit.old, edit.start):
        return edit.start
    found = [match.start() for match in re.finditer(re.escape(edit.old), text)] if edit.old else []
    return min(found, key=lambda at: abs(at - edit.start), default=None)


def _edited_block(block: Block, edit: TextEdit) -> Block | None:
    """The block with the edit made in its only paragraph that has the characters at their place, else at all."""
    texts = list(paragraphs((block,)))
    exact = [one for one in texts if one.full_text.startswith(edit.old, edit.start)]
    fitting = exact if len(exact) == 1 else [one for one in texts if edit.old in one.full_text]
    if len(fitting) != 1:
        return None
    return _with(block, fitting[0], _edited_paragraph(fitting[0], edit))


def _with(block: Block, old: Paragraph, new: Paragraph) -> Block:
    """The block with one paragraph replaced."""
    if block is old:
        return new
    if isinstance(block, Section):
        return replace(block, blocks=tuple(_with(one, old, new) for one in block.blocks))
    if isinstance(block, Table):
        return replace(block, rows=tuple(_with_row(row, old, new) for row in block.rows))
    return block


def _with_row(row: Row, old: Paragraph, new: Paragraph) -> Row:
    def changed(cell: Cell) -> Cell:
        return replace(cell, blocks=tuple(_with(one, old, new) for one in cell.blocks))

    return replace(row, cells=tuple(changed(cell) for cell in row.cells))


def _edited_paragraph(block: Paragraph, edit: TextEdit) -> Paragraph:
    """The runs keep their looks; new characters look like those before them."""
    offset = len(block.full_text) - len(block.text)
    at = _place(block.full_text, edit)
    start = max((at or 0) - offset, 0)
    end = start + len(edit.old)
    runs: list[Run] = []
    done, begin = False, 0
    for run in block.runs:
        finish = begin + len(run.text)
        text = run.text[: max(start - begin, 0)] + run.text[max(end - begin, 0) :]
        if not done and begin <= start <= finish:
            text = run.text[: start - begin] + edit.new + run.text[max(end - begin, 0) :]
            done = True
        runs += [replace(run, text=text)] if text else []
        begin = finish
    return replace(block, runs=tuple(runs))


def _mirror(plan: Plan, owner: Any, field: str, edit: TextEdit, *, change: tuple[str, str]) -> None:
    """Make the change in the other fields that hold the text, so that it is printed."""
    old, new = change
    for name in MIRRORS.get(field, ()):
        value = getattr(owner, name, None)
        if isinstance(value, str) and old in value:
            setattr(owner, name, value.replace(old, new, 1))
        elif isinstance(value, str) and edit.old and edit.old in value:
            setattr(owner, name, value.replace(edit.old, edit.new, 1))
    if isinstance(owner, LegalBasis) and owner.inline and field == "text":
        _mirror_inline(plan, edit, old)


def _mirror_inline(plan: Plan, edit: TextEdit, old: str) -> None:
    """A legal basis within a running paragraph is printed by that paragraph."""
    for section in plan.sections:
        for i, piece in enumerate(section.content):
            if isinstance(piece, Paragraph) and old in piece.full_text:
                start = piece.full_text.index(old) + edit.start
                section.content[i] = _edited_paragraph(piece, BlockEdit(start, edit.old, edit.new))
                return
