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
from caitien.engine.vietnamese.spelling import lexicon
from caitien.engine.vietnamese.text import fold

TWICE = re.compile(r"(?<![\w/-])(?P<once>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s+(?P=once)(?![\w/-])", re.IGNORECASE)
DOUBLED = {
    "luon",
    "chung",
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
    for passage in case.passages:
        for found in TWICE.finditer(passage.text):
            once = found["once"]
            if fold(once) in DOUBLED or not re.search(r"[^\W\d]", once) or (once.istitle() and " " not in once):
                continue
            if " " not in once and _two_words(passage.text, found):
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


def _two_words(text: str, found: re.Match[str]) -> bool:
    """Two words meet that end and begin alike ("phân công | công đoàn", "trưởng ban | Ban đại diện")."""
    first, second = found[0].split()
    if first.islower() and second[0].isupper():
        return True
    before = re.search(r"(\w+)\s+$", text[: found.start()])
    after = re.match(r"\s+(\w+)", text[found.end() :])
    known = lexicon().compounds
    left = before is not None and (before[1].casefold(), first.casefold()) in known
    return left and after is not None and (second.casefold(), after[1].casefold()) in known


RULE = Rule(
    kind="duplicate_word",
    severity="info",
    check=check,
    messages={
        "": "“{once}” viết hai lần.",
    },
)
