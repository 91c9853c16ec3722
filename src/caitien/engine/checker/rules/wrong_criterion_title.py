"""Tên tiêu chí không đúng

Vì sao: Số và tên tiêu chí phải cùng một tiêu chí của bộ tiêu chuẩn đang dùng; sai thì không biết cải tiến tiêu chí
nào.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chí)
Sai: Trường THCS: Tiêu chí 5.4: Hình thành, phát triển các kỹ năng sống cho học sinh
Đúng: Tiêu chí 5.5: Hình thành, phát triển các kỹ năng sống cho học sinh
Cần: Bộ tiêu chuẩn và tên tiêu chí của từng hoạt động.
Không tính: tên viết tắt; nội dung cần cải tiến ghi thay cho tên
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from caitien.engine.catalogue import editions
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import even, judge
from caitien.engine.vietnamese.text import squeeze

LONGER = 1.6
"""A text so many times as long as the title, and unlike it, is no title but what is to be done."""


def check(case: Case) -> Iterator[Finding]:
    """Titles of another criterion or circular (error), titles that are cut or unknown (warning) or reworded (info)."""
    assert case.edition is not None
    for i, action in enumerate(case.plan.actions):
        right = case.edition.criterion(action.criterion or "")
        title = action.criterion_title
        if right is None or not title or action.level_section == 4 or not _named_as_title(action.heading):
            continue
        judged = judge(title, right.title, all_titles())
        if not judged or (judged[0] in ("", "near") and len(title) > LONGER * max(len(right.title), 25)):
            continue
        variant, whose = judged
        yield Finding(
            "wrong_criterion_title",
            f"actions[{i}]",
            {"other": "error", "near": "info"}.get(variant, "warning"),
            quote=squeeze(title),
            field=f"actions[{i}].criterion_title",
            params={"code": right.code, "title": right.title, "whose": whose},
            variant=variant,
            external=True,
            verified=case.edition.verified and right.verified,
        )


def _named_as_title(heading: str | None) -> bool:
    """Only wording that stands as the title of a criterion is judged, not free wording of column (2) of Biểu 2."""
    return (
        heading is not None
        and re.match(r"\W*(?:[\d.]+\W+)?(?:tiêu\s*chí|tc|\d\.\d)", heading, re.IGNORECASE) is not None
    )


@cache
def all_titles() -> tuple[tuple[str, str], ...]:
    """Titles of every criterion of every edition: (title, "criterion of regulation"), each title once."""
    found: dict[str, tuple[str, str]] = {}
    for edition in editions():
        for criterion in edition.criteria:
            found.setdefault(even(criterion.title), (criterion.title, f"{criterion.code} ({edition.regulation})"))
    return tuple(found.values())


RULE = Rule(
    kind="wrong_criterion_title",
    severity="error",
    check=check,
    messages={
        "other": "Tên này là của tiêu chí {whose}. Tiêu chí {code} là “{title}”.",
        "cut": "Tên tiêu chí bị cắt; đủ là “{title}”.",
        "near": "Tên tiêu chí {code} trong quy định có khác vài chữ: “{title}”.",
        "": "Tên tiêu chí {code} trong quy định là “{title}”.",
    },
    needs=("edition", "actions"),
)
