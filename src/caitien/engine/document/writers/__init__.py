"""Writers: the document tree → a file. `write_document` is the one door."""

from __future__ import annotations

import datetime
import json

from caitien.engine.document import json_form
from caitien.engine.document.tree import Document
from caitien.engine.errors import UserError

FORMATS = ("docx", "pdf", "html", "txt", "xlsx", "json")


def write_document(
    document: Document,
    format: str,
    *,
    title: str = "",
    author: str = "",
    moment: datetime.datetime | None = None,
) -> bytes:
    """The bytes of a file of this format (one of `FORMATS`) that holds the document.

    `title` and `author` are stated in the properties of the file, `moment` in those of a PDF. UserError for an unknown
    format. Each writer is loaded when it is first needed: the command line starts without them.
    """
    match format:
        case "docx":
            from caitien.engine.document.writers.docx import write_docx

            return write_docx(document, title=title, author=author)
        case "pdf":
            from caitien.engine.document.writers.pdf import write_pdf

            return write_pdf(document, title=title, author=author, moment=moment)
        case "html":
            from caitien.engine.document.writers.html import write_html

            return write_html(document, title=title)
        case "txt":
            from caitien.engine.document.writers.txt import write_txt

            return write_txt(document)
        case "xlsx":
            from caitien.engine.document.writers.xlsx import write_xlsx

            return write_xlsx(document, title=title, author=author)
        case "json":
            return json.dumps(json_form.to_json(document), ensure_ascii=False, indent=1).encode("utf-8")
    known = ", ".join(FORMATS)
    raise UserError(f"Chưa ghi được tệp dạng “{format}”. Thầy cô chọn một trong các dạng: {known}.")
