"""The style sheet over the document tree: the form of administrative papers of Nghị định 30/2020 (facts F1–F7).

Every writer looks its measures up here, by the role of a node; none has measures of its own. Millimetres for places on
the page, points for letters and for the space between lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from caitien.engine.document.metrics import text_width
from caitien.engine.document.tree import Block, Paragraph, Picture, Run, Section, Table

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
    "signer_note": ParagraphStyle("Ghi chú chữ ký", size=13, italic=True, align="center", before=12, keep_next=True),
    "signer_name": ParagraphStyle("Họ tên người ký", bold=True, align="center", before=SIGNATURE_SPACE),
    "cell": ParagraphStyle("Chữ trong bảng", size=12, after=2),
    "cell_head": ParagraphStyle("Tiêu đề cột", size=12, bold=True, align="center", keep_next=True),
    "group": ParagraphStyle("Hàng nhóm", size=12, bold=True, after=2, keep_next=True),
    "contents": ParagraphStyle("TOC Heading", bold=True, align="center", before=6, after=6, keep_next=True),
    "note": ParagraphStyle("Ghi chú", size=12, italic=True, align="justify", after=6),
}
"""Role, or role and level, → style."""

WIDE_CELL_SIZE = 11.0
CELL_MARGIN = 1.4
"""Between the lines of a cell and its text at the sides, mm."""
TABLE_GAP = 6.0
"""Points at least above and below a ruled table."""
TABLE_ROLES = ("cell", "cell_head", "group")


def style_key(block: Paragraph) -> str:
    """Key of the style of a paragraph: its role and level, else its role, else running text."""
    levelled = f"{block.role} {min(block.level, 3)}"
    return levelled if levelled in STYLES else block.role if block.role in STYLES else "body"


def style_of(block: Paragraph) -> ParagraphStyle:
    """The style of a paragraph by its role and level."""
    return STYLES[style_key(block)]


def align_of(block: Paragraph) -> str:
    """The role gives the alignment; text that was centred or set right stays so where the form leaves it free."""
    free = block.role in ("body", "item", "cell", "group", "note") or (block.role == "heading" and block.level > 1)
    return block.align if free and block.align in ("center", "right") else style_of(block).align


def first_indent(block: Paragraph) -> float:
    """First-line indent in mm; a centred line has none."""
    return style_of(block).first if align_of(block) in ("justify", "left") else 0.0


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
    """The page format that a block stands on."""
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


def headings(blocks: Sequence[Block]) -> list[tuple[int, Paragraph]]:
    """Level and paragraph of every heading outside tables, in order: what the automatic contents list."""
    found: list[tuple[int, Paragraph]] = []
    for block in blocks:
        if isinstance(block, Section):
            found += headings(block.blocks)
        elif isinstance(block, Paragraph) and style_of(block).outline and block.full_text.strip():
            found.append((style_of(block).outline, block))
    return found


def neighbours(blocks: Sequence[Block]) -> list[tuple[Block, Block | None]]:
    """Each block with the one that follows it."""
    return [*pairwise(blocks), *((block, None) for block in blocks[-1:])]
