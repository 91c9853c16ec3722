"""Comparing editions and attaching official wording."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caitien.engine.catalogue import CHANGE_KINDS, Change, attach, compare, edition, overlay_path, with_official
from caitien.engine.errors import Unreadable, UserError
from tests.engine.catalogue.small import criterion, made, raw_57, raw_2018


def test_an_edition_does_not_differ_from_itself() -> None:
    assert compare(made(raw_2018()), made(raw_2018())) == []


def test_each_difference_is_named() -> None:
    raw = raw_2018(totals={1: 5, 2: 5, 3: 2, 4: 2})
    first, second = raw["standards"]
    first["title"] = "Nhóm việc khác"
    first["criteria"][0]["title"] = "Việc khác"
    first["criteria"][0]["levels"][1][1]["question"] = "Việc này đã xong?"
    del first["criteria"][0]["levels"][2][1]
    first["criteria"][2] = criterion("1.3", {1: "abc", 2: "abc"})
    second["criteria"][1] = criterion("2.2", {1: "abc", 2: "ab"}, mandatory=True)
    raw["level_rule"]["ceiling"] = "other"
    found = compare(made(raw_2018()), made(raw))
    kinds = [(change.kind, change.code, change.level, change.key) for change in found]
    assert kinds == [
        ("standard_title", "1", None, ""),
        ("criterion_title", "1.1", None, ""),
        ("requirement_text", "1.1", 1, "b"),
        ("requirement_removed", "1.1", 2, "b"),
        ("requirement_added", "1.3", 2, "c"),
        ("level_removed", "1.3", 3, ""),
        ("mandatory", "2.2", None, ""),
        ("total", "", 3, ""),
        ("level_rule", "", None, ""),
    ]
    assert {change.kind for change in found} <= CHANGE_KINDS.keys()


def test_criteria_and_standards_come_and_go() -> None:
    raw = raw_2018(totals={1: 4, 2: 4, 3: 3, 4: 1})
    del raw["standards"][1]["criteria"][1]
    del raw["level4"][1]
    forward = compare(made(raw_2018()), made(raw))
    assert Change("criterion_removed", "2.2", old="Việc thứ 2.2") in forward
    assert Change("criterion_removed", "M4.2", old="Việc thứ M4.2") in forward
    assert Change("criterion_added", "2.2", new="Việc thứ 2.2") in compare(made(raw), made(raw_2018()))
    assert Change("standard_added", "3", new="Nhóm việc 3") in compare(made(raw_2018()), made(raw_57()))


def test_what_a_partial_edition_does_not_know_is_no_change() -> None:
    raw = raw_2018(partial=True, totals={1: 5, 2: None})
    raw["standards"][0]["criteria"][0]["levels"] = {}
    kinds = {change.kind for change in compare(made(raw_2018()), made(raw))}
    assert not kinds & {"level_removed", "requirement_removed"}


def official_2018(**changes: Any) -> dict[str, Any]:
    """A regulation's file in the form with lettered indicators."""

    def texts(raw: dict[str, Any]) -> dict[str, Any]:
        levels = {
            str(level): [
                {"indicator": item["key"], "text": f"Lời của {raw['code']}/{level}/{item['key']}"} for item in items
            ]
            for level, items in raw["levels"].items()
        }
        return {"code": raw["code"], "title": raw["title"], "levels": levels}

    raw = raw_2018()
    standards = [{"code": s["code"], "criteria": [texts(item) for item in s["criteria"]]} for s in raw["standards"]]
    part = {
        "regulation": "Thông tư 17/2018/TT-BGDĐT",
        "standards": standards,
        "level4": {"criteria": [texts(item) for item in raw["level4"]]},
        **changes,
    }
    return {"TT17": part}


def write(folder: Path, raw: Any) -> Path:
    file = folder / "thong-tu.json"
    file.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    return file


def test_wording_is_attached_by_code_level_and_key(tmp_path: Path) -> None:
    small = made(raw_2018())
    done = attach(small, write(tmp_path, official_2018()), tmp_path / "loi-van")
    assert done.unmatched == done.unused == done.whole_level == ()
    assert "M4.2/4/*" in done.matched
    worded = with_official(small, tmp_path / "loi-van")
    item = worded.criterion("1.1").levels[2][1]  # type: ignore[union-attr]
    assert item.official == "Lời của 1.1/2/b"
    assert item.question == "Nhà trường đã làm việc 1.1/2/b?"
    assert worded.hash == small.hash
    assert small.criterion("1.1").levels[2][1].official is None  # type: ignore[union-attr]


