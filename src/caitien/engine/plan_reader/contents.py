"""What columns without a known head hold, told from their cells: times, money, people, codes of criteria."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from caitien.engine.catalogue import editions
from caitien.engine.plan_reader.marks import criterion_of
from caitien.engine.plan_reader.matrix import Box, Head
from caitien.engine.plan_reader.people import names_people
from caitien.engine.vietnamese.dates import parse_period
from caitien.engine.vietnamese.money import NOTHING, find_amounts, parse_money
from caitien.engine.vietnamese.text import fold

LOOKED_AT = 200
"""Rows that are looked at."""
MOST = 0.7
"""Share of the filled cells that must agree."""
LEAST_LENGTH = 12
"""Letters that the cells of a column of tasks have in the mean."""
ALIKE = 80
CODE = re.compile(r"[1-9]\.\d{1,2}\.?")


def by_content(heads: list[Head], rows: Sequence[Sequence[Box]]) -> list[Head]:
    """The heads, those without a known field filled in by what stands below them; such fields are guesses."""
    known = {head.field for head in heads}
    columns = [
        [row[at].text for row in rows[:LOOKED_AT] if row[at].text and row[at].span == 1] for at in range(len(heads))
    ]
    found = list(heads)
    for at, head in enumerate(heads):
        field = _field(columns[at]) if head.field is None or head.weak else None
        if field and field not in known and not (field == "lead_and_partners" and "lead" in known):
            found[at] = replace(head, field=field, weak=True)
            known.add(field)
    return _with_tasks(found, columns)


def _field(texts: list[str]) -> str | None:
    if len(texts) < 2:
        return None
    tests = (("time_raw", _is_time), ("budget_raw", _is_money), ("lead_and_partners", names_people))
    shares = {field: sum(map(test, texts)) / len(texts) for field, test in tests}
    return next((field for field, share in shares.items() if share >= MOST), None)


def _is_time(text: str) -> bool:
    found = parse_period(text, "2000-2001")
    return len(text) < 60 and bool(found.start or found.end)


def _is_money(text: str) -> bool:
    return len(text) < 80 and (
        bool(NOTHING.fullmatch(text)) or any(find_amounts(text)) or (parse_money(text) or 0) >= 1000
    )


def _with_tasks(heads: list[Head], columns: list[list[str]]) -> list[Head]:
    """Where no column is for tasks, the unknown one with the longest texts is taken for it."""
    if any(head.field == "tasks" for head in heads):
        return heads
    lengths = [
        sum(map(len, texts)) / max(len(texts), 1) if head.field is None else 0
        for head, texts in zip(heads, columns, strict=True)
    ]
    longest = max(range(len(heads)), key=lambda at: lengths[at], default=0)
    if not heads or lengths[longest] < LEAST_LENGTH:
        return heads
    return [replace(head, field="tasks", weak=True) if at == longest else head for at, head in enumerate(heads)]


def numbers_are_codes(heads: list[Head], rows: Sequence[Sequence[Box]]) -> bool:
    """Whether the column of row numbers holds the codes of criteria ("1.8", "3.1"), their titles standing beside it."""
    at = next((i for i, head in enumerate(heads) if head.field == "number"), None)
    beside = next((i for i, head in enumerate(heads) if head.field == "heading"), None)
    if at is None or beside is None:
        return False
    pairs = [(row[at].text.strip(" ."), row[beside].text) for row in rows if CODE.fullmatch(row[at].text.strip())]
    if not pairs or any(criterion_of(title, bare=True) for _, title in pairs):
        return False
    if any(_fits(code, title) for code, title in pairs):
        return True
    return not _counts_up([code for code, _ in pairs])


def _fits(code: str, title: str) -> bool:
    """Whether a criterion of this code has this title in some edition."""
    return any(fuzz.ratio(fold(title), known) >= ALIKE for known in titles_of(code))


def _counts_up(codes: list[str]) -> bool:
    """Whether codes are row numbers: 1.1, 1.2, 2.1, 2.2, 2.3."""
    pairs = [tuple(map(int, code.split("."))) for code in codes]
    starts = pairs[0][1] == 1
    return starts and all(two == (one[0], one[1] + 1) or two == (one[0] + 1, 1) for one, two in pairwise(pairs))


@cache
def titles_of(code: str) -> tuple[str, ...]:
    """Titles that a criterion code has in any edition, folded."""
    found = {fold(criterion.title) for edition in editions() if (criterion := edition.criterion(code))}
    return tuple(found) if "." in code else ()
