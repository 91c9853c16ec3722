"""Tên văn bản dẫn chưa đúng

Vì sao: Dẫn sai tên thì người đọc tra không ra hoặc hiểu sang văn bản khác.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II (căn cứ); tên ghi trong văn bản gốc
Sai: 5932/BGDĐT-QLCL … hướng dẫn tự đánh giá ngoài và đánh giá ngoài …
Đúng: 5932/BGDĐT-QLCL … hướng dẫn tự đánh giá và đánh giá ngoài cơ sở giáo dục phổ thông
Cần: Danh mục văn bản.
Không tính: tên viết tắt, tên chỉ dẫn phần đầu
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import plain
from caitien.engine.vietnamese.text import squeeze

SHORT_NAMES = {
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TH": "tiểu học",
    "MN": "mầm non",
    "GDĐT": "giáo dục và đào tạo",
    "GD&ĐT": "giáo dục và đào tạo",
    "KĐCLGD": "kiểm định chất lượng giáo dục",
    "KĐCL": "kiểm định chất lượng",
    "CLGD": "chất lượng giáo dục",
    "CQG": "chuẩn quốc gia",
    "TĐG": "tự đánh giá",
    "ĐGN": "đánh giá ngoài",
    "CSGD": "cơ sở giáo dục",
    "GDPT": "giáo dục phổ thông",
    "GDMN": "giáo dục mầm non",
}
LEAST = 0.6
"""Share of the title's words that a text must hold to be a quotation of it."""
SMALL = frozenset(
    [
        "ve",
        "viec",
        "cac",
        "cua",
        "doi",
        "voi",
        "cho",
        "va",
        "nhung",
        "tai",
        "trong",
        "truong",
        "ban",
        "hanh",
        "nha",
        "theo",
        "quoc",
    ]
)
"""Words by which a title may differ and still be the same (folded)."""


def check(case: Case) -> Iterator[Finding]:
    """Titles with words added, left out or changed inside; a title cut at its end or not quoted is let be."""
    assert case.register is not None
    for i, basis in enumerate(case.plan.legal_bases):
        own = case.register.regulation(basis.number) if basis.number else None
        if own is None or not own.title or case.register.titled(basis.text) is not None:
            continue
        span = misquoted(basis.text, own.title)
        if span:
            yield Finding(
                "wrong_legal_title",
                f"basis[{i}]",
                "warning",
                quote=squeeze(basis.text[span[0] : span[1]]),
                field=f"legal_bases[{i}].text",
                start=span[0],
                params={"title": own.title, "number": own.number or ""},
                external=True,
                verified=own.verified,
            )


def misquoted(text: str, title: str) -> tuple[int, int] | None:
    """Begin and end of a quotation of the title with other words inside; None when it is right, cut or absent."""
    given = _words(text)
    wanted = [word for word, _, _ in _words(title)]
    matcher = SequenceMatcher(None, [word for word, _, _ in given], wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
    matched = sum(block.size for block in blocks)
    if not blocks or matched < LEAST * len(wanted):
        return None
    first, last = blocks[0], blocks[-1]
    kept = [range(block.a, block.a + block.size) for block in blocks], [range(b.b, b.b + b.size) for b in blocks]
    added = {given[i][0] for i in range(first.a, last.a + last.size) if not any(i in span for span in kept[0])}
    dropped = {wanted[i] for i in range(first.b, last.b + last.size) if not any(i in span for span in kept[1])}
    if (added | dropped) <= SMALL:
        return None
    return given[first.a][1], given[last.a + last.size - 1][2]


def _words(text: str) -> list[tuple[str, int, int]]:
    """Every word without marks with its place; the words of a short name all stand at its place."""
    found = []
    for token in re.finditer(r"[\w&]+", text):
        full = SHORT_NAMES.get(token[0], token[0])
        found += [(plain(word), token.start(), token.end()) for word in full.split() if plain(word)]
    return found


RULE = Rule(
    kind="wrong_legal_title",
    severity="warning",
    check=check,
    messages={
        "": "Tên văn bản {number} là “{title}”.",
    },
    needs=("register",),
)
