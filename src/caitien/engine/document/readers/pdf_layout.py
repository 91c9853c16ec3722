"""Pages → the document tree: reading order, margins, tables over pages, letterhead and closing block."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from caitien.engine.document.readers.pdf_columns import closing, letterhead
from caitien.engine.document.readers.pdf_grids import find_grids
from caitien.engine.document.readers.pdf_lines import Frame, Line, frame_of, lines_of
from caitien.engine.document.readers.pdf_page import Box, Page, Word
from caitien.engine.document.readers.pdf_paragraphs import make_paragraph, paragraphs_of
from caitien.engine.document.readers.pdf_tables import RuledTable, follows, join, ruled_table, to_tree
from caitien.engine.document.tree import Block, Picture, Section

MARGIN = 0.13
"""Share of the height of a page in which page numbers and running heads stand."""
PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
FEW_LINES = 12
"""Fewer lines than this tell little about the margins; edges of tables and an even right margin are taken in."""
OUTER_LINES = 3
"""So many lines at the top and the bottom of a page may be running heads."""


@dataclass(slots=True)
class Photo:
    """A picture in the flow of the text."""

    box: Box
    page: int


Item = Line | RuledTable | Photo


def blocks_of(pages: list[Page]) -> tuple[Block, ...]:
    """The blocks of the document in reading order; those on landscape pages stand in sections."""
    flows = [_flow(page) for page in pages]
    _drop_margins(pages, flows)
    frames = _frames(pages, flows)
    items = _joined(flows)
    result: list[Block] = []
    wide = {page.number for page in pages if page.landscape}
    if len(wide) == len(pages):
        return tuple(_blocks(items, frames))
    start = 0
    while start < len(items):
        end = start
        while end < len(items) and (items[end].page in wide) == (items[start].page in wide):
            end += 1
        made = _blocks(items[start:end], frames, first=start == 0, last=end == len(items))
        result += [Section(tuple(made), landscape=True)] if items[start].page in wide else made
        start = end
    return tuple(result)


def _flow(page: Page) -> list[Item]:
    """Lines, tables and pictures of a page from top to bottom."""
    grids = find_grids(page)
    inside: list[list[Word]] = [[] for _ in grids]
    outside: list[Word] = []
    for word in page.words:
        middle = (word.x0 + word.x1) / 2
        holder = next((i for i, grid in enumerate(grids) if grid.holds(middle, word.middle)), None)
        (outside if holder is None else inside[holder]).append(word)
    items: list[tuple[float, Item]] = [(line.base, line) for line in lines_of(outside, page.number)]
    for grid, words in zip(grids, inside, strict=True):
        items.append((grid.ys[0], ruled_table(grid, words, page)))
    for box in [] if page.pictured else page.pictures:
        if not any(grid.holds((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) for grid in grids):
            items.append((box.top, Photo(box, page.number)))
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]


def _drop_margins(pages: list[Page], flows: list[list[Item]]) -> None:
    """Take page numbers and running heads out of the flows."""
    heights = {page.number: page.height for page in pages}
    outer = [_outer_lines(flow, page) for page, flow in zip(pages, flows, strict=True)]
    seen = Counter(key for lines in outer for key in {_key(line) for line in lines})
    enough = 2 if len(pages) < 5 else 3
    for flow, lines in zip(flows, outer, strict=True):
        for side in (lines, lines[::-1]):
            for line in side:
                edge = min(line.top, heights[line.page] - line.base) < MARGIN * heights[line.page]
                if not edge or not (PAGE_NUMBER.fullmatch(line.text) or seen[_key(line)] >= enough):
                    break
                if line in flow:
                    flow.remove(line)


def _outer_lines(flow: list[Item], page: Page) -> list[Line]:
    lines = [item for item in flow if isinstance(item, Line)]
    return lines if len(lines) <= 2 * OUTER_LINES else lines[:OUTER_LINES] + lines[-OUTER_LINES:]


def _key(line: Line) -> tuple[str, int]:
    """What a running head has in common on all pages: its text but for the number of the page, and its height."""
    return (re.sub(rf"\b{line.page}\b", "#", line.text), round(line.base / 3))


def _frames(pages: list[Page], flows: list[list[Item]]) -> dict[int, Frame]:
    """For each page the frame of the text on all pages of its format."""
    formats: dict[tuple[int, int], list[Line]] = {}
    for page, flow in zip(pages, flows, strict=True):
        lines = formats.setdefault((round(page.width), round(page.height)), [])
        lines += [item for item in flow if isinstance(item, Line)]
    frames = {size: frame_of(lines) for size, lines in formats.items()}
    for page, flow in zip(pages, flows, strict=True):
        size = (round(page.width), round(page.height))
        if len(formats[size]) < FEW_LINES:
            edges = [edge for item in flow if isinstance(item, RuledTable) for edge in (item.xs[0], item.xs[-1])]
            known = frames[size]
            left = min([known.left, *edges])
            even = known.right if known.justified else page.width - left
            frames[size] = replace(known, left=left, right=max([known.right, even, *edges]))
    return {page.number: frames[round(page.width), round(page.height)] for page in pages}


def _joined(flows: list[list[Item]]) -> list[Item]:
    """The flows in one; a table that goes on on the next page is made one."""
    items: list[Item] = []
    for flow in flows:
        for place, item in enumerate(flow):
            last = items[-1] if items else None
            if place == 0 and isinstance(item, RuledTable) and isinstance(last, RuledTable) and follows(last, item):
                join(last, item)
            else:
                items.append(item)
    return items


def _blocks(items: list[Item], frames: dict[int, Frame], *, first: bool = True, last: bool = True) -> list[Block]:
    """Blocks of the items; `first` and `last` say whether they begin and end the document."""
    blocks: list[Block] = []
    lines: list[Line] = []
    for place, item in enumerate([*items, None]):
        if isinstance(item, Line):
            lines.append(item)
            continue
        if lines:
            begins = first and place == len(lines)
            blocks += _text(lines, frames, begins=begins, ends=last and item is None)
            lines = []
        if isinstance(item, RuledTable):
            blocks.append(to_tree(item))
        elif isinstance(item, Photo):
            blocks.append(Picture(page=item.page))
    return blocks


def _text(lines: list[Line], frames: dict[int, Frame], *, begins: bool, ends: bool) -> list[Block]:
    """Paragraphs of lines that no table parts; at the ends of the document the blocks of two columns."""
    frame = frames[lines[0].page]
    count, head = letterhead(lines, frame) if begins else (0, None)
    start, end, tail = closing(lines[count:], frame) if ends else (0, 0, None)
    blocks: list[Block] = [head] if head else []
    rest = lines[count:]
    if tail is None:
        return blocks + list(paragraphs_of(rest, frame, "body"))
    blocks += paragraphs_of(rest[:start], frame, "body")
    stamp = [make_paragraph([line], frame, "body") for line in rest[end:]]
    return [*blocks, tail, *stamp]
