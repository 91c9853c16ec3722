"""Certificates, recognition, monitoring and figures by the rules that the editions hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from caitien.engine.catalogue import edition
from caitien.engine.errors import UserError
from caitien.engine.levels import (
    ReviewDone,
    conditions,
    consecutive_years,
    corresponds,
    due_moments,
    expiry,
    monitoring,
    monitoring_ok,
    ratings_ok,
    ratio_ok,
    refusal,
    reminders,
    renewal_deadline,
    renewal_state,
    report_deadline,
    report_timing,
    upgrade_from,
)

NEW = edition("tt57-general")
OLD = edition("tt17-2018")


def test_expiry_is_what_is_printed_else_inferred() -> None:
    inferred = expiry(NEW, date(2026, 9, 1))
    assert (inferred.day, inferred.inferred) == (date(2031, 9, 1), True)
    printed = expiry(NEW, date(2023, 11, 20), printed=date(2028, 11, 20))
    assert (printed.day, printed.inferred) == (date(2028, 11, 20), False)
    assert expiry(NEW, date(2028, 2, 29)).day == date(2033, 2, 28)


def test_renewal_of_2018() -> None:
    expires = expiry(OLD, date(2020, 12, 15)).day
    assert expires == date(2025, 12, 15)
    assert renewal_deadline(OLD, expires) == date(2025, 7, 15)
    assert reminders(expires) == [date(2024, 12, 15), date(2025, 3, 15), date(2025, 6, 15)]
    states = {
        day: renewal_state(OLD, expires, day)
        for day in (date(2024, 12, 14), date(2024, 12, 15), date(2025, 7, 15), date(2025, 7, 16), date(2025, 12, 16))
    }
    assert list(states.values()) == ["quiet", "soon", "soon", "late", "expired"]
    assert renewal_deadline(NEW, expires) is None


def test_upgrade_waits_two_years_or_one() -> None:
    assert upgrade_from(OLD, date(2024, 5, 20)) == date(2026, 5, 20)
    assert upgrade_from(edition("tt17-2024"), date(2024, 5, 20)) == date(2025, 5, 20)
    assert upgrade_from(NEW, date(2026, 10, 15)) == date(2028, 10, 15)


def test_report_before_15_june() -> None:
    deadline = report_deadline(NEW, "2026-2027")
    assert deadline == date(2027, 6, 15)
    assert report_deadline(OLD, "2024-2025") is None
    today = date(2027, 6, 20)
    assert report_timing(deadline, approved=date(2027, 6, 14), today=today).state == "in_time"
    assert report_timing(deadline, approved=date(2027, 6, 15), today=today).state == "on_the_day"
    assert report_timing(deadline, approved=date(2027, 6, 16), today=today).state == "late"
    assert report_timing(deadline, approved=None, today=today).state == "overdue"
    left = report_timing(deadline, approved=None, today=date(2027, 6, 5))
    assert (left.state, left.days) == ("open", 10)


@pytest.mark.parametrize(
    ("id", "level", "grade", "degree"),
    [
        ("tt17-2018", 0, None, None),
        ("tt17-2018", 1, 1, None),
        ("tt19-2018", 2, 2, 1),
        ("tt17-2018", 3, 3, 2),
        ("tt18-2018", 4, 4, 2),
        ("tt17-2018", None, None, None),
        ("tt57-general", 0, None, None),
        ("tt57-general", 1, None, 1),
        ("tt57-preschool", 2, None, 2),
        ("tt57-continuing", 2, None, None),
    ],
)
def test_what_a_level_corresponds_to(id: str, level: int | None, grade: int | None, degree: int | None) -> None:
    found = corresponds(edition(id), level)
    assert (found.grade, found.degree) == (grade, degree)
    assert "đạt chuẩn" not in found.text.lower()
    assert found.text.startswith("Tương ứng") == bool(grade or degree)
    assert "kiểm định" not in found.text.lower()


def test_years_in_a_row_end_just_before_the_consideration() -> None:
    assert consecutive_years({"2026-2027", "2027-2028", "2028-2029"}, "2029-2030") == 3
    assert consecutive_years({"2026-2027", "2028-2029"}, "2029-2030") == 1
    assert consecutive_years({"2026-2027"}, "2029-2030") == 0


@pytest.mark.parametrize(
    ("answers", "years", "level", "state", "codes"),
    [
        ({"a": True, "d": True}, 3, 2, "met", ()),
        ({"a": True, "d": None}, 3, 2, "open", ("d",)),
        ({"a": True, "d": True}, 3, None, "open", ("c",)),
        ({"a": True, "d": True}, 1, 0, "not_met", ("b", "c")),
        ({}, 1, 2, "open", ("a", "d")),
    ],
)
def test_conditions_of_57(
    answers: Mapping[str, bool | None], years: int, level: int | None, state: str, codes: tuple[str, ...]
) -> None:
    found = conditions(NEW, answers, years=years, level=level)
    assert (found.state, found.codes) == (state, codes)
    if state == "met":
        assert found.text == (
            "Đáp ứng các điều kiện. Tương ứng Mức độ 2 của chuẩn quốc gia; "
            "thẩm quyền công nhận: Sở Giáo dục và Đào tạo."
        )


def test_conditions_of_2018() -> None:
    assert conditions(OLD, {"a": True}, years=0, level=2).state == "met"
    assert conditions(OLD, {}, years=0, level=2).codes == ("a",)


def review(moment: str, day: date | None, *, result: str = "Xong 3 việc", reviewer: str = "Tổ giám sát") -> ReviewDone:
    return ReviewDone(moment, day, result, reviewer)


YEAR = {"first_day": date(2026, 8, 1), "last_day": date(2027, 7, 31)}
FIRST, SECOND = "Cuối học kỳ I", "Cuối năm học"


def test_two_reviews_at_both_moments_are_enough() -> None:
    done = [review(FIRST, date(2027, 1, 12)), review(SECOND, date(2027, 5, 25))]
    assert monitoring_ok(NEW, done, **YEAR)
    state = monitoring(NEW, done, **YEAR)
    assert (state.count, state.asked, state.missing) == (2, 2, ())


@pytest.mark.parametrize(
    ("done", "count", "missing"),
    [
        ([review(SECOND, date(2027, 5, 5)), review(SECOND, date(2027, 5, 25))], 2, (FIRST,)),
        ([review(FIRST, date(2026, 1, 12)), review(SECOND, date(2027, 5, 25))], 1, (FIRST,)),
        ([review(FIRST, None), review(SECOND, date(2027, 5, 25))], 1, (FIRST,)),
        ([review(FIRST, date(2027, 1, 12), result=" ")], 0, (FIRST, SECOND)),
        ([review(FIRST, date(2027, 1, 12), reviewer="")], 0, (FIRST, SECOND)),
        ([], 0, (FIRST, SECOND)),
    ],
)
def test_a_missing_moment_is_not_made_up_by_another(
    done: list[ReviewDone], count: int, missing: tuple[str, ...]
) -> None:
    state = monitoring(NEW, done, **YEAR)
    assert (state.ok, state.count, state.missing) == (False, count, missing)


def test_moments_gone_by_are_reminded_of() -> None:
    state = monitoring(NEW, [], **YEAR)
    ends = [date(2027, 1, 15), date(2027, 5, 31)]
    assert due_moments(NEW, state, ends, date(2027, 1, 15)) == []
    assert due_moments(NEW, state, ends, date(2027, 1, 16)) == [FIRST]
    assert due_moments(NEW, state, ends, date(2027, 6, 1)) == [FIRST, SECOND]


def test_a_figure_alone_does_not_fail_a_criterion() -> None:
    day = date(2027, 3, 10)
    text = refusal(NEW, "4.1", reason="Chỉ có 88%", named=(), day=day)
    assert text is not None
    assert "khoản 4 Điều 27" in text
    assert refusal(NEW, "4.1", reason="Phòng học chưa đủ ánh sáng", named=("1/1",), day=day) is None
    assert refusal(NEW, "4.1", reason="88%", named=("9/9",), day=day) is not None


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (date(2026, 7, 6), False),
        (date(2026, 7, 7), True),
        (date(2028, 12, 31), True),
        (date(2029, 1, 1), False),
    ],
)
def test_the_article_is_cited_while_it_holds(day: date, cited: bool) -> None:
    text = refusal(NEW, "4.1", reason="88%", named=(), day=day)
    assert text is not None
    assert ("Điều 27" in text) is cited


def test_not_met_wants_a_reason() -> None:
    text = refusal(NEW, "4.1", reason=" ", named=("1/1",), day=date(2027, 3, 10))
    assert text is not None
    assert text.startswith("Xin ghi lý do")


def test_editions_with_thresholds_let_figures_decide() -> None:
    assert refusal(OLD, "2.2", reason="94,7%", named=(), day=date(2024, 3, 10)) is None


def test_ratios_are_compared_as_fractions() -> None:
    assert ratio_ok(19, 20, 95) is True
    assert ratio_ok(18, 19, 95) is False
    assert ratio_ok(0, 0, 95) is None


SCALE = ("chưa đạt", "đạt", "khá", "tốt")


@pytest.mark.parametrize(
    ("ratings", "level_2", "level_3"),
    [
        (["đạt", "khá", "khá", "đạt", "đạt"], True, False),
        (["khá", "khá", "tốt", "khá", "khá"], True, True),
        (["khá", "khá", "khá", "khá", "khá"], True, False),
        (["đạt", "đạt", "đạt", "đạt", "khá"], False, False),
        (["khá", "khá", "tốt", "khá"], None, None),
    ],
)
def test_yearly_ratings_of_the_head(ratings: list[str], level_2: bool | None, level_3: bool | None) -> None:
    assert ratings_ok(ratings, SCALE, at_least={"khá": 2}) is level_2
    assert ratings_ok(ratings, SCALE, at_least={"tốt": 1}, every="khá") is level_3


def test_continuing_education_has_no_rule_on_certificates() -> None:
    with pytest.raises(UserError, match="không có quy định về thời hạn công nhận"):
        expiry(edition("tt57-continuing"), date(2027, 1, 1))
    with pytest.raises(UserError, match="không có quy định về công nhận"):
        conditions(edition("tt57-continuing"), {}, years=3, level=2)
