"""What a legal basis cites: the number as written, whether it is the document's own, and the dates it names."""

from __future__ import annotations

import datetime
import re

from caitien.engine.plan.model import LegalBasis
from caitien.engine.vietnamese.dates import find_dates, find_school_years
from caitien.engine.vietnamese.numbers import find_numbers
from caitien.engine.vietnamese.text import fold

OPENING = re.compile(r"^\W*(?:(?:can cu|theo|thuc hien|xet)\s+)*(?:vao\s+)?")
DOCUMENT = re.compile(
    r"(?:(?:ban |cac )?(?:bao cao|ke hoach|cong van|thong tu|quyet dinh|nghi dinh|nghi quyet|huong dan|chi thi|quy che|qui che|chien luoc|thong bao|bien ban"
    r"|luat|dieu le|de an|to trinh|chuong trinh hanh dong|giay chung nhan|bang cong nhan))\b"
)
"""Words that begin the name of a document (folded)."""
OF_ANOTHER = re.compile(
    r"(?:theo|thực hiện|kèm theo|quy định tại|tại|hướng dẫn|nội dung|sửa đổi|thay thế)\s+(?:tinh thần\s+|nội dung\s+|các\s+)?"
    r"(?:thông tư|nghị định|quyết định|công văn|nghị quyết|hướng dẫn|luật)\s*(?:số\s*)?:?\s*$",
    re.IGNORECASE,
)


def named_document(text: str) -> str:
    """The kind of document that a basis begins with, folded ("bao cao"); "" when it names none."""
    found = DOCUMENT.match(OPENING.sub("", fold(text), count=1))
    return found[0] if found else ""


def written_number(basis: LegalBasis) -> tuple[int, int] | None:
    """Begin and end of the number in the text of the basis, as written."""
    found = next(find_numbers(basis.text), None)
    return (found.start, found.end) if found else None


def own_number(basis: LegalBasis) -> str | None:
    """The number, when it is that of the document named, not of one that it follows ("Báo cáo … theo Thông tư số …")."""
    span, kind = written_number(basis), named_document(basis.text)
    another = OF_ANOTHER.search(basis.text[: span[0]]) if span else None
    return None if another and kind and kind not in fold(another[0]) else basis.number


def last_day(text: str) -> datetime.date | None:
    """The last day of the first date, school year, month or year that the text names."""
    day = next((day for day, _, _ in find_dates(text)), None)
    if day:
        return datetime.date.fromisoformat(day)
    year = next((year for year, _, _ in find_school_years(text)), None)
    if year:
        return datetime.date(int(year[5:]), 7, 31)
    month = re.search(
        r"(?<![\d/])(\d{1,2})\s*/\s*(20\d\d)(?!\d)|tháng\s+(\d{1,2})\s+năm\s+(20\d\d)", text, re.IGNORECASE
    )
    if month and 1 <= int(month[1] or month[3]) <= 12:
        first = datetime.date(int(month[2] or month[4]), int(month[1] or month[3]), 28)
        return (first + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    single = re.search(r"năm\s+(20\d\d)(?!\s*[-–])", text, re.IGNORECASE)
    return datetime.date(int(single[1]), 12, 31) if single else None
