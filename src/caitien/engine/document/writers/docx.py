"""Document tree → Word (.docx): real styles, real numbering, sections, repeated heading rows.

The package is written part by part from our own style sheet, so nothing of a template (theme, fonts, language, hidden
styles) slips in, and equal documents give equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from caitien.engine.document import layout, table_layout
from caitien.engine.document.layout import Page
from caitien.engine.document.tree import (
    Block,
    Cell,
    Document,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    grid,
    paragraphs,
)
from caitien.engine.document.writers import docx_parts as parts
from caitien.engine.document.writers.docx_contents import bookmarked, contents_xml
from caitien.engine.document.writers.docx_numbering import NumberingBook
from caitien.engine.document.writers.docx_parts import text_xml, twips

EPOCH = (1980, 1, 1, 0, 0, 0)
REVISER = "CaiTien"
RULE = '<w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(slots=True)
class Output:
    """What is known while one document is written."""

    numbering: NumberingBook = field(default_factory=NumberingBook)
    revisions: int = 0
    small: bool = False
    """Inside a table of many columns."""
    headings: list[tuple[int, Paragraph]] = field(default_factory=list)
    """Those that the contents list; empty when the document asks for none."""
    written_headings: int = 0


def write_docx(document: Document, *, title: str = "", author: str = "") -> bytes:
    """The bytes of a .docx file."""
    output = Output()
    if any(block.role == "contents" for block in paragraphs(document.blocks)):
        output.headings = layout.headings(document.blocks)
    body = _body(document.blocks, output)
    main = f"{parts.DECLARATION}<w:document {parts.NAMESPACES}><w:body>{body}</w:body></w:document>"
    files = {
        "[Content_Types].xml": parts.content_types_xml(),
        "_rels/.rels": parts.RELATIONS,
        "word/document.xml": main,
        "word/_rels/document.xml.rels": parts.document_relations_xml(),
        "word/styles.xml": parts.styles_xml(),
        "word/settings.xml": parts.SETTINGS,
        "word/numbering.xml": output.numbering.xml(),
        "word/header1.xml": parts.HEADER,
        "docProps/core.xml": parts.core_xml(title, author),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, EPOCH), text.encode("utf-8"), compress_type=ZIP_DEFLATED)
    return buffer.getvalue()


def _body(blocks: tuple[Block, ...], output: Output) -> str:
    """All blocks, cut into Word sections wherever the page turns."""
    stretches = layout.stretches(blocks)
    written = []
    for i, (page, inside) in enumerate(stretches):
        content = _blocks(inside, page.text_width, output)
        properties = _section_properties(page, first=i == 0)
        if i < len(stretches) - 1:
            properties = f'<w:p><w:pPr><w:pStyle w:val="Rule"/>{properties}</w:pPr></w:p>'
        written.append(content + properties)
    return "".join(written)


def _section_properties(page: Page, *, first: bool) -> str:
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.header)}" w:gutter="0"/>'
        f'<w:cols w:space="720"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def _blocks(blocks: list[Block] | tuple[Block, ...], width: float, output: Output) -> str:
    """The blocks one below the other in a column of `width` mm."""
    written = []
    for block, following in layout.neighbours(blocks):
        match block:
            case Paragraph():
                written.append(_paragraph(block, output))
                if layout.has_rule(block, following):
                    written.append(_rule(block, width))
                if block.role == "contents":
                    written.append(contents_xml(output.headings))
            case Table():
                written.append(GAP * bool(layout.space_above(block)))
                written.append(_table(block, width, output))
                if block.role == "grid" or not isinstance(following, Paragraph):
                    written.append(GAP)
            case Picture():
                written.append(_paragraph(layout.picture_note(block), output))
            case Section():
                written.append(_blocks(block.blocks, width, output))
    return "".join(written)


def _paragraph(block: Paragraph, output: Output) -> str:
    style = layout.style_of(block)
    key = layout.style_key(block)
    align = layout.align_of(block)
    properties = [f'<w:pStyle w:val="{parts.style_id(key, wide=output.small)}"/>']
    if block.marker:
        number = output.numbering.list_of(block.marker, block.level if block.role == "item" else 0)
        level = min(max(block.level, 0), 8) if block.role == "item" else 0
        properties.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    if align != style.align:
        properties.append(f'<w:ind w:firstLine="0"/><w:jc w:val="{align}"/>')
    if block.bold and not style.bold:
        properties.append("<w:rPr><w:b/><w:bCs/></w:rPr>")
    runs = "".join(_run(run, style, output) for run in block.runs)
    if output.headings and any(block is heading for _, heading in output.headings[output.written_headings :][:1]):
        output.written_headings += 1
        runs = bookmarked(runs, output.written_headings)
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{runs}</w:p>"


def _run(run: Run, style: layout.ParagraphStyle, output: Output) -> str:
    about = "<w:b/><w:bCs/>" if run.bold and not style.bold else ""
    about += "<w:i/><w:iCs/>" if run.italic and not style.italic else ""
    about += '<w:highlight w:val="yellow"/>' if run.mark == "gap" else ""
    about += '<w:u w:val="single"/>' if run.underline else ""
    properties = f"<w:rPr>{about}</w:rPr>" if about else ""
    tag = "w:delText" if run.mark == "deleted" else "w:t"
    written = f"<w:r>{properties}{_text(run.text, tag)}</w:r>"
    if run.mark not in ("inserted", "deleted"):
        return written
    output.revisions += 1
    change = "w:ins" if run.mark == "inserted" else "w:del"
    return f'<{change} w:id="{output.revisions}" w:author="{REVISER}">{written}</{change}>'


def _text(text: str, tag: str) -> str:
    """Text with line breaks and tabs as Word has them."""
    lines = [
        "<w:tab/>".join(f'<{tag} xml:space="preserve">{text_xml(part)}</{tag}>' if part else "" for part in line)
        for line in (line.split("\t") for line in text.split("\n"))
    ]
    return "<w:br/>".join(lines)


def _rule(block: Paragraph, width: float) -> str:
    """A thin paragraph whose upper border is the line below motto, issuer or subject."""
    side = twips((width - layout.rule_width(block, width)) / 2)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Rule"/><w:pBdr>{RULE}</w:pBdr><w:spacing w:before="40"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def _table(table: Table, width: float, output: Output) -> str:
    columns = table_layout.widths(table, width)
    ruled = table.role == "grid"
    line = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    borders = f"<w:tblBorders>{''.join(line.format(side) for side in SIDES)}</w:tblBorders>" if ruled else ""
    margin = twips(layout.CELL_MARGIN)
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(map(twips, columns))}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/></w:tblPr>'
    )
    columns_xml = "".join(f'<w:gridCol w:w="{twips(column)}"/>' for column in columns)
    around, output.small = output.small, ruled and table_layout.is_wide(table)
    rows = _rows(table, columns, output)
    output.small = around
    return f"<w:tbl>{properties}<w:tblGrid>{columns_xml}</w:tblGrid>{rows}</w:tbl>"


def _rows(table: Table, columns: list[float], output: Output) -> str:
    whole = table_layout.whole_rows(table, columns)
    heads = table_layout.heading_rows(table)
    written = []
    for r, line in enumerate(grid(table)):
        about = ("<w:cantSplit/>" if whole[r] or r < heads else "") + ("<w:tblHeader/>" if r < heads else "")
        cells = _cells(table, r, line, columns, output)
        written.append(f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}{cells}</w:tr>")
    return "".join(written)


def _cells(table: Table, r: int, line: list[tuple[int, int] | None], columns: list[float], output: Output) -> str:
    """The cells of one row: those that begin here, and the continuations of those that reach down."""
    written = []
    column = 0
    while column < len(line):
        at = line[column]
        cell = table.rows[at[0]].cells[at[1]] if at else Cell()
        width = columns[column : column + cell.colspan]
        merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if at and at[0] == r else "<w:vMerge/>"
        begins = at is None or at[0] == r
        written.append(_cell(cell if begins else Cell(), width, merge, output, head=table.rows[r].header))
        column += cell.colspan
    return "".join(written)


def _cell(cell: Cell, columns: list[float], merge: str, output: Output, *, head: bool) -> str:
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    centred = '<w:vAlign w:val="center"/>' if head else ""
    content = _blocks(cell.blocks, sum(columns) - 2 * layout.CELL_MARGIN, output)
    if not content.endswith("</w:p>"):
        content += _paragraph(Paragraph(role="cell"), output)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(map(twips, columns))}" w:type="dxa"/>{span}{merge}{centred}</w:tcPr>'
        f"{content}</w:tc>"
    )
