"""The actions of a plan in its own layout: one table, several tables, or blocks of "label: value" lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from caitien.engine.document.tree import Block, Cell, Paragraph, Row, Table, paragraph
from caitien.engine.plan.model import Action, Column, Group, Plan
from caitien.engine.reports.action_cells import CENTRED, texts_of
from caitien.engine.reports.forms import FIELD_NAMES, TOTAL
from caitien.engine.reports.pieces import cell_of, gap, heading_row

Piece = Group | Action | None
"""A heading among the actions, an action, or an empty row."""


def action_blocks(plan: Plan, *, gaps: bool = False) -> list[Block]:
    """The blocks that stand for the slot ``actions``; `gaps` shows what the form demands and the plan lacks."""
    match plan.layout:
        case "blocks":
            return list(_labelled(plan, gaps=gaps))
        case "tables":
            return _tables(plan, gaps=gaps)
        case _:
            return [_table(plan, _sequence(plan), gaps=gaps, total=True)] if plan.columns else []


def _sequence(plan: Plan) -> list[Piece]:
    """Headings, empty rows and actions in the order of the plan."""
    found: list[Piece] = []
    for index in range(len(plan.actions) + 1):
        found += [None] * plan.empty_rows.count(index)
        found += [group for group in plan.groups if group.before == index]
        found += plan.actions[index : index + 1]
    return found


# --- tables -----------------------------------------------------------------------------------------------------


def _table(plan: Plan, pieces: Iterable[Piece], *, gaps: bool, total: bool = False) -> Table:
    rows = _head(plan.columns)
    fields = [column.field for column in plan.columns]
    named = ""
    for piece in pieces:
        if isinstance(piece, Group):
            rows.append(_group_row(plan, piece))
            named = ""
        elif piece is None:
            rows.append(Row(tuple(cell_of("") for _ in fields)))
        else:
            if "heading" not in fields and piece.heading and piece.heading != named:
                named = piece.heading
                rows.append(_wide_row(plan, piece.heading, piece.number, level=2))
            rows.append(_action_row(plan, piece, numbered="heading" in fields or not piece.heading, gaps=gaps))
    if total and plan.total_budget_raw:
        rows.append(_total_row(plan))
    return Table(tuple(rows))


def _head(columns: list[Column]) -> list[Row]:
    """One heading row, or two where columns share a head."""
    if not any(column.parent for column in columns):
        return [heading_row(tuple(column.heading for column in columns))]
    upper: list[Cell] = []
    lower: list[Cell] = []
    for parent, shared in groupby(columns, key=lambda column: column.parent):
        together = list(shared)
        if parent:
            upper.append(cell_of(parent, "cell_head", colspan=len(together)))
            lower += [cell_of(column.heading, "cell_head") for column in together]
        else:
            upper += [cell_of(column.heading, "cell_head", rowspan=2) for column in together]
    return [Row(tuple(upper), header=True), Row(tuple(lower), header=True)]


def _group_row(plan: Plan, group: Group) -> Row:
    return _wide_row(plan, group.text, group.number, level=1 if group.kind == "level" else 2)


def _wide_row(plan: Plan, text: str, number: str | None, *, level: int) -> Row:
    """A row that heads a group: over the whole width, or beside its number."""
    width = len(plan.columns)
    align = "center" if level == 1 else ""
    if number and number != text and plan.columns[0].field == "number":
        first = Cell((paragraph(number, "group", level=level, align="center"),))
        return Row((first, Cell((paragraph(text, "group", level=level, align=align),), width - 1)))
    return Row((Cell((paragraph(text, "group", level=level, align=align),), width),))


def _action_row(plan: Plan, action: Action, *, numbered: bool, gaps: bool) -> Row:
    cells = []
    for column in plan.columns:
        texts = texts_of(plan, action, column.field)
        if column.field == "number" and not numbered:
            texts = None
        if gaps and not any(texts or ()) and column.field in FIELD_NAMES:
            cells.append(Cell((gap(FIELD_NAMES[column.field], "cell"),)))
            continue
        if column.field == "tasks" and texts and len(texts) > 1:
            texts = [f"- {text}" for text in texts]
        cells.append(cell_of("\n".join(texts or []), align="center" if column.field in CENTRED else ""))
    return Row(tuple(cells))


def _total_row(plan: Plan) -> Row:
    """The sum stands below the amounts, its label where the criteria are named."""
    fields = [column.field for column in plan.columns]
    at = fields.index("budget_raw") if "budget_raw" in fields else len(fields) - 1
    width = fields.index("heading") + 1 if "heading" in fields[:at] else min(at, 1)
    label = [Cell((paragraph(TOTAL, "cell", align="center"),), width)] if width else []
    before, after = [cell_of("")] * (at - width), [cell_of("")] * (len(fields) - at - 1)
    return Row((*label, *before, cell_of(plan.total_budget_raw), *after))


# --- several tables ---------------------------------------------------------------------------------------------


def _tables(plan: Plan, *, gaps: bool) -> list[Block]:
    """Headings as lines, a table for the actions below each; or a small table of labels for each action."""
    if not {"number", "heading"} & {column.field for column in plan.columns}:
        return list(_labelled(plan, gaps=gaps, boxed=True))
    blocks: list[Block] = []
    waiting: list[Piece] = []
    for piece in _sequence(plan):
        if waiting and _begins_table(plan, waiting[-1], piece):
            blocks.append(_table(plan, waiting, gaps=gaps))
            waiting = []
        if isinstance(piece, Group) and not _in_row(plan, piece):
            blocks.append(_group_line(piece))
        else:
            waiting.append(piece)
    return [*blocks, _table(plan, waiting, gaps=gaps, total=True)] if waiting else blocks


def _in_row(plan: Plan, group: Group) -> bool:
    """A heading with a number of its own stands in a row of the table, one without on a line above."""
    return bool(group.number) and plan.columns[0].field == "number"


def _begins_table(plan: Plan, before: Piece, piece: Piece) -> bool:
    if isinstance(piece, Group):
        return not isinstance(before, Group)
    ungrouped = not plan.groups and isinstance(before, Action) and isinstance(piece, Action)
    return ungrouped and before.standard != piece.standard  # type: ignore[union-attr]


def _group_line(group: Group) -> Paragraph:
    """A level in the middle, a standard at the left."""
    if group.kind == "level":
        return paragraph(group.text, "heading", level=2, align="center")
    return paragraph(group.text, "heading", level=3)


# --- blocks of labels -------------------------------------------------------------------------------------------


def _labelled(plan: Plan, *, gaps: bool, boxed: bool = False) -> Iterable[Block]:
    for piece in _sequence(plan):
        if isinstance(piece, Group):
            yield _group_line(piece)
        elif isinstance(piece, Action):
            if piece.heading:
                yield paragraph(piece.heading, "heading", level=3)
            if boxed:
                yield _box(plan, piece, gaps=gaps)
            else:
                yield from _label_lines(plan, piece, gaps=gaps)


def _labels(plan: Plan, action: Action, *, gaps: bool) -> Iterable[tuple[str, list[str], Paragraph | None]]:
    """Label, paragraphs and, where something is missing, the gap to show."""
    fields = {column.field for column in plan.columns}
    for column in plan.columns:
        if column.field == "time_start" and "time_raw" in fields:
            continue
        texts = texts_of(plan, action, column.field)
        missing = gap(FIELD_NAMES[column.field], "cell") if gaps and column.field in FIELD_NAMES else None
        if texts is not None or missing:
            yield column.heading, texts or [], None if any(texts or ()) else missing


def _label_lines(plan: Plan, action: Action, *, gaps: bool) -> Iterable[Block]:
    for label, texts, missing in _labels(plan, action, gaps=gaps):
        if missing:
            yield Paragraph((*paragraph(f"- {label}: ").runs, *missing.runs), "item")
        elif len(texts) > 1 and texts == action.tasks:
            yield paragraph(f"- {label}:", "item")
            yield from (paragraph(f"+ {text}", "item") for text in texts)
        else:
            first, *more = texts or [""]
            yield paragraph(f"- {label}: {first}".rstrip(), "item")
            yield from (paragraph(text, "body") for text in more)


def _box(plan: Plan, action: Action, *, gaps: bool) -> Table:
    rows = []
    for label, texts, missing in _labels(plan, action, gaps=gaps):
        if len(texts) > 1 and texts == action.tasks:
            texts = [f"- {text}" for text in texts]
        value = Cell((missing,)) if missing else cell_of("\n".join(texts))
        rows.append(Row((Cell((paragraph(label, "group"),)), value)))
    return Table(tuple(rows), "grid", (1.0, 3.0))
