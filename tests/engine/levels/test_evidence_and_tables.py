"""Evidence codes (D1, R8), citations (R9, D3) and the tables of results (R6, E3, E4)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.engine.catalogue import edition
from caitien.engine.levels import (
    answer_cell,
    check_citations,
    cite,
    done_text,
    find_codes,
    marks,
    next_code,
    parse_code,
    percent_text,
    same_facts,
    serial_gaps,
    share,
    single_mark,
    summary,
    valid_code,
)

NEW = edition("tt57-general")
OLD = edition("tt17-2018")


@pytest.mark.parametrize(
    ("code", "id", "valid"),
    [
        ("MC.2.3.07", "tt57-general", True),
        ("MC.2.4.01", "tt57-general", False),
        ("MC.4.4.01", "tt57-general", False),
        ("MC.1.1.1", "tt57-general", False),
        ("MC.1.1.00", "tt57-general", False),
        ("MC.1.1.3.01", "tt57-general", False),
        ("MC.1.1.100", "tt57-general", True),
        ("[H1-1.1-01]", "tt57-general", False),
        ("[H1-1.10-01]", "tt17-2018", True),
        ("[H1-1.01-01]", "tt17-2018", False),
        ("[H2-2.4-01]", "tt17-2018", True),
        ("[H2-2.4-01]", "tt18-2018", True),
        ("[H2-2.4-01]", "tt19-2018", False),
        ("[H5-5.6-01]", "tt18-2018", True),
        ("[H5-5.6-01]", "tt17-2018", False),
        ("[H3-1.1-01]", "tt17-2018", True),
        ("[H0-1.1-01]", "tt17-2018", False),
        ("[H1-1.1-00]", "tt17-2018", False),
        ("H1-1.1-01", "tt17-2018", False),
        ("MC.1.1.01", "tt17-2018", False),
    ],
)
def test_valid_codes(code: str, id: str, valid: bool) -> None:
    assert valid_code(code, edition(id)) is valid


def test_the_next_code_counts_every_code_ever_given() -> None:
    assert str(next_code(OLD, "1.10", ["[H1-1.10-01]", "[H1-1.10-02]", "[H1-1.1-09]"])) == "[H1-1.10-03]"
    assert str(next_code(NEW, "1.1", [])) == "MC.1.1.01"
    assert str(next_code(NEW, "1.1", ["MC.1.1.04", "MC.1.2.09", "không"])) == "MC.1.1.05"
    assert str(next_code(NEW, "1.1", ["MC.1.1.99"])) == "MC.1.1.100"
    assert str(next_code(OLD, "2.2", [], box=1)) == "[H1-2.2-01]"
    with pytest.raises(ValueError, match=r"9\.9"):
        next_code(NEW, "9.9", [])


@given(st.sampled_from([NEW, OLD]), st.data())
def test_a_code_reads_back_as_itself(made: object, data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(NEW.criteria if made is NEW else OLD.criteria))
    issued = [str(next_code(NEW if made is NEW else OLD, found.code, []))]
    code = next_code(NEW if made is NEW else OLD, found.code, issued)
    assert parse_code(str(code)) == code
    assert code.home == found.code


def test_codes_sort_by_number() -> None:
    codes = [parse_code(text) for text in ("[H1-1.10-01]", "[H1-1.9-01]", "[H1-1.9-10]", "[H1-1.9-02]")]
    ordered = sorted((code for code in codes if code), key=lambda code: code.sort_key)
    assert [str(code) for code in ordered] == ["[H1-1.9-01]", "[H1-1.9-02]", "[H1-1.9-10]", "[H1-1.10-01]"]


def test_codes_are_found_right_or_wrong() -> None:
    text = "Theo quy định [H1-1.1-01]; [H1-1.01-2]. Kế hoạch (MC.1.1.01, MC.9.9.1)."
    assert [code for code, _, _ in find_codes(text)] == ["[H1-1.1-01]", "[H1-1.01-2]", "MC.1.1.01", "MC.9.9.1"]
    assert all(text[start:end] == code for code, start, end in find_codes(text))


def test_gaps_are_shown_never_closed() -> None:
    assert serial_gaps(["MC.1.1.01", "MC.1.1.04", "MC.2.1.01"]) == {"1.1": [2, 3]}


@pytest.mark.parametrize(
    ("sentence", "codes", "cited"),
    [
        ("Kế hoạch đã ban hành.", ["MC.1.1.01"], "Kế hoạch đã ban hành (MC.1.1.01)."),
        ("Kế hoạch đã ban hành", ["MC.1.1.01"], "Kế hoạch đã ban hành (MC.1.1.01)"),
        (
            "Kế hoạch đã ban hành;",
            ["MC.1.1.02", "MC.1.1.01", "MC.1.1.02"],
            "Kế hoạch đã ban hành (MC.1.1.01, MC.1.1.02);",
        ),
        ("Kế hoạch đã ban hành.", [], "Kế hoạch đã ban hành."),
        ("Đã đủ hồ sơ.", ["[H1-1.10-01]", "[H1-1.9-02]"], "Đã đủ hồ sơ [H1-1.9-02]; [H1-1.10-01]."),
    ],
)
def test_codes_stand_before_the_final_mark(sentence: str, codes: list[str], cited: str) -> None:
    assert cite(sentence, codes) == cited


def test_what_is_no_code_is_not_cited() -> None:
    with pytest.raises(ValueError, match=r"MC\.1\.1\.1"):
        cite("Đã xong.", ["MC.1.1.1"])


def test_citations_are_checked_against_the_register() -> None:
    linked = {"MC.1.1.01": {"1.1"}, "MC.1.1.02": {"1.1", "3.1"}, "MC.1.2.01": {"1.2"}}
    found = check_citations("Đủ (MC.1.1.01, MC.1.2.01, MC.1.1.09).", "1.1", linked)
    assert (found.right, found.elsewhere, found.unknown) == (("MC.1.1.01",), ("MC.1.2.01",), ("MC.1.1.09",))
    assert check_citations("Đủ (MC.1.1.02).", "3.1", linked).right == ("MC.1.1.02",)
    assert check_citations("Chưa có minh chứng.", "1.1", linked).bare
    assert not found.bare


def test_polishing_keeps_codes_and_numbers() -> None:
    assert same_facts("Có 12 lớp, 95,5% (MC.1.1.01).", "Trường có 12 lớp, đạt 95,5% (MC.1.1.01).")
    assert not same_facts("Có 12 lớp (MC.1.1.01).", "Có 13 lớp (MC.1.1.01).")
    assert not same_facts("Có 12 lớp (MC.1.1.01).", "Có 12 lớp.")


def test_shares_are_rounded_half_up() -> None:
    assert share(1, 8, places=1) == Decimal("12.5")
    assert share(1, 16, places=1) == Decimal("6.3")
    assert share(13, 19) == Decimal("68.4")
    assert share(7, 27, places=2) == Decimal("25.93")
    assert share(0, 0) is None
    assert [percent_text(share(*pair)) for pair in ((1, 3), (1, 4), (5, 5), (0, 4))] == ["33,3%", "25%", "100%", "0%"]
    assert percent_text(None) == ""


def test_table_b_counts_by_standard_and_over_all() -> None:
    levels = {"1": [1, 2, 2, 2], "2": [0, 1, 2], "3": [1, 2, 2, 2, 2], "4": [1, 2, 2]}
    results = {f"{standard}.{i}": level for standard, found in levels.items() for i, level in enumerate(found, 1)}
    rows = {row.standard: row for row in summary(NEW, results)}
    assert rows["1"].counts == (0, 1, 3)
    assert rows["1"].shares == (Decimal("0.0"), Decimal("25.0"), Decimal("75.0"))
    assert rows["2"].shares == (Decimal("33.3"),) * 3
    assert rows[""].counts == (1, 4, 10)
    assert rows[""].shares == (Decimal("6.7"), Decimal("26.7"), Decimal("66.7"))


def test_table_b_counts_unset_apart() -> None:
    row = summary(NEW, {"2.1": 2, "2.2": None})[1]
    assert (row.counts, row.open) == ((0, 0, 1), 2)


def test_marks_of_2018_run_up_to_the_level() -> None:
    ends_at_2, ends_at_3 = OLD.criterion("1.2"), OLD.criterion("1.1")
    assert ends_at_2 is not None
    assert ends_at_3 is not None
    assert marks(ends_at_2, 2, levels=3) == ["", "x", "x", "-"]
    assert marks(ends_at_3, 2, levels=3) == ["", "x", "x", ""]
    assert marks(ends_at_3, 0, levels=3) == ["x", "", "", ""]
    assert marks(ends_at_2, None, levels=3) == ["", "", "", "-"]


def test_one_mark_a_row_for_57() -> None:
    assert single_mark(2, levels=2) == ["", "", "×"]
    assert single_mark(0, levels=2) == ["×", "", ""]
    assert single_mark(None, levels=2) == ["", "", ""]


def test_cells_of_the_criterion_sheet() -> None:
    item = OLD.criterion("1.1")
    assert item is not None
    assert [answer_cell(item, 1, letter, True) for letter in "abc"] == ["Đạt"] * 3
    assert [answer_cell(item, 2, letter, False) for letter in "abc"] == ["* Không đạt", "-", "-"]
    two = OLD.criterion("1.3")
    none = OLD.criterion("1.2")
    assert two is not None
    assert none is not None
    assert [answer_cell(two, 2, letter, None) for letter in "abc"] == ["", "", "-"]
    assert [answer_cell(none, 3, letter, None) for letter in "abc"] == ["-", "-", "-"]


def test_work_done_is_a_count() -> None:
    assert done_text(3, 7) == "3/7"
