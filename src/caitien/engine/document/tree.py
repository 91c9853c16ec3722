"""The document tree: the one shape between all readers and all writers.

The set of nodes is closed and small: ``Section``, ``Paragraph``, ``Table`` (``Row``, ``Cell``) and ``Picture``.
A cell holds blocks. Numbering is resolved by the readers, layout belongs to the style sheet (`layout.py`), which
looks at the role of a node and never at its wording.

A block has an address, the way to it from the root: ``"4"`` is the fifth block of the document, ``"5.2.1.0"`` the
first block in the second cell of the third row of the table that is the sixth block. Sections are steps of the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

FORMAT = 1
"""Number of the JSON form of a tree (`json_form.py`)."""

PARAGRAPH_ROLES = (
    "body",  # running text
    "heading",  # level 1: main section, 2: item of a section, 3: item of an item
    "item",  # an item of a list; `marker` is its number or bullet
    "basis",  # a legal basis (căn cứ)
    "title",  # tên loại văn bản: KẾ HOẠCH
    "subtitle",  # trích yếu
    "authority",  # cơ quan chủ quản
    "issuer",  # cơ quan ban hành
    "number",  # số, ký hiệu
    "country",  # quốc hiệu
    "motto",  # tiêu ngữ
    "place_date",  # địa danh, ngày tháng
    "recipients_label",
    "recipient",
    "signer_title",
    "signer_note",  # (Đã ký), (Ký, ghi rõ họ tên)
    "signer_name",
    "cell",  # text in a table
    "cell_head",  # text in the heading row of a table
    "group",  # text of a row that heads a group of rows
    "note",  # remark under a table, gap shown in a draft
    "contents",  # stands where the automatic contents are printed; its text is their title
)

TABLE_ROLES = ("grid", "letterhead", "closing")
"""``grid`` is ruled; ``letterhead`` and ``closing`` are the unruled blocks of two columns at the top and the end."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style. A line break inside a paragraph is ``"\\n"``."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    mark: str = ""
    """What the piece is about: ``""``, ``"inserted"``, ``"deleted"`` or ``"gap"`` (something is missing here)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``marker`` is the number or bullet that the source produces by itself (not part of the runs)."""

    runs: tuple[Run, ...] = ()
    role: str = "body"
    level: int = 0
    marker: str = ""
    align: str = ""
    """As read: ``left``, ``center``, ``right``, ``justify`` or ``""``. Writers follow the role."""
    page: int | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def full_text(self) -> str:
        """Marker and text, as a reader of the paper sees them."""
        return f"{self.marker} {self.text}" if self.marker else self.text

    @property
    def bold(self) -> bool:
        """Whether all visible text is bold."""
        visible = [run for run in self.runs if run.text.strip()]
        return bool(visible) and all(run.bold for run in visible)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, stamp or photograph: kept in its place and listed, its pixels are not carried over."""

    description: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...] = ()
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """Texts of the paragraphs, one line each."""
        return "\n".join(block.full_text for block in paragraphs(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in this row, as in HTML: a cell reaching down from above is not repeated."""

    cells: tuple[Cell, ...] = ()
    header: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...] = ()
    role: str = "grid"
    widths: tuple[float, ...] = ()
    """Shares of the width, one a column; empty: equal."""

    @property
    def columns(self) -> int:
        return max((len(line) for line in grid(self)), default=0)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that share a page format. A landscape section begins on a new page."""

    blocks: tuple[Block, ...] = ()
    landscape: bool = False


Block = Paragraph | Table | Picture | Section


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...] = ()
    source_format: str = ""
    """``docx``, ``pdf``, ``xlsx``, ``txt``, ``doc``, ``scan`` or ``""`` for a tree made by us."""
    pages: int | None = None
    losses: tuple[str, ...] = field(default=())
    """What the reader met and could not keep, in Vietnamese, one sentence each."""


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph below the blocks, in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Section():
                yield from paragraphs(block.blocks)
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from paragraphs(cell.blocks)


def walk(blocks: tuple[Block, ...], path: str = "") -> Iterator[tuple[str, Block]]:
    """Every block with its address, parents before children."""
    for i, block in enumerate(blocks):
        here = f"{path}.{i}" if path else str(i)
        yield here, block
        if isinstance(block, Section):
            yield from walk(block.blocks, here)
        elif isinstance(block, Table):
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row.cells):
                    yield from walk(cell.blocks, f"{here}.{r}.{c}")


def flat(document: Document) -> Iterator[tuple[str, Block]]:
    """Top-level blocks with their addresses, sections opened, tables whole."""

    def open_sections(blocks: tuple[Block, ...], path: str) -> Iterator[tuple[str, Block]]:
        for i, block in enumerate(blocks):
            here = f"{path}.{i}" if path else str(i)
            if isinstance(block, Section):
                yield from open_sections(block.blocks, here)
            else:
                yield here, block

    yield from open_sections(document.blocks, "")


def grid(table: Table) -> list[list[tuple[int, int] | None]]:
    """For each place (row, column) of the table the index (row, cell) of the cell that covers it, else None."""
    lines: list[list[tuple[int, int] | None]] = [[] for _ in table.rows]
    for r, row in enumerate(table.rows):
        column = 0
        for c, cell in enumerate(row.cells):
            while column < len(lines[r]) and lines[r][column] is not None:
                column += 1
            for down in range(r, min(r + cell.rowspan, len(lines))):
                line = lines[down]
                line.extend([None] * (column + cell.colspan - len(line)))
                line[column : column + cell.colspan] = [(r, c)] * cell.colspan
            column += cell.colspan
    width = max((len(line) for line in lines), default=0)
    return [line + [None] * (width - len(line)) for line in lines]


def paragraph(text: str, role: str = "body", **attributes: object) -> Paragraph:
    """A paragraph of one plain run."""
    made = Paragraph(runs=(Run(text),) if text else (), role=role)
    return replace(made, **attributes) if attributes else made  # type: ignore[arg-type]


def cell(text: str, role: str = "cell", **spans: int) -> Cell:
    """A cell with one paragraph for each line of the text."""
    return Cell(tuple(paragraph(line, role) for line in text.split("\n")), **spans)
