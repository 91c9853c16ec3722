"""Đánh giá ngoài hoặc công nhận đã quá năm năm

Vì sao: Giấy chứng nhận có hạn năm năm; quá hạn thì không còn là căn cứ.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 35, 38; tt2018 B8
Sai: Kế hoạch 2025–2026 căn cứ kết quả đánh giá ngoài năm học 2019–2020
Đúng: Nêu kết quả đánh giá ngoài lần gần nhất còn hạn, hoặc ghi đã đăng ký đánh giá lại
Cần: Ngày của kế hoạch, không có thì năm học; căn cứ và mục đích.
Không tính: giai đoạn nhiều năm; thông tư, công văn hướng dẫn về đánh giá ngoài
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from caitien.engine.checker.citing import last_day
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import clause
from caitien.engine.checker.wording import wording
from caitien.engine.vietnamese.dates import find_dates
from caitien.engine.vietnamese.text import squeeze

NAMED = wording(
    r"đánh giá ngoài|(?:giấy )?chứng nhận (?:trường )?(?:đạt|kiểm định)|(?:bằng )?công nhận (?:nhà )?(?:trường |lại )?(?:đạt|chuẩn)|bằng công nhận"
)
RULES = wording(
    r"thông tư|quy định về|qui định về|hướng dẫn|công văn|nghị định|đăng k[íý]|phấn đấu|đề nghị|chuẩn bị|kế hoạch (?:tự đánh giá|đánh giá|kiểm định)|lộ trình|dự kiến|khảo thí"
)
"""Words of regulations and aims: they speak of evaluation, but cite none."""
PERIOD = re.compile(r"(20\d\d)\s*(?:-|–|đến)\s*(?:năm\s*)?(20\d\d)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """External evaluations and certificates whose last possible day lies more than five years back; one a passage."""
    assert case.as_of is not None
    purposes = tuple(f"sections[{i}].content" for i, one in enumerate(case.plan.sections) if one.key == "purpose")
    texts = [(f"basis[{i}]", f"legal_bases[{i}].text", basis.text) for i, basis in enumerate(case.plan.legal_bases)]
    texts += [(one.where, one.field, one.text) for one in case.passages if purposes and one.field.startswith(purposes)]
    for where, field, text in texts:
        found = NAMED.search(text)
        last = _last(text, found.end()) if found else None
        if found is None or last is None or years_after(last, 5) >= case.as_of:
            continue
        params = {"day": last.strftime("%d/%m/%Y"), "expired": years_after(last, 5).strftime("%d/%m/%Y")}
        yield Finding(
            "expired_evaluation",
            where,
            "warning",
            quote=squeeze(text) if where.startswith("basis") else found[0],
            field=field,
            start=0 if where.startswith("basis") else found.start(),
            params=params,
            external=True,
        )


def _last(text: str, end: int) -> datetime.date | None:
    """The last possible day of the evaluation named before a character: after it, else the date of its document."""
    own = clause(text, end - 1)
    if RULES.search(own) or any(int(found[2]) - int(found[1]) > 1 for found in PERIOD.finditer(text)):
        return None
    after = last_day(text[end:].partition(";")[0])
    if after:
        return after
    day = next((day for day, _, _ in find_dates(own)), None)
    return datetime.date.fromisoformat(day) if day else None


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day some years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


RULE = Rule(
    kind="expired_evaluation",
    severity="warning",
    check=check,
    messages={
        "": "Lần đánh giá, công nhận này muộn nhất vào {day}, năm năm đã hết từ {expired}.",
    },
    needs=("as_of",),
)
