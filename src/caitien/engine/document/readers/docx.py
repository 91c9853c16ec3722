"""Word (.docx, .docm) → document tree, straight from the XML of the package.

Empty paragraphs only make space and are left out, except the one that keeps an empty cell. Text boxes and pictures
follow the paragraph they are anchored in, footnotes stand at the end. Nothing inside the file is ever run.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from zipfile import ZipFile

from lxml.etree import _Element

from caitien.engine.document.readers import docx_tables, limits
from caitien.engine.document.readers.docx_losses import losses_of_package
from caitien.engine.document.readers.docx_numbering import Numbering, load_numbering
from caitien.engine.document.readers.docx_runs import Inline, raw_text, read_inline
from caitien.engine.document.readers.docx_styles import (
    VAL,
    Style,
    Styles,
    W,
    align_of,
    load_styles,
    numbering_of,
    outline_of,
)
from caitien.engine.document.readers.ooxml import BROKEN, main_part, open_package, read_xml, relations
from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Picture, Row, Section, Table, walk
from caitien.engine.errors import Unreadable
from caitien.engine.vietnamese import legacy

P, TBL, SECTION = W + "p", W + "tbl", W + "sectPr"
CONTAINERS = (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo")
STYLE_ROLES = {"title": "title", "subtitle": "subtitle"}
SAMPLE = 50_000
"""Letters looked at to find an old encoding."""


@dataclass
class Source:
    """What is known while a document is read."""

    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    encoding: str | None = None
    page: int | None = None
    origins: dict[int, _Element] = field(default_factory=dict)
    """Identity of a paragraph of the tree → its ``w:p``."""
    losses: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)


def read_docx(data: bytes) -> Document:
    """The tree of a Word file; Unreadable when the package is broken, locked or beyond the limits."""
    archive = open_package(data)
    main = main_part(archive, "word/document.xml")
    root = read_xml(archive, main)
    if root is None or root.find(W + "body") is None:
        raise Unreadable(BROKEN)
    parts = relations(archive, main)
    styles = load_styles(_related(archive, parts, "styles"))
    source = Source(styles, load_numbering(_related(archive, parts, "numbering"), styles.elements))
    source.encoding = legacy.detect(_sample(root))
    source.page = 1 if next(root.iter(W + "lastRenderedPageBreak"), None) is not None else None
    blocks = _body(root, source)
    blocks += _notes(archive, parts, source)
    return Document(tuple(blocks), "docx", source.page, (*source.losses, *losses_of_package(archive, parts)))


def docx_paragraph_elements(root: _Element, styles: Styles | None = None) -> dict[str, _Element]:
    """For each paragraph of the body its address in the tree of `read_docx` and its ``w:p``.

    `root` is the parsed main part (``word/document.xml``); `styles` matter only where a style hides text.
    """
    source = Source(styles or Styles())
    blocks = tuple(_body(root, source))
    return {path: source.origins[id(block)] for path, block in walk(blocks) if id(block) in source.origins}


def _related(archive: ZipFile, parts: dict[str, tuple[str, str]], kind: str) -> _Element | None:
    return read_xml(archive, next((name for known, name in parts.values() if known == kind), None))


def _sample(root: _Element) -> str:
    texts: list[str] = []
    size = 0
    for element in root.iter(W + "t"):
        texts.append(element.text or "")
        size += len(texts[-1])
        if size > SAMPLE:
            break
    return " ".join(texts)


def _body(root: _Element, source: Source) -> list[Block]:
    """The blocks of the body; those on landscape pages stand in a section."""
    body = root.find(W + "body")
    if body is None:
        return []
    result: list[Block] = []
    pending: list[Block] = []
    for element in _opened(body):
        if element.tag == SECTION:
            _close_section(result, pending, element)
            pending = []
            continue
        pending.extend(_block(element, source, 0))
        ending = element.find(f"{W}pPr/{SECTION}") if element.tag == P else None
        if ending is not None:
            _close_section(result, pending, ending)
            pending = []
    return result + pending


def _close_section(result: list[Block], blocks: list[Block], properties: _Element) -> None:
    if not _landscape(properties):
        result.extend(blocks)
    elif blocks:
        last = result[-1] if result else None
        if isinstance(last, Section):
            result[-1] = replace(last, blocks=(*last.blocks, *blocks))
        else:
            result.append(Section(tuple(blocks), landscape=True))


def _landscape(properties: _Element) -> bool:
    size = properties.find(W + "pgSz")
    if size is None:
        return False
    width, height = size.get(W + "w", ""), size.get(W + "h", "")
    wide = width.isdecimal() and height.isdecimal() and int(width) > int(height)
    return wide or size.get(W + "orient") == "landscape"


def _opened(parent: _Element) -> list[_Element]:
    """Paragraphs, tables and section ends below the element, in order."""
    found: list[_Element] = []
    for child in parent:
        if child.tag in (P, TBL, SECTION):
            found.append(child)
        elif child.tag in CONTAINERS:
            found.extend(_opened(child))
    return found


def _blocks(parent: _Element, source: Source, depth: int) -> list[Block]:
    return [block for element in _opened(parent) for block in _block(element, source, depth)]


def _block(element: _Element, source: Source, depth: int) -> list[Block]:
    if element.tag == P:
        return _paragraph(element, source, depth)
    if element.tag == SECTION:
        return []
    if depth >= limits.TABLE_DEPTH:
        source.losses[f"Bảng lồng nhau quá {limits.TABLE_DEPTH} lớp: phần trong cùng được đọc thành đoạn văn."] += 1
        return [block for inner in element.iter(P) for block in _paragraph(inner, source, depth)]
    return [_table(element, source, depth)]


def _paragraph(element: _Element, source: Source, depth: int) -> list[Block]:
    """The paragraph, if it says anything, with the text boxes and pictures anchored in it."""
    properties = element.find(W + "pPr")
    named = properties.find(W + "pStyle") if properties is not None else None
    style = source.styles.style(None if named is None else named.get(VAL))
    inline = read_inline(element, source.styles, style.ids[0] if style.ids else "", source.encoding)
    page = _turn_pages(source, inline)
    if inline.hidden:
        source.losses["Có chữ ẩn trong tệp Word, không đọc phần này."] += 1
    source.notes.extend(inline.notes)
    blocks: list[Block] = []
    visible = any(run.text.strip() for run in inline.runs)
    deleted = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
    listing = None if deleted and not visible else _listing(properties, style, source)
    marker = source.numbering.marker(*listing) if listing else ""
    if visible:
        role, level = _role(properties, style, listing, marker)
        align = align_of(properties) or style.align or source.styles.base_align
        made = Paragraph(tuple(inline.runs), role, level, marker, align, page)
        source.origins[id(made)] = element
        blocks.append(made)
    blocks.extend(Picture(description, page) for description in inline.pictures)
    for box in inline.boxes:
        blocks.extend(_blocks(box, source, depth + 1))
    return blocks


def _notes(archive: ZipFile, parts: dict[str, tuple[str, str]], source: Source) -> list[Block]:
    """Footnotes and endnotes in the order they are referred to, numbered from 1, a paragraph of role ``note`` each."""
    roots = {kind: _related(archive, parts, kind) for kind in dict.fromkeys(kind for kind, _ in source.notes)}
    texts = {(kind, note.get(W + "id", "")): note for kind, root in roots.items() if root is not None for note in root}
    blocks: list[Block] = []
    for number, reference in enumerate(source.notes, 1):
        inner = texts[reference].iter(P) if reference in texts else ()
        runs = [run for element in inner for run in read_inline(element, source.styles, "", source.encoding).runs]
        if runs:
            blocks.append(Paragraph(tuple(runs), "note", marker=str(number)))
    if blocks:
        source.losses["Ghi chú cuối trang được đặt ở cuối văn bản."] += 1
    return blocks


def _turn_pages(source: Source, inline: Inline) -> int | None:
    """Counts the page breaks of the paragraph on; the page on which it begins."""
    if source.page is None:
        return None
    page = source.page + inline.breaks_before
    source.page += inline.breaks
    return page


def _listing(properties: _Element | None, style: Style, source: Source) -> tuple[str, int] | None:
    """The list and level that number the paragraph, by itself or by its style."""
    own = numbering_of(properties)
    inherited = style.numbering or (None, None)
    number = (own[0] if own else None) or inherited[0]
    if number in (None, "0", ""):
        return None
    level = own[1] if own else None
    if level is None and not (own and own[0]):
        level = source.numbering.level_of_style(number or "", style.ids)
        level = inherited[1] if level is None else level
    return number or "", level or 0


def _role(properties: _Element | None, style: Style, listing: tuple[str, int] | None, marker: str) -> tuple[str, int]:
    """Role and level: headings by outline, list items by their numbering."""
    outline = outline_of(properties)
    outline = style.outline if outline is None else outline
    if outline is not None and outline < 9:
        return "heading", outline + 1
    if style.name.casefold() in STYLE_ROLES:
        return STYLE_ROLES[style.name.casefold()], 0
    return ("item", listing[1]) if listing and marker else ("body", 0)


def _table(element: _Element, source: Source, depth: int) -> Table:
    rows = []
    role = "grid" if docx_tables.ruled(element, source.styles) else "letterhead"
    for line in docx_tables.lines(element):
        begin, page, ends = source.page, source.page, [source.page or 0]
        cells = []
        for place in line.places:
            source.page = begin
            blocks = [] if place.element is None else _blocks(place.element, source, depth + 1)
            cells.append(_cell(blocks, place, source, "cell_head" if line.header else "cell"))
            ends.append(source.page or 0)
        if any(raw_text(covered, W + "t").strip() for covered in line.covered):
            source.losses["Có chữ bị che trong ô đã gộp, Word không hiện nên không đọc."] += 1
        if begin is not None:
            source.page = max(ends)
            page = next((block.page for cell in cells for block in cell.blocks if isinstance(block, Paragraph)), begin)
        rows.append(Row(tuple(cells), line.header, page))
    return Table(tuple(rows), role, docx_tables.widths(element))


def _cell(blocks: list[Block], place: docx_tables.Place, source: Source, role: str) -> Cell:
    """The cell with the roles of a table; an empty one keeps an empty paragraph."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in ("body", "item"):
            inside = replace(block, role=role)
            source.origins[id(inside)] = source.origins.pop(id(block))
            made.append(inside)
        else:
            made.append(block)
    if not made:
        empty = Paragraph(role=role)
        first = place.element.find(f".//{P}") if place.element is not None else None
        if first is not None:
            source.origins[id(empty)] = first
        made.append(empty)
    return Cell(tuple(made), place.colspan, place.rowspan)
