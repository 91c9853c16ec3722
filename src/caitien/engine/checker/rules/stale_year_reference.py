"""Còn năm học cũ trong bài

Vì sao: Năm học cũ thường là chữ sót khi chép từ kế hoạch trước.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng; tt2018 V07
Sai: Công khai kế hoạch cải tiến chất lượng năm học 2025–2026 (trong kế hoạch 2026–2027)
Đúng: Công khai kế hoạch cải tiến chất lượng năm học 2026–2027
Cần: Năm học ở đầu đề; phần tổ chức thực hiện, mục tiêu và việc làm.
Không tính: giai đoạn của báo cáo, chiến lược được dẫn; kết quả năm trước; mốc để so sánh
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import clause
from caitien.engine.checker.wording import wording
from caitien.engine.vietnamese.dates import find_school_years

PLACE = re.compile(r"organisation\[\d+\]$|actions\[\d+\]\.(?:tasks|target|other_support)$")
MEANT = wording(
    r"kết quả|so với|so sánh|đối chiếu|từ năm học|giai đoạn|như năm học|hiện trạng|tổng kết|sơ kết|rút kinh nghiệm|khắc phục|tồn tại|hạn chế|đã",
    r"số liệu|dữ liệu|chiến lược|kế thừa|phát huy|tiếp nối|tiếp tục|duy trì|tốt nghiệp|cuối năm học|năm học trước|năm trước|vừa qua|bằng|hơn|còn lại|chưa hoàn thành|khóa|khoá|nhiệm kỳ|nhiệm kì",
)
"""Words before a past year that show it is meant: results, comparison, a period."""
BASELINE = re.compile(r"\W{0,3}\s*(?:là|đạt|có|chỉ|mới|còn|được|:|=)?\s*\d+[\d.,]*\s*(?:%|\w)", re.IGNORECASE)
"""A figure right after the year."""


def check(case: Case) -> Iterator[Finding]:
    """Past school years in duties and tasks, where the plan's own year is meant; one a passage."""
    year = case.plan.school_year or ""
    for passage in case.passages:
        if not PLACE.match(passage.where):
            continue
        for found, at, end in find_school_years(passage.text):
            before = clause(passage.text, at).partition(passage.text[at:end])[0]
            if found >= year or MEANT.search(before) or BASELINE.match(passage.text, end):
                continue
            opening = re.search(r"(?:năm\s+học\s*)?$", passage.text[:at], re.IGNORECASE)
            start = opening.start() if opening else at
            yield Finding(
                "stale_year_reference",
                passage.where,
                "warning",
                quote=passage.text[start:end],
                field=passage.field,
                start=start,
                params={"found": found.replace("-", "–"), "year": year.replace("-", "–")},
            )
            break


RULE = Rule(
    kind="stale_year_reference",
    severity="warning",
    check=check,
    messages={
        "": "Chỗ này ghi năm học {found}, kế hoạch của năm học {year}. Có thể là chữ sót của kế hoạch cũ.",
    },
    needs=("school_year",),
)
