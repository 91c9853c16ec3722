"""Chữ lặp hai lần

Vì sao: Lặp chữ là lỗi gõ; xóa một là xong.
Căn cứ: Quy tắc chính tả tiếng Việt
Sai: ngày ngày 05 tháng 8
Đúng: ngày 05 tháng 8
Cần: Toàn bộ câu chữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule
from caitien.engine.plan.passages import passages
from caitien.engine.vietnamese.text import fold

TWICE = re.compile(r"(?<![\w/-])(?P<once>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s+(?P=once)(?![\w/-])", re.IGNORECASE)
DOUBLED = {
    "luon",
    "dan",
    "tu",
    "mai",
    "thuong",
    "doi",
    "nguoi nguoi",
    "nha",
    "nguoi",
    "lan",
    "xanh",
    "song",
    "muon",
    "hang",
    "ngay ngay",
}


def check(case: Case) -> Iterator[Finding]:
    """One to four words written twice in a row; words that Vietnamese doubles on purpose are let be."""
    for passage in passages(case.plan):
        for found in TWICE.finditer(passage.text):
            once = found["once"]
            if fold(once) in DOUBLED or not re.search(r"[^\W\d]", once) or (once.istitle() and " " not in once):
                continue
            edit = Edit(passage.field, found.start(), found[0], once)
            yield Finding(
                "duplicate_word",
                passage.where,
                "info",
                quote=found[0],
                field=passage.field,
                start=found.start(),
                params={"once": once},
                fix=(edit,),
            )


RULE = Rule(
    kind="duplicate_word",
    severity="info",
    check=check,
    messages={
        "": "“{once}” viết hai lần.",
    },
)
