"""Small Word files from bare XML, for tests of the reader."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Document, Paragraph, Table, paragraphs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = " ".join(
    (
        f'xmlns:w="{W}"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are the contents of styles, numbering, footnotes, header …"""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(parts)
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    return package(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="m" Type="{RELATION}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{links}</Relationships>',
            **{f"word/{kind}.xml": content for kind, content in parts.items()},
        }
    )


def xlsx(rows: str, more: str = "", **parts: str) -> bytes:
    """An Excel file of one sheet with these rows; `more` follows them, `parts` are styles and sharedStrings."""
    names = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATION}"'
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = "".join(
        f'<Relationship Id="{kind}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>' for kind in ("worksheet", *parts)
    )
    return package(
        {
            "xl/workbook.xml": f'<workbook {names}><sheets><sheet name="KH" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}">{links}</Relationships>',
            "xl/worksheet.xml": f"<worksheet {names}><sheetData>{rows}</sheetData>{more}</worksheet>",
            **{f"xl/{kind}.xml": content.format(names=names) for kind, content in parts.items()},
        }
    )


def styles(inner: str) -> str:
    return f"<w:styles {NAMES}>{inner}</w:styles>"


def p(text: str = "", properties: str = "", look: str = "") -> str:
    """A ``w:p`` of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{r(text, look)}</w:p>" if text else f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
    )


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tc(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def read(body: str, **parts: str) -> Document:
    return read_document(docx(body, **parts))


def texts(document: Document) -> list[str]:
    """Marker and text of every paragraph."""
    return [block.full_text for block in paragraphs(document.blocks)]


def first(document: Document) -> Paragraph:
    return next(paragraphs(document.blocks))


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def outline(one: Table) -> list[list[tuple[str, int, int]]]:
    """Text, colspan and rowspan of every cell."""
    return [[(cell.text, cell.colspan, cell.rowspan) for cell in row.cells] for row in one.rows]
