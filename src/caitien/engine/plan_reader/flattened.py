"""A table whose rules were lost: cell after cell in narrow lines, as the text layer of a PDF gives it.

The heads are found by their names. A row's lines are cut into one run for each column so that the cut is as likely as
can be: a broken line was full (the next word did not fit), a cell begins with a capital, times and amounts look like
themselves, and the lines of a column are about as wide from row to row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from caitien.engine.plan_reader.columns import field_of
from caitien.engine.plan_reader.contents import titles_of
from caitien.engine.plan_reader.marks import criterion_of, level_of, standard_of
from caitien.engine.plan_reader.matrix import EMPTY, Box, Head, Matrix
from caitien.engine.plan_reader.source import Item, Line
from caitien.engine.plan_reader.wrapped import Widths, cut_row
from caitien.engine.vietnamese.text import squeeze

FEWEST_HEADS = 4
FEWEST_LINES = 12
LONGEST_HEAD = 11
"""Words that a column head may have."""
SMALL_VALUES = re.compile(r"^(Không(?: có)?|0)\s+(Không(?: có)?|0)$", re.IGNORECASE)
NUMBER = re.compile(r"^\s*(?P<number>\d{1,2})\s+(?=(?:Tiêu|TIÊU)\s)")
CRITERION_LINE = re.compile(
    r"^\s*(?:\d{1,2}\s+)?(?:tiêu\s*chí|TC)\s*(?P<code>\d\.\d{1,2}|\d)(?!\.?\d)\s*[:.]?\s*(?P<rest>.*)$", re.IGNORECASE
)


@dataclass(slots=True)
class Row:
    """The lines of one row, or of a heading row when `group` holds its text."""

    group: str = ""
    number: str = ""
    code: str = ""
    lines: list[str] = field(default_factory=list)


def matrix_of_lines(lines: Sequence[Line]) -> Matrix | None:
    """The table that the lines once were; None when no heads are found."""
    texts = [part for line in lines for part in _parts(line.text)]
    first = next((i for i, text in enumerate(texts) if _opens_body(text)), None)
    if first is None:
        return None
    heads = heads_of(texts[:first])
    if len(heads) < FEWEST_HEADS:
        return None
    rows = rows_of(_without_repeats(texts[first:], texts[:first]))
    fields = [head.field or "" for head in heads]
    cut = _cut_all(rows, fields)
    boxes = [_boxes(at, row, pieces, heads, lines[0]) for at, (row, pieces) in enumerate(zip(rows, cut, strict=True))]
    return Matrix(boxes, heads, 0)


@dataclass(frozen=True, slots=True)
class LostTable:
    """The lines of a table whose rules were lost, and the table that they were."""

    lines: list[Line]
    matrix: Matrix


def with_lost_tables(items: list[Item]) -> Iterator[Item | LostTable]:
    """The items, with every long paragraph of narrow lines that was a table given as one."""
    for _, group in groupby(items, key=lambda item: item.path):
        members = list(group)
        lines = [item for item in members if isinstance(item, Line)]
        matrix = matrix_of_lines(lines) if len(lines) >= FEWEST_LINES else None
        if matrix:
            yield LostTable(lines, matrix)
        else:
            yield from members


def _parts(text: str) -> list[str]:
    small = SMALL_VALUES.match(squeeze(text))
    return [small[1], small[2]] if small else [squeeze(text)]


def _opens_body(text: str) -> bool:
    bare = NUMBER.sub("", text)
    return (
        level_of(bare) is not None or standard_of(bare) is not None or bool(re.match(r"\s*Tiêu chí(?:\s+\d|$)", bare))
    )


def heads_of(texts: Sequence[str]) -> list[Head]:
    """The column heads: the way of joining the words by which most of them are known names."""
    words = [(word, at == 0) for text in texts for at, word in enumerate(text.split())]
    best: list[tuple[float, list[Head]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        options = []
        for start in range(max(0, end - LONGEST_HEAD), end):
            written = " ".join(word for word, _ in words[start:end])
            known = field_of(written) if words[start][0][:1].isupper() or start == 0 else None
            gain = 2.0 + 0.15 * (end - start) + 0.3 * words[start][1] if known else -1.0 * (end - start)
            if known and any(head.field == known for head in best[start][1]):
                gain -= 2.5
            heads = [*best[start][1], Head(known, written)] if known else best[start][1]
            options.append((best[start][0] + gain, heads))
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def _without_repeats(texts: list[str], heads: list[str]) -> list[str]:
    """The lines without the heads that a page break has repeated among them."""
    kept: list[str] = []
    at = 0
    while at < len(texts):
        if heads and texts[at : at + len(heads)] == heads:
            at += len(heads)
        else:
            kept.append(texts[at])
            at += 1
    return kept


def rows_of(texts: Sequence[str]) -> list[Row]:
    """The lines parted at headings of levels and standards and at criteria."""
    rows: list[Row] = []
    for text in _whole_codes(texts):
        number = NUMBER.match(text)
        bare = text[number.end() :] if number else text
        criterion = CRITERION_LINE.match(text)
        if level_of(bare) is not None or standard_of(bare):
            rows.append(Row(group=bare, number=number["number"] if number else ""))
        elif criterion:
            rest = criterion["rest"].strip()
            rows.append(
                Row(number=number["number"] if number else "", code=criterion["code"], lines=[rest] if rest else [])
            )
        elif rows and rows[-1].group and not rows[-1].lines and _goes_on(rows[-1].group, text):
            rows[-1].group += " " + text
        elif rows:
            rows[-1].lines.append(text)
    return rows


def _whole_codes(texts: Sequence[str]) -> Iterator[str]:
    """The lines, with a criterion's code that was broken from its word put back: "Tiêu chí | 5.2 Tổ"."""
    waiting = ""
    for text in texts:
        if waiting and re.match(r"\d(?:\.\d{1,2})?\b", text):
            yield f"{waiting} {text}"
            waiting = ""
            continue
        if waiting:
            yield waiting
            waiting = ""
        if re.fullmatch(r"(?:\d{1,2}\s+)?Tiêu chí", text):
            waiting = text
        else:
            yield text
    if waiting:
        yield waiting


