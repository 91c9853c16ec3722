"""Where a finding stands in the source: a block of the tree and characters of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from caitien.engine.checker.finding import Edit, Finding
from caitien.engine.document.tree import Paragraph, walk
from caitien.engine.plan.model import Reading
from caitien.engine.reports.edits import block_places

Spot = tuple[str, int, int]
"""Address of a paragraph, first and last + 1 character of its ``full_text``."""

FIELDS_OF_PLACE = {
    "time": ("time_raw", "start", "end"),
    "lead": ("lead_and_partners", "lead", "partners"),
    "budget": ("budget_raw",),
    "tasks": ("tasks[0]",),
}


class Locator:
    """Finds the spots of the findings of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.places = {**block_places(reading.plan, reading.document), **reading.places}
        self.texts = {
            path: block.full_text for path, block in walk(reading.document.blocks) if isinstance(block, Paragraph)
        }
        self.order = {path: at for at, path in enumerate(self.texts)}
        self.paths = list(self.texts)

    def spot(self, finding: Finding) -> Spot | None:
        """The quote, or the beginning of the field it belongs to; None for what is absent from the document."""
        path = self._path(finding.field) or next(
            (path for name in _fields_of(finding.where) if (path := self._path(name))), None
        )
        if path is None:
            return self._anywhere(finding.quote)
        expected = self._expected(finding.field, finding.start)
        for near in self._near(path):
            if found := find(finding.quote, self.texts[near], near=expected if near == path else 0):
                return near, *found
        whole = next(self._near(path))
        return whole, 0, len(self.texts[whole])

    def edit(self, edit: Edit) -> Spot | None:
        """The characters that an edit replaces; None when they are not found for certain."""
        path = self._path(edit.field)
        if path is None:
            return None
        expected = self._expected(edit.field, edit.start)
        if not edit.old:
            return (path, expected, expected) if expected <= len(self.texts.get(path, "")) else None
        for near in self._near(path):
            if found := find(edit.old, self.texts[near], near=expected if near == path else 0, exact=True):
                return near, *found
        return None

    def sort_key(self, spot: Spot | None) -> tuple[int, int]:
        return (self.order[spot[0]], spot[1]) if spot else (len(self.order), 0)

    def _anywhere(self, quote: str) -> Spot | None:
        """The quote where it stands in the whole document, if it stands there once."""
        found = [(path, *span) for path, text in self.texts.items() if (span := find(quote, text))]
        return found[0] if len(found) == 1 else None

    def _expected(self, field: str, start: int) -> int:
        place = self.places.get(field)
        return (place.start if place else 0) + start

    def _path(self, field: str) -> str | None:
        place = self.places.get(field)
        return place.path if place and any(self._near(place.path)) else None

    def _near(self, path: str) -> Iterator[str]:
        """The paragraph, those after it in the same cell and just before it; of a table all that stand in it."""
        if path not in self.order:
            yield from (other for other in self.paths if path and other.startswith(f"{path}."))
            return
        at, parent = self.order[path], path.rpartition(".")[0]
        yield path
        yield from takewhile(lambda other: other.rpartition(".")[0] == parent, self.paths[at + 1 : at + 40])
        yield from (other for other in reversed(self.paths[max(0, at - 3) : at]) if other.rpartition(".")[0] == parent)


def _fields_of(where: str) -> Iterator[str]:
    """Fields that stand at a place of the catalogue of kinds: ``actions[3].time`` → ``actions[3].time_raw`` …"""
    root, _dot, part = where.partition(".")
    yield where
    for name in FIELDS_OF_PLACE.get(part, ()):
        yield f"{root}.{name}"
    if root.startswith("actions["):
        for name in ("criterion", "heading", "target", "tasks[0]"):
            yield f"{root}.{name}"
    elif root.startswith("problems["):
        for name in ("weakness", "state", "cause"):
            yield f"{root}.{name}"
    elif root.startswith("basis["):
        yield f"legal_bases[{root[6:-1]}].text"
    elif root.startswith("organisation["):
        yield f"{root}.role"
    elif root == "heading":
        yield "header.title[0]"
    elif root == "header":
        yield from ("header.issuer", "header.authority", "header.number")
    elif root == "signature":
        yield from ("signer.title", "signer.name")


def find(quote: str, text: str, *, near: int = 0, exact: bool = False) -> tuple[int, int] | None:
    """The quote in a text, of several the nearest to a character, whatever the white space between its words.

    Of a quote over several lines the first; `exact` keeps capitals apart and blanks at the ends.
    """
    line = quote if exact else next((line for line in quote.splitlines() if line.strip()), "")
    words = re.split(r"\s+", line if exact else line.strip())
    if not "".join(words):
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)), 0 if exact else re.IGNORECASE)
    return min((found.span() for found in pattern.finditer(text)), key=lambda span: abs(span[0] - near), default=None)
