"""Có phần nội dung chưa có tên mục

Vì sao: Người đọc và máy đều tìm nội dung theo tên mục; phần không tên dễ bị bỏ sót.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng (các mục I–IV; Biểu 2: I–VIII)
Sai: Bảng nội dung đứng ngay sau phần căn cứ, không có dòng “III. NỘI DUNG KẾ HOẠCH…”
Đúng: III. NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC rồi đến bảng
Cần: Tên các mục lớn.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.model import Slot

HOME = {"actions": "actions", "organisation": "organisation", "problems": "problems", "reviews": "monitoring"}
PART_WORDS = {
    "actions": "nội dung kế hoạch",
    "organisation": "tổ chức thực hiện",
    "problems": "vấn đề trọng tâm",
    "monitoring": "theo dõi, đánh giá",
}


def check(case: Case) -> Iterator[Finding]:
    """Text between the title and the first heading, and structured parts that stand in the section of another."""
    plan = case.plan
    for i, section in enumerate(plan.sections):
        if not section.title and section.key != "bases" and section.content:
            yield Finding(
                "missing_section_heading", "heading", "warning", field=f"sections[{i}].content[0]", variant="text"
            )
        for slot in (piece.field for piece in section.content if isinstance(piece, Slot)):
            home = HOME.get(slot.partition("[")[0])
            if home and section.key != home and not any(other.key == home for other in plan.sections):
                yield Finding(
                    "missing_section_heading",
                    "heading",
                    "warning",
                    field=f"sections[{i}].title",
                    params={"part": PART_WORDS[home]},
                )
                break


RULE = Rule(
    kind="missing_section_heading",
    severity="warning",
    check=check,
    messages={
        "": "Phần {part} đứng dưới mục khác, chưa có tên mục riêng.",
        "text": "Đoạn mở đầu đứng ngoài các mục, chưa có tên mục.",
    },
)
