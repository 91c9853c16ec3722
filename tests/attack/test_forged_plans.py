"""plan.json written by an enemy: refused in one sentence, or printed without a fault."""

from __future__ import annotations

import json
from typing import Any

import pytest

from caitien.engine import check, read, write
from caitien.engine.errors import UserError
from caitien.engine.plan.json_form import to_json
from tests.make.plans import make_plan

FORGED: list[tuple[str, Any]] = [
    ("actions", {"a": 1}),
    ("actions", [[]]),
    ("actions.0", None),
    ("actions.0.tasks", "một câu"),
    ("actions.0.tasks", [["\ud800"]]),
    ("actions.0.budget_vnd", True),
    ("actions.0.budget_vnd", "1 triệu"),
    ("actions.0.start", "2026-13"),
    ("actions.0.level_section", "9-99"),
    ("sections.0.content", [{"slot": "legal_bases[99]"}]),
    ("sections.0.content", [{"slot": "legal_bases[-1]"}]),
    ("sections.0.content", [{"slot": "actions[0]"}]),
    ("sections.0.content", [{"slot": "legal_bases[٩]"}]),
    ("sections.0.content", [{"block": {"node": "document"}}]),
    ("sections.0.key", "__class__"),
    ("groups", [{"kind": "standard", "text": "x", "before": 10**9}]),
    ("empty_rows", [-1]),
    ("form", "../../x"),
    ("school_type", "x"),
    ("date", "2026-02-30"),
    ("school_year", "9999-10000"),
    ("format", 10**30),
]
STRANGE = [
    "\u202eabc\u202c",
    "a\u200f\u2066b",
    "Ke\u0302\u0301 hoa\u0323ch",
    "a" + "\u0301" * 500,
    "a\r\nb\tc\u2028d",
    "",
]


def forged(path: str, value: Any) -> bytes:
    """A sound plan as JSON with one value changed."""
    data = to_json(make_plan(1))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = data
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(("path", "value"), FORGED)
def test_a_forged_value_is_refused_in_one_sentence(path: str, value: Any) -> None:
    with pytest.raises(UserError):
        read(forged(path, value), "plan.json")


@pytest.mark.parametrize(
    "data",
    [
        b'{"actions":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
        b'{"actions":[],"a":' + b'{"a":' * 90_000 + b"1" + b"}" * 90_000 + b"}",
        b'{"actions":[],"format":' + b"9" * 100_000 + b"}",
        b'{"actions":[],"format":1e999999999}',
        b'{"actions":[]',
        b'\xef\xbb\xbf{"actions":\xff}',
    ],
    ids=["deep lists", "deep objects", "long number", "huge number", "half a file", "no letters"],
)
def test_json_that_no_parser_bears_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read(data, "plan.json")


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_strange_letters_go_through_every_format(text: str) -> None:
    reading = read(forged("actions.0.target", text), "plan.json")
    check(reading)
    assert all(write(reading.plan, format) for format in ("docx", "pdf", "html", "txt", "xlsx", "json"))
