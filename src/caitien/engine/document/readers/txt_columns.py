"""Two columns of a text set side by side with blanks: letterhead and closing."""

from __future__ import annotations

import re

from caitien.engine.document.readers.txt_lines import Line
from caitien.engine.document.tree import Cell, Paragraph, Row, Table, paragraph

APART = re.compile(r"(?<=\S) {6,}(?=\S)")
RIGHT = re.compile(r" {20,}(?=\S)")
"""Blanks before a line that stands in the right column alone."""
BULLET = ("-", "+", "•", "–")
RIGHTS = 2
"""Lines with text in the right column that make two columns."""
BETWEEN = 4
"""Lines of one column that may lie between two of both."""


def read_columns(lines: list[Line], start: int) -> tuple[Table, int] | None:
    """The block of two columns that begins at this line, and the index after it; None when there is none."""
    first = APART.search(lines[start].text)
    if first is None:
        return None
    least = first.end() // 2
    pairs, rights, end, i = 0, 0, start, start
    while i < len(lines) and i - end <= BETWEEN and (i == start or lines[i].gap <= 1) and "\t" not in lines[i].text:
        left, right = _parts(lines[i].text, least)
        pairs, rights = pairs + bool(left and right), rights + bool(right)
        if right or (i == end and left.startswith(BULLET) and pairs):
            end = i + 1
        i += 1
    if not pairs or rights < RIGHTS:
        return None
    columns = zip(*(_parts(line.text, least) for line in lines[start:end]), strict=True)
    cells = tuple(Cell(_paragraphs(column, lines[start].page)) for column in columns)
    return Table((Row(cells, page=lines[start].page),), "letterhead"), end


def _parts(text: str, least: int) -> tuple[str, str]:
    """What stands in the left and in the right column, which begins at `least` letters from the left."""
    apart = APART.search(text)
    if apart is None or apart.end() < least:
        return ("", text.strip()) if RIGHT.match(text) else (text.strip(), "")
    return text[: apart.start()].strip(), text[apart.end() :].strip()


def _paragraphs(texts: tuple[str, ...], page: int | None) -> tuple[Paragraph, ...]:
    return tuple(paragraph(text, "cell", page=page) for text in texts if text)
