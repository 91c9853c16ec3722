"""The actions of a plan: from tables, from "label: value" blocks, and from mixtures of both."""

from __future__ import annotations

import re

from caitien.engine.plan.model import Action, Group, Plan, PlanSection, Slot
from caitien.engine.plan_reader.collect import (
    Collector,
    Pending,
    begin_action,
    finish,
    name_action,
    note_column,
    set_field,
    take_heading,
)
from caitien.engine.plan_reader.columns import ACTION_FIELDS, field_of, label_of
from caitien.engine.plan_reader.flattened import LostTable, with_lost_tables
from caitien.engine.plan_reader.marks import Criterion, criterion_of, level_of, standard_of
from caitien.engine.plan_reader.matrix import EMPTY, Box, Matrix, boxes_of, matrix_of
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace, kept
from caitien.engine.vietnamese.money import parse_money, unit_of_heading
from caitien.engine.vietnamese.text import fold, squeeze

TOTAL = re.compile(r"^(?:tong(?: cong| so| kinh phi)?|cong)\b")


def read_actions(plan: Plan, items: list[Item], section: PlanSection, trace: Trace) -> None:
    """Fill the actions of the plan from the items of its section; what is none of them is kept in the section."""
    to = Collector(plan, trace)
    slot = Slot("actions")
    for item in with_lost_tables(items):
        before = len(plan.actions) + len(plan.groups)
        taken = _take(to, item)
        if len(plan.actions) + len(plan.groups) > before and slot not in section.content:
            section.content.append(slot)
        if not taken and not isinstance(item, LostTable):
            _keep(section, item, trace)
    _flush(to)
    finish(to)
    if plan.actions and slot not in section.content:
        section.content.append(slot)
    plan.layout = "tables" if to.tables > 1 else "blocks" if to.labelled and not to.tables else "table"


def _take(to: Collector, item: Item | LostTable) -> bool:
    if isinstance(item, LostTable):
        to.flattened = True
        _matrix(to, item.matrix)
        to.flattened = False
        to.trace.use(*item.lines)
        to.heads = item.matrix.heads
    elif isinstance(item, Grid):
        return _table(to, item)
    else:
        return _line(to, item)
    to.tables += 1
    return True


def _keep(section: PlanSection, item: Item, trace: Trace) -> None:
    if isinstance(item, Grid):
        trace.use_below(item.path, item.table)
        section.content.append(kept(item.table))
    else:
        trace.use(item)
        if item.first:
            section.content.append(kept(item.block))


def _flush(to: Collector) -> None:
    """A criterion that nothing followed is an action about which the plan says nothing."""
    if to.pending and not to.plan.actions:
        return
    if to.pending and to.action is None and to.plan.columns:
        begin_action(to, to.pending)
    to.pending = None


# --- lines ------------------------------------------------------------------------------------------------------


def _line(to: Collector, line: Line) -> bool:
    """Take a line of the section: heading, labelled value, or more of the value before."""
    if take_heading(to, line, line.text):
        to.label = ""
        return True
    label = label_of(line.text)
    if label:
        _labelled(to, line, label)
        return True
    lone = field_of(line.text) if line.text.endswith(":") or line.bold else None
    if lone in ACTION_FIELDS and (to.pending or to.action):
        _labelled(to, line, (lone, squeeze(line.text).rstrip(" :"), ""))
        return True
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


def _labelled(to: Collector, line: Line, label: tuple[str, str, str]) -> None:
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
        to.money_heading = written
    set_field(to, field, [line], [value], "label")
    _set_empty(to, field, value)


def _followed_by_end(to: Collector) -> bool:
    return any(column.field == "time_end" for column in to.plan.columns)


def _set_empty(to: Collector, field: str, value: str) -> None:
    name = {"time_start": "time_raw", "time_end": "time_raw"}.get(field, field)
    if not value and to.action and name != "tasks" and name in ACTION_FIELDS and getattr(to.action, name, 0) is None:
        setattr(to.action, name, "")