def _goes_on(group: str, text: str) -> bool:
    return level_of(group) is None and text[:1].islower()


def _cut_all(rows: list[Row], fields: list[str]) -> list[list[list[str]]]:
    """For each row the lines of each column; cut once by the row alone, then with the widths of the columns known."""
    widths = Widths()
    cut: list[list[list[str]]] = []
    for _ in range(2):
        cut = [
            cut_row(row.lines, _columns(fields), widths, titles_of(row.code)) if not row.group else [] for row in rows
        ]
        widths = Widths.of([pieces for pieces in cut if pieces], _columns(fields))
    return cut


def _columns(fields: list[str]) -> list[str]:
    return [name for name in fields if name != "number"]


def _boxes(at: int, row: Row, pieces: list[list[str]], heads: list[Head], source: Line) -> list[Box]:
    if row.group:
        box = Box(at, 0, len(heads), (_line(source, row.group),))
        return [box] * len(heads)
    cells = dict(zip([name for name in (head.field for head in heads) if name != "number"], pieces, strict=True))
    named = " ".join(["Tiêu chí", row.code])
    title = squeeze(" ".join(cells.get("heading", [])))
    boxes = []
    for column, head in enumerate(heads):
        if head.field == "number":
            texts = [row.number] if row.number else []
        elif head.field == "heading":
            texts = [f"{named}\n{title}" if title and criterion_of(named) else named]
        else:
            texts = _paragraphs(cells.get(head.field, []))
        boxes.append(
            Box(at, column, 1, tuple(_line(source, text) for text in texts))
            if texts
            else Box(at, column, 1, EMPTY.lines)
        )
    return boxes


def _paragraphs(lines: list[str]) -> list[str]:
    """The lines of a cell joined; a bullet begins a new paragraph."""
    found: list[str] = []
    for line in lines:
        if found and not re.match(r"\s*[-+*•]\s", line):
            found[-1] += " " + line
        else:
            found.append(line)
    return found


def _line(source: Line, text: str) -> Line:
    return Line(source.path, text, source.block)
