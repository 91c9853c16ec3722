"""The style sheet over the document tree: the form of administrative papers of Nghị định 30/2020 (facts F1–F7).

Every writer looks its measures up here, by the role of a node; none has measures of its own. Millimetres for places on
the page, points for letters and for the space between lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from caitien.engine.document.metrics import MM, lines_needed, text_width
from caitien.engine.document.tree import Block, Cell, Paragraph, Picture, Row, Run, Section, Table, grid, paragraphs

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
PAGE_NUMBER_SIZE = 14.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page format in millimetres; `header` is the way from the upper edge to the page number."""

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0
    header: float = 10.0

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


PORTRAIT = Page()
LANDSCAPE = Page(width=297.0, height=210.0)


SIGNATURE_SPACE = 70.0
"""Room for signature and stamp above the name of the signer, points."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How the paragraphs of one role look."""

    name: str
    """As the list of styles of a word processor shows it."""
    size: float = 14.0
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first: float = 0.0
    """First-line indent, mm."""
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    """Line spacing in lines."""
    keep_next: bool = False
    outline: int = 0
    """Level in the contents, 0 for none."""
    rule: str = ""
    """A line below: ``text`` as wide as the words, ``part`` a third to a half of the line."""


BODY = ParagraphStyle("Nội dung", align="justify", first=12.7, after=6, line=1.05)
HEADING = replace(BODY, name="heading 1", bold=True, keep_next=True, outline=1, before=6)

STYLES: dict[str, ParagraphStyle] = {
    "body": BODY,
    "heading": HEADING,
    "heading 2": replace(HEADING, name="heading 2", outline=2),
    "heading 3": replace(HEADING, name="heading 3", outline=3, before=0, italic=True),
    "item": replace(BODY, name="Mục liệt kê"),
    "basis": replace(BODY, name="Căn cứ", italic=True),
    "title": ParagraphStyle("Title", bold=True, align="center", before=14, line=1.1, keep_next=True),
    "subtitle": ParagraphStyle("Subtitle", bold=True, align="center", line=1.1, keep_next=True, rule="part"),
    "authority": ParagraphStyle("Cơ quan chủ quản", size=12, align="center"),
    "issuer": ParagraphStyle("Cơ quan ban hành", size=12, bold=True, align="center", rule="part"),
    "number": ParagraphStyle("Số, ký hiệu", size=13, align="center", before=6),
    "country": ParagraphStyle("Quốc hiệu", size=12, bold=True, align="center"),
    "motto": ParagraphStyle("Tiêu ngữ", size=13, bold=True, align="center", rule="text"),
    "place_date": ParagraphStyle("Địa danh, ngày tháng", size=13, italic=True, align="center", before=6),
    "recipients_label": ParagraphStyle("Nơi nhận", size=12, bold=True, italic=True),
    "recipient": ParagraphStyle("Danh sách nơi nhận", size=11),
    "signer_title": ParagraphStyle("Chức vụ người ký", bold=True, align="center", keep_next=True),
    "signer_note": ParagraphStyle("Ghi chú chữ ký", size=13, italic=True, align="center", keep_next=True),
    "signer_name": ParagraphStyle("Họ tên người ký", bold=True, align="center", before=SIGNATURE_SPACE),
    "cell": ParagraphStyle("Chữ trong bảng", size=12, after=2),
    "cell_head": ParagraphStyle("Tiêu đề cột", size=12, bold=True, align="center", keep_next=True),
    "group": ParagraphStyle("Hàng nhóm", size=12, bold=True, after=2, keep_next=True),
    "note": ParagraphStyle("Ghi chú", size=12, italic=True, align="justify", after=6),
}
"""Role, or role and level, → style."""

WIDE = 8
"""Tables of so many columns stand on landscape pages, in smaller letters."""
WIDE_CELL_SIZE = 11.0
CELL_MARGIN = 1.4
"""Between the lines of a cell and its text at the sides, mm."""
TABLE_GAP = 6.0
"""Points at least above and below a ruled table."""
BLANK_SHARE = 0.4
"""Width of an empty column, to be filled by hand, in proportion to the mean."""
WHOLE_ROW = 0.4
"""Rows of up to this share of a landscape page stay on one page."""
HEAD_LINES = 3
"""Lines that the head of a column should not exceed."""
WIDEST_LEAST = 45.0
"""No column claims more than this by its longest word, mm."""
TABLE_ROLES = ("cell", "cell_head", "group")
BLOCK_SHARES = {"letterhead": (68.0, 97.0), "closing": (82.5, 82.5)}
"""Widths of the two columns of the unruled blocks: the motto must fit on one line; the signer stands at the right."""


