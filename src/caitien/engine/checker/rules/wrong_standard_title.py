"""Tên tiêu chuẩn không đúng

Vì sao: Tên tiêu chuẩn của loại trường khác cho thấy kế hoạch chép từ mẫu của trường khác.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chuẩn)
Sai: Trường tiểu học: Tiêu chuẩn 5: Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ
Đúng: Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục
Cần: Bộ tiêu chuẩn và các dòng tên tiêu chuẩn.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from caitien.engine.catalogue import editions
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import judge
from caitien.engine.vietnamese.text import fold


def check(case: Case) -> Iterator[Finding]:
    """Standards with the title of another school type (error), or cut at the end (warning); not in a damaged table."""
    assert case.edition is not None
    if case.plan.damaged:
        return
    for i, group in enumerate(case.plan.groups):
        right = case.edition.standard(group.standard or "") if group.kind == "standard" else None
        if right is None or not group.title:
            continue
        judged = judge(group.title, right.title, _others(case.edition.id))
        if judged:
            variant, whose = judged
            variant = "cut" if fold(right.title).startswith(fold(group.title).rstrip(" .;,:")) else variant
            yield Finding(
                "wrong_standard_title",
                f"actions[{group.before}]",
                "error" if variant == "other" else "warning",
                quote=group.text,
                field=f"groups[{i}].text",
                params={"code": right.code, "title": right.title, "whose": whose},
                variant=variant,
                external=True,
            )


@cache
def _others(edition_id: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (standard.title, f"{standard.code} ({edition.regulation})")
        for edition in editions()
        if edition.id != edition_id
        for standard in edition.standards
    )


RULE = Rule(
    kind="wrong_standard_title",
    severity="error",
    check=check,
    messages={
        "other": "Tên này là của tiêu chuẩn {whose}. Ở trường mình, Tiêu chuẩn {code} là “{title}”.",
        "cut": "Tên tiêu chuẩn bị thiếu chữ cuối; đủ là “{title}”.",
        "": "Tên Tiêu chuẩn {code} trong quy định là “{title}”.",
    },
    needs=("edition",),
)
