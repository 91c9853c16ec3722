"""Words of a plan stay words in every format: no formula, no markup, no command."""

from __future__ import annotations

import io
import re

import docx
import openpyxl
import pypdfium2
import pytest

from caitien.engine import write
from tests.make.plans import make_plan

FORMULAS = [
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    '=HYPERLINK("http://x.example","x")',
    "{=SUM(1)}",
]
TYPST = '#panic("x") @ref [a] *b* _c_ $x^2$ // c /* d */ `e` <f> \\u{41} #read("/etc/hostname") ~ {g} % \\'
TYPST_LINES = "// tất cả\n= H\n- m\n+ n\n/ t: x"
MARKUP = '<script>alert(1)</script><b onclick=x>&amp;"]]>'


def of(text: str, format: str) -> bytes:
    """A plan with the text in a cell, a paragraph and the name of the school."""
    plan = make_plan(1)
    plan.school_name = text
    action = plan.actions[0]
    action.target = action.note = text
    action.tasks = [text]
    plan.organisation[0].duties[0] = text
    return write(plan, format)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_becomes_a_formula_or_a_link(text: str) -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(of(text, "xlsx")))
    cells = [cell for sheet in sheets for row in sheet for cell in row if cell.value is not None]
    assert any(text.strip() in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("text", [TYPST, TYPST_LINES, MARKUP])
def test_a_pdf_shows_the_words_as_they_are(text: str) -> None:
    pages = pypdfium2.PdfDocument(of(text, "pdf"))
    shown = "".join(page.get_textpage().get_text_range() for page in pages)
    assert letters(text) in letters(shown)


def letters(text: str) -> str:
    """Without blanks and hyphens, which the lines of a page change."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


@pytest.mark.parametrize("text", [TYPST, MARKUP])
def test_a_word_file_keeps_the_words_as_they_are(text: str) -> None:
    made = docx.Document(io.BytesIO(of(text, "docx")))
    assert any(text in cell.text for table in made.tables for row in table.rows for cell in row.cells)


def test_a_page_runs_nothing_of_the_plan() -> None:
    page = of(MARKUP, "html").decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "<b onclick" not in page
