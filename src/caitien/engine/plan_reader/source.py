"""The document as the plan reader walks it: lines and tables in reading order, and the record of what was taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from caitien.engine.document.tree import Block, Document, Paragraph, Picture, Row, Table, flat, walk
from caitien.engine.plan.model import Place
from caitien.engine.vietnamese.text import squeeze

REASONS: dict[str, tuple[float, str]] = {
    "letterhead": (0.98, ""),
    "title": (0.98, ""),
    "heading": (0.98, ""),
    "column": (0.98, ""),
    "label": (0.98, ""),
    "item": (0.97, ""),
    "closing": (0.97, ""),
    "value": (0.96, ""),
    "statement": (0.95, ""),
    "group": (0.96, ""),
    "running_text": (0.92, ""),
    "derived": (0.91, ""),
    "weak_column": (0.75, "Tên cột không quen, máy đoán theo nội dung."),
    "weak_value": (0.7, "Chữ trong ô có thể hiểu theo nhiều cách."),
    "weak_name": (0.75, "Tên này lấy trong bài, không có ở đầu văn bản."),
    "continued": (0.8, "Ô này nối từ hàng khác, xin xem lại chỗ nối."),
    "flattened": (0.6, "Bảng đã mất đường kẻ, máy ghép lại từ các dòng chữ."),
}
"""Named reasons for taking a field: how often such a reading is right (measured), and the doubt to show."""

SOURCE_FACTOR = {"scan": 0.88, "pdf": 1.0, "docx": 1.0, "xlsx": 1.0, "txt": 0.98, "doc": 0.99}


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line of a paragraph (a soft break ends a line)."""

    path: str
    text: str
    block: Paragraph
    first: bool = True
    """The first line of its paragraph."""

    @property
    def bold(self) -> bool:
        return self.block.bold


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the document."""

    path: str
    table: Table


Item = Line | Grid


def items(document: Document) -> list[Item]:
    """Lines and tables at the top level, in order; empty lines are left out."""
    found: list[Item] = []
    for path, block in flat(document):
        if isinstance(block, Table):
            found.append(Grid(path, block))
        elif isinstance(block, Paragraph):
            found += lines_of(path, block)
    return found


def lines_of(path: str, block: Paragraph) -> list[Line]:
    """The visible lines of a paragraph; a soft break ends a line."""
    texts = [squeeze(part) for part in block.full_text.split("\n")]
    kept = [text for text in texts if text]
    return [Line(path, text, block, first=i == 0) for i, text in enumerate(kept)]


WIDE_GAP = re.compile(r"\n|\t+(?!\s*/)|\s{4,}(?!\s*/)")
"""Sets two columns side by side; before a stroke it is the blank for a number that is still to come."""


def parted_lines(path: str, block: Paragraph) -> list[Line]:
    """Lines of a paragraph, also parted where wide gaps or tabs set two columns side by side."""
    found: list[Line] = []
    for part in WIDE_GAP.split(block.full_text):
        text = squeeze(part)
        if text:
            found.append(Line(path, text, block, first=not found))
    return found


def lines_below(path: str, blocks: Iterable[Block]) -> list[Line]:
    """All lines of the blocks of a cell, with their addresses."""
    return [
        line for at, block in walk(tuple(blocks), path) if isinstance(block, Paragraph) for line in lines_of(at, block)
    ]


@dataclass(slots=True)
class Trace:
    """What was taken from where; blocks never marked as used end up listed."""

    source_format: str = ""
    places: dict[str, Place] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def note(self, name: str, line: Line | None, reason: str, *, doubt: str = "", factor: float = 1.0) -> None:
        """Record that field `name` was read in `line` for a named reason."""
        base, usual = REASONS[reason]
        confidence = base * factor * SOURCE_FACTOR.get(self.source_format, 1.0)
        if line is None:
            self.places[name] = Place("", confidence=confidence, rule=reason)
        else:
            full = line.block.full_text
            start = max(full.find(line.text), 0)
            self.places[name] = Place(line.path, start, start + len(line.text), line.block.page, confidence, reason)
            self.used.add(line.path)
        self.doubts.pop(name, None)
        if confidence < 0.9:
            self.doubts[name] = doubt or usual or "Bản quét có thể sai chữ, xin đối chiếu với bản giấy."

    def use(self, *lines: Line) -> None:
        self.used.update(line.path for line in lines)

    def use_below(self, path: str, block: Block) -> None:
        """Mark a block and everything in it as used."""
        self.used.add(path)
        if isinstance(block, Table):
            self.used.update(at for at, _ in walk((block,), "") for at in [f"{path}{at[1:]}"])


def unused(document: Document, used: set[str]) -> list[str]:
    """Addresses of blocks with content that nothing has used; pictures are listed as such."""
    return [
        path
        for path, block in walk(document.blocks)
        if path not in used
        and (isinstance(block, Picture) or (isinstance(block, Paragraph) and block.full_text.strip()))
    ]


def kept(block: Block) -> Block:
    """A block as the plan keeps it: without page, alignment, widths and heads, which no form of file keeps alike."""
    match block:
        case Paragraph():
            role = "cell" if block.role in ("cell", "cell_head", "group") else block.role
            return replace(block, align="", page=None, role=role)
        case Table():
            return replace(block, rows=tuple(map(_kept_row, block.rows)), widths=())
        case Picture():
            return replace(block, page=None)
    return block


def _kept_row(row: Row) -> Row:
    cells = tuple(replace(cell, blocks=tuple(map(kept, cell.blocks))) for cell in row.cells)
    return replace(row, page=None, header=False, cells=cells)
