"""The documented interface: `read`, `check`, `write`, and what a plan as JSON may hold."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from caitien.engine import FORMATS, check, read, write
from caitien.engine.errors import Unreadable, UserError
from caitien.engine.plan.json_form import to_json
from tests.make.plans import make_plan


@pytest.mark.parametrize("form", ["2018", "tt57"])
def test_a_plan_goes_out_as_json_and_comes_back_whole(form: str) -> None:
    plan = make_plan(11, form=form)
    assert read(write(plan, "json")).plan == plan


def test_a_path_and_its_bytes_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(write(make_plan(11), "docx"))
    assert read(path).plan == read(str(path)).plan == read(path.read_bytes()).plan


def test_reading_and_plan_are_checked_alike_and_select_by_group(tmp_path: Path) -> None:
    plan = make_plan(11)
    plan.actions[0].lead_and_partners = plan.actions[0].lead = plan.actions[0].partners = ""
    reading = read(write(plan, "docx"))
    assert [one.kind for one in check(reading, select=["CT7"]).findings] == ["missing_lead"]
    assert [one.kind for one in check(plan, select=["missing_lead"]).findings] == ["missing_lead"]
    assert check(reading, ignore=["CT701"]).findings == []


def test_the_day_of_the_law_can_be_given() -> None:
    plan = make_plan(11)
    assert check(plan, select=["CT201"], as_of=datetime.date(2060, 1, 1)).findings
    assert not check(plan, select=["CT201"]).findings


def test_unknown_formats_forms_and_codes_are_refused() -> None:
    plan = make_plan(11)
    for attempt in (
        lambda: write(plan, "odt"),
        lambda: write(plan, "docx", form="tt99"),
        lambda: check(plan, select=["CT12345"]),
        lambda: read(Path("khong-co")),
    ):
        with pytest.raises(UserError, match="“"):
            attempt()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written(format: str) -> None:
    assert len(write(make_plan(11), format)) > 1000


def _spoilt(path: str, value: Any) -> bytes:
    data = to_json(make_plan(11))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = data
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", 99),
        ("form", "2031"),
        ("date", "31/12/2026"),
        ("school_year", "2026-2028"),
        ("school_type", "kindergarten"),
        ("actions", {}),
        ("actions.0", "x"),
        ("actions.0.tasks", "một việc"),
        ("actions.0.budget_vnd", "5 triệu"),
        ("actions.0.budget_vnd", True),
        ("actions.0.start", "tháng 9"),
        ("actions.0.level_section", "một"),
        ("sections.0.content.0", {"slot": "legal_bases[99]"}),
        ("sections.0.content.0", {"slot": 5}),
        ("sections.0.content.0", {"block": {"node": "image"}}),
        ("empty_rows", [500]),
        ("self_assessment.level_counts", {"x": {}}),
        ("self_assessment.claimed_accreditation", "giỏi"),
    ],
)
def test_a_plan_as_json_with_values_of_another_form_is_refused(path: str, value: Any) -> None:
    with pytest.raises(UserError, match=r"JSON|CaiTien"):
        read(_spoilt(path, value))


@pytest.mark.parametrize(
    "data", [b"{", b'{"a": ', b"[1]", b'{"actions": ' + b"[" * 100_000, b'{"actions": 1}', b"\xef\xbb\xbf{}"]
)
def test_broken_json_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read(data, "plan.json")


def test_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="thư mục"):
        read(tmp_path)
    with pytest.raises(Unreadable, match="Không thấy"):
        read(tmp_path / "vang.docx")
    with pytest.raises(Unreadable, match="Không mở được"):
        read("a\0b")
