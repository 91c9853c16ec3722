"""Tables in a text file drawn with bars: grids with rules of dashes, Markdown, and cells parted by lone bars."""

from __future__ import annotations

import re

from caitien.engine.document.readers.txt_lines import Line, begins
from caitien.engine.document.readers.txt_tables import made_table
from caitien.engine.document.tree import Table

RULE = re.compile(r"\s*[+|]?[-=+|:\s┼─├┤┌┐└┘┬┴]*[-=─]{2,}[-=+|:\s┼─├┤┌┐└┘┬┴]*$")
BARS = re.compile(r"\s*[|│].*[|│]\s*$")
BAR = re.compile(r"(?<!\\)[|│]")
CONTINUED = 3
"""Lines without a bar that may go on in the last cell of a row."""


def is_barred(text: str) -> bool:
    """Whether the line can belong to a table of bars."""
    return BARS.match(text) is not None or text.lstrip().startswith("+-") or _bars(text) >= 2


def read_barred(lines: list[Line], start: int) -> tuple[Table, int] | None:
    """A table drawn with bars that begins at this line, and the index after it; None when there is none.

    With rules of dashes between the rows the lines between two rules are one row, else each line is a row and the
    first is the heading (Markdown). Without bars at both ends a row goes on until it has all its bars.
    """
    end = start
    while end < len(lines) and (BARS.match(lines[end].text) or _is_rule(lines[end].text)):
        if end > start and lines[end].gap and _is_rule(lines[end].text) and _is_rule(lines[end - 1].text):
            break
        end += 1
    block = [line.text for line in lines[start:end]]
    rows = [text for text in block if not _is_rule(text)]
    if len(rows) < 2:
        return _read_open(lines, start)
    rules = [i for i, text in enumerate(block) if _is_rule(text)]
    if len(rules) <= 1:
        return made_table([_parts(text) for text in rows], headings=1 if rules == [1] else 0), end
    return made_table(_between_rules(block), headings=1), end


def _parts(text: str, *, closed: bool = True) -> list[str]:
    """The cells of a line between bars; a bar that belongs to the text has a backslash before it."""
    parts = BAR.split(text.strip())
    return [part.strip().replace("\\|", "|") for part in (parts[1:-1] if closed else parts)]


def _bars(text: str) -> int:
    return len(BAR.findall(text))


def _is_rule(text: str) -> bool:
    return len(text) < 2000 and RULE.match(text) is not None


def _between_rules(block: list[str]) -> list[list[str]]:
    """The rows of a drawn grid: the lines of a row, cell by cell, joined."""
    rows: list[list[str]] = []
    fresh = True
    for text in block:
        if _is_rule(text):
            fresh = True
            continue
        parts = _parts(text)
        if fresh or len(parts) != len(rows[-1]):
            rows.append(parts)
        else:
            rows[-1] = [f"{above}\n{part}".strip("\n") for above, part in zip(rows[-1], parts, strict=True)]
        fresh = False
    return rows


def _read_open(lines: list[Line], start: int) -> tuple[Table, int] | None:
    """A table whose cells are parted by bars, with none at the ends of a row; a cell may go on over several lines."""
    bars = _bars(lines[start].text)
    rows: list[str] = []
    end, open_row = start, ""
    for i in range(start, len(lines) if bars >= 2 else start):
        text = lines[i].text
        if not open_row and not _bars(text):
            if not _goes_on(lines, i):
                break
            rows[-1] += f"\n{text}"
            continue
        open_row = f"{open_row}\n{text}" if open_row else text
        if _bars(open_row) > bars:
            break
        if _bars(open_row) == bars:
            rows.append(open_row)
            end, open_row = i + 1, ""
    if len(rows) < 2:
        return None
    return made_table([_parts(row, closed=False) for row in rows]), end


def _goes_on(lines: list[Line], i: int) -> bool:
    """Whether a line without bars stands inside the last cell: more rows follow soon, and it is no heading."""
    ahead = lines[i : i + CONTINUED + 1]
    return any(_bars(line.text) >= 2 for line in ahead) and not (begins(lines[i].text) and lines[i].gap)
