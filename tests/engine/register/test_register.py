"""The register: numbers, standing on a day, what is right for a school, bodies, reporting line."""

from __future__ import annotations

from datetime import date

import pytest

from caitien.engine.register import key_of, register

REGISTER = register()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("17/2018/TT-BGDĐT", "17/2018/TT-BGDĐT"),
        ("17 /2018/TT - BGD&ĐT", "17/2018/TT-BGDĐT"),
        ("Thông tư số 17/2018/TT-BGDĐT", "17/2018/TT-BGDĐT"),
        ("TT 17/2018", "17/2018/TT-BGDĐT"),
        ("9/2024/TT-BGDĐT", "09/2024/TT-BGDĐT"),
        ("5932/BGDĐT-QLCL", "5932/BGDĐT-QLCL"),
        ("Công văn 5932", "5932/BGDĐT-QLCL"),
        ("Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("Thông tư 15/2026", "15/2026"),
    ],
)
def test_a_number_is_known_however_it_is_written(written: str, number: str) -> None:
    found = REGISTER.regulation(written)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize("written", ["17/2018", "17/2018/TT-BTC", "Quyết định 35", "5932", "72/KH-ABC", "", "Thông tư"])
def test_what_is_another_number_is_not_known(written: str) -> None:
    assert REGISTER.regulation(written) is None


def test_a_law_goes_by_its_name_or_alias() -> None:
    law = REGISTER.regulation("20/2023")
    assert law is not None
    assert law.name == "Luật Giao dịch điện tử"


def test_every_key_is_given_once() -> None:
    keys = [key_of(number) for item in REGISTER.regulations for number in (item.number, *item.aliases) if number]
    assert len(keys) == len(set(keys))


def test_what_is_not_known_is_not_verified() -> None:
    for item in REGISTER.regulations:
        if item.verified:
            assert item.number, item
            assert item.date, item
        assert item.source, item


def test_references_between_regulations_lead_somewhere() -> None:
    for item in REGISTER.regulations:
        for number in (*item.amends, *item.replaces, *item.guides, *item.consolidates):
            assert REGISTER.regulation(number) is not None, number


def test_mentions_are_found_in_order_with_their_places() -> None:
    text = (
        "Căn cứ Luật Giáo dục; Thông tư số 19/2018/TT-BGDĐT, TT 22/2024; công văn 5942 ngày 28/12/2018; số 72/KH-ABC."
    )
    found = REGISTER.find(text)
    assert [mention.regulation.name for mention in found] == [
        "Luật Giáo dục",
        "Thông tư 19/2018/TT-BGDĐT",
        "Thông tư 22/2024/TT-BGDĐT",
        "Công văn 5942/BGDĐT-QLCL",
    ]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize(
    ("number", "day", "state", "by"),
    [
        ("17/2018/TT-BGDĐT", date(2018, 10, 9), "not_yet", ()),
        ("17/2018/TT-BGDĐT", date(2018, 10, 10), "in_force", ()),
        ("17/2018/TT-BGDĐT", date(2025, 1, 24), "in_force", ()),
        ("17/2018/TT-BGDĐT", date(2025, 1, 25), "amended", ("22/2024/TT-BGDĐT",)),
        ("17/2018/TT-BGDĐT", date(2026, 7, 6), "amended", ("22/2024/TT-BGDĐT",)),
        ("17/2018/TT-BGDĐT", date(2026, 7, 7), "ended", ("57/2026/TT-BGDĐT",)),
        ("22/2024/TT-BGDĐT", date(2026, 7, 7), "ended", ("57/2026/TT-BGDĐT",)),
        ("5942/BGDĐT-QLCL", date(2026, 7, 6), "in_force", ()),
        ("5942/BGDĐT-QLCL", date(2026, 7, 7), "lapsed", ("57/2026/TT-BGDĐT",)),
        ("36/2017/TT-BGDĐT", date(2024, 7, 18), "in_force", ()),
        ("36/2017/TT-BGDĐT", date(2024, 7, 19), "ended", ("09/2024/TT-BGDĐT",)),
        ("30/2020/NĐ-CP", date(2019, 12, 31), "not_yet", ()),
        ("30/2020/NĐ-CP", date(2026, 1, 1), "in_force", ()),
        ("57/2026/TT-BGDĐT", date(2026, 7, 7), "in_force", ()),
        ("99/1999/TT-ABC", date(2026, 7, 7), "unknown", ()),
    ],
)
def test_standing_on_a_day(number: str, day: date, state: str, by: tuple[str, ...]) -> None:
    status = REGISTER.status(number, day)
    assert (status.state, status.by) == (state, by)


