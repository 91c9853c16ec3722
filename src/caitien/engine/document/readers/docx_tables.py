"""The geometry of a Word table: which cell begins where and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.docx_styles import OFF, VAL, Styles, W, border_of

CELL, ROW = W + "tc", W + "tr"
WRAPPERS = (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo")


@dataclass
class Place:
    """A cell of the source; `element` is None for a gap before or after the cells of a row."""

    element: _Element | None
    column: int
    colspan: int = 1
    rowspan: int = 1


@dataclass
class Line:
    """A row of the source with the cells that begin in it."""

    element: _Element
    header: bool = False
    places: list[Place] = field(default_factory=list)
    covered: list[_Element] = field(default_factory=list)
    """Cells hidden by a merged cell above."""


def children(element: _Element, tag: str) -> Iterator[_Element]:
    """The children of this tag, content controls and tracked insertions opened."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from children(child, tag)


def lines(table: _Element) -> list[Line]:
    """The rows of a ``w:tbl`` with merged cells resolved; deleted rows are left out."""
    result: list[Line] = []
    open_cells: dict[int, Place] = {}
    heading = True
    for row in children(table, ROW):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        heading = heading and _switched_on(properties, "tblHeader")
        line = Line(row, heading)
        open_cells = _place_cells(line, properties, open_cells)
        result.append(line)
        if len(result) >= limits.ROWS:
            break
    return result


def _place_cells(line: Line, properties: _Element | None, above: dict[int, Place]) -> dict[int, Place]:
    """Fills the row; `above` and the result are the cells that a merge can prolong, by column."""
    below: dict[int, Place] = {}
    column = _count(properties, "gridBefore", 0)
    if column:
        line.places.append(Place(None, 0, column))
    for cell in children(line.element, CELL):
        about = cell.find(W + "tcPr")
        span, merge = _count(about, "gridSpan", 1) or 1, _merge(about, "vMerge")
        if _merge(about, "hMerge") == "continue" and line.places and line.places[-1].element is not None:
            line.places[-1].colspan += span
            column += span
            continue
        owner = above.get(column)
        if merge == "continue" and owner is not None and owner.colspan == span:
            owner.rowspan += 1
            line.covered.append(cell)
        else:
            owner = Place(cell, column, span)
            line.places.append(owner)
        if merge:
            below[column] = owner
        column += span
    after = _count(properties, "gridAfter", 0)
    if after:
        line.places.append(Place(None, column, after))
    return below


def _merge(properties: _Element | None, name: str) -> str:
    found = properties.find(W + name) if properties is not None else None
    return "" if found is None else found.get(VAL, "continue")


def _switched_on(properties: _Element | None, name: str) -> bool:
    found = properties.find(W + name) if properties is not None else None
    return found is not None and found.get(VAL, "1") not in OFF


def _count(properties: _Element | None, name: str, otherwise: int) -> int:
    found = properties.find(W + name) if properties is not None else None
    text = "" if found is None else found.get(VAL, "")
    return min(int(text), limits.SPAN) if text.isdecimal() and len(text) < 6 else otherwise


def widths(table: _Element) -> tuple[float, ...]:
    """Shares of the width of the columns, as the grid of the table states them; empty when it does not."""
    stated = [column.get(W + "w", "") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    values = [float(text) if text.isdecimal() and len(text) < 7 else 0.0 for text in stated]
    total = sum(values)
    return tuple(round(value / total, 4) for value in values) if total and all(values) else ()


def ruled(table: _Element, styles: Styles) -> bool:
    """Whether any line of the table is drawn, by itself, its cells or its style."""
    properties = table.find(W + "tblPr")
    own = properties.find(W + "tblBorders") if properties is not None else None
    if own is not None and border_of(own):
        return True
    named = properties.find(W + "tblStyle") if properties is not None else None
    if own is None and styles.style(None if named is None else named.get(VAL), "table").bordered:
        return True
    return any(border_of(borders) for borders in table.iterfind(f".//{W}tcBorders"))