def style_key(block: Paragraph) -> str:
    """Key of the style of a paragraph: its role and level, else its role, else running text."""
    levelled = f"{block.role} {min(block.level, 3)}"
    return levelled if levelled in STYLES else block.role if block.role in STYLES else "body"


def style_of(block: Paragraph) -> ParagraphStyle:
    return STYLES[style_key(block)]


def align_of(block: Paragraph) -> str:
    """The role gives the alignment; text that was centred or set right stays so where the form leaves it free."""
    free = block.role in ("body", "item", "cell", "group", "note") or (block.role == "heading" and block.level > 1)
    return block.align if free and block.align in ("center", "right") else style_of(block).align


def first_indent(block: Paragraph) -> float:
    """First-line indent in mm; a centred line has none."""
    return style_of(block).first if align_of(block) in ("justify", "left") else 0.0


def cell_size(table: Table) -> float:
    """Size of the letters in a ruled table, points."""
    return WIDE_CELL_SIZE if table.columns >= WIDE else STYLES["cell"].size


def has_rule(block: Block, following: Block | None) -> bool:
    """Whether a line is drawn below: under the last of the paragraphs that share a ruled role."""
    ruled = isinstance(block, Paragraph) and style_of(block).rule
    return bool(ruled) and not (isinstance(following, Paragraph) and following.role == block.role)  # type: ignore[union-attr]


def leading(style: ParagraphStyle) -> float:
    """Points between two lines of the style: lines of this face are 1.15 times as high as its letters."""
    return (1.15 * style.line - 1) * style.size


def rule_width(block: Paragraph, width: float) -> float:
    """Length in mm of the line below a paragraph that stands in a column of `width` mm."""
    style = style_of(block)
    longest = max(text_width(line, style.size, bold=style.bold) for line in block.full_text.split("\n"))
    return min(longest, width) * (1.0 if style.rule == "text" else 0.4)


def picture_note(picture: Picture) -> Paragraph:
    """What stands in the place of a picture, whose pixels are not carried over."""
    words = f"[Hình: {picture.description}]" if picture.description else "[Hình]"
    return Paragraph((Run(words),), "note", align="center")


def page_of(block: Block) -> Page:
    return LANDSCAPE if isinstance(block, Section) and block.landscape else PORTRAIT


def space_above(block: Block) -> float:
    """Points that the block claims above itself; the closing block stands a little apart from the text."""
    if isinstance(block, Paragraph):
        return style_of(block).before + leading(style_of(block))
    return 12.0 if isinstance(block, Table) and block.role == "closing" else 0.0


def space_between(one: Block | None, two: Block) -> float:
    """Points between two blocks; a ruled table keeps its distance on both sides."""
    below = style_of(one).after if isinstance(one, Paragraph) else 0.0
    apart = any(isinstance(block, Table) and block.role == "grid" for block in (one, two))
    return max(below, TABLE_GAP if apart else 0.0) + space_above(two)


def stretches(blocks: Sequence[Block]) -> list[tuple[Page, list[Block]]]:
    """The document as runs of blocks on pages of one format, sections opened; never empty."""
    found: list[tuple[Page, list[Block]]] = []
    for block in blocks:
        page = page_of(block)
        if isinstance(block, Section):
            inside = [(page, list(block.blocks))] if block.landscape else stretches(block.blocks)
        else:
            inside = [(page, [block])]
        for kind, content in inside:
            if found and found[-1][0] is kind:
                found[-1][1].extend(content)
            elif content:
                found.append((kind, content))
    return found or [(PORTRAIT, [])]


def is_wide(table: Table) -> bool:
    """Whether the table wants a landscape page."""
    return table.role == "grid" and table.columns >= WIDE


def widths(table: Table, total: float) -> list[float]:
    """Widths of the columns in mm, `total` together: as the tree says, else by what stands in them."""
    columns = max(table.columns, 1)
    shares: Sequence[float] = table.widths if len(table.widths) == columns else ()
    if table.role in BLOCK_SHARES and columns == 2:
        shares = BLOCK_SHARES[table.role]
    if not shares or sum(shares) <= 0:
        shares = _shares_by_content(table)
    return _wide_enough([total * share / sum(shares) for share in shares], _least_widths(table))


