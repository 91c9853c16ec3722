"""``python -m tests.make.injection [KIND …] [-v]``: does every rule find what was put into a plan for it?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from caitien.engine.checker import build_case, rule
from caitien.engine.checker.finding import Finding
from caitien.engine.plan.model import Plan
from tests.make.faults import FAULTS, at_place
from tests.make.plans import LAYOUTS, SCHOOL_TYPES_2018, make_plan

KINDS_OF_PLANS = [("2018", kind, layout) for kind in SCHOOL_TYPES_2018 for layout in LAYOUTS]
KINDS_OF_PLANS += [("tt57", kind, "table") for kind in (*SCHOOL_TYPES_2018, "continuing")]
TRIES = 400


@dataclass(slots=True)
class Outcome:
    """What a rule made of plans spoilt for it."""

    spoilt: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.spoilt if self.spoilt else 0.0


def plans(first: int = 0) -> Iterator[Plan]:
    """Clean plans without end, going round all forms, school types and layouts."""
    number = first
    while True:
        form, school_type, layout = KINDS_OF_PLANS[number % len(KINDS_OF_PLANS)]
        yield make_plan(number, form=form, school_type=school_type, layout=layout)
        number += 1


def findings(plan: Plan, kind: str) -> list[Finding]:
    """What the rule of a kind finds in a plan; ModuleNotFoundError where there is no such rule."""
    return list(rule(kind).check(build_case(plan)))


def inject(kind: str, count: int, *, first: int = 1000) -> Outcome:
    """Spoil `count` plans that can be, and see whether the rule finds each at its place."""
    outcome = Outcome()
    for number, plan in enumerate(plans(first)):
        if outcome.spoilt == count or number == TRIES:
            break
        made = FAULTS[kind](plan, Random(f"{kind} {first + number}"))
        if made is None:
            continue
        spoilt, where = made
        found = findings(spoilt, kind)
        outcome.spoilt += 1
        if any(at_place(finding.where, where) for finding in found):
            outcome.found += 1
        else:
            places = ", ".join(finding.where for finding in found) or "nothing"
            outcome.missed.append(f"plan {first + number} ({plan.form}, {plan.school_type}): {where}, found {places}")
    return outcome


def main(arguments: list[str]) -> int:
    """Print recall by kind."""
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    weak = 0
    for kind in FAULTS:
        if wanted and kind not in wanted:
            continue
        outcome = inject(kind, 40)
        weak += outcome.recall < 0.95
        print(f"{kind:32} {outcome.found:3} / {outcome.spoilt:3} {'' if outcome.recall >= 0.95 else '!'}")
        if "-v" in arguments:
            print("\n".join(f"      {line}" for line in outcome.missed[:8]))
    print(f"{weak} kinds below 0.95")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
