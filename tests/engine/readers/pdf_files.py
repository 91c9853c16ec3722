"""PDFs for tests: printed from typst source, or put together from their objects."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import typst

from caitien.engine.document.tree import Block, Document, Paragraph, Row, Table, flat

PAGE = """#set page(width: 210mm, height: 297mm, margin: (left: 30mm, right: 20mm, y: 20mm))
#set text(font: "Libertinus Serif", size: 13pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 12mm, all: true), leading: 0.7em, spacing: 1.1em)
#set table(inset: 5pt)
#show table: set par(justify: false, first-line-indent: 0pt)
#show table: set text(size: 11pt)
"""


def printed(source: str, setting: str = PAGE) -> bytes:
    """The PDF that typst makes of the source below the usual page setting."""
    made = typst.compile((setting + source).encode(), ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def packed(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first one is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end


def stream(content: bytes, head: bytes = b"") -> bytes:
    data = zlib.compress(content)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (head, len(data), data)


def drawn(content: bytes, *, page: bytes = b"", more: Sequence[bytes] = (), pages: int = 1) -> bytes:
    """A PDF whose pages all show this content stream, with Helvetica as F1 and .VnTime as F2.

    `page` goes into the dictionary of the page, `more` are objects from number 7 on.
    """
    kids = b" ".join([b"3 0 R"] * pages)
    return packed(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X1 7 0 R>>>>%s>>" % page,
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+.VnTime/Encoding/WinAnsiEncoding>>",
            *more,
        ]
    )


def texts(document: Document) -> list[str]:
    """Text of the paragraphs at the top level."""
    return [block.full_text for _, block in flat(document) if isinstance(block, Paragraph)]


def tables(document: Document) -> list[Table]:
    return [block for _, block in flat(document) if isinstance(block, Table)]


def words_of_row(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def rows_of(table: Table) -> list[list[str]]:
    return [words_of_row(row) for row in table.rows]


def kinds(document: Document) -> list[type[Block]]:
    return [type(block) for _, block in flat(document)]
