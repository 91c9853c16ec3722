"""Actions that stand in tables: a row each, or a small table of labels each."""

from __future__ import annotations

import re
from dataclasses import replace

from caitien.engine.plan.model import Group
from caitien.engine.plan_reader.action_lines import note_empty, take_label
from caitien.engine.plan_reader.collect import (
    Collector,
    begin_action,
    flush,
    name_action,
    note_column,
    set_field,
    take_heading,
)
from caitien.engine.plan_reader.columns import ACTION_FIELDS, field_of, label_of
from caitien.engine.plan_reader.contents import by_content, numbers_are_codes
from caitien.engine.plan_reader.marks import criterion_of, level_of, standard_of
from caitien.engine.plan_reader.matrix import EMPTY, Box, Matrix, boxes_of, matrix_of
from caitien.engine.plan_reader.source import Grid, Line
from caitien.engine.vietnamese.money import parse_money, unit_of_heading
from caitien.engine.vietnamese.text import fold, squeeze

TOTAL = re.compile(r"^(?:tong(?: cong| so| kinh phi)?|cong)\b")


def take_table(to: Collector, item: Grid) -> bool:
    """Take a table of actions; its columns are kept for a table that goes on without heads."""
    if _is_label_table(item):
        _label_rows(to, item)
        to.tables += 1
        return True
    matrix = matrix_of(item.table, item.path, to.heads)
    matrix = replace(matrix, heads=by_content(matrix.heads, matrix.boxes[matrix.body :]))
    if len(matrix.fields() & ACTION_FIELDS) < 2 and not matrix.labelled:
        return False
    to.trace.use_below(item.path, item.table)
    take_matrix(to, matrix)
    to.heads = matrix.heads
    to.tables += 1
    return True


def take_matrix(to: Collector, matrix: Matrix) -> None:
    """Take every row below the heads of a table whose columns are known."""
    _captions(to, matrix)
    for column, head in enumerate(matrix.heads):
        if head.source:
            note_column(to.plan, "budget_raw", head.parent or head.heading)
        elif head.field and column not in matrix.labelled:
            note_column(to.plan, head.field, head.heading, head.parent)
        if head.field == "budget_raw":
            to.unit = max(unit_of_heading(f"{head.parent} {head.heading}"), to.line_unit)
    _note_labels(to, matrix)
    to.coded = numbers_are_codes(matrix.heads, matrix.boxes[matrix.body :])
    for row in range(matrix.body, len(matrix.boxes)):
        _row(to, matrix, row)


def _captions(to: Collector, matrix: Matrix) -> None:
    """Rows above the heads are lines above the table; one may say in which unit the amounts stand."""
    for row in range(matrix.top):
        for box in dict.fromkeys(box for box in matrix.boxes[row] if box.row == row):
            for line in box.lines:
                to.captions.append(line)
                to.line_unit = max(to.line_unit, unit_of_heading(line.text))


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
            take_label(to, lines[1][0] if lines[1] else lines[0][0], (field, squeeze(label).rstrip(" :"), ""))
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
        flush(to)


def _free_group(to: Collector, text: str, number: str) -> Group:
    return Group("other", squeeze(text), len(to.plan.actions), squeeze(number) or None)


def _names_group(text: str) -> bool:
    return level_of(text) is not None or standard_of(text) is not None or criterion_of(text) is not None


def _values(matrix: Matrix, row: int) -> dict[str, Box]:
    """The cell of each field in a row; a field with two columns keeps the first that is filled."""
    found: dict[str, Box] = {}
    for column, head in enumerate(matrix.heads):
        box = matrix.boxes[row][column]
        if column in matrix.labelled and box.span < len(matrix.heads):
            found |= _labelled_values(box, head.field)
        elif head.source and box.text:
            before = found.get("budget_raw", EMPTY).lines
            lines = (*before, Line(box.lines[0].path, f"{head.source}: {box.text}", box.lines[0].block))
            found["budget_raw"] = replace(box, lines=lines)
        elif head.field and (head.field not in found or not found[head.field].text):
            found[head.field] = box
    return found


def _labelled_values(box: Box, own: str | None) -> dict[str, Box]:
    """The fields that the labels inside a cell name; lines above the first label belong to the column."""
    lines: dict[str, list[Line]] = {}
    field = own or ""
    for line in box.lines:
        label = label_of(line.text)
        field = label[0] if label else field
        value = label[2] if label else line.text
        lines.setdefault(field, []).extend([Line(line.path, value, line.block)] if value else [])
    return {field: replace(box, lines=tuple(found)) for field, found in lines.items() if field}


def _note_labels(to: Collector, matrix: Matrix) -> None:
    """Labels inside cells are columns of the plan, in the order of the first cell that has them."""
    for row in matrix.boxes[matrix.body :]:
        for column in sorted(matrix.labelled):
            for line in row[column].lines if row[column].span < len(row) else ():
                label = label_of(line.text)
                if label:
                    note_column(to.plan, label[0], label[1])


def _total(to: Collector, boxes: list[Box], values: dict[str, Box]) -> None:
    cell = values.get("budget_raw", EMPTY)
    text = cell.text or next((box.text for box in reversed(boxes) if parse_money(box.text) is not None), "")
    to.plan.total_budget_raw = squeeze(text) or None
    to.plan.total_budget_vnd = parse_money(text, unit=to.unit)
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
    if to.coded and number and heading.text:
        name_action(to, action, heading.lines[0], f"{squeeze(number)} {heading.text}", "column")
        action.heading = squeeze(heading.text)
    elif heading.text and fresh:
        title = values.get("criterion_title", EMPTY).text
        name_action(to, action, heading.lines[0], f"{heading.text}\n{title}" if title else heading.text, "column")
    elif again and not pending and "heading" in values:
        action.criterion, action.criteria, action.standard = again.criterion, again.criteria, again.standard
        action.criterion_title, action.heading = again.criterion_title, again.heading
    for field, box in values.items():
        if field in ACTION_FIELDS:
            set_field(to, field, list(box.lines), box.text.split("\n"), "weak_column" if field in weak else "column")
            note_empty(to, field, box.text)
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
