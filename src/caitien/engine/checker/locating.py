"""Where a passage stands: the field of the plan and the character at which it begins."""

from __future__ import annotations

import re
from typing import Any

from caitien.engine.checker.finding import Case
from caitien.engine.vietnamese.text import squeeze


def find(quote: str, text: str) -> tuple[int, int] | None:
    """Begin and end of a quote in a text, whatever the blanks between its words; None when it is not there."""
    words = quote.split()
    at = text.find(quote) if words else -1
    if at >= 0:
        return at, at + len(quote)
    match = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return match.span() if match else None


def place(case: Case, quote: str, *, among: str = "") -> tuple[str, int]:
    """(field, start) of the first passage that holds a quote; `among` limits the search to fields that begin so.

    ("", 0) when it stands nowhere as it is.
    """
    for passage in case.passages:
        span = find(quote, passage.text) if passage.field.startswith(among) else None
        if span:
            return passage.field, span[0]
    return "", 0


def clause(text: str, at: int) -> str:
    """The part of a sentence, between full stops, semicolons and line breaks, in which a character stands."""
    begin = max(text.rfind(mark, 0, at) for mark in (". ", ";", "\n")) + 1
    ends = [found for mark in (". ", ";", "\n") if (found := text.find(mark, at)) >= 0]
    return text[begin : min(ends, default=len(text))]


def stated(case: Case, text: str) -> dict[str, Any]:
    """Quote, field and start of a statement about results, for a finding; nothing when it stands nowhere as it is."""
    quote = squeeze(text).strip(" -+*•.;")
    field, start = place(case, quote) if quote else ("", 0)
    return {"quote": quote, "field": field, "start": start} if field else {}
