"""Schools of several education levels: the lowest result counts (fact 26 on 57/2026, one source, unverified)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WholeSchool:
    """Level of the whole school; None while one education level has none. ``decided_by``: those with the lowest."""

    level: int | None
    decided_by: tuple[str, ...]
    open: tuple[str, ...]
    verified: bool = False


def whole_school(levels: Mapping[str, int | None]) -> WholeSchool:
    """Education level (``primary`` …) → level of its assessment, for one school; sites have no level of their own."""
    open_ = tuple(name for name, level in levels.items() if level is None)
    known = {name: level for name, level in levels.items() if level is not None}
    if open_ or not known:
        return WholeSchool(None, (), open_)
    lowest = min(known.values())
    return WholeSchool(lowest, tuple(name for name, level in known.items() if level == lowest), ())
