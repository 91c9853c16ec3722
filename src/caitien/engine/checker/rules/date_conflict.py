"""Thời gian trong việc làm khác cột thời gian

Vì sao: Hai chỗ nói hai thời gian thì người làm không biết theo chỗ nào.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột thời gian)
Sai: Cột: tháng 9/2026 – tháng 5/2027; việc làm: “từ tháng 02/2027 và những năm tiếp theo”
Đúng: Cột và việc làm cùng: tháng 02/2027 – tháng 5/2027
Cần: Thời gian, công việc và điều kiện hỗ trợ của từng hoạt động.
Không tính: từng bước có tháng riêng nằm trong khoảng của cột thời gian
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import SEVERITIES, Case, Finding, Rule
from caitien.engine.checker.periods import first_month, last_month
from caitien.engine.checker.wording import wording
from caitien.engine.plan.model import Action
from caitien.engine.vietnamese.dates import points

BEYOND = wording(
    r"(?:(?:tháng|từ|năm|trong|học kỳ|học kì)[^.;\n]{0,45}? )?(?:và )?(?:những|các) năm (?:học )?(?:tiếp theo|sau|kế tiếp|tiếp)"
)
LEADING = re.compile(r"\W*(?:(?:kể|bắt\s+đầu|từ|trong|ngay|vào|khoảng|đầu|giữa|cuối)\W*)*", re.IGNORECASE)
LIMIT = re.compile(
    r"(?:hoàn\s+thành|xong|kết\s+thúc|đến\s+hết|đến\s+cuối|trước|chậm\s+nhất|muộn\s+nhất)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
NAMES_A_TIME = re.compile(r"\d|học\s+k[ìỳ]|quý|HK", re.IGNORECASE)
YEARLY = re.compile(
    r"(?:tháng\s+\d{1,2}\s+)?(?<!kế hoạch )(?<!báo cáo )(?<!quy định )(?:hằng|hàng|mỗi)\s+năm(?!\s+học)", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Dates in the task or support that begin elsewhere than the time column or go on beyond it; one an action."""
    for i, action in enumerate(case.plan.actions):
        if action.end is None:
            continue
        texts = [(f"actions[{i}].tasks[{j}]", task, "warning") for j, task in enumerate(action.tasks)]
        texts.append((f"actions[{i}].other_support", action.other_support or "", "info"))
        found = []
        for at, (field, text, most) in enumerate(texts):
            hit = _conflict(action, case.plan.school_year, text, is_first=at == 0)
            if hit:
                variant, start, end = hit
                severity = "info" if variant == "yearly" else most
                where, quote = f"actions[{i}].time", text[start:end].strip()
                found.append(
                    Finding("date_conflict", where, severity, quote=quote, field=field, start=start, variant=variant)
                )
        if found:
            yield min(found, key=lambda one: SEVERITIES.index(one.severity))


def _conflict(action: Action, year: str | None, text: str, *, is_first: bool) -> tuple[str, int, int] | None:
    """(variant, begin, end) of what a text says against the time column."""
    beyond = BEYOND.search(text)
    if beyond:
        return "beyond", beyond.start(), beyond.end()
    for point in points(text, year) if NAMES_A_TIME.search(text) else ():
        before = text[: point.at]
        named = len(point.start) == 7 and point.end <= f"{point.start[:4]}-{int(point.start[5:]) + 4:02d}"
        if not named or re.match(r"\s*(?:hằng|hàng)\s+năm", text[point.to :], re.IGNORECASE):
            continue
        opens = LEADING.fullmatch(before) is not None
        if opens and not _within(point.start, action):
            return "begins", 0, point.to
        if (
            opens
            and is_first
            and "từ" in before.casefold()
            and len(action.start or "") == 7
            and point.start != action.start
        ):
            return "begins", 0, point.to
        limit = LIMIT.search(before)
        if limit and point.start == point.end and point.start > last_month(action.end or ""):
            return "later", limit.start(), point.to
    yearly = YEARLY.search(text)
    return ("yearly", yearly.start(), yearly.end()) if yearly else None


def _within(month: str, action: Action) -> bool:
    return first_month(action.start or "") <= month <= last_month(action.end or "")


RULE = Rule(
    kind="date_conflict",
    severity="warning",
    check=check,
    messages={
        "beyond": "Việc làm kéo dài “{quote}”, cột thời gian kết thúc trong năm học.",
        "begins": "Việc làm bắt đầu “{quote}”, cột thời gian ghi lúc khác.",
        "later": "Việc làm ghi “{quote}”, muộn hơn lúc kết thúc ở cột thời gian.",
        "yearly": "Việc làm lặp lại (“{quote}”), cột thời gian chỉ có một khoảng.",
    },
    needs=("actions",),
)
