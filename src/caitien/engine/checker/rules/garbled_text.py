"""Câu bị hỏng do chữ mẫu còn sót

Vì sao: Chữ của mẫu sót lại giữa câu làm câu không hiểu được.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng
Sai: (Thông tư số Căn cứ Thông tư số 19/2018/TT-BGDĐT …
Đúng: Căn cứ Thông tư số 19/2018/TT-BGDĐT …
Cần: Toàn bộ câu chữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

KINDS = r"(?:Thông tư|Quyết định|Công văn|Nghị định|Nghị quyết|Kế hoạch|Hướng dẫn|Báo cáo|Chỉ thị)"
STUB = re.compile(
    rf"\(?{KINDS}\s+số\s*:?\s+(?=(?:Căn cứ|căn cứ|{KINDS}|của|ngày|về|ban hành)(?!\w))"
    rf"|(?:Căn cứ|căn cứ)\s+(?:Căn cứ|căn cứ|Theo|theo\s+căn cứ)(?!\w)|\((?:{KINDS}|Căn cứ)\s+số?\s*\)"
)
NEXT = re.compile(r"\d+/[\w/-]+")


def check(case: Case) -> Iterator[Finding]:
    """A kind of document with "số" that runs into other words, and brackets that hold a stub and never close."""
    for passage in case.passages:
        found = STUB.search(passage.text)
        if found:
            end = NEXT.search(passage.text, found.end(), found.end() + 80)
            quote = passage.text[found.start() : end.end() if end else found.end() + 20].strip()
            where = _basis_within(case, passage.text) or passage.where
            yield Finding("garbled_text", where, "warning", quote=quote, field=passage.field, start=found.start())


def _basis_within(case: Case, text: str) -> str | None:
    """The first basis that was read out of the spoilt paragraph."""
    for i, basis in enumerate(case.plan.legal_bases):
        if basis.inline and basis.text and basis.text[:60] in text:
            return f"basis[{i}]"
    return None


RULE = Rule(
    kind="garbled_text",
    severity="warning",
    check=check,
    messages={
        "": "“{quote}” có vẻ còn chữ của mẫu. Xin viết lại câu.",
    },
)
