"""Plan → file → read gives the same plan: exactly for docx, xlsx and json, nearly so for pdf."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from caitien.engine.document.readers import read_document
from caitien.engine.document.writers import write_document
from caitien.engine.plan.json_form import from_json, to_json
from caitien.engine.plan.model import Plan
from caitien.engine.plan_reader import read_plan
from caitien.engine.reports.plan import plan_document
from tests.make.plans import some_plans

COUNT = 500 if os.environ.get("CAITIEN_CI") else 50
PART = 10
"""Plans that one test takes, so that several processes share them."""
PARTS = range(COUNT // PART)
SHARED = Path(os.environ.get("CAITIEN_SHARED") or Path(__file__).resolve().parents[4] / "shared") / "cases"


@cache
def plans() -> tuple[Plan, ...]:
    return tuple(some_plans(COUNT))


def again(plan: Plan, form: str) -> dict[str, Any]:
    """The plan written and read back, as JSON."""
    return to_json(read_plan(read_document(write_document(plan_document(plan), form))).plan)


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    match value:
        case dict():
            for key, item in value.items():
                yield from leaves(item, f"{path}.{key}")
        case list():
            for index, item in enumerate(value):
                yield from leaves(item, f"{path}[{index}]")
        case _:
            yield path, value


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("part", PARTS)
def test_generated_plans_come_back_exactly(part: int, form: str) -> None:
    for plan in plans()[part * PART : (part + 1) * PART]:
        assert dict(leaves(again(plan, form))) == dict(leaves(to_json(plan)))


@pytest.mark.parametrize("part", PARTS[:10])
def test_generated_plans_come_back_from_pdf(part: int) -> None:
    same = total = 0
    for plan in plans()[part * PART : (part + 1) * PART]:
        wanted, got = dict(leaves(to_json(plan))), dict(leaves(again(plan, "pdf")))
        total += len(wanted)
        same += sum(got.get(path) == value for path, value in wanted.items())
    assert same / total >= 0.98


def test_json_gives_the_same_plan() -> None:
    assert all(from_json(to_json(plan)) == plan for plan in plans())


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared cases here (CAITIEN_SHARED)")
@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("case", range(5))
def test_shared_cases_come_back_exactly(case: int, form: str) -> None:
    plan = read_plan(read_document((SHARED / f"seed-00{case}" / "plan.docx").read_bytes())).plan
    assert dict(leaves(again(plan, form))) == dict(leaves(to_json(plan)))


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared cases here (CAITIEN_SHARED)")
@pytest.mark.parametrize("case", range(5))
def test_no_block_of_a_source_is_lost(case: int) -> None:
    reading = read_plan(read_document((SHARED / f"seed-00{case}" / "plan.docx").read_bytes()))
    assert reading.listed == []
