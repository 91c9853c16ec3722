"""A paper that is no plan is refused and told for what it seems to be."""

from __future__ import annotations

import pytest

from caitien.engine import read, write
from caitien.engine.errors import Unreadable
from tests.make.plans import some_plans

HEAD = "UBND XÃ AN LẠC\nTRƯỜNG TIỂU HỌC SAO MAI\nSố: 12/XX-SM\n\n"
BODY = "\nĐiều 1. Giao nhiệm vụ cho tổ văn phòng.\nĐiều 2. Các ông, bà có tên chịu trách nhiệm thi hành.\n"


@pytest.mark.parametrize(
    ("title", "seems"),
    [
        ("QUYẾT ĐỊNH\nVề việc thành lập tổ tư vấn", "quyết định"),
        ("BÁO CÁO TỰ ĐÁNH GIÁ\nNăm học 2025-2026", "báo cáo tự đánh giá"),
        ("BÁO CÁO\nSơ kết học kỳ I", "báo cáo"),
        ("KẾ HOẠCH\nTổ chức ngày hội đọc sách", "một kế hoạch khác"),
        ("V/v cử giáo viên dự tập huấn", "công văn"),
    ],
)
def test_the_title_tells_what_it_is(title: str, seems: str) -> None:
    with pytest.raises(Unreadable, match=f"^Tệp này có vẻ là {seems}, chưa thấy phần nào của kế hoạch cải tiến"):
        read((HEAD + title + BODY).encode(), "tep.txt")


def test_a_sentence_is_no_title() -> None:
    with pytest.raises(Unreadable, match=r"^Tệp đọc được, chưa thấy phần nào của kế hoạch cải tiến"):
        read((HEAD + "Quyết định này có lợi cho nhà trường.\n").encode())


def test_a_paper_in_another_language_is_told() -> None:
    with pytest.raises(Unreadable, match="không viết bằng tiếng Việt"):
        read(b"Minutes of the meeting\n\nThe board met on Monday and approved the accounts.\n")


@pytest.mark.parametrize(
    "text", ["KẾ HOẠCH\nCải tiến chất lượng giáo dục năm học 2026-2027\n", "Tiêu chuẩn 1: Tổ chức và\nTiêu chí 1.1\n"]
)
def test_what_is_left_of_a_plan_is_still_a_plan(text: str) -> None:
    assert read((HEAD + text).encode()).plan.actions == []


def test_no_plan_is_taken_for_something_else() -> None:
    for plan in some_plans(12):
        assert read(write(plan, "txt")).plan.actions
