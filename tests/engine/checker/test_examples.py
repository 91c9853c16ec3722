"""Every rule against its file of examples: what it must find, and what looks like it and must give nothing.

A file says ``cell``, the place that its one-line examples fill, or gives whole plans by the words that matter
(`building.plan_of`). ``wrong`` examples name what is found, ``right`` ones give nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from caitien.engine.checker import build_case, rule, run
from caitien.engine.checker.codes import CODES
from caitien.engine.checker.finding import Finding
from caitien.engine.plan.model import Plan
from caitien.engine.vietnamese.text import squeeze
from tests.engine.checker.building import plan_of
from tests.engine.checker.fields import stands_where_it_says

FOLDER = Path(__file__).parent / "examples"
CELLS = {
    "target": ("actions[0].target", lambda text: {"actions": [{"target": text}]}),
    "tasks": ("actions[0].tasks", lambda text: {"actions": [{"tasks": text}]}),
    "lead": ("actions[0].lead", lambda text: {"actions": [{"lead": text}]}),
    "time": ("actions[0].time", lambda text: {"actions": [{"time": text}]}),
    "budget": ("actions[0].budget", lambda text: {"actions": [{"budget": text}]}),
    "support": ("actions[0].other_support", lambda text: {"actions": [{"support": text}]}),
    "title": ("actions[0]", lambda text: {"actions": [{"title": text}]}),
    "purpose": ("I", lambda text: {"purpose": [text]}),
    "basis": ("basis[0]", lambda text: {"bases": [text]}),
    "duty": ("organisation[0]", lambda text: {"organisation": [{"role": "Hội đồng tự đánh giá", "duties": [text]}]}),
    "recipient": ("recipients", lambda text: {"recipients": [text, "Lưu: VT"]}),
    "motto": ("header", lambda text: {"header": {"motto": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text]}}),
}


@lru_cache(maxsize=128)
def examples(kind: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text(encoding="utf-8"))
    return loaded


def entries(name: str) -> Iterator[Any]:
    for kind in CODES.values():
        if (FOLDER / f"{kind}.yaml").exists():
            for i, entry in enumerate(examples(kind)[name]):
                yield pytest.param(kind, entry, id=f"{kind}-{i + 1}")


def case_plan(kind: str, entry: Any) -> tuple[Plan, str]:
    """The plan of an example and the place at which its finding stands unless it says otherwise."""
    file = examples(kind)
    where, fill = CELLS.get(file.get("cell", ""), ("", None))
    said = entry if isinstance(entry, dict) else {"text": entry}
    parts = {**file.get("with", {}), **said.get("plan", {})}
    if "text" in said and fill is not None:
        for key, value in fill(said["text"]).items():
            joined = [{**given, **value[0]} for given in parts.get(key, [])[:1]] if key == "actions" else []
            parts[key] = joined or value
    return plan_of(parts), where


def findings(kind: str, plan: Plan) -> list[Finding]:
    return run(build_case(plan), select=[kind]).findings


AWAITED = [
    "typo",
    "duplicate_word",
    "punctuation",
    "inconsistent_term",
    "undefined_abbreviation",
    "malformed_url",
    "all_criteria_planned",
    "problem_incomplete",
    "problem_without_action",
    "missing_indicator",
    "missing_evidence",
    "missing_review_moment",
    "missing_resources",
]
"""Kinds whose examples are still to be written; their rules are tested by injected faults."""


@pytest.mark.parametrize("kind", [kind for kind in CODES.values() if kind not in AWAITED])
def test_every_rule_has_wrong_and_right_examples(kind: str) -> None:
    assert len(examples(kind)["wrong"]) >= 3
    assert len(examples(kind)["right"]) >= 3


@pytest.mark.parametrize(("kind", "entry"), entries("wrong"))
def test_wrong_example_is_found(kind: str, entry: Any) -> None:
    plan, where = case_plan(kind, entry)
    found = findings(kind, plan)
    said = entry if isinstance(entry, dict) else {}
    wanted = said.get(
        "find", [{name: said[name] for name in ("where", "severity", "quote", "variant") if name in said}]
    )
    told = [(one.where, one.severity, one.quote, one.variant) for one in found]
    assert len(found) == len(wanted), told
    for one, want in zip(found, wanted, strict=True):
        assert one.where == want.get("where", where), told
        assert one.severity == want.get("severity", rule(kind).severity), told
        assert want.get("variant", one.variant) == one.variant, told
        assert squeeze(want.get("quote", one.quote)) == squeeze(one.quote), told
        assert stands_where_it_says(plan, one) == ""


@pytest.mark.parametrize(("kind", "entry"), entries("right"))
def test_right_example_gives_nothing(kind: str, entry: Any) -> None:
    plan, _ = case_plan(kind, entry)
    assert [(one.where, one.quote, one.variant) for one in findings(kind, plan)] == []
