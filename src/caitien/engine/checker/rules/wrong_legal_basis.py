"""Căn cứ không phải của loại trường này

Vì sao: Mỗi loại trường có thông tư riêng; số và tên phải là của cùng một văn bản.
Căn cứ: Thông tư 17/2018 (tiểu học), 18/2018 (trung học), 19/2018 (mầm non)
Sai: Trường tiểu học căn cứ Thông tư 17/2018 … đối với trường trung học cơ sở
Đúng: Thông tư 17/2018/TT-BGDĐT … đối với trường tiểu học
Cần: Danh mục văn bản và loại trường.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Regulations made for another school type, and numbers whose title is that of another regulation."""
    assert case.register is not None
    for i, basis in enumerate(case.plan.legal_bases):
        own = case.register.regulation(basis.number) if basis.number else None
        if own is None or own.number is None or basis.number is None:
            continue
        titled = case.register.titled(basis.text)
        mixed = (
            titled is not None
            and titled.number != own.number
            and own.role == "standards"
            and titled.role == "standards"
        )
        right = case.register.right_for(own.number, case.plan.school_type or "") if case.plan.school_type else None
        if mixed and titled is not None:
            params = {"number": own.number, "whose": titled.number or titled.name}
            yield _finding(i, basis.text, params, "mixed")
        elif right is False:
            yield _finding(i, basis.number, {"number": own.number}, "type")


def _finding(index: int, quote: str, params: Mapping[str, object], variant: str) -> Finding:
    return Finding(
        "wrong_legal_basis",
        f"basis[{index}]",
        "error",
        quote=quote,
        field=f"legal_bases[{index}].text",
        params=params,
        variant=variant,
        external=True,
    )


RULE = Rule(
    kind="wrong_legal_basis",
    severity="error",
    check=check,
    messages={
        "mixed": "Số {number} đi với tên của văn bản {whose}. Xin ghi lại cho khớp.",
        "type": "{number} không dành cho loại trường này.",
    },
    needs=("register",),
)
