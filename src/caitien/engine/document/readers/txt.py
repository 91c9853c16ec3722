"""Plain text → document tree: lines are joined to paragraphs, tables are found again.

The text layer of a PDF gives a wide table as many narrow lines, cell after cell. Such a stretch is not guessed at
here: it becomes one paragraph of role ``body`` and align ``left`` whose text keeps each line, parted by line breaks;
leading blanks stay. An empty line in it stands where the source has two blank lines or more, or a line of blanks only.
"""

from __future__ import annotations

import re

from caitien.engine.document.readers.decoding import decode
from caitien.engine.document.readers.txt_bars import is_barred, read_barred
from caitien.engine.document.readers.txt_cells import is_cell, read_cells
from caitien.engine.document.readers.txt_columns import read_columns
from caitien.engine.document.readers.txt_lines import (
    SENTENCE_END,
    Line,
    Setting,
    begins,
    goes_on,
    join,
    joins,
    setting_of,
    split_lines,
)
from caitien.engine.document.readers.txt_rows import read_rows
from caitien.engine.document.readers.txt_tables import is_quoted, read_quoted
from caitien.engine.document.tree import Block, Document, Paragraph, Run, Table, paragraph
from caitien.engine.errors import Unreadable

NOTHING = "Tệp rỗng, không có chữ nào để đọc. Thầy cô kiểm tra lại và chọn tệp khác."
PAGE_NUMBER = re.compile(r"[-–]?\s*(?:Trang\s+)?(\d{1,3})\s*[-–]?(?:\s*/\s*\d{1,3})?$")
MAIN_HEADING = re.compile(r"[IVXL]{1,6}\s?[.):]\s*\w")

NARROW = 0.6
"""Share of the width below which a line may belong to a broken table."""
BROKEN = 6
"""Words broken between two narrow lines that make a broken table."""
WIDE_BETWEEN = 2
"""Wide lines (rows that head a group) that a broken table may hold one after the other."""
STEP, BEFORE, AFTER = 15, 4, 6
"""Narrow lines without a broken word inside a broken table, before its first and after its last."""


def read_txt(data: bytes) -> Document:
    """The tree of a text file in any usual encoding; Unreadable when it holds no text."""
    lines = split_lines(decode(data))
    if not lines:
        raise Unreadable(NOTHING)
    pages = lines[-1].page
    setting = setting_of(lines)
    lines = _without_page_numbers(lines, setting)
    blocks: list[Block] = []
    torn = _broken_tables(lines, setting)
    i = 0
    while i < len(lines):
        found = _table(lines, i)
        if found is not None:
            blocks.append(found[0])
            i = found[1]
            continue
        end = torn.get(i, 0) or _end_of_paragraph(lines, i, setting, torn)
        blocks.extend(_kept_lines(lines[i:end]) if i in torn else _joined(lines[i:end]))
        i = end
    return Document(tuple(blocks), "txt", pages)


def _without_page_numbers(lines: list[Line], setting: Setting) -> list[Line]:
    """Without the numbers that stand alone between pages and count up; the gap they leave stays.

    A number between narrow lines may be that of a row in a broken table and is kept.
    """
    kept: list[Line] = []
    last = 1 if lines[0].page is None else 0
    for i, line in enumerate(lines):
        around = lines[max(0, i - 1) : i] + lines[i + 1 : i + 2]
        apart = line.gap >= 3 and any(other.width >= NARROW * setting.width for other in around)
        turned = any(other.page != line.page for other in around)
        found = PAGE_NUMBER.match(line.text.strip()) if turned or apart else None
        if found and last < int(found.group(1)) <= last + 4:
            last = int(found.group(1))
        else:
            kept.append(line)
    return kept


def _table(lines: list[Line], start: int) -> tuple[Table, int] | None:
    text = lines[start].text
    if "\t" in text.strip():
        return read_quoted(lines, start) if is_quoted(lines, start) else read_rows(lines, start)
    if is_cell(lines[start]):
        return read_cells(lines, start)
    if is_barred(text):
        return read_barred(lines, start)
    return read_columns(lines, start)


def _broken_tables(lines: list[Line], setting: Setting) -> dict[int, int]:
    """First index and index after the last of each stretch of narrow lines that was a table."""
    found: dict[int, int] = {}
    i = 0
    while setting.width and i < len(lines):
        end = _end_of_broken_table(lines, i, setting)
        if end > i:
            found[i] = end
        i = max(end, i + 1)
    return found


def _end_of_broken_table(lines: list[Line], start: int, setting: Setting) -> int:
    """Index after the narrow lines that begin here; `start` when they are no broken table."""
    limit = NARROW * setting.width
    words = wide = since = 0
    end = i = start
    if start and goes_on(lines[start - 1].text, lines[start].text):
        return start
    while i < len(lines) and since <= STEP and wide <= WIDE_BETWEEN:
        line = lines[i]
        if "\t" in line.text or (MAIN_HEADING.match(line.text.strip()) and line.text.isupper()):
            break
        narrow = line.width <= limit
        torn = narrow and i > start and lines[i - 1].width <= limit and goes_on(lines[i - 1].text, line.text)
        wide = 0 if narrow else wide + 1
        since = 0 if torn else since + narrow
        words += torn
        if torn or (narrow and words and since <= AFTER and not begins(line.text)):
            end = i + 1
        if not words and (not narrow or i - start >= BEFORE or line.text.endswith(SENTENCE_END)):
            break
        i += 1
    return end if words >= BROKEN else start


def _kept_lines(lines: list[Line]) -> list[Paragraph]:
    """One paragraph of the lines as they stand, see the convention above."""
    texts: list[str] = []
    for line in lines:
        if texts and (line.gap >= 2 or line.spaced):
            texts.append("")
        texts.append(line.text)
    return [Paragraph((Run("\n".join(texts)),), align="left", page=lines[0].page)]


def _end_of_paragraph(lines: list[Line], start: int, setting: Setting, torn: dict[int, int]) -> int:
    end = start + 1
    while (
        end < len(lines)
        and end not in torn
        and lines[end].text.strip()
        and joins(lines[end - 1], lines[end], setting, first=end == start + 1)
    ):
        end += 1
    return end


def _joined(lines: list[Line]) -> list[Paragraph]:
    """The lines as one paragraph; none for a lone tab."""
    text = lines[0].text.strip()
    for line in lines[1:]:
        text = join(text, line.text)
    return [paragraph(text, page=lines[0].page)] if text else []
