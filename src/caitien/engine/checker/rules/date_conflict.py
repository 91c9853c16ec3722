"""Thời gian trong việc làm khác cột thời gian

Vì sao: Hai chỗ nói hai thời gian thì người làm không biết theo chỗ nào.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột thời gian)
Sai: Cột: tháng 9/2026 – tháng 5/2027; việc làm: “từ tháng 02/2027 và những năm tiếp theo”
Đúng: Cột và việc làm cùng: tháng 02/2027 – tháng 5/2027
Cần: Thời gian, công việc và điều kiện hỗ trợ của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import SEVERITIES, Case, Finding, Rule
from caitien.engine.plan.model import Action
from caitien.engine.vietnamese.dates import points
from caitien.engine.vietnamese.text import squeeze

BEYOND = re.compile(
    r"(?:(?:tháng|từ|năm|trong|học kỳ)[^.;]{0,45})?(?:và\s+)?(?:những|các)\s+năm\s+(?:học\s+)?(?:tiếp theo|sau|kế tiếp)",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"\s*(?:bắt đầu\s+)?từ\s+(?:đầu\s+|giữa\s+|cuối\s+)?tháng\s+\d{1,2}(?:\s*/\s*|\s+năm\s+)20\d\d", re.IGNORECASE
)
YEARLY = re.compile(r"(?:tháng\s+\d{1,2}\s+)?(?:hằng|hàng|mỗi)\s+năm(?!\s+học)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Dates in the task or support that begin elsewhere than the time column or go on beyond it; one an action."""
    for i, action in enumerate(case.plan.actions):
        if action.end is None:
            continue
        texts = [(f"actions[{i}].tasks[{j}]", task, "warning") for j, task in enumerate(action.tasks)]
        texts.append((f"actions[{i}].other_support", action.other_support or "", "info"))
        found = [
            Finding("date_conflict", f"actions[{i}].time", severity, quote=quote, field=field, variant=variant)
            for field, text, most in texts
            if (hit := _conflict(action, case.plan.school_year, squeeze(text)))
            for variant, quote in [hit]
            for severity in ["info" if variant == "yearly" else most]
        ]
        if found:
            yield min(found, key=lambda one: SEVERITIES.index(one.severity))


def _conflict(action: Action, year: str | None, text: str) -> tuple[str, str] | None:
    """(variant, quote) of what a text says against the time column."""
    beyond = BEYOND.search(text)
    if beyond:
        return "beyond", beyond[0]
    opening = OPENING.match(text)
    named = points(opening[0], year) if opening else []
    if opening and named and action.start and len(action.start) == 7 and named[0].start != action.start:
        return "begins", opening[0].strip()
    yearly = YEARLY.search(text)
    return ("yearly", yearly[0]) if yearly else None


RULE = Rule(
    kind="date_conflict",
    severity="warning",
    check=check,
    messages={
        "beyond": "Việc làm kéo dài “{quote}”, cột thời gian kết thúc trong năm học.",
        "begins": "Việc làm bắt đầu “{quote}”, cột thời gian bắt đầu lúc khác.",
        "yearly": "Việc làm lặp lại (“{quote}”), cột thời gian chỉ có một khoảng.",
    },
)
