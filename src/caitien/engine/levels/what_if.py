"""What if: the level after some results change, and what a school would have to raise to reach a level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caitien.engine.catalogue import Edition
from caitien.engine.levels.institution import Results, SchoolLevel, blockers, school_level


@dataclass(frozen=True, slots=True)
class Step:
    """Raise one criterion. ``now`` is the result it has, ``to`` the level it needs."""

    code: str
    now: int
    to: int


@dataclass(frozen=True, slots=True)
class Way:
    """What is missing to a level: all of `must`, and any `choose` of `among`. People choose, the program does not."""

    target: int
    must: tuple[Step, ...]
    choose: int
    among: tuple[Step, ...]
    unset: tuple[str, ...]
    """Criteria to judge; they are not counted as missing."""

    @property
    def reached(self) -> bool:
        """Whether nothing is missing and nothing is left to judge."""
        return not self.must and not self.choose and not self.unset


def what_if(edition: Edition, results: Results, changes: Mapping[str, int | None]) -> tuple[SchoolLevel, SchoolLevel]:
    """The level of the school before and after the changes (criterion → result)."""
    return school_level(edition, results), school_level(edition, {**results, **changes})


def way_to(edition: Edition, results: Results, target: int) -> Way:
    """The least that has to be raised to reach the level, nearest criteria first."""
    must: dict[str, int] = {}
    among: dict[str, int] = {}
    choose = 0
    for blocker in blockers(edition, results, target):
        if blocker.reason == "others_short":
            choose, among = blocker.needed, dict.fromkeys(blocker.codes, blocker.at_least)
        else:
            must.update({code: max(must.get(code, 0), blocker.at_least) for code in blocker.codes})
    unset = tuple(code for code in _in_scope(edition, target) if results.get(code) is None)
    return Way(target, _steps(results, must), choose, _steps(results, among), unset)


def _in_scope(edition: Edition, target: int) -> list[str]:
    level4 = [item.code for item in edition.level4 if target in item.levels]
    return [item.code for item in edition.criteria] + level4


def _steps(results: Results, targets: Mapping[str, int]) -> tuple[Step, ...]:
    steps = [Step(code, results.get(code) or 0, to) for code, to in targets.items()]
    return tuple(sorted(steps, key=lambda step: step.to - step.now))
