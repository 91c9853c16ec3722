"""Tên văn bản dẫn chưa đúng

Vì sao: Dẫn sai tên thì người đọc tra không ra hoặc hiểu sang văn bản khác.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II (căn cứ); tên ghi trong văn bản gốc
Sai: 5932/BGDĐT-QLCL … hướng dẫn tự đánh giá ngoài và đánh giá ngoài …
Đúng: 5932/BGDĐT-QLCL … hướng dẫn tự đánh giá và đánh giá ngoài cơ sở giáo dục phổ thông
Cần: Danh mục văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import plain

SHORT_NAMES = {
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "GDĐT": "giáo dục và đào tạo",
    "GD&ĐT": "giáo dục và đào tạo",
}
LEAST = 0.6
"""Share of the title's words that a text must hold to be a quotation of it."""


def check(case: Case) -> Iterator[Finding]:
    """Titles with words added, left out or changed inside; a title cut at its end or not quoted is let be."""
    assert case.register is not None
    for i, basis in enumerate(case.plan.legal_bases):
        own = case.register.regulation(basis.number) if basis.number else None
        if own is None or not own.title or case.register.titled(basis.text) is not None:
            continue
        quote = misquoted(basis.text, own.title)
        if quote:
            yield Finding(
                "wrong_legal_title",
                f"basis[{i}]",
                "warning",
                quote=quote,
                field=f"legal_bases[{i}].text",
                start=max(basis.text.find(quote), 0),
                params={"title": own.title, "number": own.number or ""},
                external=True,
                verified=own.verified,
            )


def misquoted(text: str, title: str) -> str | None:
    """The passage that quotes the title with other words inside, None when the title is right, cut or absent."""
    for short, full in SHORT_NAMES.items():
        text = re.sub(rf"\b{short}\b", full, text)
    words, wanted = text.split(), [plain(word) for word in title.split()]
    given = [plain(word) for word in words]
    blocks = [
        block for block in SequenceMatcher(None, given, wanted, autojunk=False).get_matching_blocks() if block.size > 1
    ]
    matched = sum(block.size for block in blocks)
    if not blocks or matched < LEAST * len(wanted):
        return None
    first, last = blocks[0], blocks[-1]
    inside_given = last.a + last.size - first.a
    inside_wanted = last.b + last.size - first.b
    if matched == inside_given == inside_wanted:
        return None
    return " ".join(words[first.a : last.a + last.size])


RULE = Rule(
    kind="wrong_legal_title",
    severity="warning",
    check=check,
    messages={
        "": "Tên văn bản {number} là “{title}”.",
    },
    needs=("register",),
)
