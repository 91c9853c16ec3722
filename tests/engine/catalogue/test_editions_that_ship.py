"""The editions that ship: counts of the law, which one fits a school, a date and a plan."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from caitien.engine.catalogue import (
    PlanFacts,
    edition,
    edition_for,
    edition_ids,
    edition_of_plan,
    editions,
    mapping,
    mappings,
)

IDS = [
    "tt17-2018",
    "tt17-2024",
    "tt18-2018",
    "tt18-2024",
    "tt19-2018",
    "tt19-2024",
    "tt57-continuing",
    "tt57-general",
    "tt57-preschool",
]


def test_all_editions_are_there() -> None:
    assert edition_ids() == IDS
    assert [made.id for made in editions()] == IDS


@pytest.mark.parametrize(
    ("id", "counts", "by_standard", "indicators"),
    [
        ("tt17-2018", (27, 27, 19, 5), (10, 4, 6, 2, 5), (81, 48, 24, 5)),
        ("tt18-2018", (28, 28, 20, 6), (10, 4, 6, 2, 6), (84, 45, 25, 6)),
        ("tt19-2018", (25, 25, 19, 6), (10, 3, 6, 2, 4), (75, 46, 25, 6)),
    ],
)
def test_counts_of_2018(
    id: str, counts: tuple[int, ...], by_standard: tuple[int, ...], indicators: tuple[int, ...]
) -> None:
    made = edition(id)
    every = (*made.criteria, *made.level4)
    counted = Counter(level for item in every for level in item.levels)
    assert tuple(counted[level] for level in (1, 2, 3, 4)) == counts
    assert tuple(made.totals[level] for level in (1, 2, 3, 4)) == counts
    assert tuple(len(standard.criteria) for standard in made.standards) == by_standard
    requirements = Counter(level for item in every for level, items in item.levels.items() for _ in items)
    assert tuple(requirements[level] for level in (1, 2, 3, 4)) == indicators
    assert all([item.key for item in criterion.levels[1]] == ["a", "b", "c"] for criterion in made.criteria)


@pytest.mark.parametrize(
    ("id", "without_level_3"),
    [
        ("tt17-2018", ["1.2", "1.5", "1.7", "1.8", "1.9", "1.10", "3.4", "5.1"]),
        ("tt18-2018", ["1.2", "1.7", "1.8", "1.9", "1.10", "3.4", "5.3", "5.4"]),
        ("tt19-2018", ["1.2", "1.7", "1.8", "1.9", "1.10", "3.6"]),
    ],
)
def test_criteria_that_end_at_level_2(id: str, without_level_3: list[str]) -> None:
    assert [item.code for item in edition(id).criteria if item.max_level == 2] == without_level_3


@pytest.mark.parametrize("id", ["tt57-preschool", "tt57-general", "tt57-continuing"])
def test_counts_of_57(id: str) -> None:
    made = edition(id)
    assert tuple(len(standard.criteria) for standard in made.standards) == (4, 3, 5, 3)
    assert len(made.criteria) == 15
    mandatory = [item.code for item in made.criteria if item.mandatory]
    assert mandatory == ["1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"]
    assert all(list(item.levels) == [1, 2] for item in made.criteria)
    assert made.level4 == ()


@pytest.mark.parametrize(("id", "total"), [("tt17-2024", 24), ("tt18-2024", 25), ("tt19-2024", 22)])
def test_amended_editions_are_partial(id: str, total: int) -> None:
    made = edition(id)
    assert made.partial
    assert not made.verified
    assert made.totals[1] == total
    assert made.totals.get(3) is None


@pytest.mark.parametrize(
    ("school_type", "day", "id"),
    [
        ("primary", date(2018, 10, 9), None),
        ("primary", date(2018, 10, 10), "tt17-2018"),
        ("primary", date(2025, 1, 24), "tt17-2018"),
        ("primary", date(2025, 1, 25), "tt17-2024"),
        ("primary", date(2026, 7, 6), "tt17-2024"),
        ("primary", date(2026, 7, 7), "tt57-general"),
        ("lower_secondary", date(2024, 8, 1), "tt18-2018"),
        ("upper_secondary", date(2024, 8, 1), "tt18-2018"),
        ("multi_level", date(2024, 8, 1), "tt18-2018"),
        ("multi_level", date(2026, 8, 1), "tt57-general"),
        ("preschool", date(2024, 8, 1), "tt19-2018"),
        ("preschool", date(2026, 8, 1), "tt57-preschool"),
        ("continuing", date(2024, 8, 1), None),
        ("continuing", date(2026, 8, 1), "tt57-continuing"),
    ],
)
def test_edition_for_a_school_and_a_day(school_type: str, day: date, id: str | None) -> None:
    found = edition_for(school_type, day)
    assert (found.id if found else None) == id


AUTUMN_2025 = date(2025, 9, 29)
AUTUMN_2026 = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("facts", "id", "sure"),
    [
        # T8: the plan inherits the edition of its assessment
        (PlanFacts(school_type="preschool", totals={1: 25, 2: 25, 3: 19, 4: 6}, date=AUTUMN_2025), "tt19-2018", True),
        (PlanFacts(school_type="preschool", totals={1: 22}, date=AUTUMN_2025), "tt19-2024", True),
        (PlanFacts(school_type="preschool", date=AUTUMN_2025), "tt19-2024", False),
        (PlanFacts(school_type="preschool", date=date(2024, 9, 1)), "tt19-2018", True),
        (PlanFacts(school_type="primary", criteria=(("3.5", ""), ("2.2", "")), date=AUTUMN_2025), "tt17-2018", True),
        (PlanFacts(school_type="primary", totals={1: 27, 2: 27}, date=AUTUMN_2026), "tt17-2018", True),
        (PlanFacts(school_type="primary", date=AUTUMN_2026), "tt57-general", False),
        (PlanFacts(form="tt57", school_type="primary", date=AUTUMN_2026), "tt57-general", True),
        (PlanFacts(form="2018", school_type="lower_secondary", date=date(2024, 9, 1)), "tt18-2018", True),
        # the number of another school type tells the generation
        (
            PlanFacts(school_type="lower_secondary", numbers=("17/2018/TT-BGDĐT",), date=AUTUMN_2026),
            "tt18-2024",
            False,
        ),
        (PlanFacts(numbers=("19/2018/TT-BGDĐT",), totals={1: 25, 3: 19}), "tt19-2018", True),
        (PlanFacts(school_type="primary", totals={1: 26}, date=date(2024, 9, 1)), "tt17-2018", True),
        (PlanFacts(), None, False),
        (PlanFacts(school_type="continuing", date=date(2020, 9, 1)), None, False),
        (PlanFacts(school_type="continuing", date=AUTUMN_2026), "tt57-continuing", True),
        (PlanFacts(form="tt57", school_type="primary", date=date(2016, 9, 1)), "tt57-general", True),
    ],
)
def test_edition_of_a_plan(facts: PlanFacts, id: str | None, sure: bool) -> None:
    choice = edition_of_plan(facts)
    assert (choice.edition.id if choice.edition else None, choice.sure) == (id, sure)


def test_the_choice_says_why() -> None:
    facts = PlanFacts(school_type="preschool", totals={1: 25, 2: 25, 3: 19, 4: 6}, date=AUTUMN_2025)
    assert edition_of_plan(facts).reasons == ("loại trường", "tổng số tiêu chí của các mức")


def test_titles_decide_where_codes_do_not() -> None:
    title = next(item.title for item in edition("tt19-2018").criteria if item.code == "1.5")
    facts = PlanFacts(criteria=(("1.5", title),), date=AUTUMN_2025)
    choice = edition_of_plan(facts)
    assert choice.edition is not None
    assert choice.edition.id == "tt19-2018"


def test_titles_show_the_amended_edition() -> None:
    title = next(item.title for item in edition("tt19-2024").criteria if item.code == "3.1")
    choice = edition_of_plan(PlanFacts(school_type="preschool", criteria=(("3.1", title),), date=AUTUMN_2025))
    assert choice.edition is not None
    assert choice.edition.id == "tt19-2024"


def test_advice_covers_every_old_criterion_and_names_only_criteria() -> None:
    pairs = {(item.old, item.new) for item in mappings()}
    for type_2018, set_57 in (("17", "general"), ("18", "general"), ("19", "preschool")):
        for version in ("2018", "2024"):
            assert (f"tt{type_2018}-{version}", f"tt57-{set_57}") in pairs
    for found in mappings():
        old, new = edition(found.old), edition(found.new)
        assert set(found.criteria) == {item.code for item in (*old.criteria, *old.level4)}
        named = {code for advice in found.criteria.values() for code in advice.new} | set(found.new_ground)
        assert named <= {item.code for item in new.criteria}
        assert not found.verified


def test_advice_is_looked_up_both_ways() -> None:
    found = mapping("tt17-2018", "tt57-general")
    assert found is not None
    assert found.criteria["2.2"].new == ("2.2",)
    assert "2.2" in found.old_of("2.2")
    assert mapping("tt57-general", "tt17-2018") is None
