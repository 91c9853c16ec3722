"""Tiêu chí không có trong bộ tiêu chuẩn

Vì sao: Số tiêu chí không có trong quy định thì không ai đối chiếu được.
Căn cứ: Phụ lục của bộ tiêu chuẩn
Sai: Trường mầm non: Tiêu chí 2.4
Đúng: Tiêu chí 2.3
Cần: Bộ tiêu chuẩn và số tiêu chí của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Criterion numbers that the edition does not have."""
    assert case.edition is not None
    for i, action in enumerate(case.plan.actions):
        code = action.criterion
        if not code:
            continue
        known = case.edition.criterion(code if "." in code else f"M4.{code}")
        if known is None and ("." in code or case.edition.level4):
            params = {"code": code, "edition": case.edition.regulation}
            yield Finding(
                "unknown_criterion",
                f"actions[{i}]",
                "error",
                quote=action.heading or code,
                field=f"actions[{i}].heading",
                params=params,
                external=True,
            )


RULE = Rule(
    kind="unknown_criterion",
    severity="error",
    check=check,
    messages={
        "": "Thông tư {edition} không có tiêu chí {code}.",
    },
    needs=("edition",),
)
