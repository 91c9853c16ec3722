"""Tiêu chí không có trong bộ tiêu chuẩn

Vì sao: Số tiêu chí không có trong quy định thì không ai đối chiếu được.
Căn cứ: Phụ lục của bộ tiêu chuẩn
Sai: Trường mầm non: Tiêu chí 2.4
Đúng: Tiêu chí 2.3
Cần: Bộ tiêu chuẩn và số tiêu chí của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.catalogue import Edition
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Criterion numbers that the edition does not have; one an action."""
    assert case.edition is not None
    for i, action in enumerate(case.plan.actions):
        codes = [code for code in dict.fromkeys([action.criterion, *action.criteria]) if code]
        unknown = [code for code in codes if not _known(case.edition, code)]
        if unknown:
            yield Finding(
                "unknown_criterion",
                f"actions[{i}]",
                "error",
                quote=squeeze(action.heading or ""),
                field=f"actions[{i}].heading",
                params={"code": ", ".join(unknown), "edition": case.edition.regulation},
                external=True,
                verified=case.edition.verified,
            )


def _known(edition: Edition, code: str) -> bool:
    """A bare number is a criterion of level 4, which only some editions have."""
    if "." not in code:
        return not edition.level4 or edition.criterion(f"M4.{code}") is not None
    return edition.criterion(code) is not None


RULE = Rule(
    kind="unknown_criterion",
    severity="error",
    check=check,
    messages={
        "": "Thông tư {edition} không có tiêu chí {code}. Xin xem lại số tiêu chí.",
    },
    needs=("edition", "actions"),
)
