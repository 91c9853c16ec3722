"""What column heads, labels, names and headings mean."""

import pytest

from caitien.engine.plan_reader.columns import field_of, label_of
from caitien.engine.plan_reader.flattened import heads_of
from caitien.engine.plan_reader.marks import criterion_of, level_of, standard_of
from caitien.engine.plan_reader.matrix import joined
from caitien.engine.plan_reader.names import names_in, plain_name, type_of
from caitien.engine.plan_reader.sections import key_of

HEADS = {
    "STT": "number",
    "Tiêu chuẩn, tiêu chí": "heading",
    "Nội dung cải tiến": "heading",
    "Kết quả cần đạt (so với hiện trạng)": "target",
    "Kết quả cần đạt/mô tả hiện trạng": "target",
    "Mục tiêu cải tiến": "target",
    "Thực trạng": "current_state",
    "Các giải pháp": "tasks",
    "Công việc/giải pháp cần thực hiện": "tasks",
    "Hoạt động/giải pháp": "tasks",
    "Chủ trì và phối hợp thực hiện": "lead_and_partners",
    "Người chủ trì": "lead",
    "Đơn vị phối hợp": "partners",
    "Thời gian thực hiện và hoàn thành": "time_raw",
    "Bắt đầu": "time_start",
    "Thời hạn hoàn thành": "time_end",
    "Kinh phí (triệu đồng)": "budget_raw",
    "Nguồn lực bảo đảm": "budget_raw",
    "Điều kiện hỗ trợ khác": "other_support",
    "Chỉ số đánh giá kết quả": "indicator",
    "Thông tin, dữ liệu hoặc minh chứng dự kiến": "evidence",
    "Mức độ thực hiện": "progress",
    "Ghi chú": "note",
    "Hoa quả mùa hè": None,
}


@pytest.mark.parametrize(("head", "field"), HEADS.items())
def test_head_of_a_column(head: str, field: str | None) -> None:
    assert field_of(head) == field


def test_label_and_its_value() -> None:
    assert label_of("- Dự kiến kinh phí: 5 triệu đồng") == ("budget_raw", "Dự kiến kinh phí", "5 triệu đồng")
    assert label_of("a) Mục tiêu: 100% học sinh") == ("target", "Mục tiêu", "100% học sinh")
    assert label_of("Lưu ý: họp vào thứ Hai") is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MỨC 1, 2, 3", "1-3"),
        ("Mức 4", 4),
        ("II. Mức 2", 2),
        ("MỨC 5", 5),
        ("Đạt mức 2", None),
        ("Mức 2 cần bổ sung", None),
    ],
)
def test_level_heading(text: str, level: int | str | None) -> None:
    assert level_of(text) == level


def test_standard_and_criterion_headings() -> None:
    assert standard_of("2. Tiêu chuẩn 4: Quan hệ với gia đình") == ("4", "Quan hệ với gia đình")
    assert standard_of("Tiêu chuẩn, tiêu chí") is None
    named = criterion_of("Tiêu chí 1.2, 1.7: Tổ chức")
    assert named is not None
    assert (named.code, named.more, named.title) == ("1.2", ("1.7",), "Tổ chức")
    assert criterion_of("1.10. An ninh trật tự", bare=True).code == "1.10"  # type: ignore[union-attr]
    assert criterion_of("tiêu chí 2.3 của trường còn yếu") is None


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("TRƯỜNG TH HOA BAN", "Trường Tiểu học Hoa Ban", "primary"),
        ("TRƯỜNG MẦM NON SỐ 2 NÀ MẠ", "Trường Mầm non số 2 Nà Mạ", "preschool"),
        ("TRƯỜNG THCS SUỐI NGÂN", "Trường THCS Suối Ngân", "lower_secondary"),
        ("Trường THPT Đồi Sim", "Trường THPT Đồi Sim", "upper_secondary"),
        ("TRƯỜNG TH&THCS ĐỒNG LAU", "Trường TH&THCS Đồng Lau", "multi_level"),
        ("TRƯỜNG PTDTBT THCS BẢN MÂY", "Trường PTDTBT THCS Bản Mây", "lower_secondary"),
    ],
)
def test_name_and_type_of_a_school(written: str, name: str, kind: str) -> None:
    assert plain_name(written) == name
    assert type_of(written) == kind


def test_names_in_running_text_leave_other_schools_without_a_name_out() -> None:
    found = names_in(
        ["Trường Tiểu học xã Đồng Lau thực hiện kế hoạch", "các trường tiểu học trong xã", "Trường Cao đẳng Sư phạm"]
    )
    assert list(found) == ["Trường Tiểu học xã Đồng Lau"]


def test_section_titles() -> None:
    titles = [
        "MỤC ĐÍCH, YÊU CẦU",
        "CĂN CỨ XÂY DỰNG KẾ HOẠCH",
        "NỘI DUNG KẾ HOẠCH",
        "TỔ CHỨC THỰC HIỆN",
        "CƠ CHẾ ĐÁNH GIÁ VÀ BÁO CÁO",
    ]
    assert [key_of(title) for title in titles] == ["purpose", "bases", "actions", "organisation", "reporting"]


def test_lines_of_a_cell_that_go_on() -> None:
    assert joined(["Tập huấn soạn", "bài cho 31 giáo viên", "trong năm học 2025-", "2026."]) == [
        "Tập huấn soạn bài cho 31 giáo viên trong năm học 2025-2026."
    ]
    assert joined(["Hiệu trưởng", "Công đoàn"]) == ["Hiệu trưởng", "Công đoàn"]
    assert joined(["- Mua sách.", "- sơn cửa"]) == ["- Mua sách.", "- sơn cửa"]


def test_heads_that_ran_together() -> None:
    heads = heads_of(
        ["TT Tiêu chí Kết quả", "cần đạt", "Giải", "pháp", "Chủ trì", "và phối", "hợp", "Thời", "gian", "Kinh", "phí"]
    )
    assert [head.field for head in heads] == [
        "number",
        "heading",
        "target",
        "tasks",
        "lead_and_partners",
        "time_raw",
        "budget_raw",
    ]
