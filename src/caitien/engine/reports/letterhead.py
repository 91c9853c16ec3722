"""The blocks of two columns that open and close an official paper (Nghị định 30/2020, facts F1, F2, F5, F7)."""

from __future__ import annotations

from caitien.engine.document.tree import Block, Paragraph, Row, Table, paragraph
from caitien.engine.plan.model import Plan
from caitien.engine.reports.forms import HEADER_NAMES, RECIPIENTS
from caitien.engine.reports.pieces import gap, lines, two_columns, without_page


def opening(plan: Plan, *, gaps: bool = False) -> list[Block]:
    """Parent body, school and number at the left, motto, place and date at the right; below them the title.

    `gaps` shows number and date where they are still missing.
    """
    header = plan.header
    motto: list[Paragraph] = [paragraph(line, "country") for line in header.motto[:-1]]
    motto += [paragraph(line, "motto") for line in header.motto[-1:]]
    rows = [
        two_columns(lines(header.authority, "authority") + lines(header.issuer, "issuer"), motto),
        two_columns(_line(plan, "number", gaps=gaps), _line(plan, "place_date", gaps=gaps)),
    ]
    filled = tuple(row for row in rows if any(cell.blocks for cell in row.cells))
    blocks: list[Block] = [Table(filled, "letterhead")] if filled else []
    blocks += [paragraph(line, "subtitle" if i else "title") for i, line in enumerate(header.title)]
    return blocks


def _line(plan: Plan, field: str, *, gaps: bool) -> list[Paragraph]:
    found = lines(getattr(plan.header, field), field)
    return found if found or not gaps else [gap(HEADER_NAMES[field], field)]


def closing(plan: Plan) -> list[Block]:
    """Recipients at the left, the signer at the right; then what else stands at the end."""
    left, right = _recipients(plan), _signer(plan)
    rows: tuple[Row, ...] = (two_columns(left, right),) if left or right else ()
    blocks: list[Block] = [Table(rows, "closing")] if rows else []
    blocks += [paragraph(line, "note") for line in _digital_signature(plan)]
    return blocks + [without_page(block) for block in plan.closing]


def _recipients(plan: Plan) -> list[Paragraph]:
    if not plan.recipients and not plan.recipients_label:
        return []
    last = len(plan.recipients) - 1
    listed = [paragraph(f"- {text}{'.' if i == last else ';'}", "recipient") for i, text in enumerate(plan.recipients)]
    return [paragraph(plan.recipients_label or RECIPIENTS, "recipients_label"), *listed]


def _signer(plan: Plan) -> list[Paragraph]:
    signer = plan.signer
    if signer is None:
        return []
    return [
        *lines(signer.on_behalf, "signer_title"),
        *lines(signer.title, "signer_title"),
        *lines(signer.note, "signer_note"),
        *lines(signer.name, "signer_name"),
    ]


def _digital_signature(plan: Plan) -> list[str]:
    """What the paper that was read says of its digital signature; the signature itself is not carried over."""
    signature = plan.signature
    if signature is None:
        return []
    named = (("Người ký", signature.name), ("Email", signature.account), ("Thời gian ký", signature.timestamp))
    return [f"{label}: {text}" for label, text in named if text]
