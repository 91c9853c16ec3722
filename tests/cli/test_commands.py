from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caitien.cli import main
from caitien.cli.parser import make_parser
from caitien.engine import FORMATS, read
from caitien.engine.plan.json_form import from_json
from caitien.engine.plan.model import Plan
from tests.cli.conftest import Done
from tests.make.plans import make_plan

Run = Callable[..., Done]
Save = Callable[..., Path]


def test_read_gives_the_plan_with_place_and_confidence_of_each_field(caitien: Run, plan_file: Save) -> None:
    plan = make_plan(5)
    done = caitien("read", plan_file(plan))
    data = json.loads(done.out)
    assert done.status == 0
    assert from_json(data).actions == plan.actions
    place = data["places"]["actions[0].target"]
    assert {"table", "row", "column", "confidence", "rule"} <= place.keys()


def test_read_writes_to_a_file_and_reads_it_again(caitien: Run, plan_file: Save, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    assert caitien("read", plan_file(make_plan(5)), "-o", target).out == ""
    assert read(target).plan == from_json(json.loads(target.read_text(encoding="utf-8")))


def test_explain_names_place_and_reason(caitien: Run, plan_file: Save) -> None:
    lines = caitien("read", plan_file(make_plan(5)), "--explain").out.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("actions[0].target = "))
    assert "chắc 9" in lines[at + 1]
    assert "bảng" in lines[at + 1]
    assert "tên cột" in lines[at + 1]


@pytest.mark.parametrize("format", FORMATS)
def test_write_makes_every_format_from_a_plan_or_a_file(
    caitien: Run, plan_file: Save, tmp_path: Path, format: str
) -> None:
    target = tmp_path / f"ra.{format}"
    done = caitien("write", plan_file(make_plan(5), "plan.json"), "-o", target)
    assert (done.status, done.out, done.err) == (0, "", f"Đã ghi {target}\n")
    assert target.stat().st_size > 1000


def test_write_lists_what_the_form_has_no_place_for(caitien: Run, plan_file: Save, tmp_path: Path) -> None:
    plan = make_plan(5)
    plan.actions[2].sites = ["Điểm trường Suối Mơ"]
    done = caitien("write", plan_file(plan, "plan.json"), "-o", tmp_path / "ra.docx")
    assert "Mẫu không có chỗ cho hoạt động 3, điểm trường: ['Điểm trường Suối Mơ']" in done.err


def test_write_turns_a_plan_of_2018_into_a_draft_of_bieu_2_and_tells_the_gaps(
    caitien: Run, plan_file: Save, tmp_path: Path
) -> None:
    target = tmp_path / "bieu-2.txt"
    done = caitien("write", plan_file(make_plan(5), "plan.json"), "-o", target, "--form", "tt57")
    assert done.status == 0
    assert "Bản nháp còn thiếu minh chứng dự kiến" in done.err
    assert "[chưa có: minh chứng dự kiến]" in target.read_text(encoding="utf-8")
    assert caitien("write", "plan.json", "-o", target, "--form", "tt99").status == 2


def test_compare_tells_change_and_carried_text(caitien: Run, plan_file: Save) -> None:
    old, new = make_plan(5), make_plan(5)
    new.actions[0].target = "Mua 25 máy tính bảng cho thư viện"
    done = caitien("compare", plan_file(old, "cu.json"), plan_file(new, "moi.json"))
    assert done.status == 0
    assert "Đổi hoạt động 1" in done.out
    assert "→ Mua 25 máy tính bảng cho thư viện" in done.out
    found = json.loads(caitien("compare", "cu.json", "moi.json", "--format", "json").out)
    assert [action["kind"] for action in found["actions"]][:2] == ["changed", "same"]
    assert any(one["field"].startswith("actions[1].tasks") for one in found["carried"])


def test_rules_lists_all_and_explains_one(caitien: Run) -> None:
    assert "CT801   Phải sửa  Thời gian nằm ngoài năm học của kế hoạch" in caitien("rules").out
    page = caitien("rules", "date_outside_school_year").out
    assert page == caitien("rules", "ct801").out
    assert all(label in page for label in ("Vì sao:", "Căn cứ:", "Sai:", "Đúng:"))
    assert caitien("rules", "CT000").status == 2