def test_what_finds_no_place_is_reported(tmp_path: Path) -> None:
    raw = official_2018()
    criteria = raw["TT17"]["standards"][0]["criteria"]
    criteria[0]["title"] = "Tên khác"
    del criteria[1]["levels"]["2"]
    criteria.append({"code": "1.9", "title": "Thừa", "levels": {"1": [{"indicator": "a", "text": "x"}]}})
    del criteria[2]["levels"]["1"][2]
    done = attach(made(raw_2018()), write(tmp_path, raw), tmp_path)
    assert done.unmatched == ("1.2/2/*",)
    assert done.unused == ("1.9/1/a",)
    assert done.whole_level == ("1.3/1/a", "1.3/1/b", "1.3/1/c")
    assert done.other_titles == (("1.1", "Việc thứ 1.1", "Tên khác"),)
    item = with_official(made(raw_2018()), tmp_path).criterion("1.3").levels[1][2]  # type: ignore[union-attr]
    assert item.official == "Lời của 1.3/1/a Lời của 1.3/1/b"


def test_the_file_of_57_holds_its_sets_in_a_list(tmp_path: Path) -> None:
    requirements = {"1": ["Lời một.", "Lời hai."], "2": ["Lời ba."]}
    item = {"code": "1.1", "title": "Việc thứ 1.1", "levels": {"1": "…", "2": "…"}, "requirements": requirements}
    sets = [{"key": "small", "standards": [{"no": 1, "criteria": [item]}]}]
    file = write(tmp_path, {"meta": {"document_number": "57/2026/TT-BGDĐT"}, "institution_types": sets})
    done = attach(made(raw_57()), file, tmp_path)
    assert done.matched == ("1.1/1/1", "1.1/1/2", "1.1/2/1")
    worded = with_official(made(raw_57()), tmp_path).criterion("1.1")
    assert worded is not None
    assert [text.official for text in worded.levels[1]] == ["Lời một.", "Lời hai."]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"TT18": {"regulation": "Thông tư 18/2018/TT-BGDĐT", "standards": []}}, "không có lời văn của 17/2018"),
        ([], "không có lời văn"),
        (official_2018(edition="2024"), "không có lời văn"),
        (official_2018(standards=[{"criteria": [{"code": "1.1"}]}]), "không đúng khuôn"),
    ],
)
def test_another_file_is_refused(raw: Any, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=sentence):
        attach(made(raw_2018()), write(tmp_path, raw), tmp_path)


def test_what_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("không", encoding="utf-8")
    with pytest.raises(Unreadable, match="không phải JSON"):
        attach(made(raw_2018()), tmp_path / "a.json", tmp_path)
    with pytest.raises(Unreadable, match="Không mở được"):
        attach(made(raw_2018()), tmp_path / "b.json", tmp_path)


def test_an_overlay_of_another_file_or_broken_is_refused(tmp_path: Path) -> None:
    small = made(raw_2018())
    assert with_official(small, tmp_path) is small
    attach(small, write(tmp_path, official_2018()), tmp_path)
    with pytest.raises(UserError, match="thuộc một bản khác"):
        with_official(replace(small, hash="0"), tmp_path)
    overlay_path(small, tmp_path).write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match="đã hỏng"):
        with_official(small, tmp_path)


@pytest.mark.parametrize(
    ("id", "file", "count"),
    [
        ("tt17-2018", "tt2018.json", 158),
        ("tt18-2018", "tt2018.json", 160),
        ("tt19-2018", "tt2018.json", 152),
        ("tt57-general", "tt57-2026.json", 71),
        ("tt57-preschool", "tt57-2026.json", 60),
        ("tt57-continuing", "tt57-2026.json", 36),
    ],
)
def test_the_wording_of_the_regulations_finds_its_places(
    id: str, file: str, count: int, shared: Path, tmp_path: Path
) -> None:
    ours = edition(id)
    done = attach(ours, shared / "reference" / file, tmp_path)
    assert done.unmatched == ()
    assert done.unused == ()
    assert done.other_titles == ()
    worded = with_official(ours, tmp_path)
    texts = [
        item.official
        for criterion in (*worded.criteria, *worded.level4)
        for items in criterion.levels.values()
        for item in items
    ]
    assert all(texts)
    assert len(texts) >= count
