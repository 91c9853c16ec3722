"""Every rule finds what is put into a clean plan for it, and finds nothing in clean plans."""

from __future__ import annotations

import os
from itertools import islice

import pytest

from caitien.engine.checker import build_case, run
from caitien.engine.checker.codes import CODES, KINDS
from tests.make.faults import FAULTS
from tests.make.injection import inject, plans

LONG = os.environ.get("CAITIEN_CI") == "1"
SPOILT = 60 if LONG else 24
CLEAN = 210 if LONG else 63


def test_every_kind_has_an_injector() -> None:
    assert set(FAULTS) == set(CODES.values()) == set(KINDS)


@pytest.mark.parametrize("kind", FAULTS)
def test_rule_finds_what_was_put_in(kind: str) -> None:
    outcome = inject(kind, SPOILT)
    assert outcome.spoilt >= 10, "too few plans can be spoilt in this way"
    assert outcome.recall >= 0.95, f"{outcome.found} of {outcome.spoilt}\n" + "\n".join(outcome.missed)


@pytest.mark.parametrize("first", range(0, CLEAN, 21))
def test_clean_plans_have_no_findings(first: int) -> None:
    found = [
        f"plan {first + i} ({plan.form}, {plan.school_type}): {finding.kind} {finding.where} {finding.quote!r}"
        for i, plan in enumerate(islice(plans(first), 21))
        for finding in run(build_case(plan)).findings
    ]
    assert not found, "\n".join(found)