def _columns_of_cells(table: Table) -> list[tuple[int, int, Cell]]:
    """(row, column, cell) of the cells of one column each."""
    found = [(r, column, table.rows[r].cells[c]) for r, c, column in places(table)]
    return [(r, column, cell) for r, column, cell in found if cell.colspan == 1]


def _shares_by_content(table: Table) -> list[float]:
    """A column gets by the root of its text, which makes rows low; text that never is the longest of its row counts
    for less."""
    columns = range(max(table.columns, 1))
    lengths = [[0 for _ in columns] for _ in table.rows]
    for r, column, cell in _columns_of_cells(table):
        if not table.rows[r].header:
            lengths[r][column] = len(cell.text)
    shares = [sum(max(row[i], 1) ** 2 / max(*row, 1) for row in lengths) ** 0.5 for i in columns]
    blank = BLANK_SHARE * sum(shares) / len(shares)
    return [share if any(row[i] for row in lengths) else max(share, blank) for i, share in enumerate(shares)]


def _least_widths(table: Table) -> list[float]:
    """So wide, within reason, that no word of a column breaks and its head takes few lines."""
    size = cell_size(table)
    least = [0.0] * max(table.columns, 1)
    for r, column, cell in _columns_of_cells(table):
        for block in paragraphs(cell.blocks):
            bold = style_of(block).bold
            words = [text_width(word, size, bold=bold) for word in block.full_text.split()]
            needed = max(words, default=0.0)
            if table.rows[r].header:
                needed = max(needed, 1.3 * sum(words) / HEAD_LINES)
            least[column] = max(least[column], min(needed + 2 * CELL_MARGIN + 0.5, WIDEST_LEAST))
    return least


def _wide_enough(wanted: list[float], least: list[float]) -> list[float]:
    """What too narrow columns lack is taken from the others, in proportion to what these can spare."""
    lack = sum(max(low - width, 0.0) for width, low in zip(wanted, least, strict=True))
    spare = sum(max(width - low, 0.0) for width, low in zip(wanted, least, strict=True))
    if not lack or lack > spare:
        return wanted
    kept = 1 - lack / spare
    return [low if width < low else low + (width - low) * kept for width, low in zip(wanted, least, strict=True)]


def whole_rows(table: Table, columns: Sequence[float]) -> list[bool]:
    """For each row whether it is kept on one page: all but the tall ones (`WHOLE_ROW`).

    `columns` are the widths of the columns in mm. The rows of unruled blocks always stay whole.
    """
    if table.role != "grid":
        return [True] * len(table.rows)
    size = cell_size(table)
    limit = LANDSCAPE.text_height / MM * WHOLE_ROW
    tallest = [0.0] * len(table.rows)
    for r, c, column in places(table):
        cell = table.rows[r].cells[c]
        room = sum(columns[column : column + cell.colspan]) - 2 * CELL_MARGIN
        lines = sum(lines_needed(block.full_text, max(room, 5.0), size) for block in paragraphs(cell.blocks))
        tallest[r] = max(tallest[r], lines * size * 1.2 / cell.rowspan)
    return [height <= limit for height in tallest]


def heading_rows(table: Table) -> int:
    """How many rows at the top are heading rows; one of them must be left as body for Word to repeat them."""
    count = next((r for r, row in enumerate(table.rows) if not row.header), len(table.rows))
    return count if count < len(table.rows) else 0


def group_level(row: Row) -> int:
    """1 for a row that heads a group of rows, 2 for one within such a group, 0 for an ordinary row."""
    levels = [block.level for cell in row.cells for block in paragraphs(cell.blocks) if block.text.strip()]
    grouped = levels and all(block.role == "group" for cell in row.cells for block in paragraphs(cell.blocks))
    return max(1, max(levels)) if grouped else 0


def places(table: Table) -> list[tuple[int, int, int]]:
    """(row, index of the cell in it, first column) of every cell, in reading order."""
    first: dict[tuple[int, int], int] = {}
    for line in grid(table):
        for column, at in enumerate(line):
            if at:
                first.setdefault(at, column)
    return [(r, c, column) for (r, c), column in sorted(first.items())]


def neighbours(blocks: Sequence[Block]) -> list[tuple[Block, Block | None]]:
    """Each block with the one that follows it."""
    return [*pairwise(blocks), *((block, None) for block in blocks[-1:])]
