"""Reading an edition file: sound files become editions, others are refused with one sentence that names the place."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from caitien.engine.catalogue import edition, edition_ids, faults, parse_edition, validate
from caitien.engine.catalogue.shape import SCHOOL_TYPES
from caitien.engine.errors import Unreadable, UserError
from caitien.engine.plan.model import SCHOOL_TYPES as SCHOOL_TYPES_OF_PLANS
from tests.engine.catalogue.small import as_bytes, made, raw_57, raw_2018


def test_a_sound_file_becomes_an_edition() -> None:
    data = as_bytes(raw_2018())
    read = parse_edition(data, "thử.yaml")
    assert read.hash == sha256(data).hexdigest()
    assert [criterion.code for criterion in read.criteria] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert [item.key for item in read.criterion("1.1").levels[2]] == ["a", "b"]  # type: ignore[union-attr]
    assert read.criterion("1.2").max_level == 2  # type: ignore[union-attr]
    assert read.criterion("M4.2") is not None
    assert read.criterion("9.9") is None
    assert read.valid_from == "2018-10-10"


def test_a_code_written_without_quotes_stays_a_code() -> None:
    text = as_bytes(raw_57()).decode().replace("code: '1.1'", "code: 1.1").replace("'2026-07-07'", "2026-07-07")
    assert "code: 1.1" in text
    assert parse_edition(text.encode(), "thử.yaml").criteria[0].code == "1.1"


def remove(*path: Any) -> Callable[[dict[str, Any]], None]:
    def change(raw: Any) -> None:
        for step in path[:-1]:
            raw = raw[step]
        del raw[path[-1]]

    return change


def put(value: Any, *path: Any) -> Callable[[dict[str, Any]], None]:
    def change(raw: Any) -> None:
        for step in path[:-1]:
            raw = raw[step]
        raw[path[-1]] = value

    return change


FIRST = ("standards", 0, "criteria", 0)
BROKEN = [
    (remove("regulation"), "thiếu khóa “regulation”"),
    (put(1, "regulaton"), "không có khóa “regulaton”"),
    (put("tt_17", "id"), "“id” cần có dạng"),
    (put(["kindergarten"], "school_types"), "“school_types” cần lấy trong"),
    (put("2018-13-01", "valid_from"), "“valid_from” cần là ngày"),
    (put("2017-01-01", "valid_to"), "ngày cuối 2017-01-01 đứng trước"),
    (put([], "standards"), "“standards” cần có ít nhất một mục"),
    (put("x", *FIRST), "cần là các cặp khóa và giá trị"),
    (put("1.4", *FIRST, "code"), "Tiêu chí 1.4: theo thứ tự trong tệp, mã ở chỗ này là 1.1"),
    (put("", *FIRST, "title"), "Tiêu chí 1.1: “title” cần là chữ"),
    (put("", *FIRST, "levels", 1, 0, "question"), "Tiêu chí 1.1, mức 1, yêu cầu a: “question” cần là chữ"),
    (put("a", *FIRST, "levels", 1, 1, "key"), "Tiêu chí 1.1, mức 1: khóa yêu cầu trùng nhau (a, a, c)"),
    (remove(*FIRST, "levels", 2), "Tiêu chí 1.1: các mức cần liền nhau, bắt đầu từ mức 1"),
    (put([], *FIRST, "levels", 1), "Tiêu chí 1.1, mức 1: khóa cần là số của mức"),
    (put({}, *FIRST, "levels"), "Tiêu chí 1.1: chưa có yêu cầu của mức nào"),
    (put(26, "totals", 1), "Số tiêu chí mức 1: ghi 26, còn trong tệp đếm được 5"),
    (put("3", "level_rule", "levels"), "Quy tắc tính mức: khóa levels cần là số mức chung"),
    (put("score", "level_rule", "kind"), "“score” chưa có"),
    (remove("level4"), "Số tiêu chí mức 4: ghi 2, còn trong tệp đếm được 0"),
    (put("M4.3", "level4", 0, "code"), "mã ở chỗ này là M4.1"),
    (put([{"criterion": "7.7"}], "thresholds"), "Ngưỡng thứ 1"),
]


@pytest.mark.parametrize(("change", "sentence"), BROKEN, ids=[sentence[:40] for _, sentence in BROKEN])
def test_a_fault_is_named_with_its_place(change: Callable[[dict[str, Any]], None], sentence: str) -> None:
    raw = yaml.safe_load(as_bytes(raw_2018()))
    change(raw)
    assert any(sentence in fault.text for fault in faults(raw)), [fault.text for fault in faults(raw)]
    with pytest.raises(UserError, match=r"Bộ tiêu chuẩn thử\.yaml chưa dùng được"):
        made(raw)


def test_the_rule_of_57_names_the_flagged_criteria() -> None:
    raw = raw_57()
    raw["standards"][0]["criteria"][0]["mandatory"] = True
    raw["level_rule"]["levels"][2]["others_count"] = 9
    found = [fault.text for fault in faults(raw)]
    assert any("danh sách mandatory khác" in text for text in found)
    assert any("mức 2 đòi 9 tiêu chí khác, tệp chỉ có 6" in text for text in found)


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ([1, 2], "khóa levels cần ghi các mức liền nhau"),
        ({2: {}}, "khóa levels cần ghi các mức liền nhau"),
        ({1: {"mandatory_at_least": 1}}, "mức 1 cần các khóa"),
        ({1: {"mandatory_at_least": "1", "others_at_least": 1, "others_count": 5}}, "cần là số nguyên"),
    ],
)
def test_a_rule_of_57_that_is_not_whole_is_refused(levels: Any, sentence: str) -> None:
    raw = raw_57()
    raw["level_rule"]["levels"] = levels
    assert any(sentence in fault.text for fault in faults(raw))


def test_a_rule_of_2018_names_level_4_or_has_none() -> None:
    raw = raw_2018()
    del raw["level_rule"]["level4"]
    assert any("cần cùng có hoặc cùng vắng" in fault.text for fault in faults(raw))


def test_a_partial_edition_may_leave_totals_and_levels_unknown() -> None:
    raw = raw_2018(partial=True, totals={1: 24, 2: None, 3: None, 4: None})
    raw["standards"][1]["criteria"][1]["levels"] = {}
    assert faults(raw) == []
    assert made(raw).totals[2] is None


def test_validate_gives_the_line(tmp_path: Path) -> None:
    file = tmp_path / "bo.yaml"
    text = as_bytes(raw_2018()).decode()
    file.write_text(text.replace("title: Việc thứ 1.3", "titel: Việc thứ 1.3"), encoding="utf-8")
    line = text.splitlines().index("    title: Việc thứ 1.3") + 1
    found = validate(file)
    assert f"Dòng {line}: Tiêu chí 1.3: không có khóa “titel” trong khuôn tệp, xin xem lại chính tả." in found


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"id: [", "sai khuôn YAML ở dòng"),
        (b"[" * 100_000, "lồng quá 40 tầng"),
        (b"id: a\nid: b\n", "khóa “id” có hai lần"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"- a\n- b\n", "không phải một bộ tiêu chuẩn"),
        (b"", "không phải một bộ tiêu chuẩn"),
        (b"- " * 50_000, "lồng quá 40 tầng"),
        (b"a: \x00", "không đọc được"),
    ],
)
def test_what_is_no_edition_is_refused(data: bytes, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "bo.yaml"
    file.write_bytes(data)
    assert any(sentence in found for found in validate(file))
    with pytest.raises(UserError, match=sentence):
        parse_edition(data, "bo.yaml")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"Không mở được tệp khong-co\.yaml"):
        validate(tmp_path / "khong-co.yaml")


def test_an_unknown_id_lists_the_known_ones() -> None:
    with pytest.raises(UserError, match="Chưa có bộ tiêu chuẩn “tt99-x”"):
        edition("tt99-x")


def test_school_types_are_those_of_plans() -> None:
    assert SCHOOL_TYPES == SCHOOL_TYPES_OF_PLANS


@pytest.mark.parametrize("id", edition_ids())
def test_every_edition_that_ships_is_sound(id: str) -> None:
    assert edition(id).id == id
