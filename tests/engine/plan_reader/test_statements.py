"""Results of the self-assessment, in the wordings that schools use."""

from __future__ import annotations

import pytest

from caitien.engine.document.tree import Cell, Document, Row, Table, cell, paragraph
from caitien.engine.plan.model import SelfAssessment
from caitien.engine.plan_reader import read_plan

HEAD = ["KẾ HOẠCH", "Cải tiến chất lượng giáo dục năm học 2024-2025", "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH"]


def results_of(*lines: str, table: Table | None = None) -> SelfAssessment:
    blocks = [paragraph(line) for line in (*HEAD, *lines)]
    return read_plan(Document((*blocks, *([table] if table else [])))).plan.self_assessment


@pytest.mark.parametrize(
    "lines",
    [
        ["Mức 2: Tổng số 27 tiêu chí, trong đó số tiêu chí đạt 24/27, tỉ lệ 88,9%; tiêu chí không đạt: 3"],
        [
            "- Số lượng và tỷ lệ tiêu chí đạt Mức 2: 24/27 đạt 88,9%",
            "- Số lượng và tỷ lệ tiêu chí không đạt Mức 2: 3/27",
        ],
        ["- Số lượng các tiêu chí đạt và không đạt Mức 2:", "Số lượng đạt: 24/27", "Số lượng không đạt: 03/27"],
        ["Mức 2: đạt 24/27 tiêu chí (88,9%); không đạt 3/27 tiêu chí (11,1%)."],
        ["24/27 tiêu chí đạt Mức 2 (88,9%), 3/27 tiêu chí không đạt Mức 2."],
        ["+ Mức 2: tổng số 27 tiêu chí; đạt 24 tiêu chí (88,9%); không đạt 3 tiêu chí (11,1%)."],
        ["Mức 1 đạt 27/27 (100%), Mức 2 đạt 24/27 (88,9%), không đạt Mức 2: 3/27"],
    ],
)
def test_counts_of_a_level(lines: list[str]) -> None:
    count = results_of(*lines).level_counts["2"]
    assert (count.passed, count.total, count.failed) == (24, 27, 3)


def test_percentage_only_is_told_from_a_count() -> None:
    count = results_of("Tiêu chí đạt Mức 1: 27/27", "Tiêu chí không đạt Mức 1: 0%").level_counts["1"]
    assert (count.failed, count.failed_as_percent_only, count.passed_as_percent_only) == (0, True, False)


def test_counts_in_a_table() -> None:
    rows = (
        ["Mức", "Tổng số tiêu chí", "Số tiêu chí đạt", "Số tiêu chí không đạt"],
        ["Mức 1", "27", "27", "0"],
        ["Mức 2", "27", "25", "2"],
    )
    table = Table(tuple(Row(tuple(cell(text) for text in row)) for row in rows))
    counts = results_of("Kết quả tự đánh giá:", table=table).level_counts
    assert {level: (c.passed, c.total, c.failed) for level, c in counts.items()} == {"1": (27, 27, 0), "2": (25, 27, 2)}


def test_marks_of_a_table_of_results() -> None:
    rows = (
        ["Tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"],
        ["Tiêu chí 1.1", "", "x", "x", "-"],
        ["Tiêu chí 1.2", "x", "", "", ""],
    )
    table = Table(tuple(Row(tuple(Cell((paragraph(text),)) for text in row)) for row in rows))
    marks = results_of(table=table).marks
    assert [(mark.criterion, mark.marks) for mark in marks] == [
        ("1.1", ["", "x", "x", "-"]),
        ("1.2", ["x", "", "", ""]),
    ]


def test_failed_criteria_that_are_listed() -> None:
    found = results_of("Các tiêu chí không đạt Mức 2: 3.4, 3.6 và 5.2 (3/27).")
    assert found.failed_criteria == {"2": ["3.4", "3.6", "5.2"]}


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Tự đánh giá đạt mức 3", 3),
        ("- Mức đánh giá của trường: Đạt mức 2", 2),
        ("* Mức đánh giá của Trường Tiểu học Hoa Ban: Mức 1", 1),
        ("Nhà trường tự đánh giá đạt Mức 2.", 2),
        ("Kết luận: Trường đạt Mức 1.", 1),
        ("Nhà trường phấn đấu nâng các tiêu chí lên Mức 3", None),
    ],
)
def test_level_claimed(line: str, level: int | None) -> None:
    assert results_of(line).claimed_level == level


def test_grade_and_degree_claimed_but_not_aimed_at() -> None:
    found = results_of("Trường được công nhận kiểm định Cấp độ 2, đạt chuẩn quốc gia Mức độ 1.")
    assert (found.claimed_accreditation, found.claimed_national_standard) == ("Cấp độ 2", "Mức độ 1")
    aimed = results_of("Phấn đấu đạt Cấp độ 3, chuẩn quốc gia Mức độ 2.")
    assert (aimed.claimed_accreditation, aimed.claimed_national_standard) == (None, None)
