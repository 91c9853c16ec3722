from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from caitien.engine import read
from caitien.engine.document.readers import read_document
from caitien.engine.plan.model import Plan
from tests.cli.conftest import Done
from tests.make.plans import make_plan

Run = Callable[..., Done]
Save = Callable[..., Path]


def test_a_clean_plan_ends_with_0(caitien: Run, plan_file: Save) -> None:
    done = caitien("check", plan_file(make_plan(2)))
    assert done.status == 0
    assert "không thấy lỗi nào" in done.out
    assert done.err == ""


def test_findings_are_told_with_weight_place_quote_and_reason(caitien: Run, plan_file: Save, faulty: Plan) -> None:
    done = caitien("check", plan_file(faulty))
    assert done.status == 1
    assert "CT701 Hoạt động 2 · người chủ trì" in done.out
    assert "“Giáo viên giáo viên”" in done.out
    assert "bảng" in done.out
    assert "hàng" in done.out


def test_json_of_one_file_is_a_list_of_findings(caitien: Run, plan_file: Save, faulty: Plan) -> None:
    done = caitien("check", plan_file(faulty), "--format", "json")
    findings = json.loads(done.out)
    assert {"missing_lead", "duplicate_word", "punctuation"} <= {finding["kind"] for finding in findings}
    for finding in findings:
        assert {"kind", "code", "where", "quote", "why", "severity", "article", "fix"} <= finding.keys()
    twice = next(finding for finding in findings if finding["kind"] == "duplicate_word")
    assert twice["where"] == "actions[0].tasks"
    assert twice["fix"][0]["old"] == "Giáo viên giáo viên"


def test_json_of_several_files_is_one_list_a_file(caitien: Run, plan_file: Save, faulty: Plan) -> None:
    clean, spoilt = plan_file(make_plan(2), "a.docx"), plan_file(faulty, "b.json")
    done = caitien("check", clean, spoilt, "--format", "json")
    found = json.loads(done.out)
    assert list(found) == [str(clean), str(spoilt)]
    assert found[str(clean)] == []
    assert len(found[str(spoilt)]) >= 3
    assert "Tổng kết 2 tệp: 1 không thấy lỗi, 1 có chỗ cần xem, 0 không đọc được." in done.err


def test_html_is_one_whole_page_without_requests_and_escapes_what_the_plan_says(
    caitien: Run, plan_file: Save, faulty: Plan, tmp_path: Path
) -> None:
    faulty.actions[0].time_raw = "Thường xuyên <img src=x>"
    target = tmp_path / "ket-qua.html"
    done = caitien("check", plan_file(faulty), "--format", "html", "-o", target)
    page = target.read_text(encoding="utf-8")
    assert done.status == 1
    assert page.startswith("<!doctype html>")
    assert not {"script", "link", "img", "iframe"} & _tags(page)
    assert "Thường xuyên &lt;img src=x&gt;" in page


def _tags(page: str) -> set[str]:
    found: set[str] = set()

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.add(tag)

    Parser().feed(page)
    return found


def test_select_and_ignore_take_codes_groups_and_kinds(caitien: Run, plan_file: Save, faulty: Plan) -> None:
    path = plan_file(faulty)

    def kinds(*options: str) -> set[str]:
        return {finding["kind"] for finding in json.loads(caitien("check", path, "--format", "json", *options).out)}

    assert kinds("--select", "CT701") == {"missing_lead"}
    assert kinds("--select", "duplicate_word,ct1003") == {"duplicate_word", "punctuation"}
    assert kinds("--select", "CT10", "--ignore", "CT1003") == {"duplicate_word"}
    assert kinds("--select", "CT1") == set()
    assert "missing_lead" not in kinds("--ignore", "CT7")


def test_an_unknown_code_is_refused_before_anything_is_read(caitien: Run) -> None:
    done = caitien("check", "khong-co.docx", "--select", "CT99999")
    assert (done.status, done.out) == (2, "")
    assert done.err == "Không có mã lỗi “CT99999”. Gõ “caitien rules” để xem danh mục.\n"


