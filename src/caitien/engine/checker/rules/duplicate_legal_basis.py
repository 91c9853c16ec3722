"""Một văn bản dẫn hai lần

Vì sao: Dẫn lặp làm danh mục căn cứ rối và thường là dấu vết ghép từ nhiều bản.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II (căn cứ); tt2018 V06
Sai: Hai gạch đầu dòng cùng dẫn 5932/BGDĐT-QLCL
Đúng: Giữ một dòng
Cần: Danh sách căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Bases whose number stands in one before, whatever the titles."""
    seen: dict[str, int] = {}
    for i, basis in enumerate(case.plan.legal_bases):
        if basis.number and basis.number in seen:
            params = {"number": basis.number, "first": seen[basis.number] + 1}
            yield Finding(
                "duplicate_legal_basis",
                f"basis[{i}]",
                "warning",
                quote=basis.number,
                field=f"legal_bases[{i}].number",
                params=params,
            )
        elif basis.number:
            seen[basis.number] = i


RULE = Rule(
    kind="duplicate_legal_basis",
    severity="warning",
    check=check,
    messages={
        "": "Văn bản {number} đã dẫn ở căn cứ {first}.",
    },
)
