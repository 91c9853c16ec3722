"""One injector for each kind of finding: spoils a clean plan at one place and says where the finding must stand."""

from __future__ import annotations

from tests.make.faults import (
    criteria,
    header,
    legal,
    money,
    people,
    results,
    structure,
    targets,
    times,
    tt57,
    writing,
)
from tests.make.faults.kit import Fault, at_place

__all__ = ["FAULTS", "Fault", "at_place"]

GROUPS = (header, legal, structure, results, criteria, targets, people, times, money, writing, tt57)
FAULTS: dict[str, Fault] = {kind: fault for group in GROUPS for kind, fault in group.FAULTS.items()}
