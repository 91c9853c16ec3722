"""Kinh phí không có số tiền

Vì sao: “Theo tình hình thực tế” không cho biết cần bao nhiêu, nên không ai duyệt chi được.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: Theo tình hình thực tế
Đúng: Khoảng 5.000.000 đồng từ nguồn chi thường xuyên
Cần: Ô kinh phí của từng hoạt động.
Không tính: ô ghi không mất tiền; ở Biểu 2, ô chỉ kể người và thiết bị
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import needs_no_money
from caitien.engine.checker.wording import wording
from caitien.engine.vietnamese.text import squeeze

OPEN = wording(
    r"(?:tình hình|điều kiện|chi phí|khối lượng)? ?thực tế|(?:quy|qui) chế chi tiêu|qcctnb|tùy (?:theo|tình hình|vào)|tuỳ (?:theo|tình hình|vào)|theo (?:quy|qui) định|theo dự toán",
    r"ngân sách(?: nhà nước)?|nguồn (?:xã hội hóa|xã hội hoá|chi thường xuyên|kinh phí|thu|tự chủ)|xã hội hóa|xã hội hoá|chi thường xuyên|tự túc|kinh phí \w+",
)


def check(case: Case) -> Iterator[Finding]:
    """A budget without an amount; in Biểu 2, whose column is about all resources, only where money is left open."""
    for i, action in enumerate(case.plan.actions):
        raw = squeeze(action.budget_raw or "")
        if action.budget_vnd is not None or not raw.strip(" .-–…/") or needs_no_money(action):
            continue
        if case.plan.form == "2018" or OPEN.search(raw):
            yield Finding(
                "open_ended_budget", f"actions[{i}].budget", "warning", quote=raw, field=f"actions[{i}].budget_raw"
            )


RULE = Rule(
    kind="open_ended_budget",
    severity="warning",
    check=check,
    messages={
        "": "“{quote}” chưa có số tiền. Nên ghi số dự kiến.",
    },
    needs=("actions",),
)
