"""The faults that a careful reviewer sees in a sample are found, at their places, and nothing else is."""

from __future__ import annotations

import pytest

from caitien.engine.checker import build_case, run
from tests.make.faults import at_place
from tests.make.layouts.samples import NEEDS_OFFICE, all_samples, gaps, reading_of

GAPS = gaps()["findings"]
CASES = [
    pytest.param(
        name, kind, marks=[pytest.mark.xfail(reason="known gap, see gaps.yaml", strict=False)] if name in GAPS else []
    )
    for name, content in all_samples().items()
    for kind in content["formats"][:1]
    if kind not in NEEDS_OFFICE and "findings" in content
]
"""Samples whose faults have been written down; those that are hard to read at all are left to `test_reading`."""


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_findings_of_a_sample(name: str, kind: str) -> None:
    wanted = [(found["kind"], found["where"]) for found in all_samples()[name].get("findings") or []]
    findings = run(build_case(reading_of(name, kind))).findings
    got = [(finding.kind, finding.where) for finding in findings]
    missing = [want for want in wanted if not any(one == want[0] and at_place(where, want[1]) for one, where in got)]
    extra = [
        f"{finding.kind} {finding.where} {finding.quote!r}"
        for finding in findings
        if not any(finding.kind == one and at_place(finding.where, where) for one, where in wanted)
    ]
    assert not missing, f"not found: {missing}"
    assert not extra, "found without cause:\n" + "\n".join(extra)
