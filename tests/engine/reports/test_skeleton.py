"""Plans made by a program get the skeleton of their form; drafts show their gaps."""

from __future__ import annotations

from typing import Any

import pytest

from caitien.engine.catalogue import edition
from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Paragraph, walk
from caitien.engine.document.writers import write_document
from caitien.engine.document.writers.txt import text_of
from caitien.engine.errors import UserError
from caitien.engine.plan.model import Action, Duties, LegalBasis, LevelCount, Money, Plan, Problem, Signer
from caitien.engine.plan_reader import read_plan
from caitien.engine.reports import convert, gaps_of, plan_document, unprinted_fields
from caitien.engine.reports.skeleton import complete
from tests.make.plans import make_plan


def from_database(**changes: Any) -> Plan:
    """A plan as rows of a database give it: values, no texts."""
    plan = Plan(
        school_name="Trường Tiểu học Suối Mơ",
        authority="UBND xã Suối Mơ",
        doc_number="05/KH-THSM",
        place="Suối Mơ",
        date="2025-02-05",
        school_year="2024-2025",
        school_type="primary",
        legal_bases=[LegalBasis("Báo cáo tự đánh giá năm học 2023-2024 số 12/BC-THSM ngày 20/5/2024", marker="-")],
        actions=[
            Action(
                standard="3",
                criterion="3.6",
                criterion_title="Thư viện",
                level_section=2,
                target="Có 500 bản sách mới",
                tasks=["Tháng 3/2025: lập danh mục sách", "Tháng 4/2025: mua sách"],
                lead="Nhân viên thư viện",
                partners="Kế toán",
                start="2025-03",
                end="2025-05",
                money=[Money("ngân sách nhà nước", 15_000_000)],
            )
        ],
        organisation=[Duties("Hiệu trưởng", ["Chỉ đạo chung"], "1")],
        recipients=["Các tổ chuyên môn", "Lưu VT"],
        signer=Signer("HIỆU TRƯỞNG", "Ngô Thị Mẫu"),
    )
    plan.self_assessment.level_counts = {"1": LevelCount(27, 27, 0), "2": LevelCount(26, 27)}
    plan.self_assessment.claimed_level = 1
    for name, value in changes.items():
        setattr(plan, name, value)
    return plan


def test_the_paper_of_2018_is_complete_and_read_back() -> None:
    document = plan_document(from_database())
    lines = text_of(document).splitlines()
    assert "Suối Mơ, ngày 05 tháng 02 năm 2025" in lines[2]
    assert "TRƯỜNG TIỂU HỌC SUỐI MƠ" in lines[1]
    assert "- Mức 2: đạt 26/27 tiêu chí (96,3%), không đạt 1/27 tiêu chí (3,7%)." in lines
    again = read_plan(read_document(write_document(document, "docx"))).plan
    action = again.actions[0]
    assert (action.criterion, action.criterion_title, action.level_section) == ("3.6", "Thư viện", 2)
    assert (action.start, action.end, action.budget_vnd) == ("2025-03", "2025-05", 15_000_000)
    assert (action.tasks, action.lead_and_partners) == (from_database().actions[0].tasks, "Nhân viên thư viện\nKế toán")
    assert (again.doc_number, again.date, again.school_year) == ("05/KH-THSM", "2025-02-05", "2024-2025")
    counts = {level: (count.passed, count.failed) for level, count in again.self_assessment.level_counts.items()}
    assert counts == {"1": (27, 0), "2": (26, 1)}
    assert again.self_assessment.claimed_level == 1
    assert (again.signer.title, again.signer.name) == ("HIỆU TRƯỞNG", "Ngô Thị Mẫu")
    assert again.recipients == ["Các tổ chuyên môn", "Lưu VT"]


def test_months_without_a_leading_zero_from_march_on() -> None:
    assert complete(from_database(date="2025-10-20")).header.place_date == "Suối Mơ, ngày 20 tháng 10 năm 2025"
    assert complete(from_database(date="2025-03-01")).header.place_date == "Suối Mơ, ngày 01 tháng 3 năm 2025"


def test_titles_come_from_the_edition() -> None:
    plan = from_database()
    plan.actions[0].criterion_title = None
    made = complete(plan, edition("tt17-2018"))
    assert made.actions[0].heading == "Tiêu chí 3.6: Thư viện"
    assert [group.text for group in made.groups] == ["MỨC 2", "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học"]


def test_a_plan_with_sections_is_left_alone() -> None:
    plan = make_plan(2)
    assert complete(plan) is plan


