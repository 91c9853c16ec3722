"""Hạn đã qua trước ngày ban hành

Vì sao: Không ai làm kịp một hạn đã qua; thường là chữ sót của kế hoạch cũ.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục Tổ chức thực hiện
Sai: Kế hoạch ngày 30/8/2026: gửi báo cáo trước ngày 09/01/2026
Đúng: Gửi báo cáo trước ngày 09/01/2027
Cần: Ngày ban hành; phần tổ chức thực hiện và việc làm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.dates import find_dates

LIMIT = re.compile(
    r"(?:trước|chậm nhất(?: là)?|hạn(?: chót| cuối)?(?: là)?|xong|không muộn hơn|đến hết)\s*(?:ngày)?\s*:?\s*$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Deadlines ("trước ngày …", "chậm nhất …") that lie before the date of the plan."""
    assert case.as_of is not None
    for passage in case.passages:
        if not re.match(r"organisation|actions\[\d+\]\.(?:tasks|other_support|evidence)", passage.where):
            continue
        for date, at, end in find_dates(passage.text):
            before = LIMIT.search(passage.text[max(at - 30, 0) : at])
            if before and date < case.as_of.isoformat():
                start = max(at - 30, 0) + before.start()
                params = {"date": case.as_of.strftime("%d/%m/%Y")}
                yield Finding(
                    "stale_deadline",
                    passage.where,
                    "error",
                    quote=passage.text[start:end],
                    field=passage.field,
                    start=start,
                    params=params,
                )


RULE = Rule(
    kind="stale_deadline",
    severity="error",
    check=check,
    messages={
        "": "Hạn “{quote}” đã qua trước ngày của kế hoạch ({date}).",
    },
    needs=("as_of",),
)
