"""Headings, column heads and fixed formulas of the official forms of the yearly improvement plan.

``2018`` is the form of the guidance to Thông tư 17, 18, 19/2018 (fact E5, E6), ``tt57`` Biểu 2 of Thông tư 57/2026
(facts 60–67). Running text that a form prints in full is no part of this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from caitien.engine.plan.model import Column

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TITLE = ("KẾ HOẠCH", "Cải tiến chất lượng giáo dục")
RECIPIENTS = "Nơi nhận:"
TOTAL = "Tổng cộng"
SCHOOL_TYPES = {
    "preschool": "Trường mầm non",
    "primary": "Trường tiểu học",
    "lower_secondary": "Trường trung học cơ sở",
    "upper_secondary": "Trường trung học phổ thông",
    "multi_level": "Trường phổ thông có nhiều cấp học",
    "continuing": "Cơ sở giáo dục thường xuyên",
}


@dataclass(frozen=True, slots=True)
class Form:
    """The skeleton of one form."""

    sections: tuple[tuple[str, str, str], ...]
    """Key, number and title of each main section."""
    columns: tuple[Column, ...]
    """Of the table of actions."""
    problem_heads: tuple[str, ...] = ()
    review_heads: tuple[str, ...] = ()
    review_moments: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    """Labels of the items of the section about the school."""


FORMS = {
    "2018": Form(
        sections=(
            ("purpose", "I", "MỤC ĐÍCH, YÊU CẦU"),
            ("bases", "II", "CĂN CỨ XÂY DỰNG KẾ HOẠCH"),
            ("actions", "III", "NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"),
            ("organisation", "IV", "TỔ CHỨC THỰC HIỆN"),
        ),
        columns=(
            Column("number", "TT"),
            Column("heading", "Tiêu chuẩn, tiêu chí"),
            Column("target", "Kết quả cần đạt (so với hiện trạng)"),
            Column("tasks", "Công việc/giải pháp cần thực hiện"),
            Column("lead_and_partners", "Chủ trì và phối hợp thực hiện"),
            Column("time_start", "Bắt đầu", "Thời gian thực hiện và hoàn thành"),
            Column("time_end", "Kết thúc", "Thời gian thực hiện và hoàn thành"),
            Column("budget_raw", "Dự kiến kinh phí"),
            Column("other_support", "Điều kiện hỗ trợ khác"),
            Column("note", "Ghi chú"),
        ),
    ),
    "tt57": Form(
        sections=(
            ("general", "I", "THÔNG TIN CHUNG"),
            ("bases", "II", "CĂN CỨ XÂY DỰNG KẾ HOẠCH"),
            ("purpose", "III", "MỤC ĐÍCH, YÊU CẦU"),
            ("problems", "IV", "TÓM TẮT CÁC VẤN ĐỀ TRỌNG TÂM CẦN CẢI TIẾN"),
            ("actions", "V", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"),
            ("monitoring", "VI", "THEO DÕI VÀ ĐÁNH GIÁ THỰC HIỆN (GIÁM SÁT NỘI BỘ)"),
            ("organisation", "VII", "TỔ CHỨC THỰC HIỆN"),
            ("reporting", "VIII", "CƠ CHẾ ĐÁNH GIÁ VÀ BÁO CÁO"),
        ),
        columns=(
            Column("number", "TT"),
            Column("heading", "Nội dung cải tiến"),
            Column("target", "Mục tiêu cải tiến"),
            Column("tasks", "Hoạt động/giải pháp"),
            Column("indicator", "Chỉ số đánh giá kết quả"),
            Column("time_raw", "Thời gian thực hiện"),
            Column("lead_and_partners", "Đơn vị/cá nhân phụ trách"),
            Column("budget_raw", "Nguồn lực bảo đảm"),
            Column("evidence", "Thông tin, dữ liệu hoặc minh chứng dự kiến"),
            Column("progress", "Mức độ thực hiện"),
        ),
        problem_heads=(
            "TT",
            "Tiêu chuẩn",
            "Tiêu chí liên quan (nếu có)",
            "Đánh giá hiện trạng",
            "Điểm hạn chế",
            "Nguyên nhân của hạn chế",
        ),
        review_heads=("Thời điểm", "Nội dung theo dõi", "Kết quả thực hiện", "Điều chỉnh (nếu có)", "Người đánh giá"),
        review_moments=("Cuối học kỳ I", "Cuối năm học"),
        general=("Tên cơ sở giáo dục", "Loại hình", "Địa chỉ"),
    ),
}

FIELD_NAMES = {
    "heading": "nội dung cải tiến",
    "target": "mục tiêu cải tiến",
    "tasks": "hoạt động, giải pháp",
    "indicator": "chỉ số đánh giá kết quả",
    "time_raw": "thời gian thực hiện",
    "time_start": "thời gian bắt đầu",
    "time_end": "thời gian kết thúc",
    "lead_and_partners": "đơn vị, cá nhân phụ trách",
    "lead": "người chủ trì",
    "budget_raw": "nguồn lực bảo đảm",
    "evidence": "minh chứng dự kiến",
    "standard_text": "tiêu chuẩn",
    "state": "đánh giá hiện trạng",
    "weakness": "điểm hạn chế",
    "cause": "nguyên nhân của hạn chế",
    "content": "nội dung theo dõi",
    "reviewer": "người đánh giá",
}
"""Field → its name in a gap that a draft shows; only what a form demands has one."""
HEADER_NAMES = {"number": "số, ký hiệu", "place_date": "địa danh, ngày tháng năm"}
"""Lines of the header that a draft lacks until it is issued."""
