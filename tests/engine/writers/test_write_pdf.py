"""PDF files: tagged, archivable, with the pages of the decree."""

from __future__ import annotations

import datetime
import io

import pdfplumber
import pypdfium2
import pytest

from caitien.engine.document import fonts, layout
from caitien.engine.document.tree import Document, Paragraph, Run, Table, cell, paragraph
from caitien.engine.document.tree import Row as TableRow
from caitien.engine.document.writers import pdf
from caitien.engine.document.writers.pdf import write_pdf
from tests.engine.writers.trees import everything, wide_table

POINT = 25.4 / 72
MOMENT = datetime.datetime(2026, 9, 5, 7, 30, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def made() -> bytes:
    return write_pdf(everything(), title="Kế hoạch thử", author="Trường Suối Mơ", moment=MOMENT)


def page_texts(data: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in pages]


def test_the_file_claims_and_carries_what_archives_and_readers_need(made: bytes) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/StructTreeRoot" in made
    assert b"/MarkInfo" in made
    opened = pypdfium2.PdfDocument(made)
    assert opened.is_tagged()
    assert opened.get_metadata_dict()["Title"] == "Kế hoạch thử"


def test_only_our_fonts_are_in_it(made: bytes) -> None:
    with pdfplumber.open(io.BytesIO(made)) as opened:
        names = {char["fontname"].partition("+")[2].partition("-")[0] for page in opened.pages for char in page.chars}
    assert names == {fonts.FAMILY if fonts.installed() else "LibertinusSerif"}


def test_pages_turn_and_are_numbered_from_the_second(made: bytes) -> None:
    with pdfplumber.open(io.BytesIO(made)) as opened:
        sizes = [(round(page.width * POINT), round(page.height * POINT)) for page in opened.pages]
        heads = [page.crop((0, 0, page.width, 20 / POINT)).extract_text().strip() for page in opened.pages]
        left = min(char["x0"] for char in opened.pages[0].chars) * POINT
        right = max(char["x1"] for char in opened.pages[0].chars) * POINT
    assert sizes == [(210, 297), (297, 210), (210, 297)]
    assert heads == ["", "2", "3"]
    assert left >= layout.PORTRAIT.left - 0.2
    assert right <= 210 - layout.PORTRAIT.right + 0.2


def test_heading_rows_are_repeated_on_every_page() -> None:
    pages = page_texts(write_pdf(Document((wide_table(12, words=30),))))
    assert len(pages) > 2
    assert all("Kinh phí" in page for page in pages)


def test_no_text_is_markup() -> None:
    wicked = [
        '#panic("x")',
        "$ sum $",
        "*đậm* _nghiêng_",
        "= Tiêu đề",
        "<nhãn> @trích \\ #let x = 1",
        "// ghi chú",
        "`mã`",
    ]
    table = Table((TableRow(tuple(cell(text) for text in wicked)),))
    pages = page_texts(write_pdf(Document((*(paragraph(text) for text in wicked), table))))
    shown = " ".join("".join(pages).split())
    for text in wicked:
        assert text in shown


def test_every_mark_of_a_run_is_drawn() -> None:
    runs = tuple(Run(word, underline=word == "gạch", mark=word) for word in ("", "gap", "inserted", "deleted", "gạch"))
    assert len(page_texts(write_pdf(Document((Paragraph(runs),))))) == 1


def test_headings_of_any_level_are_accepted() -> None:
    blocks = tuple(paragraph(f"Mục {level}", "heading", level=level) for level in (3, 1, 3, 2, 5))
    assert page_texts(write_pdf(Document(blocks)))


def test_an_empty_document_is_a_page() -> None:
    assert len(page_texts(write_pdf(Document()))) == 1


def test_equal_documents_of_one_moment_are_equal_files(made: bytes) -> None:
    assert write_pdf(everything(), title="Kế hoạch thử", author="Trường Suối Mơ", moment=MOMENT) == made


def test_without_our_fonts_every_letter_is_still_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "ắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵđ"
    text = " ".join(f"{letters}{letters.upper()}“–…”")
    monkeypatch.setattr(fonts, "installed", lambda: False)
    pdf._faces.cache_clear()
    try:
        data = write_pdf(Document((paragraph(text),)))
    finally:
        pdf._faces.cache_clear()
    assert "".join(page_texts(data)).split() == text.split()
    with pdfplumber.open(io.BytesIO(data)) as opened:
        assert all("Libertinus" in char["fontname"] for char in opened.pages[0].chars)
