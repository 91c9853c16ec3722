"""Hạn đã qua trước ngày ban hành

Vì sao: Không ai làm kịp một hạn đã qua; thường là chữ sót của kế hoạch cũ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục Tổ chức thực hiện
Sai: Kế hoạch ngày 30/8/2026: gửi báo cáo trước ngày 09/01/2026
Đúng: Gửi báo cáo trước ngày 09/01/2027
Không tính: hoạt động có cột thời gian đã nằm trước kế hoạch (xem “Thời gian nằm ngoài năm học”)
Cần: Ngày ban hành, không có thì năm học; phần tổ chức thực hiện và việc làm.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.periods import last_month
from caitien.engine.vietnamese.dates import find_dates

PLACE = re.compile(r"organisation|actions\[\d+\]\.(?:tasks|other_support|evidence)|[IVX]+\b")
LIMIT = re.compile(
    r"(?:trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất(?:\s+là)?|hạn(?:\s+chót|\s+cuối)?(?:\s+là)?|xong|không\s+muộn\s+hơn|đến\s+hết|hoàn\s+thành(?:\s+vào|\s+trong)?)"
    r"\s*(?:ngày|tháng)?\s*:?\s*$",
    re.IGNORECASE,
)
DONE = re.compile(r"(?<!\w)đã(?!\w)", re.IGNORECASE)
MONTH = re.compile(r"(?<![\d/.-])(?:tháng\s*)?(\d{1,2})\s*(?:/|\s+năm\s+)\s*(20\d\d)(?!\d)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Deadlines ("trước ngày …", "chậm nhất …") that lie before the date of the plan."""
    assert case.as_of is not None
    for passage in case.passages:
        if not PLACE.match(passage.where) or not re.search(r"20\d\d", passage.text) or _over(case, passage.where):
            continue
        for last_day, at, end in _days(passage.text):
            begin = max(at - 30, 0)
            before = LIMIT.search(passage.text[begin:at])
            if not before or last_day >= case.as_of.isoformat() or DONE.search(passage.text[begin:at]):
                continue
            start = begin + before.start()
            yield Finding(
                "stale_deadline",
                passage.where,
                "error",
                quote=passage.text[start:end],
                field=passage.field,
                start=start,
                params={"date": case.as_of.strftime("%d/%m/%Y")},
            )


def _over(case: Case, where: str) -> bool:
    """Whether the time column of the action itself ends before the plan, which another rule tells."""
    action = re.match(r"actions\[(\d+)\]", where)
    end = case.plan.actions[int(action[1])].end if action else None
    return bool(end and case.as_of and last_month(end) < case.as_of.isoformat()[:7])


def _days(text: str) -> Iterator[tuple[str, int, int]]:
    """Every date and month of a text: (its last day, begin, end)."""
    taken: list[tuple[int, int]] = []
    for day, at, end in find_dates(text):
        taken.append((at, end))
        yield day, at, end
    for found in MONTH.finditer(text):
        month, year = int(found[1]), int(found[2])
        inside = any(at <= found.start() < end for at, end in taken)
        if 1 <= month <= 12 and not inside:
            yield f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}", found.start(), found.end()


RULE = Rule(
    kind="stale_deadline",
    severity="error",
    check=check,
    messages={
        "": "Hạn “{quote}” đã qua trước ngày của kế hoạch ({date}).",
    },
    needs=("as_of",),
)
