"""Whether a finding leads to its text: field, character and edits."""

from __future__ import annotations

import re
from typing import Any

from caitien.engine.checker.finding import Finding
from caitien.engine.document.tree import Paragraph, Section, Table, paragraphs
from caitien.engine.plan.model import Plan
from caitien.engine.vietnamese.text import squeeze


def text_at(plan: Plan, field: str) -> str | None:
    """The text of a field by its path; None when the plan has no such field, "" when it is empty."""
    value: Any = plan
    for step in field.split("."):
        match = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", step)
        if match is None or not hasattr(value, match[1]):
            return None
        value = getattr(value, match[1])
        if match[2] is not None:
            if int(match[2]) >= len(value):
                return None
            value = value[int(match[2])]
    if isinstance(value, (Paragraph, Section, Table)):
        return "\n".join(piece.full_text for piece in paragraphs((value,)))
    return "" if value is None or value == [] else value if isinstance(value, str) else None


def stands_where_it_says(plan: Plan, finding: Finding) -> str:
    """What is wrong with the place of a finding, "" when its quote and its edits stand where it says."""
    text = text_at(plan, finding.field) if finding.field else ""
    if text is None:
        return f"no text at {finding.field}"
    if finding.quote and not finding.field:
        return f"“{finding.quote}” without a field"
    if finding.quote and not squeeze(text[finding.start :]).startswith(squeeze(finding.quote)):
        return f"“{finding.quote}” is not at {finding.field}[{finding.start}:] “{text}”"
    for edit in finding.fix:
        edited = text_at(plan, edit.field)
        if edited is None or not edited.startswith(edit.old, edit.start):
            return f"“{edit.old}” is not at {edit.field}[{edit.start}:]"
    return ""
