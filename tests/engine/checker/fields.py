"""Whether a finding leads to its text: field, character and edits."""

from __future__ import annotations

import re
from typing import Any

from caitien.engine.checker.finding import Finding
from caitien.engine.document.tree import Paragraph, Section, Table, paragraphs
from caitien.engine.plan.model import Plan
from caitien.engine.vietnamese.text import squeeze


def texts_at(plan: Plan, field: str) -> list[str]:
    """The text of a field by its path, of a table those of all its paragraphs; none when the plan has no such field."""
    value: Any = plan
    for step in field.split("."):
        match = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", step)
        if match is None or not hasattr(value, match[1]):
            return []
        value = getattr(value, match[1])
        if match[2] is not None:
            if int(match[2]) >= len(value):
                return []
            value = value[int(match[2])]
    if isinstance(value, (Paragraph, Section, Table)):
        return [piece.full_text for piece in paragraphs((value,))]
    return [""] if value is None or value == [] else [value] if isinstance(value, str) else []


def stands_where_it_says(plan: Plan, finding: Finding) -> str:
    """What is wrong with the place of a finding, "" when its quote and its edits stand where it says."""
    texts = texts_at(plan, finding.field) if finding.field else [""]
    if not texts:
        return f"no text at {finding.field}"
    if finding.quote and not finding.field:
        return f"“{finding.quote}” without a field"
    quote = squeeze(finding.quote)
    if quote and not any(squeeze(text[finding.start :]).startswith(quote) for text in texts):
        return f"“{finding.quote}” is not at {finding.field}[{finding.start}:] “{' | '.join(texts)}”"
    for edit in finding.fix:
        if not any(text.startswith(edit.old, edit.start) for text in texts_at(plan, edit.field)):
            return f"“{edit.old}” is not at {edit.field}[{edit.start}:]"
    return ""
