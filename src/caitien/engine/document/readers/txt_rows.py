"""Tables of Word saved as plain text: a row a line, its cells parted by tabs; a cell of several paragraphs runs on over
further lines, merged cells are missing or repeated.

The lines are cut into rows at the least cost: a full row has as many tabs as the table has columns less one, however
many lines it takes; what falls short is a merged row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.txt_lines import BULLET, LETTER, NAMED, NUMBER, Line, goes_on
from caitien.engine.document.readers.txt_tables import NUMBER as LONGEST_NUMBER
from caitien.engine.document.readers.txt_tables import made_table
from caitien.engine.document.tree import Cell, Row, Table, cell

MAIN_HEADING = re.compile(r"[IVXL]{1,6}\s?[.):/-]\s*\w")
GROUP = re.compile(r"(?:[IVX]{1,4}\s?[./)-]|[A-H]\.|\d{1,2}\.|[*-])?\s*(?:mức|tiêu chuẩn|bậc|phần)\s+\S", re.IGNORECASE)
FURTHEST = 12
"""Lines without a tab after which the table has come to its end."""
LONGEST_ROW = 60
TRIED = 5
"""Numbers of columns that are tried."""
SHORT, LONG, LEFT_OUT = 1.0, 4.0, 1.2
"""Costs: a row of fewer cells than columns; of more; a line with tabs that stands below the table."""
IN_NUMBER, IN_FIRST, INSIDE, INTO_EMPTY, AFTER = 3.0, 0.8, 0.02, 3.0, 0.7
"""Costs of a further line: of a first cell that holds numbers; of another first cell; of a cell in the middle; of a
last cell that began empty; of a last cell whose text goes on without a sign of it."""
GROUP_LINE, LONE_LINE = 0.3, 1.2
"""Costs of a row of one line without a tab: one that names a level or standard; any other."""


def read_rows(lines: list[Line], start: int) -> tuple[Table, int] | None:
    """The table whose rows begin at this line, and the index after it; None when there is none."""
    block = lines[start : _end_of_block(lines, start)]
    best: tuple[float, list[tuple[int, int]], int] | None = None
    for width in _widths(block):
        cost, rows = _Cut.of([line.text for line in block], width).rows()
        if rows and (best is None or cost < best[0]):
            best = (cost, rows, width)
    if best is None:
        return None
    _, rows, width = best
    texts = [_cells(block[first:after]) for first, after in rows]
    if sum(len(row) == width for row in texts) < 2:
        return None
    return _table(texts, width), start + rows[-1][1]


def _end_of_block(lines: list[Line], start: int) -> int:
    """Index after the last line with a tab before a main heading or a long stretch without any."""
    end = start
    for i in range(start, len(lines)):
        text = lines[i].text.strip()
        heads = i > start and MAIN_HEADING.match(text) and not GROUP.match(text)
        if "\t" in lines[i].text:
            end = i + 1
        elif heads or i - end >= FURTHEST:
            break
    return min(_last_cell(lines, end), len(lines))


def _last_cell(lines: list[Line], end: int) -> int:
    """Further lines that the last cell of the table may take."""
    while end < len(lines) and lines[end].gap == 0 and "\t" not in lines[end].text:
        if not goes_on(lines[end - 1].text, lines[end].text) and not BULLET.match(lines[end].text.lstrip()):
            break
        end += 1
    return end


def _widths(block: Sequence[Line]) -> list[int]:
    """Likely numbers of columns: of single lines, and of lines that follow each other and make a row together."""
    tabs = [line.text.count("\t") for line in block]
    found = Counter(count + 1 for count in tabs if count)
    found.update(one + two + 1 for one, two in pairwise(tabs) if one and two)
    top = max((count + 1 for count in tabs), default=0)
    likely = [width for width, _ in found.most_common(TRIED)]
    return [width for width in dict.fromkeys([top, *likely]) if 2 <= width <= limits.COLUMNS]


@dataclass(slots=True)
class _Cut:
    """Lines of a table with a number of columns, and what the rows that they could make would cost."""

    texts: list[str]
    tabs: list[int]
    width: int
    numbered: bool
    """The first column holds row numbers."""

    @classmethod
    def of(cls, texts: list[str], width: int) -> _Cut:
        tabs = [text.count("\t") for text in texts]
        firsts = [text.split("\t")[0].strip() for text in texts if "\t" in text and not BULLET.match(text)]
        short = [len(first) <= LONGEST_NUMBER for first in firsts]
        return cls(texts, tabs, width, any(short[:1]) or sum(short) > len(short) / 2)

    def rows(self) -> tuple[float, list[tuple[int, int]]]:
        """The cheapest cost, and (first line, line after) of every row; the table may end before the last line."""
        count = len(self.texts)
        best, came = [0.0] + [float("inf")] * count, [0] * (count + 1)
        for first in range(count):
            for after, cost in self._from(first):
                if best[first] + cost < best[after]:
                    best[after], came[after] = best[first] + cost, first
        left = [0.0] * (count + 1)
        for i in range(count - 1, -1, -1):
            left[i] = left[i + 1] + LEFT_OUT * (self.tabs[i] > 0)
        end = min(range(1, count + 1), key=lambda i: best[i] + left[i])
        total, rows = best[end] + left[end], []
        while end:
            rows.append((came[end], end))
            end = came[end]
        return total, rows[::-1]

    def _from(self, first: int) -> list[tuple[int, float]]:
        """(line after, cost) of every row that could begin with this line."""
        found = [(first + 1, self._lone(first))]
        tabs, cost = 0, 0.0
        ends: int | None = None
        for at in range(first, min(first + LONGEST_ROW, len(self.texts))):
            tabs += self.tabs[at]
            if tabs > self.width - 1:
                break
            if at > first:
                cost += self._further(first, at, ends)
            if tabs == self.width - 1:
                ends = at if ends is None else ends
                found.append((at + 1, cost))
        return found

    def _lone(self, at: int) -> float:
        """Cost of a row of one line that has fewer cells, or more, than the table has columns."""
        tabs = self.tabs[at]
        if tabs == 0:
            return GROUP_LINE if GROUP.match(self.texts[at].strip()) else LONE_LINE
        return 0.0 if tabs == self.width - 1 else SHORT if tabs < self.width - 1 else LONG

    def _further(self, first: int, at: int, ends: int | None) -> float:
        """Cost of the line `at` in a row that began above it; `ends` is the line on which the row was full."""
        text, before = self.texts[at], self.texts[at - 1]
        if ends is None:
            if not any(self.tabs[first:at]):
                return IN_NUMBER if self.numbered else IN_FIRST
            opens = self.numbered and self.tabs[at] and len(text.split("\t")[0].strip()) <= LONGEST_NUMBER
            return IN_NUMBER if opens else INSIDE
        if GROUP.match(text.strip()) or NAMED.match(text.strip()):
            return INTO_EMPTY
        if not self.texts[ends].rpartition("\t")[2].strip():
            return INTO_EMPTY
        listed = BULLET.match(text) or NUMBER.match(text) or LETTER.match(text)
        return INSIDE if listed or goes_on(before.rpartition("\t")[2], text) else AFTER


def _cells(block: Sequence[Line]) -> list[str]:
    """The cells of a row; lines of a cell that go on in the middle of a sentence stay lines of their own."""
    parts = "\n".join(line.text for line in block).split("\t")
    return ["\n".join(line.strip() for line in part.split("\n") if line.strip()) for part in parts]


def _table(texts: list[list[str]], width: int) -> Table:
    texts = texts[: limits.ROWS]
    heading = _two_row_heading(texts, width)
    body = [_spread(row, width) if len(row) != width else row for row in texts[len(heading) :]]
    plain = [row for row in body if isinstance(row, list)]
    if len(plain) == len(body):
        made = made_table(plain) if body else Table()
        return Table((*heading, *made.rows))
    return Table((*heading, *(_row(row) if isinstance(row, list) else row for row in body)))


def _row(texts: list[str]) -> Row:
    """A full row; one that repeats a text in every column, as merged cells may be written, is one cell."""
    if len(texts) > 2 and texts[0] and len(set(texts)) == 1:
        return Row((cell(texts[0], colspan=len(texts)),))
    return Row(tuple(cell(text) for text in texts))


def _spread(texts: list[str], width: int) -> Row:
    """A row of fewer cells: the text behind the row number, else the first one, spans what is missing."""
    wide = 1 if len(texts) > 1 and len(texts[0]) <= LONGEST_NUMBER else 0
    missing = width - len(texts) + 1
    return Row(tuple(cell(text, colspan=missing if i == wide else 1) for i, text in enumerate(texts[:width])))


def _two_row_heading(texts: list[list[str]], width: int) -> list[Row]:
    """The two rows of a heading in which some columns share a name: cells that reach down are empty or repeated."""
    if len(texts) < 3 or not 2 <= len(texts[0]) < width or len(texts[1]) != width or not all(texts[0]):
        return []
    above, below = texts[:2]
    spans = _shares(above, below)
    if spans is None:
        return []
    first = [cell(text, "cell_head", colspan=span, rowspan=2 if alone else 1) for text, span, alone in spans]
    second: list[Cell] = []
    at = 0
    for _, span, alone in spans:
        second += [] if alone else [cell(text, "cell_head") for text in below[at : at + span]]
        at += span
    return [Row(tuple(first), header=True), Row(tuple(second), header=True)]


def _shares(above: list[str], below: list[str]) -> list[tuple[str, int, bool]] | None:
    """(text, columns, reaches down) of each cell of the upper row; None when the rows do not fit."""
    shared = len(below) - len(above)
    found: list[tuple[str, int, bool]] = []
    at = 0
    for i, text in enumerate(above):
        if at < len(below) and below[at] in ("", text):
            found.append((text, 1, True))
            at += 1
            continue
        rest = above[i + 1 :]
        end = at + 1
        while end < len(below) and end - at <= shared and not (rest and below[end] in ("", rest[0])):
            end += 1
        parents_left = [one for one in rest if one not in below[at:]]
        if parents_left and "" not in below[at:] and not any(one in below[at:] for one in rest):
            end = at + (len(below) - at) // (len(rest) + 1)
        shared -= end - at - 1
        found.append((text, end - at, False))
        at = end
    return found if at == len(below) and any(not alone for *_, alone in found) else None
