"""The document as HTML for the page: marks laid over the text, their numbers beside, fixes made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from caitien.apps.quickcheck.edits import PlacedEdit, apply
from caitien.engine.document.tree import Document, Paragraph, walk
from caitien.engine.document.writers.html import Mark, html_fragment
from caitien.ui.templatetags.ui import mark as numbered_mark

SEVERITIES = ("error", "warning", "info")
HEADING = re.compile(r"<(/?)h([1-4])\b")
MARKED = re.compile(r'<mark class="([^"]*)" id="s(\d+)">')
WIDTH = re.compile(r'<col style="width:([\d.]+%)">')
WIDE_COLUMNS = 7
TABLE = re.compile(r'<div class="table (\w+)" data-path="[^"]*">(<table[^>]*><colgroup>(?:<col[^>]*>)+)')


@dataclass(slots=True)
class Segment:
    """Characters that the same findings are about."""

    path: str
    start: int
    end: int
    covering: list[dict[str, Any]]
    starting: list[dict[str, Any]]


def painted(
    document: Document, findings: list[dict[str, Any]], kinds: Mapping[str, Mapping[str, str]], state: Mapping[str, str]
) -> str:
    """HTML of the document with every finding at its place.

    `findings` and `kinds` are those of `shown`; `state` says of a key ``fixed`` or ``aside``, nothing of an open one.
    """
    fixed = [edit for found in findings if state.get(found["key"]) == "fixed" for edit in placed_edits(found)]
    changed = apply(document, fixed)
    lengths = {path: len(block.full_text) for path, block in walk(changed.blocks) if isinstance(block, Paragraph)}
    spans = [span for found in findings if (span := _span(found, fixed, lengths))]
    segments = list(_segments(spans))
    marks = [
        Mark(one.path, one.start, one.end, css_class=_css_class(one, state), id=f"s{i}")
        for i, one in enumerate(segments)
    ]
    numbers = {found["key"]: _number(found, kinds[found["kind"]]["title"], state) for found in findings}
    return _for_the_page(html_fragment(changed, marks), segments, numbers)


def placed_edits(found: dict[str, Any]) -> list[PlacedEdit]:
    """The edits of a shown finding."""
    return [PlacedEdit(edit["path"], edit["at"], edit["at_end"], edit["new"]) for edit in found["edits"]]


Span = tuple[dict[str, Any], str, int, int]


def _span(found: dict[str, Any], fixed: list[PlacedEdit], lengths: Mapping[str, int]) -> Span | None:
    """Where a finding stands after the fixes; never empty, unless its paragraph is."""
    if not found["spot"]:
        return None
    path, start, end = found["spot"]
    for edit in sorted((edit for edit in fixed if edit.path == path), key=lambda edit: edit.start, reverse=True):
        start, end = edit.moved(start), max(edit.moved(end), edit.moved(start))
    end = min(max(end, start + 1), lengths[path])
    return (found, path, min(start, max(end - 1, 0)), end)


def _segments(spans: Iterable[Span]) -> Iterable[Segment]:
    """The spans cut where others begin or end, so that none lies upon another."""
    by_path: dict[str, list[Span]] = {}
    for span in spans:
        by_path.setdefault(span[1], []).append(span)
    for path, own in by_path.items():
        edges = sorted({edge for _found, _path, start, end in own for edge in (start, end)})
        for start, end in pairwise(edges):
            covering = [found for found, _path, first, last in own if first <= start and end <= last]
            if covering:
                yield Segment(path, start, end, covering, [f for f, _path, first, _last in own if first == start])


def _css_class(segment: Segment, state: Mapping[str, str]) -> str:
    waiting = [found["severity"] for found in segment.covering if found["key"] not in state]
    kind = f"found found-{min(waiting, key=SEVERITIES.index)}" if waiting else "found found-settled"
    return " ".join([kind, *(f"k-{found['key']}" for found in segment.covering)])


def _for_the_page(html: str, segments: list[Segment], numbers: Mapping[str, str]) -> str:
    """Fit the fragment into our page: headings below ours, widths without inline style, numbers before their marks."""
    html = HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 2}", html)
    html = WIDTH.sub(r'<col width="\1">', html)
    html = TABLE.sub(_frame, html)
    return MARKED.sub(
        lambda found: (
            "".join(numbers[one["key"]] for one in segments[int(found[2])].starting) + f'<mark class="{found[1]}">'
        ),
        html,
    )


def _frame(found: re.Match[str]) -> str:
    """Class names of our own; a table with many columns scrolls by itself, also by keyboard."""
    wide = found[1] == "grid" and found[2].count("<col ") >= WIDE_COLUMNS
    about = ' paper-wide" tabindex="0" role="group" aria-label="Bảng' if wide else ""
    return f'<div class="paper-{found[1]}{about}">{found[2]}'


def _number(found: dict[str, Any], title: str, state: Mapping[str, str]) -> str:
    key, settled = found["key"], " paper-mark-settled" if found["key"] in state else ""
    return (
        f'<a class="paper-mark{settled}" id="cho-{key}" href="?nx={key}#nx-{key}" data-key="{key}">'
        f"{numbered_mark(found['severity'], found['number'])}"
        f'<span class="visually-hidden">: {escape(title)}</span></a>'
    )