def _has(action: Action, field: str) -> bool:
    return bool(getattr(action, field))


# --- tables -----------------------------------------------------------------------------------------------------


def _table(to: Collector, item: Grid) -> bool:
    """Take a table of actions; its columns are kept for a table that goes on without heads."""
    if _is_label_table(item):
        _label_rows(to, item)
        to.tables += 1
        return True
    matrix = matrix_of(item.table, item.path, to.heads)
    if len(matrix.fields() & ACTION_FIELDS) < 2:
        return False
    to.trace.use_below(item.path, item.table)
    _matrix(to, matrix)
    to.heads = matrix.heads
    to.tables += 1
    return True


def _matrix(to: Collector, matrix: Matrix) -> None:
    for head in matrix.heads:
        if head.field:
            note_column(to.plan, head.field, head.heading, head.parent)
        if head.field == "budget_raw":
            to.money_heading = f"{head.parent} {head.heading}"
    for row in range(matrix.body, len(matrix.boxes)):
        _row(to, matrix, row)


def _is_label_table(item: Grid) -> bool:
    """Two columns whose first holds labels: a small table about one action."""
    rows = [row.cells for row in item.table.rows]
    pairs = [cells for cells in rows if len(cells) == 2]
    known = [cells for cells in pairs if field_of(cells[0].text) in ACTION_FIELDS]
    return len(pairs) >= len(rows) - 2 and len(known) >= 3 and len(known) >= len(pairs) / 2


def _label_rows(to: Collector, item: Grid) -> None:
    for boxes in boxes_of(item.table, item.path):
        cells = list(dict.fromkeys(box for box in boxes if box is not EMPTY))
        lines = [list(box.lines) for box in cells]
        if not lines or not lines[0]:
            continue
        label, field = cells[0].text, field_of(cells[0].text)
        value = cells[1].text if len(cells) > 1 else ""
        to.trace.use(*(line for box in cells for line in box.lines))
        if field in ACTION_FIELDS and field and len(cells) > 1:
            _labelled(to, lines[1][0] if lines[1] else lines[0][0], (field, squeeze(label).rstrip(" :"), ""))
            set_field(to, field, lines[1], value.split("\n"), "column")
        elif field in ("heading", "standard", "level") and value:
            named = take_heading(to, lines[1][0], value) or take_heading(to, lines[1][0], f"{label} {value}")
            if not named:
                begin_action(to, None)
                name_action(to, to.action, lines[1][0], value, "column")  # type: ignore[arg-type]
        elif not take_heading(to, lines[0][0], " ".join(box.text for box in cells)):
            take_heading(to, lines[0][0], label)


