"""A plan printed in its own form is the plan again when it is read."""

from __future__ import annotations

import dataclasses
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Document, Paragraph, Section, Table, paragraph, paragraphs, walk
from caitien.engine.document.writers import write_document
from caitien.engine.document.writers.txt import text_of
from caitien.engine.plan.model import Action, Column, Duties, Group, LegalBasis, Plan, PlanSection, Slot
from caitien.engine.plan_reader import read_plan
from caitien.engine.reports import plan_document
from tests.make.plans import make_plan

KINDS = [
    {"form": "2018", "layout": "table", "school_type": "preschool"},
    {"form": "2018", "layout": "table", "school_type": "multi_level"},
    {"form": "2018", "layout": "tables", "school_type": "primary"},
    {"form": "2018", "layout": "blocks", "school_type": "lower_secondary"},
    {"form": "tt57", "layout": "table", "school_type": "primary"},
]


def plain(value: Any) -> Any:
    """The value as lists and dictionaries; of a kept block the words, which are all that every format keeps."""
    if isinstance(value, (Paragraph, Table, Section)):
        return [" ".join(block.full_text.split()) for block in paragraphs((value,))]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def leaves(value: Any, path: str = "") -> dict[str, Any]:
    if isinstance(value, dict):
        return {at: leaf for key, item in value.items() for at, leaf in leaves(item, f"{path}.{key}").items()}
    if isinstance(value, list):
        return {at: leaf for i, item in enumerate(value) for at, leaf in leaves(item, f"{path}[{i}]").items()}
    return {path: value}


def through(plan: Plan, format: str) -> Plan:
    return read_plan(read_document(write_document(plan_document(plan), format))).plan


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join(kind.values()))
@pytest.mark.parametrize("seed", range(3))
def test_a_plan_that_was_read_is_printed_and_read_again_the_same(kind: dict[str, str], seed: int) -> None:
    plan = through(make_plan(seed, **kind), "docx")
    assert plan.actions
    for format in ("docx", "xlsx"):
        assert plain(through(plan, format)) == plain(plan), format
    before, after = leaves(plain(plan)), leaves(plain(through(plan, "pdf")))
    right = sum(after.get(path) == value for path, value in before.items())
    assert right / len(before) >= 0.98


def test_the_shared_plans_come_back(shared: Path) -> None:
    for path in sorted(shared.glob("cases/*/plan.docx")):
        plan = read_plan(read_document(path.read_bytes())).plan
        for format in ("docx", "xlsx"):
            again = leaves(plain(through(plan, format)))
            differing = [at for at, value in leaves(plain(plan)).items() if again.get(at) != value]
            assert differing == [], f"{path.parent.name} {format}"


def test_printing_changes_nothing_in_the_plan() -> None:
    plan = make_plan(1)
    before = deepcopy(plan)
    plan_document(plan, gaps=True)
    assert plan == before


def rows_of(document: Document) -> list[list[str]]:
    table = next(block for _, block in walk(document.blocks) if isinstance(block, Table) and block.role == "grid")
    return [[cell.text for cell in row.cells] for row in table.rows]


def small_plan(**changes: Any) -> Plan:
    plan = Plan(
        columns=[
            Column("number", "TT"),
            Column("heading", "Tiêu chí"),
            Column("tasks", "Việc"),
            Column("budget_raw", "Kinh phí"),
        ],
        actions=[Action(number="1", heading="Tiêu chí 1.1", tasks=["a", "b"], budget_raw="2 triệu đồng")],
        sections=[PlanSection("actions", "III", "NỘI DUNG", [Slot("actions")])],
    )
    return dataclasses.replace(plan, **changes)


def test_rows_stand_as_the_plan_orders_them() -> None:
    groups = [
        Group("level", "MỨC 2", 0, level=2),
        Group("standard", "Tiêu chuẩn 1: Quản trị", 0, number="1", standard="1"),
    ]
    plan = small_plan(groups=groups, empty_rows=[1], total_budget_raw="2 triệu đồng")
    assert rows_of(plan_document(plan)) == [
        ["TT", "Tiêu chí", "Việc", "Kinh phí"],
        ["MỨC 2"],
        ["1", "Tiêu chuẩn 1: Quản trị"],
        ["1", "Tiêu chí 1.1", "- a\n- b", "2 triệu đồng"],
        ["", "", "", ""],
        ["Tổng cộng", "", "2 triệu đồng"],
    ]


