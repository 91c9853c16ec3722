"""PDF with a text layer → document tree."""

from __future__ import annotations

from threading import Lock
from typing import Any

import pypdfium2 as pdfium2
import pypdfium2.raw as pdfium

from caitien.engine.document.readers.pdf_glyphs import glyphs_of
from caitien.engine.document.readers.pdf_layout import blocks_of
from caitien.engine.document.readers.pdf_page import Matrix, Page
from caitien.engine.document.readers.pdf_rules import find_rules
from caitien.engine.document.readers.pdf_words import ASLANT, words_of
from caitien.engine.document.tree import Document
from caitien.engine.errors import Unreadable

PAGES = 200
"""The longest document that is read."""
BROKEN = "Tệp PDF bị hỏng nên không đọc được. Thầy cô mở tệp gốc, xuất lại PDF rồi gửi bản vừa xuất."
LOCKED = "Tệp PDF đang đặt mật khẩu. Thầy cô mở tệp, bỏ mật khẩu rồi gửi lại."
EMPTY = "Tệp PDF không có trang nào. Thầy cô kiểm tra lại và chọn tệp khác."
TOO_LONG = f"Tệp PDF dài {{}} trang, mức nhận là {PAGES} trang. Thầy cô tách riêng phần kế hoạch rồi gửi lại."
SCANNED = "Tệp PDF là bản quét, không có chữ để đọc. Thầy cô gửi bản Word hoặc bản PDF xuất từ Word."
PDFIUM = Lock()
"""pdfium serves one thread at a time."""


def read_pdf(data: bytes) -> Document:
    """The tree of a PDF; pages without a text layer are handed to `read_scan`.

    Unreadable when the file is broken, locked, empty or longer than PAGES.
    """
    with PDFIUM:
        pages = _pages(data)
    if not any(page.words for page in pages):
        raise Unreadable(SCANNED)
    return Document(blocks_of(pages), "pdf", len(pages))


def open_pdf(data: bytes) -> pdfium2.PdfDocument:
    """The pdfium document, to be used under PDFIUM and closed; Unreadable with the reason."""
    try:
        document = pdfium2.PdfDocument(data)
    except pdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise Unreadable(LOCKED if locked else BROKEN) from error
    count = len(document)
    if not 0 < count <= PAGES:
        document.close()
        raise Unreadable(TOO_LONG.format(count) if count else EMPTY)
    return document


def _pages(data: bytes) -> list[Page]:
    document = open_pdf(data)
    try:
        return [read_page(document, i) for i in range(len(document))]
    finally:
        document.close()


def read_page(document: pdfium2.PdfDocument, index: int) -> Page:
    """Words, rules and pictures of one page; an unreadable page gives an empty one."""
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return Page(index + 1, 1.0, 1.0)
    try:
        place, width, height = _placement(handle)
        page = Page(index + 1, width, height)
        glyphs, page.unreadable = glyphs_of(handle, place)
        page.words = words_of(glyphs)
        page.aslant = sum(glyph.style.turned == ASLANT for glyph in glyphs)
        find_rules(handle, place, page)
        return page
    finally:
        pdfium.FPDF_ClosePage(handle)


def _placement(page: Any) -> tuple[Matrix, float, float]:
    """The matrix from the coordinates of the page to ours, and width and height as shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    width, height = right - left, top - bottom
    match pdfium.FPDFPage_GetRotation(page):
        case 1:
            return (0.0, 1.0, 1.0, 0.0, -bottom, -left), height, width
        case 2:
            return (-1.0, 0.0, 0.0, 1.0, right, -bottom), width, height
        case 3:
            return (0.0, -1.0, -1.0, 0.0, top, right), height, width
    return (1.0, 0.0, 0.0, -1.0, -left, top), width, height
