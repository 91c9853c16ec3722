"""Tên tiêu chí không đúng

Vì sao: Số và tên tiêu chí phải cùng một tiêu chí của bộ tiêu chuẩn đang dùng; sai thì không biết cải tiến tiêu chí
nào.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chí)
Sai: Trường THCS: Tiêu chí 5.4: Hình thành, phát triển các kỹ năng sống cho học sinh
Đúng: Tiêu chí 5.5: Hình thành, phát triển các kỹ năng sống cho học sinh
Cần: Bộ tiêu chuẩn và tên tiêu chí của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from caitien.engine.catalogue import editions
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import judge


def check(case: Case) -> Iterator[Finding]:
    """Titles of another criterion or circular (error), and titles that are cut or differ in words (warning)."""
    assert case.edition is not None
    for i, action in enumerate(case.plan.actions):
        right = case.edition.criterion(action.criterion or "")
        if (
            right is None
            or not action.criterion_title
            or action.level_section == 4
            or not _named_as_title(action.heading)
        ):
            continue
        judged = judge(action.criterion_title, right.title, other_titles(right.code))
        if judged:
            variant, whose = judged
            yield Finding(
                "wrong_criterion_title",
                f"actions[{i}]",
                "error" if variant == "other" else "warning",
                quote=action.criterion_title,
                field=f"actions[{i}].criterion_title",
                params={"code": right.code, "title": right.title, "whose": whose},
                variant=variant,
                external=True,
            )


def _named_as_title(heading: str | None) -> bool:
    """Only wording that stands as the title of a criterion is judged, not free wording of column (2) of Biểu 2."""
    return (
        heading is not None
        and re.match(r"\W*(?:[\d.]+\W+)?(?:tiêu\s*chí|tc|\d\.\d)", heading, re.IGNORECASE) is not None
    )


@cache
def other_titles(code: str) -> tuple[tuple[str, str], ...]:
    """Titles of every criterion of the editions of the same form: (title, "criterion … of …")."""
    return tuple(
        (criterion.title, f"{criterion.code} ({edition.regulation})")
        for edition in editions()
        for standard in edition.standards
        for criterion in standard.criteria
    )


RULE = Rule(
    kind="wrong_criterion_title",
    severity="error",
    check=check,
    messages={
        "other": "Tên này là của tiêu chí {whose}. Tiêu chí {code} là “{title}”.",
        "cut": "Tên tiêu chí bị cắt; đủ là “{title}”.",
        "": "Tên tiêu chí {code} trong quy định là “{title}”.",
    },
    needs=("edition",),
)