def test_the_paper_of_57_2026_has_its_tables() -> None:
    plan = from_database(form="tt57")
    plan.problems = [
        Problem("p1", "1", "4", "4.1", "Tiêu chuẩn 4", "Tiêu chí 4.1", "Có 200 bản sách", "Thiếu sách", "Chưa mua")
    ]
    text = text_of(plan_document(plan))
    for heading in ("I. THÔNG TIN CHUNG", "IV. TÓM TẮT CÁC VẤN ĐỀ", "VI. THEO DÕI VÀ ĐÁNH GIÁ", "VIII. CƠ CHẾ"):
        assert heading in text
    assert "Cuối học kỳ I" in text
    again = read_plan(read_document(write_document(plan_document(plan), "docx"))).plan
    assert again.form == "tt57"
    assert [problem.weakness for problem in again.problems] == ["Thiếu sách"]
    assert [review.moment for review in again.reviews] == ["Cuối học kỳ I", "Cuối năm học"]


def marked(plan: Plan) -> list[str]:
    blocks = [block for _, block in walk(plan_document(plan, gaps=True).blocks) if isinstance(block, Paragraph)]
    return [run.text for block in blocks for run in block.runs if run.mark == "gap"]


def test_every_gap_listed_is_shown_and_no_other() -> None:
    for plan in (from_database(form="tt57"), convert(make_plan(3)), make_plan(3), from_database(date=None)):
        assert marked(plan) == [f"[chưa có: {gap.name}]" for gap in gaps_of(plan)]


def test_a_full_plan_has_no_gap() -> None:
    assert gaps_of(make_plan(4, form="2018", layout="table")) == []


def test_what_a_form_cannot_print_is_listed() -> None:
    plan = from_database()
    plan.actions[0].indicator = "Số bản sách"
    plan.actions[0].evidence = "Danh mục sách"
    plan.actions[0].sites = ["Điểm trường Nà Pan"]
    plan.problems = [Problem(weakness="Thiếu sách")]
    plan.address = "Bản Nà Pan"
    assert set(unprinted_fields(plan)) == {
        "address",
        "problems",
        "actions[0].indicator",
        "actions[0].evidence",
        "actions[0].sites",
    }


@pytest.mark.parametrize("layout", ["table", "tables", "blocks"])
def test_nothing_of_a_made_plan_is_lost(layout: str) -> None:
    for seed in range(4):
        assert unprinted_fields(make_plan(seed, layout=layout)) == []
    assert unprinted_fields(make_plan(1, form="tt57")) == []


# --- conversion -------------------------------------------------------------------------------------------------


def test_a_plan_of_2018_becomes_a_draft_of_the_new_form() -> None:
    old = make_plan(7, school_type="primary")
    draft = convert(old)
    assert (draft.form, draft.edition) == ("tt57", "tt57-general")
    assert [action.tasks for action in draft.actions] == [action.tasks for action in old.actions]
    assert [action.target for action in draft.actions] == [action.target for action in old.actions]
    for before, after in zip(old.actions, draft.actions, strict=True):
        assert "gợi ý, chuyển từ tiêu chí" in (after.heading or "")
        assert f"tiêu chí {before.criterion} cũ" in (after.heading or "")
        assert (after.indicator, after.evidence) == (None, None)
    assert all(not problem.weakness and not problem.cause for problem in draft.problems)
    assert (draft.doc_number, draft.date, draft.header.number) == (None, None, None)
    assert edition("tt57-general").criterion(draft.actions[0].criterion or "") is not None


def test_nothing_written_by_the_school_is_lost_on_the_way() -> None:
    old = make_plan(9, school_type="preschool", layout="blocks")
    shown = " ".join(text_of(plan_document(convert(old), gaps=True)).split())
    for section in old.sections:
        for piece in section.content:
            if isinstance(piece, Paragraph):
                assert " ".join(piece.full_text.split()) in shown
    for action in old.actions:
        for task in action.tasks:
            assert task in shown
    for basis in old.legal_bases:
        assert basis.text in shown


def test_units_of_the_old_column_go_along() -> None:
    plan = make_plan(7)
    money = next(column for column in plan.columns if column.field == "budget_raw")
    money.heading = "Dự kiến kinh phí (triệu đồng)"
    plan.actions[0].budget_raw, plan.actions[0].other_support = "12,5", "Không"
    assert convert(plan).actions[0].budget_raw == "12,5 triệu đồng"


def test_there_is_no_way_back() -> None:
    with pytest.raises(UserError, match="Biểu 2"):
        convert(make_plan(1, form="tt57"), "2018")
    assert convert(make_plan(1)).form == "tt57"
    same = make_plan(1, form="tt57")
    assert convert(same) == same
    assert convert(same) is not same