def _row(to: Collector, matrix: Matrix, row: int) -> None:
    boxes = matrix.boxes[row]
    values = _values(matrix, row)
    texts = {box.text for box in boxes if box.row == row and box.text}
    if _repeats_heads(matrix, boxes):
        return
    if not any(box.text for box in boxes):
        to.plan.empty_rows.append(len(to.plan.actions))
        return
    wide = next((box for box in boxes if box.row == row and box.text and box.span > max(2, len(boxes) // 2)), None)
    filled = [name for name, box in values.items() if box.text and name in ACTION_FIELDS and box.row == row]
    lead_text = wide.text if wide else values.get("heading", EMPTY).text or next(iter(texts), "")
    own = values.get("number", EMPTY)
    number = own.text if own.row == row and own is not wide else ""
    if TOTAL.match(fold(lead_text)) and len(filled) <= 2 and criterion_of(lead_text) is None:
        _total(to, boxes, values)
    elif wide or (not filled and _names_group(lead_text)):
        line = (
            next(line for box in boxes for line in box.lines if box.text == lead_text)
            if lead_text
            else boxes[0].lines[0]
        )
        _flush_unless(to, lead_text)
        if not take_heading(to, line, lead_text, squeeze(number) or None):
            to.plan.groups.append(_free_group(to, lead_text, number))
    else:
        _action_row(to, matrix, values, number)


def _repeats_heads(matrix: Matrix, boxes: list[Box]) -> bool:
    """The heads written once more inside the table, as at the top of a page."""
    same = [
        head for head, box in zip(matrix.heads, boxes, strict=True) if box.text and field_of(box.text) == head.field
    ]
    filled = [box for box in boxes if box.text]
    return len(same) >= 3 and len(same) >= len(filled) - 1


def _flush_unless(to: Collector, text: str) -> None:
    if criterion_of(text) is None and to.pending is not None and to.action is None:
        _flush(to)


def _free_group(to: Collector, text: str, number: str) -> Group:
    return Group("other", squeeze(text), len(to.plan.actions), squeeze(number) or None)


def _names_group(text: str) -> bool:
    return level_of(text) is not None or standard_of(text) is not None or criterion_of(text) is not None


def _values(matrix: Matrix, row: int) -> dict[str, Box]:
    """The cell of each field in a row; a field with two columns keeps the first that is filled."""
    found: dict[str, Box] = {}
    for column, head in enumerate(matrix.heads):
        box = matrix.boxes[row][column]
        if head.field and (head.field not in found or not found[head.field].text):
            found[head.field] = box
    return found


def _total(to: Collector, boxes: list[Box], values: dict[str, Box]) -> None:
    cell = values.get("budget_raw", EMPTY)
    text = cell.text or next((box.text for box in reversed(boxes) if parse_money(box.text) is not None), "")
    to.plan.total_budget_raw = squeeze(text) or None
    to.plan.total_budget_vnd = parse_money(text, unit=unit_of_heading(to.money_heading))
    line = next(iter(cell.lines), None)
    for name in ("total_budget_raw", "total_budget_vnd"):
        to.trace.note(name, line, "column")


def _action_row(to: Collector, matrix: Matrix, values: dict[str, Box], number: str) -> None:
    weak = {head.field for head in matrix.heads if head.weak}
    heading = values.get("heading", EMPTY)
    fresh = heading.row >= 0 and any(box is heading for box in values.values())
    if _continues(to, values, heading, number):
        for field, box in values.items():
            if box.text:
                set_field(to, field, list(box.lines), box.text.split("\n"), "continued")
        return
    _take_standard(to, values)
    pending, to.pending = to.pending, None
    again = to.action
    action = begin_action(to, pending)
    action.number = squeeze(number) or (pending.number if pending else None)
    if heading.text and fresh:
        title = values.get("criterion_title", EMPTY).text
        name_action(to, action, heading.lines[0], f"{heading.text}\n{title}" if title else heading.text, "column")
    elif again and not pending and "heading" in values:
        action.criterion, action.criteria, action.standard = again.criterion, again.criteria, again.standard
        action.criterion_title, action.heading = again.criterion_title, again.heading
    for field, box in values.items():
        if field in ACTION_FIELDS:
            set_field(to, field, list(box.lines), box.text.split("\n"), "weak_column" if field in weak else "column")
            _set_empty(to, field, box.text)
    to.pending = pending if pending and "heading" not in values else None


def _take_standard(to: Collector, values: dict[str, Box]) -> None:
    """A column of its own for the standard or the level sets them for the rows that it covers."""
    for name in ("standard", "level"):
        box = values.get(name, EMPTY)
        code = re.search(r"[1-9]", box.text)
        if code and name == "standard":
            to.standard = code[0]
        elif code:
            to.level = int(code[0])


def _continues(to: Collector, values: dict[str, Box], heading: Box, number: str) -> bool:
    """A row without number and criterion of its own that only adds to the row before."""
    if to.action is None or to.pending or number or heading.text or "heading" not in values:
        return False
    filled = {name for name, box in values.items() if box.text}
    own = {"tasks", "target"} & filled and {"lead", "lead_and_partners", "time_raw", "time_start"} & filled
    return not own