def test_fix_changes_a_copy_of_the_word_file_in_place(
    caitien: Run, plan_file: Save, faulty: Plan, tmp_path: Path
) -> None:
    path = plan_file(faulty)
    before = path.read_bytes()
    done = caitien("check", path, "--fix")
    copy = tmp_path / "ke-hoach-da-sua.docx"
    assert "giữ nguyên cách trình bày" in done.out
    assert path.read_bytes() == before
    assert "giáo viên cùng dự." in read(copy).plan.actions[0].tasks[0].casefold()
    assert "giáo viên giáo viên" not in read(copy).plan.actions[0].tasks[0].casefold()
    shapes = [[type(block) for block in read_document(file.read_bytes()).blocks] for file in (path, copy)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("ending", ["json", "txt", "xlsx"])
def test_fix_writes_other_formats_anew_and_says_so(
    caitien: Run, plan_file: Save, faulty: Plan, tmp_path: Path, ending: str
) -> None:
    folder = tmp_path / "da-sua"
    folder.mkdir()
    done = caitien("check", plan_file(faulty, f"ke-hoach.{ending}"), "--fix", "--into", folder)
    assert "văn bản được trình bày lại từ đầu" in done.out
    copies = list(folder.iterdir())
    assert [copy.name for copy in copies] == [f"ke-hoach-da-sua.{ending}"]
    assert "duplicate_word" not in caitien("check", copies[0], "--format", "json").out


def test_copies_of_files_with_the_same_name_do_not_overwrite_each_other(
    caitien: Run, plan_file: Save, faulty: Plan, tmp_path: Path
) -> None:
    for name in ("mot", "hai", "ra"):
        (tmp_path / name).mkdir()
    files = [plan_file(faulty, f"{name}/ke-hoach.docx") for name in ("mot", "hai")]
    caitien("check", *files, "--fix", "--into", tmp_path / "ra")
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == [
        "ke-hoach-da-sua-2.docx",
        "ke-hoach-da-sua.docx",
    ]


def test_nothing_to_fix_writes_no_copy(caitien: Run, plan_file: Save, tmp_path: Path) -> None:
    done = caitien("check", plan_file(make_plan(2)), "--fix")
    assert done.status == 0
    assert "không ghi bản sao" in done.out
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach.docx"]


def test_an_unreadable_file_among_others_ends_with_2_and_the_others_are_checked(
    caitien: Run, plan_file: Save, faulty: Plan, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    done = caitien("check", broken, plan_file(faulty), tmp_path / "vang.pdf", "--format", "json")
    assert done.status == 2
    assert [len(found) > 0 for found in json.loads(done.out).values()] == [False, True, False]
    assert done.err.count("Thầy cô") >= 2
    assert "2 không đọc được" in done.err


def test_two_processes_find_what_one_finds(caitien: Run, plan_file: Save, faulty: Plan) -> None:
    files = [plan_file(faulty if i % 2 else make_plan(2), f"{i}.docx") for i in range(6)]
    one, two = (caitien("check", *files, "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two


def test_what_was_set_aside_with_a_reason_is_told_apart_and_comes_back_when_its_text_changes(
    caitien: Run, plan_file: Save, faulty: Plan, tmp_path: Path
) -> None:
    path = plan_file(faulty)
    found = json.loads(caitien("check", path, "--format", "json", "--select", "CT1002").out)
    entries = [{key: found[0][key] for key in ("code", "where", "hash")} | {"reason": "Tên riêng của cuộc thi"}]
    aside = tmp_path / "bo-qua.json"
    aside.write_text(json.dumps(entries), encoding="utf-8")
    done = caitien("check", path, "--select", "CT1002", "--suppress", aside)
    assert done.status == 0
    assert "Tên riêng của cuộc thi" in done.out
    entries[0]["hash"] = "0" * 16
    aside.write_text(json.dumps(entries), encoding="utf-8")
    assert caitien("check", path, "--select", "CT1002", "--suppress", aside).status == 1


@pytest.mark.parametrize(
    "text", ["{}x", '{"a": 1}', '[{"code": "CT1002"}]', '[{"code": "CT1002", "where": "", "hash": "", "reason": " "}]']
)
def test_a_list_of_what_to_set_aside_needs_its_form_and_reasons(caitien: Run, tmp_path: Path, text: str) -> None:
    aside = tmp_path / "bo-qua.json"
    aside.write_text(text, encoding="utf-8")
    done = caitien("check", "khong-can.docx", "--suppress", aside)
    assert (done.status, done.out) == (2, "")
    assert "bo-qua.json" in done.err


def test_a_progress_bar_shows_on_a_terminal(plan_file: Save) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    files = [str(plan_file(make_plan(2), f"{i}.docx")) for i in range(3)]
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "caitien.cli", "check", *files]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=writer) as process:
        assert process.wait(timeout=120) == 0
    os.close(writer)
    shown = os.read(reader, 65536).decode()
    os.close(reader)
    assert "Kiểm tra" in shown
    assert "/3" in shown


def test_the_law_of_a_given_day_is_used(caitien: Run, plan_file: Save) -> None:
    path = plan_file(make_plan(2))
    assert caitien("check", path, "--date", "30/9/2045", "--select", "CT2").status == 1
    assert caitien("check", path, "--select", "CT2").status == 0
