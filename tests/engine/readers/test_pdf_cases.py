"""The plan of a case as PDF gives the tree that it gives as Word file."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from caitien.engine import write
from caitien.engine.document.readers.docx import read_docx
from caitien.engine.document.readers.pdf import read_pdf
from caitien.engine.document.tree import Document, Paragraph, Table, walk
from caitien.engine.vietnamese.text import squeeze
from tests.make.plans import make_plan

ENOUGH = 0.97


def paragraphs_in(document: Document) -> list[str]:
    found = (squeeze(block.full_text) for _, block in walk(document.blocks) if isinstance(block, Paragraph))
    return [text for text in found if text]


def cells_in(document: Document) -> list[str]:
    grids = (block for _, block in walk(document.blocks) if isinstance(block, Table) and block.role == "grid")
    return [squeeze(cell.text) for table in grids for row in table.rows for cell in row.cells]


def share(one: list[str], other: list[str]) -> float:
    """Share of the texts that are equal and in the same order."""
    if not one and not other:
        return 1.0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(other))


@pytest.mark.parametrize("case", range(5))
def test_shared_cases(shared: Path, case: int) -> None:
    folder = sorted((shared / "cases").glob("seed-*"))[case]
    word = read_docx((folder / "plan.docx").read_bytes())
    pdf = read_pdf((folder / "plan.pdf").read_bytes())
    assert share(paragraphs_in(word), paragraphs_in(pdf)) >= ENOUGH
    assert share(cells_in(word), cells_in(pdf)) >= ENOUGH
    assert any(isinstance(block, Table) for block in pdf.blocks)


@pytest.mark.parametrize("seed", range(12))
def test_made_plans(seed: int) -> None:
    types = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level")
    form, layout = ("tt57", "table") if seed % 4 == 3 else ("2018", ("table", "tables", "blocks")[seed % 3])
    plan = make_plan(900 + seed, form=form, school_type=types[seed % 5], layout=layout)
    word, pdf = read_docx(write(plan, "docx")), read_pdf(write(plan, "pdf"))
    assert share(paragraphs_in(word), paragraphs_in(pdf)) >= 0.95
    assert share(cells_in(word), cells_in(pdf)) >= 0.98