def test_columns_that_share_a_head_have_two_rows_and_time_is_taken_apart() -> None:
    columns = [
        Column("heading", "Tiêu chí"),
        Column("time_start", "Bắt đầu", "Thời gian"),
        Column("time_end", "Kết thúc", "Thời gian"),
    ]
    action = Action(
        heading="Tiêu chí 1.1", time_raw="Lần một - Tháng 9/2026 - Tháng 5/2027", start="2026-09", end="2027-05"
    )
    plan = small_plan(columns=columns, actions=[action], school_year="2026-2027")
    head, below, row = rows_of(plan_document(plan))
    assert (head, below) == (["Tiêu chí", "Thời gian"], ["Bắt đầu", "Kết thúc"])
    assert row[1:] == ["Lần một - Tháng 9/2026", "Tháng 5/2027"]


def test_a_lone_end_stands_in_the_column_of_ends() -> None:
    columns = [Column("heading", "Tiêu chí"), Column("time_start", "Bắt đầu"), Column("time_end", "Kết thúc")]
    plan = small_plan(columns=columns, actions=[Action(heading="x", time_raw="Tháng 5/2027", end="2027-05")])
    assert rows_of(plan_document(plan))[1] == ["x", "", "Tháng 5/2027"]


def test_lead_and_partners_and_source_of_money_have_their_columns() -> None:
    columns = [Column(name, name) for name in ("heading", "lead", "partners", "budget_raw", "money_source")]
    action = Action(heading="x", lead_and_partners="Văn thư\nKế toán", budget_raw="3 triệu đồng\nNgân sách")
    plan = small_plan(columns=columns, actions=[action])
    assert rows_of(plan_document(plan))[1] == ["x", "Văn thư", "Kế toán", "3 triệu đồng", "Ngân sách"]


def test_labels_stand_on_lines_of_their_own() -> None:
    columns = [Column("target", "Mục tiêu"), Column("tasks", "Giải pháp"), Column("note", "Ghi chú")]
    action = Action(heading="Tiêu chí 2.1: Quản lý", target="12 em", tasks=["a", "b"], note="")
    text = text_of(plan_document(small_plan(layout="blocks", columns=columns, actions=[action])))
    assert text.splitlines()[1:] == [
        "Tiêu chí 2.1: Quản lý",
        "- Mục tiêu: 12 em",
        "- Giải pháp:",
        "+ a",
        "+ b",
        "- Ghi chú:",
    ]


def test_the_wide_table_turns_the_page_with_its_heading() -> None:
    blocks = plan_document(make_plan(1)).blocks
    turned = next(block for block in blocks if isinstance(block, Section) and block.landscape)
    assert [block.role for block in turned.blocks] == ["heading", "grid"]


def test_duties_bases_and_kept_blocks_keep_their_order() -> None:
    plan = Plan(
        legal_bases=[LegalBasis("Báo cáo tự đánh giá", marker="1."), LegalBasis("Công văn số 1", marker="-")],
        organisation=[Duties("Hiệu trưởng", ["Chỉ đạo"], "1", ["-"]), Duties("Kế toán", ["Chi trả"], "-", [""])],
        sections=[
            PlanSection(
                "bases", "II", "CĂN CỨ", [Slot("legal_bases[1]"), paragraph("Lời dẫn"), Slot("legal_bases[0]")]
            ),
            PlanSection("organisation", "IV", "TỔ CHỨC", [Slot("organisation[0]"), Slot("organisation[1]")]),
        ],
        recipients=["Tổ văn phòng", "Lưu VT"],
    )
    assert text_of(plan_document(plan)).splitlines() == [
        "II. CĂN CỨ",
        "- Công văn số 1",
        "Lời dẫn",
        "1. Báo cáo tự đánh giá",
        "IV. TỔ CHỨC",
        "1. Hiệu trưởng",
        "- Chỉ đạo",
        "- Kế toán: Chi trả",
        "Nơi nhận:",
        "- Tổ văn phòng;",
        "- Lưu VT.",
    ]


def test_slots_that_point_nowhere_print_nothing() -> None:
    plan = Plan(
        sections=[PlanSection("other", "I", "X", [Slot("legal_bases[3]"), Slot("organisation[0]"), Slot("unknown")])]
    )
    assert text_of(plan_document(plan)) == "I. X\n"
