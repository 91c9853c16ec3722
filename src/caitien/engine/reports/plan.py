"""A plan as the official paper: header, sections, table of actions, recipients and signature, in its own form."""

from __future__ import annotations

import re

from caitien.engine.document.table_layout import is_wide
from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Row, Section, Table, paragraph
from caitien.engine.plan.model import Duties, LegalBasis, Plan, PlanSection, Problem, Review, Slot
from caitien.engine.reports.action_table import action_blocks
from caitien.engine.reports.forms import FIELD_NAMES, FORMS
from caitien.engine.reports.letterhead import closing, opening
from caitien.engine.reports.pieces import cell_of, gap, heading_row, without_page
from caitien.engine.reports.skeleton import complete

PROBLEM_FIELDS = ("number", "standard_text", "criterion_text", "state", "weakness", "cause")
REVIEW_FIELDS = ("moment", "content", "result", "adjustment", "reviewer")
REVIEW_SHARES = (2.4, 5.0, 4.5, 3.6, 3.0)
"""Widths of table VI, most of which is filled in by hand during the year."""
PLAIN_NUMBER = re.compile(r"[\w.]+")
INDEXED = re.compile(r"(?P<list>legal_bases|organisation)\[(?P<index>\d+)\]")


def plan_document(plan: Plan, *, gaps: bool = False) -> Document:
    """The official document of a plan in the plan's own form; unedited text stands as it was written.

    A plan without sections (made by a program) gets the skeleton of its form. With `gaps` everything that the form
    demands and the plan lacks is shown as a gap to be filled.
    """
    whole = complete(plan)
    blocks = opening(whole, gaps=gaps)
    for section in whole.sections:
        blocks += [] if section.annex else _section(whole, section, gaps=gaps)
    blocks += closing(whole)
    for section in whole.sections:
        blocks += _section(whole, section, gaps=gaps) if section.annex else []
    return Document(tuple(blocks))


def _section(plan: Plan, section: PlanSection, *, gaps: bool) -> list[Block]:
    heading = ". ".join(part for part in (section.number, section.title) if part)
    blocks: list[Block] = [paragraph(heading, "heading", level=1)] if heading else []
    for piece in section.content:
        blocks += _slot(plan, piece.field, gaps=gaps) if isinstance(piece, Slot) else [without_page(piece)]
    if gaps and heading and len(blocks) == 1:
        blocks.append(gap(f"nội dung mục {section.number or section.title}"))
    return _turned(blocks)


def _turned(blocks: list[Block]) -> list[Block]:
    """Wide tables on landscape pages, with all that stands between them and the headings above the first."""
    wide = [i for i, block in enumerate(blocks) if isinstance(block, Table) and is_wide(block)]
    if not wide:
        return blocks
    first, last = wide[0], wide[-1] + 1
    while first and isinstance(heading := blocks[first - 1], Paragraph) and heading.role == "heading":
        first -= 1
    return [*blocks[:first], Section(tuple(blocks[first:last]), landscape=True), *blocks[last:]]


def _slot(plan: Plan, field: str, *, gaps: bool) -> list[Block]:
    """The blocks of one structured part; a slot that points nowhere gives none."""
    match field:
        case "actions":
            return action_blocks(plan, gaps=gaps)
        case "problems":
            return [_form_table("problem", plan.problems, gaps=gaps)]
        case "reviews":
            return [_form_table("review", plan.reviews, gaps=gaps)]
    named = INDEXED.fullmatch(field)
    if named and named["list"] == "legal_bases" and int(named["index"]) < len(plan.legal_bases):
        return [_basis(plan.legal_bases[int(named["index"])])]
    if named and named["list"] == "organisation" and int(named["index"]) < len(plan.organisation):
        return _duties(plan.organisation[int(named["index"])])
    return []


def _basis(basis: LegalBasis) -> Paragraph:
    return _listed(basis.marker, basis.text)


def _listed(marker: str, text: str) -> Paragraph:
    return paragraph(f"{marker} {text}" if marker else text, "item")


def _duties(duties: Duties) -> list[Block]:
    """The role as a heading with its duties below; or in one line "role: duty", as a list of short duties has it."""
    markers = [*duties.duty_markers, *["-"] * len(duties.duties)]
    number = duties.number
    listed = bool(number) and PLAIN_NUMBER.fullmatch(number) is None
    first = list(zip(markers, duties.duties, strict=False))
    blocks: list[Block] = []
    if duties.role and listed:
        inline = first.pop(0)[1] if first and not first[0][0] else ""
        blocks.append(_listed(number, f"{duties.role}: {inline}".strip()))
    elif duties.role:
        label = f"{number}. {duties.role}" if number else duties.role
        blocks.append(paragraph(label, "heading", level=2))
    return blocks + [_listed(marker, text) for marker, text in first]


def _form_table(kind: str, rows: list[Problem] | list[Review], *, gaps: bool) -> Table:
    """Table IV or VI of Biểu 2."""
    form = FORMS["tt57"]
    fields = PROBLEM_FIELDS if kind == "problem" else REVIEW_FIELDS
    heads = form.problem_heads if kind == "problem" else form.review_heads
    body = [Row(tuple(_form_cell(row, field, gaps=gaps) for field in fields)) for row in rows]
    return Table((heading_row(heads), *body), widths=REVIEW_SHARES if kind == "review" else ())


def _form_cell(row: Problem | Review, field: str, *, gaps: bool) -> Cell:
    text = getattr(row, field)
    if gaps and not text and field in FIELD_NAMES:
        return Cell((gap(FIELD_NAMES[field], "cell"),))
    return cell_of(text, align="center" if field == "number" else "")
