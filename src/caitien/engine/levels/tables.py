"""Counts, shares and the tables of results: R6 (57/2026), A2, B4, E3 and E4 (2018)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from caitien.engine.catalogue import Criterion, Edition
from caitien.engine.levels.criterion import Answer
from caitien.engine.levels.institution import Results


@dataclass(frozen=True, slots=True)
class LevelCount:
    """Criteria that have a level: how many, met, failed, not yet set; None where a partial edition does not know."""

    level: int
    total: int | None
    met: int
    failed: int
    open: int


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A row of table b: a standard (``""``: the whole set) with counts and shares by result, 0 first."""

    standard: str
    counts: tuple[int, ...]
    shares: tuple[Decimal | None, ...]
    open: int


def share(count: int, total: int, *, places: int = 1) -> Decimal | None:
    """Percentage rounded half up; None of nothing. Shares of a row are never forced to add up to 100."""
    if total == 0:
        return None
    return (Decimal(100 * count) / total).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percent_text(value: Decimal | None) -> str:
    """``66,7%``, ``25%``; empty for None."""
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    return f"{value.to_integral_value() if whole else value}".replace(".", ",") + "%"


def level_counts(edition: Edition, results: Results) -> dict[int, LevelCount]:
    """Level → counts of the criteria that have this level; a criterion that ends below is in no column (A2, B4)."""
    every = (*edition.criteria, *edition.level4)
    levels = sorted({level for item in every for level in item.levels} | set(edition.totals))
    return {
        level: _count(edition, [item for item in every if level in item.levels], results, level) for level in levels
    }


def _count(edition: Edition, criteria: list[Criterion], results: Results, level: int) -> LevelCount:
    found = [results.get(item.code) for item in criteria]
    met = sum(result is not None and result >= level for result in found)
    open_ = sum(result is None for result in found)
    total = edition.totals.get(level) if edition.partial else len(criteria)
    return LevelCount(level, total, met, len(found) - met - open_, open_)


def marks(criterion: Criterion, result: int | None, *, levels: int, absent: str = "-") -> list[str]:
    """Row of the table of results of 2018: not met, then x at each level reached, `absent` where there is no level."""
    if result is None:
        return [""] + [absent if level > criterion.max_level else "" for level in range(1, levels + 1)]
    row = ["x" if result == 0 else ""]
    for level in range(1, levels + 1):
        row.append(absent if level > criterion.max_level else "x" if result >= level else "")
    return row


def single_mark(result: int | None, *, levels: int) -> list[str]:
    """Table a of 57/2026: not met, level 1, level 2, with exactly one ×; empty while unset."""
    return ["×" if result == column else "" for column in range(levels + 1)]


def answer_cell(criterion: Criterion, level: int, letter: str, answer: Answer) -> str:
    """Cell of the criterion sheet of 2018 (E3): ``-`` where there is nothing to judge, empty while not judged.

    A single un-lettered requirement stands in row a, marked ``*``.
    """
    keys = [item.key for item in criterion.levels.get(level, ())]
    single = keys == ["*"]
    if not keys or (letter != "a" if single else letter not in keys):
        return "-"
    words = "" if answer is None else "Đạt" if answer else "Không đạt"
    return f"* {words}".strip() if single else words


def summary(edition: Edition, results: Results, *, places: int = 1) -> list[SummaryRow]:
    """Table b: one row a standard, the last over all; criteria not yet set are counted apart, never as failed."""
    rows = [_summary_row(item.code, item.criteria, results, places) for item in edition.standards]
    return [*rows, _summary_row("", edition.criteria, results, places)]


def _summary_row(code: str, criteria: Iterable[Criterion], results: Results, places: int) -> SummaryRow:
    every = list(criteria)
    highest = max((item.max_level for item in every), default=0)
    found = [results.get(item.code) for item in every]
    counts = tuple(found.count(level) for level in range(highest + 1))
    return SummaryRow(
        code, counts, tuple(share(count, len(every), places=places) for count in counts), found.count(None)
    )
