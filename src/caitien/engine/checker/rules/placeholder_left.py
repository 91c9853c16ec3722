"""Chỗ trống của mẫu chưa điền

Vì sao: Dấu chấm chờ điền cho thấy văn bản chưa xong.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I
Sai: Số: …/KH-… ; ngày … tháng … năm 2026
Đúng: Số: 41/KH-THCSSN; ngày 18 tháng 9 năm 2026
Cần: Toàn bộ câu chữ.
Không tính: dấu chấm lửng cuối một danh sách kể chưa hết
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

DOTS = r"(?:…|\.{3,}|_{2,})"
OPEN = re.compile(r"…|\.{3}|__|\[|\(|<|«|X{3}|/\s*KH|ngày\s+tháng", re.IGNORECASE)
"""What every blank holds; a quick look before the slow one."""
BLANK = re.compile(
    rf"(?:(?<=[\s:(\"“/])|^)(?:[…._]*(?:…{{2,}}|\.{{5,}}|_{{3,}})[…._]*)|(?:…{{2,}}|\.{{5,}}|_{{3,}})(?=\s*\w)"
    rf"|\b[Ss]ố\s*:?\s*{DOTS}|(?<!hằng )(?<!hàng )\b(?:ngày|tháng)\s*:?\s*{DOTS}|{DOTS}\s*/\s*(?:KH|QĐ|BC|\d|…|\.{{3}})|/\s*KH\s*-?\s*{DOTS}"
    rf"|20(?:…|\.{{2,}}|_{{2,}})|(?:khoảng|gồm|có|được|còn)\s+{DOTS}\s+\w|(?:đồng chí|đ/c|ông|bà|tên|cho)\s*:?\s+{DOTS}"
    r"|\[(?:điền|ghi|nhập|tên|số|nêu|…|\.{3})[^\]]*\]|\((?:ghi rõ|nêu rõ|điền|ghi tên|ghi cụ thể)[^)]*\)|^\s*[Ss]ố\s*:\s*/\s*KH|^\s*(?:…|\.{3,})\s*$"
    r"|(?:<|«)(?:tên|số|ngày|điền|nhập)[^>»]*(?:>|»)|\bX{3,}\b|(?<![\w/])ngày\s+tháng\s+năm(?!\s*học)(?!\s*sinh)",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Blanks of the template left open: dots, underscores, brackets to fill in; one a passage."""
    for passage in case.passages:
        text = passage.text
        found = BLANK.search(text) if OPEN.search(text) else None
        if found:
            start = text.rfind(" ", 0, max(found.start() - 12, 0)) + 1
            end = text.find(" ", min(found.end() + 8, len(text)))
            quote = text[start : end if end >= 0 else len(text)].strip()
            start = text.index(quote, start)
            yield Finding("placeholder_left", passage.where, "warning", quote=quote, field=passage.field, start=start)


RULE = Rule(
    kind="placeholder_left",
    severity="warning",
    check=check,
    messages={
        "": "Chỗ “{quote}” còn để trống theo mẫu. Xin điền hoặc xóa.",
    },
)
