"""Texts that stand in the new plan as they stood in last year's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.engine.plan.model import Plan
from caitien.engine.plan.passages import Passage, action_passages, passages
from caitien.engine.vietnamese.text import squeeze

LEAST_WORDS = 6
"""Shorter texts ("Hiệu trưởng", "Không") are the same every year by right."""
EXPECTED = re.compile(
    r"header\.|recipients|legal_bases|sections\[\d+\]\.title|organisation\[\d+\]\.role"
    r"|actions\[\d+\]\.(?:heading|criterion_title|lead_and_partners|lead|partners|time_raw|budget_raw)"
)
"""Fields whose texts are rightly the same again: names, titles, people."""


@dataclass(frozen=True, slots=True)
class CarriedText:
    """A text of the new plan that stands in the old one too.

    ``where`` and ``field`` name its place in the new plan, ``old_field`` that in the old one; ``exact`` is False when
    only years and months differ.
    """

    where: str
    field: str
    old_field: str
    text: str
    exact: bool


def carried_texts(old: Plan, new: Plan) -> list[CarriedText]:
    """Every longer text carried over from the old plan, in the order of the new one."""
    exact = {_plain(passage.text): passage for passage in reversed(list(_telling(old)))}
    dateless = {_without_years(passage.text): passage for passage in reversed(list(_telling(old)))}
    found = []
    for passage in _telling(new):
        before = exact.get(_plain(passage.text))
        source = before or dateless.get(_without_years(passage.text))
        if source:
            found.append(CarriedText(passage.where, passage.field, source.field, passage.text, before is not None))
    return found


def _telling(plan: Plan) -> Iterator[Passage]:
    """The longer texts; a plan made by a program has no sections, and its actions are taken by themselves."""
    alone = (
        [] if plan.sections else [one for i, action in enumerate(plan.actions) for one in action_passages(action, i)]
    )
    for passage in [*passages(plan), *alone]:
        if not EXPECTED.match(passage.field) and len(passage.text.split()) >= LEAST_WORDS:
            yield passage


def _plain(text: str) -> str:
    return squeeze(text).casefold()


def _without_years(text: str) -> str:
    """Years become a mark, and the month before a year too."""
    marked = re.sub(r"(?:19|20)\d\d", "#", _plain(text))
    return re.sub(r"\d{1,2}\s*/\s*(?=#)|\d{1,2}\s*/\s*(?=\d{1,2}\s*/\s*#)", "", re.sub(r"\s*[-–]\s*", "-", marked))
