"""Actions that stand as lines: headings and "label: value"."""

from __future__ import annotations

import re

from caitien.engine.plan.model import Action
from caitien.engine.plan_reader.collect import (
    Collector,
    Pending,
    begin_action,
    name_action,
    note_column,
    set_field,
    take_heading,
)
from caitien.engine.plan_reader.columns import ACTION_FIELDS, field_of, label_of, segments_of
from caitien.engine.plan_reader.marks import Criterion
from caitien.engine.plan_reader.source import Line
from caitien.engine.vietnamese.money import unit_of_heading
from caitien.engine.vietnamese.text import squeeze

UNIT_LINE = re.compile(r"\b(?:đvt|đơn vị(?: tính)?)\b", re.IGNORECASE)


def take_line(to: Collector, line: Line) -> bool:
    """Take a line of the section: heading, labelled value, or more of the value before."""
    pieces = segments_of(line.text)
    if len(pieces) > 1:
        return _take_pieces(to, line, pieces)
    if take_heading(to, line, line.text):
        to.label = ""
        return True
    label = label_of(line.text)
    if label:
        take_label(to, line, label)
        return True
    lone = field_of(line.text) if line.text.endswith(":") or line.bold else None
    if lone in ACTION_FIELDS and (to.pending or to.action):
        take_label(to, line, (lone, squeeze(line.text).rstrip(" :"), ""))
        return True
    if UNIT_LINE.search(line.text) and len(line.text) < 80 and unit_of_heading(line.text) > 1:
        to.line_unit = unit_of_heading(line.text)
        return False
    return _take_more(to, line)


def _take_pieces(to: Collector, line: Line, pieces: list[str]) -> bool:
    """A line in which labels stand behind each other, maybe behind the criterion that it is about."""
    parts = [Line(line.path, piece, line.block, first=False) for piece in pieces]
    if not label_of(pieces[0]):
        first = parts.pop(0)
        if not take_heading(to, first, first.text.rstrip(" .;:")):
            begin_action(to, None)
            name_action(to, to.action, first, first.text.rstrip(" .;:"), "label")  # type: ignore[arg-type]
    for part in parts:
        label = label_of(part.text)
        if label:
            take_label(to, part, label)
    to.label = ""
    return True


def _take_more(to: Collector, line: Line) -> bool:
    """More of the value before, or the title of the criterion that was named."""
    if to.action is not None and to.label:
        set_field(to, to.label, [line], [line.text], "label")
        return True
    if to.pending and to.pending.named.title is None and len(line.text) < 200:
        to.pending = Pending(to.pending.line, f"{to.pending.text}\n{line.text}", _with_title(to.pending, line.text))
        to.trace.use(line)
        return True
    return False


def _with_title(pending: Pending, title: str) -> Criterion:
    return Criterion(pending.named.code, pending.named.more, squeeze(title))


def take_label(to: Collector, line: Line, label: tuple[str, str, str]) -> None:
    """Take a labelled value (field, label as written, value); it begins a new action where one is due."""
    field, written, value = label
    if to.pending:
        begin_action(to, to.pending)
        to.pending = None
    elif to.action is None or (field in ("target", "current_state") and _has(to.action, field)):
        again = to.action
        action = begin_action(to, None)
        if again:
            action.criterion, action.criteria, action.criterion_title = (
                again.criterion,
                again.criteria,
                again.criterion_title,
            )
            action.standard, action.heading = again.standard, again.heading
    if field == "time_raw" and to.action and to.action.time_raw is None and _followed_by_end(to):
        field = "time_start"
    to.label, to.labelled = field, True
    note_column(to.plan, field, written)
    if field == "budget_raw":
        to.unit = max(unit_of_heading(written), to.line_unit)
    set_field(to, field, [line], [value], "label")
    note_empty(to, field, value)


def _followed_by_end(to: Collector) -> bool:
    return any(column.field == "time_end" for column in to.plan.columns)


def note_empty(to: Collector, field: str, value: str) -> None:
    """A column or label that is there but empty gives "", not None."""
    name = {"time_start": "time_raw", "time_end": "time_raw"}.get(field, field)
    if not value and to.action and name != "tasks" and name in ACTION_FIELDS and getattr(to.action, name, 0) is None:
        setattr(to.action, name, "")


def _has(action: Action, field: str) -> bool:
    return bool(getattr(action, field))
