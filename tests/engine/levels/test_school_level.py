"""Criteria → school: worked examples of both dossiers, and the properties that hold for every edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.engine.catalogue import Criterion, Edition
from caitien.engine.levels import (
    blockers,
    criterion_result,
    explain,
    headline,
    level_counts,
    school_level,
    way_to,
    what_if,
    whole_school,
)
from tests.engine.catalogue.small import MANDATORY, OTHERS, made, raw_57, raw_2018

NEW = made(raw_57())
OLD = made(raw_2018())
EDITIONS = (NEW, OLD)


def results(mandatory: list[int | None], others: list[int | None]) -> dict[str, int | None]:
    return dict(zip(MANDATORY, mandatory, strict=True)) | dict(zip(OTHERS, others, strict=True))


E1_TO_E10 = [
    ("E1", [2] * 8, [2, 2, 2, 2, 2, 1, 1], 2),
    ("E2", [2] * 8, [2, 2, 2, 2, 2, 2, 0], 1),
    ("E3", [2] * 8, [2, 2, 2, 2, 1, 1, 1], 1),
    ("E4", [1] * 8, [1, 1, 1, 1, 1, 0, 0], 1),
    ("E5", [1] * 8, [1, 1, 1, 1, 0, 0, 0], 0),
    ("E6", [2] * 7 + [0], [2] * 7, 0),
    ("E7", [2] * 7 + [1], [2] * 7, 1),
    ("E8", [2] * 8, [2, 2, 2, 2, 2, 1, 0], 1),
    ("E9", [1] * 8, [2] * 7, 1),
    ("E10", [2] * 8, [2, 2, 2, 2, 2, 0, 0], 1),
]


@pytest.mark.parametrize(
    ("mandatory", "others", "level"), [row[1:] for row in E1_TO_E10], ids=[row[0] for row in E1_TO_E10]
)
def test_worked_examples_of_57(mandatory: list[int | None], others: list[int | None], level: int) -> None:
    school = school_level(NEW, results(mandatory, others))
    assert (school.state, school.level) == ("judged", level)
    assert bool(school.blockers) == (level < 2)


def test_e11_one_unset_gives_no_level_and_says_which() -> None:
    school = school_level(NEW, results([1] * 7 + [None], [1] * 7))
    assert (school.state, school.level, school.open) == ("incomplete", None, ("4.2",))
    assert headline(school) == "Chưa đủ căn cứ"
    assert "4.2" in explain(NEW, school)[0]
    assert (school.at_least, school.at_most) == (0, 1)


def test_nothing_set_is_not_failed() -> None:
    school = school_level(NEW, {})
    assert (school.state, school.level) == ("unassessed", None)
    assert headline(school) == "Chưa đánh giá"
    assert school.blockers == ()


def test_an_absent_result_is_unset() -> None:
    assert school_level(NEW, {"1.1": 2}) == school_level(NEW, {"1.1": 2, "1.2": None})


def test_blockers_name_what_is_missing() -> None:
    school = school_level(NEW, results([2] * 6 + [1, 1], [2, 2, 2, 2, 1, 1, 0]))
    found = {blocker.reason: (blocker.codes, blocker.needed) for blocker in school.blockers}
    assert school.level == 1
    assert found == {
        "mandatory": (("4.1", "4.2"), 2),
        "others_short": (("3.4", "3.5", "4.3"), 1),
        "other_below": (("4.3",), 1),
    }
    assert explain(NEW, school)[1:] == [
        "Để đạt Mức 2, các tiêu chí bắt buộc này cần đạt Mức 2: 4.1, 4.2.",
        "Để đạt Mức 2, cần thêm 1 tiêu chí đạt Mức 2 trong số: 3.4, 3.5, 4.3.",
        "Để đạt Mức 2, không tiêu chí nào được dưới Mức 1; hiện còn: 4.3.",
    ]


def full_2018(**changes: int | None) -> dict[str, int | None]:
    best: dict[str, int | None] = {item.code: item.max_level for item in (*OLD.criteria, *OLD.level4)}
    return best | {code.replace("_", "."): level for code, level in changes.items()}


def of_2018(changes: dict[str, int | None]) -> dict[str, int | None]:
    return full_2018() | changes


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, 4),
        ({"M4.2": 0}, 3),  # Điều 22 gates only level 4
        ({"1.1": 2}, 2),  # one criterion with a level 3 misses it
        ({"1.1": 2, "M4.1": 0}, 2),  # level 4 is recorded, the school stays at 2 (B4)
        ({"1.2": 1}, 1),  # a criterion that ends at level 2 must reach it
        ({"2.1": 0}, 0),
    ],
)
def test_every_criterion_must_reach_the_level_or_its_own_highest(changes: dict[str, int | None], level: int) -> None:
    school = school_level(OLD, of_2018(changes))
    assert (school.state, school.level) == ("judged", level)


def test_level_4_not_yet_judged_leaves_level_3_standing() -> None:
    school = school_level(OLD, of_2018({"M4.1": None, "M4.2": 4}))
    assert (school.level, school.at_most, school.open_level4) == (3, 4, ("M4.1",))
    assert school_level(OLD, of_2018({"M4.1": None, "M4.2": 0})).open_level4 == ()


def test_blockers_of_2018_respect_the_ceiling() -> None:
    school = school_level(OLD, of_2018({"1.1": 2, "1.2": 1}))
    assert school.level == 1
    assert [(item.level, item.codes, item.at_least) for item in school.blockers] == [(2, ("1.2",), 2)]
    found = blockers(OLD, of_2018({"1.1": 2, "1.2": 1}), 3)
    assert [(item.level, item.codes, item.at_least) for item in found] == [
        (2, ("1.2",), 2),
        (3, ("1.1",), 3),
        (3, ("1.2",), 2),
    ]


def test_counts_leave_out_criteria_without_the_level() -> None:
    counts = level_counts(OLD, of_2018({"1.1": 2, "M4.2": 0, "2.2": None}))
    assert {level: (item.met, item.failed, item.open, item.total) for level, item in counts.items()} == {
        1: (4, 0, 1, 5),
        2: (4, 0, 1, 5),
        3: (2, 1, 0, 3),
        4: (1, 1, 0, 2),
    }


def test_a_partial_edition_gives_no_level() -> None:
    raw = raw_2018(partial=True, totals={1: 5, 2: None, 3: None, 4: None})
    school = school_level(made(raw), full_2018())
    assert (school.state, school.level) == ("partial", None)
    assert "chưa có đủ số tiêu chí" in explain(OLD, school)[0]
    assert level_counts(made(raw), full_2018())[2].total is None


@pytest.mark.parametrize("wrong", [{"5.1": 1}, {"1.2": 3}, {"M4.1": 2}, {"1.1": 9}])
def test_results_that_do_not_fit_the_edition_give_no_level(wrong: dict[str, int | None]) -> None:
    school = school_level(OLD, of_2018(wrong))
    assert (school.state, school.level, school.misfits) == ("broken", None, tuple(wrong))
    assert "không khớp" in explain(OLD, school)[0]


def test_an_edition_that_is_not_whole_gives_no_level() -> None:
    cut = replace(NEW, standards=NEW.standards[:3])
    school = school_level(cut, {item.code: 2 for item in cut.criteria})
    assert school.state == "broken"
    assert "không đủ 15 tiêu chí" in explain(cut, school)[0]


def test_a_school_of_several_education_levels_has_the_lowest() -> None:
    assert whole_school({"primary": 2, "lower_secondary": 1}).level == 1
    assert whole_school({"primary": 2, "lower_secondary": 1}).decided_by == ("lower_secondary",)
    assert whole_school({"primary": 2, "lower_secondary": 0}).level == 0
    assert whole_school({"primary": 2, "lower_secondary": None}).level is None
    assert whole_school({"primary": 2, "lower_secondary": None}).open == ("lower_secondary",)
    assert whole_school({}).level is None


def test_what_if_shows_before_and_after() -> None:
    before, after = what_if(NEW, results([2] * 8, [2, 2, 2, 2, 1, 1, 1]), {"3.4": 2})
    assert (before.level, after.level) == (1, 2)


def test_the_way_to_a_level_lets_people_choose() -> None:
    way = way_to(NEW, results([2] * 7 + [1], [2, 2, 2, 1, 1, 1, 0]), 2)
    assert [(step.code, step.now, step.to) for step in way.must] == [("4.2", 1, 2), ("4.3", 0, 1)]
    assert way.choose == 2
    assert [(step.code, step.to) for step in way.among] == [("3.3", 2), ("3.4", 2), ("3.5", 2), ("4.3", 2)]
    assert not way.reached
    assert way_to(NEW, results([2] * 8, [2] * 7), 2).reached


def test_the_way_names_unset_criteria_apart() -> None:
    way = way_to(NEW, dict.fromkeys(MANDATORY, 2), 1)
    assert way.must == way.among == ()
    assert way.unset == ("1.1", "1.2", "2.3", "3.3", "3.4", "3.5", "4.3")


@st.composite
def judged(draw: st.DrawFn) -> tuple[Edition, dict[str, int | None]]:
    edition = draw(st.sampled_from(EDITIONS))
    found: dict[str, int | None] = {}
    for item in (*edition.criteria, *edition.level4):
        low = draw(st.integers(0, 9))
        choices = [0, *item.levels]
        found[item.code] = max(choices) if low > 1 else draw(st.sampled_from(choices))
    return edition, found


@given(judged(), st.data())
def test_raising_a_criterion_never_lowers_the_school(
    case: tuple[Edition, dict[str, int | None]], data: st.DataObject
) -> None:
    edition, found = case
    code = data.draw(st.sampled_from(sorted(found)))
    criterion = edition.criterion(code)
    assert criterion is not None
    higher = [level for level in criterion.levels if level > (found[code] or 0)]
    before, after = what_if(edition, found, {code: data.draw(st.sampled_from(higher or [max(criterion.levels)]))})
    assert before.level is not None
    assert after.level is not None
    assert after.level >= before.level


@given(judged(), st.data())
def test_unset_never_counts_as_failed(case: tuple[Edition, dict[str, int | None]], data: st.DataObject) -> None:
    edition, found = case
    codes = [item.code for item in edition.criteria]
    unset = data.draw(st.sets(st.sampled_from(codes), min_size=1))
    open_ = school_level(edition, found | dict.fromkeys(unset))
    known = school_level(edition, found)
    assert open_.level is None
    assert set(open_.open) == unset
    assert known.level is not None
    assert open_.at_least <= known.level <= open_.at_most
    counts, less = level_counts(edition, found), level_counts(edition, found | dict.fromkeys(unset))
    for level, count in counts.items():
        assert less[level].failed == count.failed - lost(edition, found, unset, level)


def lost(edition: Edition, found: dict[str, int | None], unset: set[str], level: int) -> int:
    """How many of the criteria now unset had failed at the level."""
    had = [item for item in edition.criteria if item.code in unset and level in item.levels]
    return sum((found[item.code] or 0) < level for item in had)


@given(judged())
def test_a_level_has_no_gap_below(case: tuple[Edition, dict[str, int | None]]) -> None:
    edition, found = case
    level = school_level(edition, found).level
    assert level is not None
    assert blockers(edition, found, level) == ()


@given(judged(), st.integers(1, 4))
def test_the_way_leads_there(case: tuple[Edition, dict[str, int | None]], target: int) -> None:
    edition, found = case
    target = min(target, 2) if edition is NEW else target
    way = way_to(edition, found, target)
    raised = found | {step.code: step.to for step in (*way.must, *way.among[: way.choose])}
    short = {step.code: step.to for step in way.must}
    raised |= {code: max(raised[code] or 0, to) for code, to in short.items()}
    after = school_level(edition, raised)
    assert after.level is not None
    assert after.level >= target


ANSWERS = st.sampled_from([True, False, None])


@given(st.sampled_from([item for edition in EDITIONS for item in (*edition.criteria, *edition.level4)]), st.data())
def test_no_criterion_reaches_a_level_past_a_gap(criterion: Criterion, data: st.DataObject) -> None:
    places = [(level, item.key) for level, items in criterion.levels.items() for item in items]
    answers = {place: data.draw(ANSWERS) for place in places}
    result = criterion_result(criterion, answers)
    for level in range(1, (result.level or 0) + 1):
        assert all(answers[place] for place in places if place[0] == level)
    if result.level is None:
        assert result.open
        assert result.at_least < result.at_most
    if result.level is not None and result.level < criterion.max_level:
        assert any(answers[place] is False for place in places)
