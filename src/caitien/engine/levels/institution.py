"""From the results of the criteria to the level of the school (R2; B3, B4), by the rule that the edition holds.

A result is the level that the council set for a criterion: 0 when level 1 is not met, None (or absent) while unset;
for the khoản of level 4 (``M4.1`` …) 4 or 0. Unset never counts as failed: while a criterion is unset there is no
level, only what it will at least and at most be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from caitien.engine.catalogue import Criterion, Edition

Results = Mapping[str, int | None]
"""Code of the criterion → level, None = unset."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """What keeps a school from a level.

    ``reason``: ``below`` (these criteria must reach `at_least`), ``mandatory`` (the same, mandatory ones),
    ``others_short`` (of these others `needed` more must reach it), ``other_below`` (each other one must),
    ``level4`` (these khoản of Điều 22 must be met).
    """

    level: int
    reason: str
    codes: tuple[str, ...]
    at_least: int
    needed: int = 0


@dataclass(frozen=True, slots=True)
class SchoolLevel:
    """The level of a school with what stands behind it.

    ``state``: ``judged``; ``unassessed`` (nothing set); ``incomplete`` (some unset); ``partial`` (the edition does
    not know all criteria); ``broken`` (results that do not fit the edition, see `misfits`).
    """

    edition: str
    state: str
    level: int | None
    at_least: int
    at_most: int
    open: tuple[str, ...] = ()
    """Criteria to set before there is a level."""
    open_level4: tuple[str, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    """What blocks the level above."""
    misfits: tuple[str, ...] = ()


def school_level(edition: Edition, results: Results) -> SchoolLevel:
    """The level that follows from the results, or why there is none. Never a recognised status."""
    misfits = _misfits(edition, results)
    codes = [criterion.code for criterion in edition.criteria]
    open_ = tuple(code for code in codes if results.get(code) is None)
    top = highest_level(edition)
    if misfits or edition.partial:
        return SchoolLevel(edition.id, "broken" if misfits else "partial", None, 0, top, open_, misfits=misfits)
    at_least = _reached(edition, _filled(edition, results, best=False))
    at_most = _reached(edition, _filled(edition, results, best=True))
    blockers = () if at_most == top else _blockers(edition, _filled(edition, results, best=True), at_most + 1)
    if open_:
        state = "unassessed" if len(open_) == len(codes) else "incomplete"
        return SchoolLevel(edition.id, state, None, at_least, at_most, open_, blockers=blockers)
    level4 = tuple(criterion.code for criterion in edition.level4 if results.get(criterion.code) is None)
    pending = level4 if at_most > at_least else ()
    return SchoolLevel(edition.id, "judged", at_least, at_least, at_most, open_level4=pending, blockers=blockers)


def highest_level(edition: Edition) -> int:
    """The highest level that a school can reach by the edition's rule."""
    levels: Any = edition.level_rule["levels"]
    common: int = levels if isinstance(levels, int) else max(levels)
    return common + bool(edition.level_rule.get("level4"))


def blockers(edition: Edition, results: Results, level: int) -> tuple[Blocker, ...]:
    """What keeps the school from this level and those below, unset criteria left aside; empty: nothing known does."""
    best = _filled(edition, results, best=True)
    return tuple(blocker for step in range(1, level + 1) for blocker in _blockers(edition, best, step))


def _misfits(edition: Edition, results: Results) -> tuple[str, ...]:
    """Codes that the edition lacks, levels that a criterion lacks, an edition that is not whole."""
    wrong = []
    for code, level in results.items():
        criterion = edition.criterion(code)
        if criterion is None or (level is not None and level != 0 and level not in criterion.levels):
            wrong.append(code)
    total = edition.totals.get(1)
    return (
        (*wrong, "*") if total is not None and total != len(edition.criteria) and not edition.partial else tuple(wrong)
    )


def _filled(edition: Edition, results: Results, *, best: bool) -> dict[str, int]:
    """Results with the unset ones at the highest or the lowest they can be."""
    every = (*edition.criteria, *edition.level4)
    return {item.code: _known(results.get(item.code), item.max_level if best else 0) for item in every}


def _known(level: int | None, otherwise: int) -> int:
    return otherwise if level is None else level


def _reached(edition: Edition, results: dict[str, int]) -> int:
    level = 0
    while level < highest_level(edition) and not _blockers(edition, results, level + 1):
        level += 1
    return level


def _blockers(edition: Edition, results: dict[str, int], level: int) -> tuple[Blocker, ...]:
    """What this one level lacks by the edition's rule."""
    return _RULES[str(edition.level_rule["kind"])](edition, results, level)


def _all(edition: Edition, results: dict[str, int], level: int) -> tuple[Blocker, ...]:
    """Every criterion reaches the level, or its own highest where it ends below (B3); level 4: every khoản is met."""
    if level == highest_level(edition) and edition.level_rule.get("level4"):
        missed = tuple(item.code for item in edition.level4 if results[item.code] < level)
        return (Blocker(level, "level4", missed, level),) if missed else ()

    def need(item: Criterion) -> int:
        return min(level, item.max_level)

    below = [item for item in edition.criteria if results[item.code] < need(item)]
    return tuple(
        Blocker(level, "below", codes, target)
        for target in range(level, 0, -1)
        if (codes := tuple(item.code for item in below if need(item) == target))
    )


def _mandatory_and_count(edition: Edition, results: dict[str, int], level: int) -> tuple[Blocker, ...]:
    """The mandatory criteria reach it, enough of the others do, and none of the others stays below a floor."""
    levels: Any = edition.level_rule["levels"]
    rule: Mapping[str, int] = levels[level]
    mandatory: Any = edition.level_rule["mandatory"]
    others = [item.code for item in edition.criteria if item.code not in mandatory]
    target, floor = rule["others_at_least"], rule.get("every_other_at_least", 0)
    low = tuple(code for code in mandatory if results[code] < rule["mandatory_at_least"])
    short = tuple(code for code in others if results[code] < target)
    needed = rule["others_count"] - (len(others) - len(short))
    under = tuple(code for code in others if results[code] < floor)
    found = (
        Blocker(level, "mandatory", low, rule["mandatory_at_least"], len(low)),
        Blocker(level, "others_short", short, target, max(needed, 0)),
        Blocker(level, "other_below", under, floor, len(under)),
    )
    return tuple(blocker for blocker in found if blocker.needed)


_RULES: Mapping[str, Callable[[Edition, dict[str, int], int], tuple[Blocker, ...]]] = {
    "all": _all,
    "mandatory-and-count": _mandatory_and_count,
}
