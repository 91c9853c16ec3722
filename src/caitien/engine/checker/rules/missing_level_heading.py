"""Hoạt động chưa xếp theo mức

Vì sao: Xếp theo mức thì thấy ngay việc nào để lên mức nào.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III (MỨC 1, 2, 3 rồi MỨC 4)
Sai: Mục III liệt kê tiêu chuẩn 4, 5 không có dòng MỨC
Đúng: MỨC 2, rồi đến Tiêu chuẩn 4 …
Cần: Các dòng đề mục trong phần nội dung của mẫu 2018.
Không tính: bảng đã ghi mức ở từng dòng
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions without any level heading, or before the first one; one for the plan."""
    plan = case.plan
    first = next((group.before for group in plan.groups if group.kind == "level"), None)
    if first == 0 or (first is None and all(action.level_section is not None for action in plan.actions)):
        return
    heading = next((i for i, group in enumerate(plan.groups) if group.kind == "standard"), None)
    quote = plan.groups[heading].text if heading is not None else plan.actions[0].heading or ""
    field = f"groups[{heading}].text" if heading is not None else "actions[0].heading"
    variant = "" if first is None else "late"
    yield Finding("missing_level_heading", "heading", "warning", quote=squeeze(quote), field=field, variant=variant)


RULE = Rule(
    kind="missing_level_heading",
    severity="warning",
    check=check,
    messages={
        "": "Các hoạt động chưa xếp dưới dòng MỨC nào.",
        "late": "Phần đầu chưa có dòng MỨC, trong khi phía sau có.",
    },
    needs=("actions",),
    form="2018",
)
