"""Còn năm học cũ trong bài

Vì sao: Năm học cũ thường là chữ sót khi chép từ kế hoạch trước.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng; tt2018 V07
Sai: Công khai kế hoạch cải tiến chất lượng năm học 2025–2026 (trong kế hoạch 2026–2027)
Đúng: Công khai kế hoạch cải tiến chất lượng năm học 2026–2027
Cần: Năm học ở đầu đề; phần tổ chức thực hiện và việc làm.
Không tính: giai đoạn của báo cáo, chiến lược được dẫn; kết quả năm trước
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.dates import find_school_years
from caitien.engine.vietnamese.text import fold

PLACE = re.compile(r"organisation\[\d+\]$|actions\[\d+\]\.(?:tasks|target|other_support)$")
RESULT = re.compile(r"ket qua|so voi|tu nam hoc|giai doan|nhu nam hoc|hien trang")
"""Words before a past year that show it is meant: results, comparison, a period."""


def check(case: Case) -> Iterator[Finding]:
    """Past school years in duties and tasks, where the plan's own year is meant; one a passage."""
    year = case.plan.school_year
    if year is None:
        return
    for passage in case.passages:
        if not PLACE.match(passage.where):
            continue
        for found, at, end in find_school_years(passage.text):
            before = fold(passage.text[max(at - 60, 0) : at])
            if found < year and not RESULT.search(before):
                quote = passage.text[max(at - 40, 0) : end].partition(" ")[2] if at > 40 else passage.text[:end]
                params = {"found": found.replace("-", "–"), "year": year.replace("-", "–")}
                yield Finding(
                    "stale_year_reference",
                    passage.where,
                    "warning",
                    quote=quote,
                    field=passage.field,
                    start=max(end - len(quote), 0),
                    params=params,
                )
                break


RULE = Rule(
    kind="stale_year_reference",
    severity="warning",
    check=check,
    messages={
        "": "Chỗ này ghi năm học {found}, kế hoạch của năm học {year}.",
    },
)