def test_catalogue_lists_shows_compares(caitien: Run) -> None:
    assert "tt57-general" in caitien("catalogue", "list").out
    assert "Tiêu chuẩn 1." in caitien("catalogue", "show", "tt17-2018").out
    assert "Minh chứng:" in caitien("catalogue", "show", "tt57-general", "1.1").out
    assert "đổi số tiêu chí: 27 → 25" in caitien("catalogue", "compare", "tt17-2018", "tt19-2018").out
    assert "các bộ hiện có" in caitien("catalogue", "show", "tt99").err.casefold()
    assert "không có tiêu chí “9.9”" in caitien("catalogue", "show", "tt57-general", "9.9").err


def test_catalogue_validates_with_the_line_of_the_fault(caitien: Run, tmp_path: Path) -> None:
    faulty = tmp_path / "bo.yaml"
    faulty.write_text("id: tt1-thu\nstandards: []\n", encoding="utf-8")
    done = caitien("catalogue", "validate", faulty)
    assert done.status == 1
    assert "Dòng" in done.out


def test_catalogue_attaches_official_wording_beside_ours(caitien: Run, shared: Path) -> None:
    before = caitien("catalogue", "show", "tt17-2018", "1.3").out
    done = caitien("catalogue", "attach", "tt17-2018", shared / "reference" / "tt2018.json")
    after = caitien("catalogue", "show", "tt17-2018", "1.3").out
    assert done.status == 0
    assert "Lời thông tư:" not in before
    assert after.count("Lời thông tư:") == before.count("Minh chứng:")


def test_register_tells_standing_on_a_day_and_bases_for_a_school(caitien: Run) -> None:
    number = "17/2018/TT-BGDĐT"
    assert "chưa có hiệu lực" in caitien("register", "show", number, "--date", "2018-09-01").out
    assert "đã hết hiệu lực từ 07/07/2026" in caitien("register", "show", number, "--date", "1/9/2026").out
    found = caitien("register", "for", "--school-type", "primary", "--date", "2026-09-01").out
    assert "- Thông tư 57/2026/TT-BGDĐT" in found
    assert caitien("register", "show", "1/1900/XX").status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc", "a"], "Không có lệnh “chekc”. Có phải là “check”?"),
        (["check"], "Lệnh còn thiếu: TỆP."),
        (["check", "a", "--format", "pdf"], "Không có --format “pdf”. Chọn một trong: text, json, html."),
        (["check", "a", "--jobs", "hai"], "--jobs cần một số, không phải “hai”."),
        (["check", "a", "--date", "hôm nay"], "“hôm nay” chưa phải một ngày."),
        (["check", "a", "--fixx"], "Lệnh không có phần này: --fixx."),
        (["write", "a", "-o"], "-o/--output cần một giá trị đi sau."),
        (["write", "a", "-o", "b.odt"], "Đuôi tệp của “b.odt” chưa chọn được dạng."),
        (["read", "khong-co.pdf"], "Không thấy tệp “khong-co.pdf”."),
        (["read", "."], "là một thư mục"),
        (["check", "a.docx", "--fix", "--into", "chua-co"], "Chưa có thư mục “chua-co”."),
        (["register", "for", "--school-type", "x", "--date", "1/9/2026"], "Chọn một trong: preschool, primary"),
    ],
)
def test_a_wrong_command_gets_one_vietnamese_sentence_and_2(caitien: Run, arguments: list[str], said: str) -> None:
    done = caitien(*arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 1


def test_a_fault_of_ours_is_one_sentence_too(caitien: Run, plan_file: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    path = plan_file(Plan(), "plan.json")
    monkeypatch.setattr("caitien.engine.files.from_json", lambda data: 1 // 0)
    for command in ("read", "check"):
        done = caitien(command, path)
        assert done.status == 2
        assert "lỗi của chính chương trình (ZeroDivisionError)" in done.err
    monkeypatch.setenv("CAITIEN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["read", str(path)])


def test_help_loads_neither_readers_nor_rules() -> None:
    code = "import sys; from caitien.cli.parser import make_parser; make_parser().format_help(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "caitien.cli.parser" in loaded
    assert not {"django", "lxml", "docx", "yaml", "rich", "caitien.engine.checker"} & set(loaded)
    assert "kiểm tra một hay nhiều kế hoạch" in make_parser().format_help()


def test_a_reader_that_goes_away_and_an_old_terminal_do_no_harm(plan_file: Save) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "caitien.cli", "read", str(plan_file(make_plan(5)))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
