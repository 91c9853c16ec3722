"""PDF with a text layer → document tree; pages that are pictures go to the part that reads scans."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

import pypdfium2.raw as pdfium

from caitien.engine.document.readers.pdf_glyphs import glyphs_of
from caitien.engine.document.readers.pdf_layout import blocks_of
from caitien.engine.document.readers.pdf_open import NO_PROGRAM, PDFIUM, open_pdf
from caitien.engine.document.readers.pdf_page import Matrix, Page
from caitien.engine.document.readers.pdf_rules import find_rules
from caitien.engine.document.readers.pdf_words import ASLANT, words_of
from caitien.engine.document.tree import Document
from caitien.engine.errors import MissingProgram, Unreadable

LETTERS = 800_000
"""Letters of the longest document that is read; 200 full pages have fewer."""
NO_MEANING = 0.3
"""Share of letters without a meaning in Unicode from which a page is better looked at than read."""
SHOWN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)
"""Annotations that are part of what one sees, above all the visible digital signature."""
ANNOTATIONS = 500
"""Annotations of one page that are looked at."""
ASLANT_TEXT = "Chữ xoay nghiêng (như dấu chìm) không được đọc."
UNKNOWN_LETTERS = "Trang {}: có chữ mà tệp PDF không cho biết là chữ gì, phần này không đọc được."
TOO_MUCH = "Tệp PDF có quá nhiều chữ so với một bản kế hoạch. Thầy cô tách riêng phần kế hoạch rồi gửi lại."
PICTURE_PAGE = "Trang {} là ảnh quét, chữ trong ảnh chưa được đọc."


def read_pdf(data: bytes) -> Document:
    """The tree of a PDF; its pages that are pictures are recognised, where the optional part for it is there.

    Unreadable when the file is broken, locked, empty or too long; MissingProgram when it is a scan altogether and the
    part that reads pictures is absent.
    """
    with PDFIUM:
        pages = _pages(data)
    pictures = [page.number for page in pages if page.hidden or not _readable(page)]
    if len(pictures) == len(pages) and not any(page.hidden for page in pages):
        document: Document = _scans().read_scan(data)
        return document
    losses = _look_at(data, pages, [number for number in pictures if pages[number - 1].pictured])
    form = "scan" if all(page.pictured and page.hidden for page in pages) else "pdf"
    return Document(blocks_of(pages), form, len(pages), (*losses, *_losses(pages)))


def _scans() -> ModuleType:
    """The part that reads pictures, loaded when it is first needed."""
    try:
        return import_module("caitien.engine.document.readers.scan")
    except ImportError as error:
        raise MissingProgram(NO_PROGRAM) from error


def _readable(page: Page) -> bool:
    letters = sum(len(word.text) for word in page.words)
    return letters * NO_MEANING > page.unreadable * (1 - NO_MEANING)


def _look_at(data: bytes, pages: list[Page], numbers: list[int]) -> list[str]:
    """Put what is recognised in these pages into their places; the pages that stay unread, one sentence each."""
    if not numbers:
        return []
    found: list[Page]
    losses: list[str]
    try:
        found, losses = _scans().scan_pages(data, numbers)
    except MissingProgram:
        return [PICTURE_PAGE.format(number) for number in numbers if not pages[number - 1].words]
    for page in found:
        if page.words:
            pages[page.number - 1] = page
    return losses


def _losses(pages: list[Page]) -> list[str]:
    losses = [UNKNOWN_LETTERS.format(page.number) for page in pages if page.unreadable > 2]
    return [*losses, ASLANT_TEXT] if any(page.aslant for page in pages) else losses


def _pages(data: bytes) -> list[Page]:
    document = open_pdf(data)
    try:
        pages: list[Page] = []
        letters = 0
        for index in range(len(document)):
            pages.append(read_page(document, index))
            letters += sum(len(word.text) for word in pages[-1].words)
            if letters > LETTERS:
                raise Unreadable(TOO_MUCH)
        return pages
    finally:
        document.close()


def read_page(document: Any, index: int) -> Page:
    """Words, rules and pictures of one page; a page that cannot be opened is empty. To be called under PDFIUM."""
    handle = pdfium.FPDF_LoadPage(document, index)
    if handle and _flattened(handle):
        pdfium.FPDF_ClosePage(handle)
        handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return Page(index + 1, 1.0, 1.0)
    try:
        place, width, height = _placement(handle)
        page = Page(index + 1, width, height)
        _find_words(handle, place, page)
        find_rules(handle, place, page)
        return page
    finally:
        pdfium.FPDF_ClosePage(handle)


def _find_words(handle: Any, place: Matrix, page: Page) -> None:
    """Put the words that are shown into the page, or, when nothing is, those behind its picture."""
    glyphs, page.unreadable = glyphs_of(handle, place)
    shown = [glyph for glyph in glyphs if not glyph.style.hidden]
    page.hidden = bool(glyphs) and not shown
    page.words = words_of(shown or glyphs)
    page.aslant = sum(glyph.style.turned == ASLANT for glyph in shown)


def _flattened(page: Any) -> bool:
    """Whether visible annotations were made part of the page, which then must be loaded again."""
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in SHOWN:
            return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)
    return False


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
