"""A table laid out by rows and columns, and the meaning of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from caitien.engine.document.tree import Table, grid
from caitien.engine.plan_reader.columns import field_of, label_of, names_source, weak_field_of
from caitien.engine.plan_reader.source import Line, lines_below
from caitien.engine.vietnamese.text import fold, squeeze, without_bullet

HEADER_DEPTH = 5
"""Rows at the top among which the heading row is looked for."""
LOOKED_AT = 50
"""Rows among which labels inside cells are looked for."""
GOES_ON = re.compile(r"[a-zà-ỹ](?![.)])|(?:20)?\d\d\s*[.;,)]?$|[,.;)]")
"""How a line begins that goes on with a sentence: a small letter, the second year of a school year, a mark."""
NUMBER_ROW = re.compile(r"\(?(?:\d{1,2}|[a-zđ])\)?")


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as it covers one place of the matrix."""

    row: int
    """The row in which the cell begins."""
    first: int
    """Its first column."""
    span: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Text of the cell without bullets, one line a paragraph."""
        return "\n".join(squeeze(without_bullet(text)) for text in joined([line.text for line in self.lines]))


def joined(lines: list[str]) -> list[str]:
    """Paragraphs of a cell; one that only goes on with the sentence before, in small letters, is part of it."""
    found: list[str] = []
    for line in lines:
        if not line.strip(" -–+*•"):
            continue
        if found and GOES_ON.match(line) and not found[-1].rstrip().endswith((".", ";", ":", "!", "?")):
            glue = "" if re.search(r"\d\s*[-–]$", found[-1]) and line[0].isdigit() else " "
            found[-1] += glue + line
        else:
            found.append(line)
    return found


EMPTY = Box(-1, -1, 1, ())


@dataclass(frozen=True, slots=True)
class Head:
    """A column: the field it gives, its head as written, the head above it, and whether the field was guessed."""

    field: str | None
    heading: str
    parent: str = ""
    weak: bool = False
    source: str = ""
    """Where the money of this column comes from, when there is a column for each source."""


@dataclass(frozen=True, slots=True)
class Matrix:
    boxes: list[list[Box]]
    heads: list[Head]
    body: int
    """Index of the first row below the heading rows."""
    top: int = 0
    """Index of the first heading row; what stands above it is a caption."""
    labelled: frozenset[int] = frozenset()
    """Columns whose cells hold lines "label: value"."""

    def fields(self) -> set[str]:
        return {head.field for head in self.heads if head.field}


def boxes_of(table: Table, path: str) -> list[list[Box]]:
    """The cells by place; a merged cell stands in every place that it covers."""
    lines = grid(table)
    made: dict[tuple[int, int], Box] = {}
    for line in lines:
        for column, at in enumerate(line):
            if at and at not in made:
                cell = table.rows[at[0]].cells[at[1]]
                made[at] = Box(at[0], column, cell.colspan, tuple(lines_below(f"{path}.{at[0]}.{at[1]}", cell.blocks)))
    return [[made[at] if at else EMPTY for at in line] for line in lines]


def matrix_of(table: Table, path: str, known: list[Head] | None = None) -> Matrix:
    """The table with its columns recognised; `known` are the columns of the table before, for one without heads."""
    boxes = boxes_of(table, path)
    labelled = _labelled(boxes)
    row = _heading_row(boxes)
    if row is None and labelled:
        row = 0
    if row is None:
        width = len(boxes[0]) if boxes else 0
        fits = known is not None and len(known) == width
        return Matrix(boxes, known if fits and known else [Head(None, "") for _ in range(width)], 0)
    top = min(box.row for box in boxes[row] if box.row >= 0)
    body = _end_of_heading(boxes, row)
    return Matrix(boxes, _heads(boxes, top, body), body, top, labelled)


def _labelled(boxes: list[list[Box]]) -> frozenset[int]:
    """Columns in which most cells hold at least two lines of a known label."""
    found = set()
    rows = [row for row in boxes[1:LOOKED_AT] if row and row[0].span < len(row)]
    for column in range(len(boxes[0]) if boxes and len(boxes[0]) < 8 else 0):
        cells = [row[column] for row in rows if row[column].text]
        full = [box for box in cells if sum(label_of(line.text) is not None for line in box.lines) >= 2]
        if full and 2 * len(full) > len(cells):
            found.add(column)
    return frozenset(found)


def _heading_row(boxes: list[list[Box]]) -> int | None:
    best, most = None, 2
    for row, line in enumerate(boxes[:HEADER_DEPTH]):
        fields = {field_of(box.text) or weak_field_of(box.text) for box in line if box.text} - {None}
        certain = {field_of(box.text) for box in line if box.text} - {None}
        if len(fields) > most and len(certain) >= 2:
            best, most = row, len(fields)
    return best


def _end_of_heading(boxes: list[list[Box]], row: int) -> int:
    """Rows of the heading: those that heads reach down to, rows of part heads, the row of column numbers."""
    end = row + 1
    while end < len(boxes):
        line = boxes[end]
        fresh = [box for box in line if box.row == end and box.text]
        reaches = any(0 <= box.row < end and box.row >= row and box.text for box in line)
        subheads = bool(fresh) and all(field_of(box.text) for box in fresh) and (reaches or len(fresh) < len(line) - 2)
        numbers = len(fresh) >= 3 and all(NUMBER_ROW.fullmatch(box.text.strip()) for box in fresh)
        repeated = [box.text for box in line] == [box.text for box in boxes[row]]
        if not (subheads or numbers or repeated or _parts_of_heads(boxes, row, end) or (reaches and not fresh)):
            break
        end += 1
    return end


def _parts_of_heads(boxes: list[list[Box]], row: int, at: int) -> bool:
    """Whether the row parts wide heads above it, while all others reach down over it."""
    own = [column for column, box in enumerate(boxes[at]) if box.row == at]
    above = [boxes[row][column] for column in own]
    return 0 < len(own) < len(boxes[at]) and all(box.span > 1 and box.text for box in above)


def _heads(boxes: list[list[Box]], row: int, body: int) -> list[Head]:
    heads = []
    for column in range(len(boxes[row])):
        texts = list(dict.fromkeys(squeeze(boxes[at][column].text.replace("\n", " ")) for at in range(row, body)))
        texts = [text for text in texts if text and not NUMBER_ROW.fullmatch(text)]
        own, parent = (texts[-1], " ".join(texts[:-1])) if texts else ("", "")
        heads.append(_head(own, parent))
    return _one_each(heads)


def _head(own: str, parent: str) -> Head:
    """What a column means by its head and the head above it."""
    field, above = field_of(own), field_of(parent) if parent else None
    if above == "budget_raw" and field != "money_source" and (field is None or names_source(own)):
        return Head("budget_raw", own, parent, source=own)
    known = field or above
    weak = None if known else weak_field_of(own) or (weak_field_of(parent) if parent else None)
    return Head(known or weak, own, parent, weak=known is None and weak is not None)


def _one_each(heads: list[Head]) -> list[Head]:
    """Two columns of time under names that both mean "time" are start and end; a second "heading" holds tasks."""
    fields = [head.field for head in heads]
    if fields.count("time_end") == 1 and fields.count("time_raw") == 1:
        heads = [replace(h, field="time_start") if h.field == "time_raw" else h for h in heads]
    elif "time_end" in fields and "time_start" not in fields:
        heads = [replace(h, field="time_raw") if h.field == "time_end" else h for h in heads]
    if fields.count("heading") >= 2:
        last = max(i for i, field in enumerate(fields) if field == "heading")
        second = "tasks" if "tasks" not in fields else "criterion_title"
        heads[last] = replace(heads[last], field=second, weak=second == "tasks")
    if "heading" not in fields and "tasks" in fields:
        first = next((i for i, h in enumerate(heads) if h.field is None and "tieu chi" in fold(h.heading)), None)
        if first is not None:
            heads[first] = replace(heads[first], field="heading", weak=True)
    return _sources(heads)


def _sources(heads: list[Head]) -> list[Head]:
    """Several columns of money are told apart by where it comes from."""
    money = [head for head in heads if head.field == "budget_raw"]
    if len(money) < 2 or not all(names_source(head.heading) or head.source for head in money):
        return heads
    return [replace(head, source=head.heading) if head.field == "budget_raw" else head for head in heads]