def test_standing_says_since_when() -> None:
    assert REGISTER.status("18/2018/TT-BGDĐT", date(2026, 8, 1)).since == date(2026, 7, 7)
    assert REGISTER.status("18/2018/TT-BGDĐT", date(2025, 9, 1)).since == date(2025, 1, 25)


@pytest.mark.parametrize(
    ("number", "school_type", "right"),
    [
        ("17/2018/TT-BGDĐT", "primary", True),
        ("17/2018/TT-BGDĐT", "lower_secondary", False),
        ("18/2018/TT-BGDĐT", "multi_level", True),
        ("19/2018/TT-BGDĐT", "primary", False),
        ("5932/BGDĐT-QLCL", "preschool", False),
        ("57/2026/TT-BGDĐT", "continuing", True),
        ("30/2020/NĐ-CP", "primary", None),
        ("99/1999/TT-ABC", "primary", None),
    ],
)
def test_right_for_a_type_of_school(number: str, school_type: str, right: bool | None) -> None:
    assert REGISTER.right_for(number, school_type) is right


def test_bases_for_a_school_on_a_day() -> None:
    def numbers(school_type: str, day: date) -> list[str | None]:
        return [
            item.number for item in REGISTER.bases_for(school_type, day) if item.verified or item.role != "guidance"
        ]

    assert numbers("preschool", date(2024, 9, 1)) == ["19/2018/TT-BGDĐT", "5942/BGDĐT-QLCL"]
    assert numbers("upper_secondary", date(2025, 9, 1)) == ["18/2018/TT-BGDĐT", "22/2024/TT-BGDĐT", "5932/BGDĐT-QLCL"]
    assert numbers("primary", date(2026, 9, 1)) == ["57/2026/TT-BGDĐT"]
    assert numbers("primary", date(2017, 9, 1)) == []


def test_a_title_finds_its_regulation() -> None:
    start = "về việc ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với "
    found = REGISTER.titled(start + "trường tiểu học;")
    assert found is not None
    assert found.number == "17/2018/TT-BGDĐT"
    other = REGISTER.titled(
        start + "trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học"
    )
    assert other is not None
    assert other.number == "18/2018/TT-BGDĐT"
    assert REGISTER.titled("Quy định về kiểm định chất lượng giáo dục") is None


AFTER = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Phòng GDĐT",
        "Phòng GD&ĐT",
        "Phòng GD-ĐT huyện",
        "phòng GD và ĐT",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "Phòng giáo dục và đào tạo quận",
        "phòng giáo dục - đào tạo",
        "trưởng phòng giáo dục.",
        "Phòng Giáo dục huyện",
        "báo cáo Phòng giáo dục, nhà trường",
        "PGDĐT",
        "PGD&ĐT",
        "PGD",
        "Sở/Phòng GDĐT (để b/c)",
        "phòng, Sở GD&ĐT",
        "UBND huyện",
        "UBND QUẬN",
        "Uỷ ban nhân dân thị xã",
        "Ủy ban nhân dân huyện",
        "UBND cấp huyện",
        "HĐND huyện",
        "Ủy ban\nnhân dân huyện",
    ],
)
def test_bodies_of_the_district_ended(text: str) -> None:
    after, before = REGISTER.body_mentions(text, AFTER), REGISTER.body_mentions(text, BEFORE)
    assert [mention.state for mention in after if mention.body.level == "district"] == ["ended"]
    assert [mention.state for mention in before if mention.body.level == "district"] == ["exists"]
    assert all(text[mention.start : mention.end] == mention.text for mention in after)


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Văn hóa – Xã hội phường",
        "phòng Văn hoá và Xã hội",
        "Sở Giáo dục và Đào tạo",
        "UBND xã; UBND phường",
        "phòng giáo dục thể chất",
        "phòng giáo dục nghệ thuật, phòng tin học",
        "phòng học và phòng giáo dục hòa nhập",
        "giáo viên dạy giỏi cấp huyện",
        "số 15/PGDĐT-TH",
        "đào tạo, bồi dưỡng giáo dục",
    ],
)
def test_what_is_no_body_of_the_district(text: str) -> None:
    assert [mention.text for mention in REGISTER.body_mentions(text, AFTER) if mention.state == "ended"] == []


