"""Levels in words, and the edition that a plan object shows."""

from __future__ import annotations

import pytest

from caitien.engine.catalogue import Edition, edition
from caitien.engine.errors import UserError
from caitien.engine.levels import explain, facts_of, headline, level_name, plan_edition, school_level
from caitien.engine.plan.model import Action, LegalBasis, LevelCount, Mark, Plan, Problem, SelfAssessment
from tests.engine.catalogue.small import made, raw_57, raw_2018

NEW = made(raw_57())
OLD = made(raw_2018())


def best(of: Edition, **changes: int | None) -> dict[str, int | None]:
    return {item.code: item.max_level for item in (*of.criteria, *of.level4)} | {
        code.replace("_", "."): level for code, level in changes.items()
    }


@pytest.mark.parametrize(("level", "name"), [(None, "Chưa đánh giá"), (0, "Không đạt Mức 1"), (2, "Đạt Mức 2")])
def test_names_of_levels(level: int | None, name: str) -> None:
    assert level_name(level) == name


@pytest.mark.parametrize(
    ("of", "results", "line", "why"),
    [
        (NEW, best(NEW), "Đạt Mức 2", "Các tiêu chí bắt buộc đều đạt Mức 2 trở lên và ít nhất 5 tiêu chí khác"),
        (OLD, best(OLD), "Đạt Mức 4", "Trường đạt Mức 3 và đạt mọi tiêu chí của Mức 4."),
        (OLD, best(OLD, M4_1=0), "Đạt Mức 3", "Mọi tiêu chí có Mức 3 đều đạt mức này"),
        (OLD, best(OLD, M4_1=None), "Đạt Mức 3", "Mọi tiêu chí có Mức 3"),
        (OLD, {}, "Chưa đánh giá", "Còn 5 tiêu chí chưa có kết quả: 1.1, 1.2, 1.3, 2.1, 2.2."),
    ],
)
def test_a_level_is_explained(of: Edition, results: dict[str, int | None], line: str, why: str) -> None:
    school = school_level(of, results)
    assert headline(school) == line
    assert explain(of, school)[0].startswith(why)


def test_what_is_open_and_what_blocks_is_said() -> None:
    lines = explain(OLD, school_level(OLD, best(OLD, M4_1=None)))
    assert lines[1] == "Mức 4 còn 1 khoản chưa có kết quả: M4.1."
    assert "Để đạt Mức 4, các tiêu chí của Mức 4 này cần đạt: M4.2." in explain(
        OLD, school_level(OLD, best(OLD, M4_2=0))
    )
    failed = explain(OLD, school_level(OLD, best(OLD, **{"2_1": 0})))
    assert failed == ["Để đạt Mức 1, các tiêu chí này cần đạt Mức 1: 2.1."]


@pytest.mark.parametrize("results", [{}, best(NEW, **{"1_1": None}), best(NEW, **{"1_3": 0})])
def test_the_words_of_57_do_not_speak_of_accreditation(results: dict[str, int | None]) -> None:
    school = school_level(NEW, results)
    assert "kiểm định" not in " ".join([headline(school), *explain(NEW, school)]).lower()


def test_the_facts_of_a_plan() -> None:
    plan = Plan(
        form="2018",
        school_type="primary",
        school_year="2024-2025",
        legal_bases=[LegalBasis("…", number="17/2018/TT-BGDĐT"), LegalBasis("Báo cáo tự đánh giá")],
        self_assessment=SelfAssessment(
            level_counts={"1": LevelCount(27, 27, 0), "2": LevelCount(passed=20)}, marks=[Mark("1.10", ["x"])]
        ),
        actions=[
            Action(criterion="3.4", criteria=["3.4", "3.5"], criterion_title="Việc thứ 3.4"),
            Action(criterion="2", level_section=4),
            Action(),
        ],
        problems=[Problem(criterion="4.2"), Problem()],
    )
    facts = facts_of(plan)
    assert facts.numbers == ("17/2018/TT-BGDĐT",)
    assert facts.totals == {1: 27}
    assert facts.criteria == (("3.4", "Việc thứ 3.4"), ("3.5", ""), ("M4.2", ""), ("4.2", ""), ("1.10", ""))
    assert facts.date is not None
    assert facts.date.isoformat() == "2024-08-01"
    chosen = plan_edition(plan)
    assert chosen.edition is not None
    assert chosen.edition.id == "tt17-2018"


def test_an_edition_named_in_the_plan_is_taken() -> None:
    assert plan_edition(Plan(edition="tt57-general", school_type="preschool")).edition is edition("tt57-general")
    with pytest.raises(UserError, match="Chưa có bộ tiêu chuẩn"):
        plan_edition(Plan(edition="tt99-none"))


def test_an_empty_plan_has_no_edition() -> None:
    chosen = plan_edition(Plan())
    assert chosen.edition is None
    assert not chosen.sure
    assert facts_of(Plan(date="2026-09-15")).date is not None
