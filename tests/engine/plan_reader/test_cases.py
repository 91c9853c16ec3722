"""The shared cases: what was read and what was found against the ground truth, by the scorer that comes with them."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from caitien.engine.checker import build_case, run
from caitien.engine.document.readers import read_document
from caitien.engine.plan.json_form import from_json, reading_to_json, to_json
from caitien.engine.plan.model import Reading
from caitien.engine.plan_reader import read_plan

SHARED = Path(os.environ.get("CAITIEN_SHARED") or Path(__file__).resolve().parents[4] / "shared") / "cases"
needs_cases = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared cases here (CAITIEN_SHARED)")
FILES = {"docx": "plan.docx", "pdf": "plan.pdf", "txt": "source.txt"}
UNDAMAGED = ("000", "001", "003", "004")
FLOOR = {"docx": 0.97, "pdf": 0.93, "txt": 0.90}
SURE = 0.9


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reading(case: str, form: str) -> Reading:
    return read_plan(read_document((SHARED / f"seed-{case}" / FILES[form]).read_bytes()))


def truth(case: str, name: str = "truth.json") -> Any:
    return json.loads((SHARED / f"seed-{case}" / name).read_text("utf-8"))


@needs_cases
@pytest.mark.parametrize("form", FILES)
def test_reading_reaches_its_floor(form: str) -> None:
    scores = [scorer().score(truth(case), to_json(reading(case, form).plan))["overall"] for case in UNDAMAGED]
    assert sum(scores) / len(scores) >= FLOOR[form]


@needs_cases
@pytest.mark.parametrize("form", FILES)
def test_nothing_is_invented_where_the_table_is_lost(form: str) -> None:
    plan = reading("002", form).plan
    assert plan.actions == []
    assert plan.damaged


@needs_cases
@pytest.mark.parametrize("form", FILES)
def test_findings_reach_their_floor_without_a_false_error(form: str) -> None:
    scores = []
    for case in (*UNDAMAGED, "002"):
        found = run(build_case(reading(case, form))).findings
        got = [{"kind": one.kind, "where": one.where, "severity": one.severity} for one in found]
        wanted = truth(case, "findings.json")
        scores.append(scorer().score(wanted, got)["kinds_without_info"]["f1"])
        kinds = {one["kind"] for one in wanted}
        assert {one.kind for one in found if one.severity == "error"} <= kinds
    assert sum(scores) / len(scores) >= 0.75


@needs_cases
def test_confidence_is_calibrated_over_all_cases_and_forms() -> None:
    sure = right = 0
    for form in FILES:
        for case in UNDAMAGED:
            read, wanted = reading(case, form), truth(case)
            for index, action in enumerate(wanted["actions"][: len(read.plan.actions)]):
                for name in ("target", "lead_and_partners", "time_raw", "budget_raw", "criterion", "start", "end"):
                    place = read.places.get(f"actions[{index}].{name}")
                    if place and place.confidence >= SURE:
                        sure += 1
                        right += _same(action[name], getattr(read.plan.actions[index], name))
    assert sure > 100
    assert right / sure >= 0.95


def _same(one: str | None, other: str | None) -> bool:
    return scorer().norm(one) == scorer().norm(other)


@needs_cases
@pytest.mark.parametrize("case", [*UNDAMAGED, "002"])
def test_every_block_is_used_kept_or_listed_and_json_comes_back(case: str) -> None:
    read = reading(case, "docx")
    assert read.listed == []
    assert from_json(json.loads(json.dumps(reading_to_json(read)))) == read.plan
    assert all(field in read.doubts for field, place in read.places.items() if place.confidence < SURE)
