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
from caitien.engine.checker.wording import wording
from caitien.engine.document.tree import Paragraph
from caitien.engine.plan.model import Plan, PlanSection, Slot
from caitien.engine.vietnamese.text import squeeze

HOME = {"actions": "actions", "organisation": "organisation", "problems": "problems", "reviews": "monitoring"}
PART_WORDS = {
    "actions": "nội dung kế hoạch",
    "organisation": "tổ chức thực hiện",
    "problems": "vấn đề trọng tâm",
    "monitoring": "theo dõi, đánh giá",
}


HEADS = {
    "actions": wording(r"nội dung|kế hoạch|giải pháp|hoạt động|cải tiến"),
    "organisation": wording(r"tổ chức|phân công|trách nhiệm|thực hiện"),
    "problems": wording(r"vấn đề"),
    "monitoring": wording(r"theo dõi|giám sát"),
}
"""Words of a heading inside another section, under which a part may stand."""
LONGEST_HEADING = 120


def check(case: Case) -> Iterator[Finding]:
    """Text without a heading above it, and structured parts that stand in the section of another."""
    plan = case.plan
    for i, section in enumerate(plan.sections):
        if not section.title and section.key != "bases" and section.content:
            yield Finding("missing_section_heading", "heading", "warning", field=f"sections[{i}].title", variant="text")
        strayed = _strayed(plan, section)
        if strayed:
            yield Finding(
                "missing_section_heading",
                "heading",
                "warning",
                quote=squeeze(section.title),
                field=f"sections[{i}].title",
                params={"part": PART_WORDS[strayed]},
            )


def _strayed(plan: Plan, section: PlanSection) -> str:
    """The key of the part that stands in the section without a heading of its own, "" when there is none."""
    above = ""
    for piece in section.content:
        if isinstance(piece, Slot):
            home = HOME.get(piece.field.partition("[")[0], "")
            if home and section.key != home and not any(other.key == home for other in plan.sections):
                return "" if above and HEADS[home].search(above) else home
        elif isinstance(piece, Paragraph) and len(piece.full_text) < LONGEST_HEADING:
            above = piece.full_text
    return ""


RULE = Rule(
    kind="missing_section_heading",
    severity="warning",
    check=check,
    messages={
        "": "Phần {part} đứng dưới mục “{quote}”, chưa có tên mục riêng.",
        "text": "Đoạn mở đầu đứng ngoài các mục, chưa có tên mục.",
    },
)