def test_an_ended_body_names_its_successor() -> None:
    mention = REGISTER.body_mentions("Phòng GDĐT", AFTER)[0]
    assert mention.successor is not None
    assert mention.successor.id == "commune_culture_society_office"


def test_the_commune_office_is_not_there_before() -> None:
    assert REGISTER.body_mentions("Phòng Văn hóa - Xã hội", BEFORE)[0].state == "not_yet"


def test_a_cited_paper_names_the_body_of_its_time() -> None:
    text = "Công văn số 15/PGDĐT-TH ngày 20/8/2024 của Phòng GDĐT huyện. Nộp về Phòng GDĐT."
    first, second = REGISTER.body_mentions(text, AFTER)
    assert (first.state, first.cited_on) == ("exists", date(2024, 8, 20))
    assert (second.state, second.cited_on) == ("ended", None)


def test_a_body_that_the_text_calls_former_is_marked() -> None:
    assert REGISTER.body_mentions("Phòng GDĐT huyện (cũ)", AFTER)[0].former
    assert not REGISTER.body_mentions("Phòng GDĐT huyện", AFTER)[0].former


@pytest.mark.parametrize(
    ("school_type", "highest", "day", "parent", "recipients"),
    [
        ("primary", None, BEFORE, "UBND QUẬN", ["district_education_office", "provincial_education_department"]),
        (
            "preschool",
            None,
            AFTER,
            "UBND XÃ",
            ["commune_peoples_committee", "commune_culture_society_office", "provincial_education_department"],
        ),
        ("upper_secondary", None, BEFORE, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", ["provincial_education_department"]),
        ("upper_secondary", None, AFTER, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", ["provincial_education_department"]),
        ("multi_level", "upper_secondary", AFTER, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", ["provincial_education_department"]),
        (
            "multi_level",
            "lower_secondary",
            BEFORE,
            "UBND QUẬN",
            ["district_education_office", "provincial_education_department"],
        ),
    ],
)
def test_reporting_line(school_type: str, highest: str | None, day: date, parent: str, recipients: list[str]) -> None:
    line = REGISTER.reporting_line(school_type, day, highest=highest)
    assert line is not None
    assert parent in line.header_parents
    assert [body.id for body in line.recipients] == recipients
    assert all(body.state_on(day) == "exists" for body in line.recipients)


def test_no_reporting_line_is_made_up() -> None:
    assert REGISTER.reporting_line("multi_level", AFTER) is None
    assert REGISTER.reporting_line("continuing", AFTER) is None


@pytest.mark.parametrize("start", ["Luật", "Thông tư số", "phòng GD", "PGD", "phòng giáo dục", "UBND", "Phòng VH"])
@pytest.mark.parametrize("rest", [" ", "1", "/ ", "- ", "phòng "])
def test_long_runs_do_not_hang(start: str, rest: str) -> None:
    text = start + rest * 50_000
    assert REGISTER.find(text) == []
    assert {mention.text for mention in REGISTER.body_mentions(text, AFTER)} <= {"PGD", "phòng giáo dục"}
