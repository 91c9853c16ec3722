"""From answers to the result of one criterion (R1; B1, B2). Unset is unknown, never failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caitien.engine.catalogue import Criterion, Requirement

Answer = bool | None
"""True: met, False: not met, None: not yet judged."""

Answers = Mapping[tuple[int, str], Answer]
"""(level, key of the requirement) → answer; what is not there is not yet judged."""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """What the answers say. A suggestion: the council sets the result."""

    code: str
    level: int | None
    """Level reached, 0 when level 1 is not; None while unset answers can still change it."""
    at_least: int
    """Levels met for certain, and the highest level still possible."""
    at_most: int
    failed: tuple[tuple[int, str], ...]
    """Requirements judged "no" in the first level that has one."""
    open: tuple[tuple[int, str], ...]
    """Requirements to judge before the level is known."""


def all_met(parts: Iterable[Answer]) -> Answer:
    """The answer to a requirement from those to its parts (nội hàm): one "no" decides, an unset one leaves it open."""
    answers = list(parts)
    if False in answers:
        return False
    return None if None in answers or not answers else True


def criterion_result(criterion: Criterion, answers: Answers) -> CriterionResult:
    """Suggested result: the highest level without a gap (2018: level 3 does not count where level 2 failed)."""
    at_least, at_most = 0, criterion.max_level
    failed: tuple[tuple[int, str], ...] = ()
    for level in sorted(criterion.levels):
        judged = {(level, item.key): answers.get((level, item.key)) for item in criterion.levels[level]}
        failed = tuple(place for place, answer in judged.items() if answer is False)
        if failed:
            at_most = level - 1 if level < 4 else 0
            break
        if at_least == _below(level) and all(judged.values()):
            at_least = level
    open_ = tuple(
        (level, item.key) for level, item in _requirements(criterion, at_most) if answers.get((level, item.key)) is None
    )
    known = at_least if at_least == at_most else None
    return CriterionResult(criterion.code, known, at_least, at_most, failed, open_)


def _below(level: int) -> int:
    """Level 4 of 2018 stands alone: its khoản are judged whatever the criteria reached (B4)."""
    return 0 if level == 4 else level - 1


def _requirements(criterion: Criterion, up_to: int) -> Iterable[tuple[int, Requirement]]:
    return ((level, item) for level, items in criterion.levels.items() if level <= up_to for item in items)


def may_set(criterion: Criterion, level: int, *, met: int) -> bool:
    """Whether the council may set this level when `met` is the highest it has judged met: no level past a gap."""
    return level == 0 or (level in criterion.levels and _below(level) <= met)
