"""Answers → result of one criterion (R1; B1, B2)."""

from __future__ import annotations

import pytest

from caitien.engine.levels import all_met, criterion_result, may_set
from tests.engine.catalogue.small import made, raw_2018

OLD = made(raw_2018())


def answers(**levels: str) -> dict[tuple[int, str], bool | None]:
    """``l1="y y n"`` for the keys a, b, c (``*`` where there is one); ``?`` is unset."""
    found: dict[tuple[int, str], bool | None] = {}
    for name, marks in levels.items():
        keys = "*" if len(marks) == 1 else "abc"
        for key, mark in zip(keys, marks, strict=False):
            found[(int(name[1:]), key)] = {"y": True, "n": False, "?": None}[mark]
    return found


@pytest.mark.parametrize(
    ("code", "given", "level", "at_least", "at_most"),
    [
        ("1.1", answers(l1="yyy", l2="yn", l3="y"), 1, 1, 1),  # level 3 does not count past a gap
        ("1.2", answers(l1="yyy", l2="y"), 2, 2, 2),  # level 2 is its highest
        ("1.1", answers(l1="yyy", l2="yy", l3="y"), 3, 3, 3),
        ("1.1", answers(l1="yny", l2="yy", l3="y"), 0, 0, 0),
        ("1.1", answers(l1="yy?", l2="yy", l3="y"), None, 0, 3),
        ("1.1", answers(l1="yy?", l2="ny", l3="y"), None, 0, 1),
        ("1.1", answers(l1="yyy", l2="y?", l3="n"), None, 1, 2),
        ("1.1", answers(l1="y?n", l2="yy", l3="y"), 0, 0, 0),  # one "no" decides, whatever is unset
        ("1.1", {}, None, 0, 3),
        ("M4.1", answers(l4="y"), 4, 4, 4),
        ("M4.1", answers(l4="n"), 0, 0, 0),
        ("M4.1", {}, None, 0, 4),
    ],
)
def test_result(
    code: str, given: dict[tuple[int, str], bool | None], level: int | None, at_least: int, at_most: int
) -> None:
    item = OLD.criterion(code)
    assert item is not None
    result = criterion_result(item, given)
    assert (result.level, result.at_least, result.at_most) == (level, at_least, at_most)


def test_what_failed_and_what_is_open_is_named() -> None:
    item = OLD.criterion("1.1")
    assert item is not None
    result = criterion_result(item, answers(l1="yy?", l2="nn"))
    assert result.failed == ((2, "a"), (2, "b"))
    assert result.open == ((1, "c"),)


def test_a_requirement_is_met_when_all_its_parts_are() -> None:
    assert all_met([True, True]) is True
    assert all_met([True, None]) is None
    assert all_met([None, False]) is False
    assert all_met([]) is None


def test_a_level_may_be_set_only_above_one_that_is_met() -> None:
    item = made(raw_2018()).criterion("1.1")
    assert item is not None
    assert may_set(item, 2, met=1)
    assert not may_set(item, 2, met=0)
    assert not may_set(item, 3, met=1)
    assert may_set(item, 0, met=0)
    ends_at_2 = OLD.criterion("1.2")
    assert ends_at_2 is not None
    assert not may_set(ends_at_2, 3, met=2)
    khoan = OLD.criterion("M4.1")
    assert khoan is not None
    assert may_set(khoan, 4, met=0)
