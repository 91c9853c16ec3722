"""Căn cứ không phải của loại trường này

Vì sao: Mỗi loại trường có thông tư riêng; số và tên phải là của cùng một văn bản.
Căn cứ: Thông tư 17/2018 (tiểu học), 18/2018 (trung học), 19/2018 (mầm non)
Sai: Trường tiểu học căn cứ Thông tư 17/2018 … đối với trường trung học cơ sở
Đúng: Thông tư 17/2018/TT-BGDĐT … đối với trường tiểu học
Cần: Danh mục văn bản và loại trường.
Không tính: trường nhiều cấp học dẫn thêm văn bản của một cấp
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caitien.engine.checker.citing import written_number
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.model import LegalBasis
from caitien.engine.register import Regulation
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Regulations made for another school type, and numbers whose title is that of another regulation."""
    assert case.register is not None
    kind = case.plan.school_type or ""
    for i, basis in enumerate(case.plan.legal_bases):
        own = case.register.regulation(basis.number) if basis.number else None
        if own is None or own.number is None:
            continue
        titled = case.register.titled(basis.text)
        standards = own.role == "standards" and titled is not None and titled.role == "standards"
        if standards and titled is not None and titled.number != own.number:
            params = {"number": own.number, "whose": titled.number or titled.name}
            yield _finding(i, (0, len(basis.text)), basis, params, "mixed")
        elif kind and case.register.right_for(own.number, kind) is False and not _of_one_level(case, own):
            yield _finding(i, written_number(basis) or (0, 0), basis, {"number": own.number}, "type")


def _of_one_level(case: Case, own: Regulation) -> bool:
    """A school of several levels may cite the regulation of one of them beside its own."""
    assert case.register is not None
    if case.plan.school_type != "multi_level":
        return False
    cited = (case.register.regulation(basis.number) for basis in case.plan.legal_bases if basis.number)
    return any(one and one.role == own.role and "multi_level" in one.school_types for one in cited)


def _finding(
    index: int, span: tuple[int, int], basis: LegalBasis, params: Mapping[str, object], variant: str
) -> Finding:
    return Finding(
        "wrong_legal_basis",
        f"basis[{index}]",
        "error",
        quote=squeeze(basis.text[span[0] : span[1]]),
        field=f"legal_bases[{index}].text",
        start=span[0],
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
        "type": "{number} không dành cho loại trường này. Xin dẫn văn bản của đúng loại trường.",
    },
    needs=("register",),
)
