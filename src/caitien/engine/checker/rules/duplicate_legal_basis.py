"""Một văn bản dẫn hai lần

Vì sao: Dẫn lặp làm danh mục căn cứ rối và thường là dấu vết ghép từ nhiều bản.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II (căn cứ); tt2018 V06
Sai: Hai gạch đầu dòng cùng dẫn 5932/BGDĐT-QLCL
Đúng: Giữ một dòng
Cần: Danh sách căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.citing import own_number, written_number
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.register import key_of


def check(case: Case) -> Iterator[Finding]:
    """Bases whose number stands in one before, whatever the titles."""
    seen: dict[str, int] = {}
    for i, basis in enumerate(case.plan.legal_bases):
        number = own_number(basis)
        if not number:
            continue
        first = seen.setdefault(key_of(number), i)
        if first == i:
            continue
        at, end = written_number(basis) or (0, 0)
        yield Finding(
            "duplicate_legal_basis",
            f"basis[{i}]",
            "warning",
            quote=basis.text[at:end],
            field=f"legal_bases[{i}].text",
            start=at,
            params={"number": number, "first": first + 1},
        )


RULE = Rule(
    kind="duplicate_legal_basis",
    severity="warning",
    check=check,
    messages={
        "": "Văn bản {number} đã dẫn ở căn cứ thứ {first}.",
    },
)
