"""Chỗ trống của mẫu chưa điền

Vì sao: Dấu chấm chờ điền cho thấy văn bản chưa xong.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I
Sai: Số: …/KH-… ; ngày … tháng … năm 2026
Đúng: Số: 41/KH-THCSSN; ngày 18 tháng 9 năm 2026
Cần: Toàn bộ câu chữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

BLANK = re.compile(
    r"…{2,}|\.{5,}|_{3,}|(?:[Ss]ố|ngày|tháng|năm|học|trường|xã|lớp|khoảng)\s*:?\s*(?:…|\.{3,})|(?:…|\.{3,})\s*/\s*(?:KH|QĐ|\d)|/KH-?\s*(?:…|\.{3,})"
    r"|\[(?:điền|ghi|nhập|tên|số|…|\.{3})[^\]]*\]|^\s*[Ss]ố\s*:\s*/\s*KH|^\s*(?:…|\.{3,})\s*$"
)


def check(case: Case) -> Iterator[Finding]:
    """Blanks of the template left open: dots, underscores, brackets to fill in; one a passage."""
    for passage in case.passages:
        found = BLANK.search(passage.text)
        if found:
            start = max(passage.text.rfind(" ", 0, max(found.start() - 12, 0)) + 1, 0)
            quote = passage.text[start : found.end() + 12].strip()
            yield Finding("placeholder_left", passage.where, "warning", quote=quote, field=passage.field, start=start)


RULE = Rule(
    kind="placeholder_left",
    severity="warning",
    check=check,
    messages={
        "": "Chỗ “{quote}” còn để trống theo mẫu. Xin điền hoặc xóa.",
    },
)
