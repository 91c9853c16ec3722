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

from caitien.engine.catalogue import Edition, editions
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import bare_title, even, judge
from caitien.engine.vietnamese.text import squeeze

SEVERITY = {"other": "error", "near": "info"}


def check(case: Case) -> Iterator[Finding]:
    """Standards with the title of another school type (error), or other at the end (warning); not in a damaged table."""
    assert case.edition is not None
    for i, group in enumerate(case.plan.groups):
        right = case.edition.standard(group.standard or "") if group.kind == "standard" else None
        if right is None or not group.title:
            continue
        judged = _judge(case.edition, group.title, right.title)
        if judged:
            variant, whose = judged
            yield Finding(
                "wrong_standard_title",
                f"actions[{min(group.before, len(case.plan.actions) - 1)}]",
                SEVERITY.get(variant, "warning"),
                quote=squeeze(group.text),
                field=f"groups[{i}].text",
                params={"code": right.code, "title": right.title, "whose": whose},
                variant=variant,
                external=True,
                verified=case.edition.verified,
            )


def _judge(edition: Edition, title: str, right: str) -> tuple[str, str] | None:
    """(variant, whose) of a title that is not the right one; where only words at the end differ, ``cut`` or ``more``."""
    mine, wanted = even(bare_title(title)), even(right)
    if mine != wanted and wanted.startswith(mine):
        return "cut", ""
    if mine.startswith(wanted + " "):
        whose = next((name for other, name in _others(edition.id) if even(other) == mine), "")
        return ("more", whose) if whose else None
    return judge(title, right, _others(edition.id))


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
        "more": "Tên tiêu chuẩn thừa chữ cuối (như tiêu chuẩn {whose}); ở trường mình là “{title}”.",
        "cut": "Tên tiêu chuẩn bị thiếu chữ cuối; đủ là “{title}”.",
        "near": "Tên Tiêu chuẩn {code} trong quy định có khác vài chữ: “{title}”.",
        "": "Tên Tiêu chuẩn {code} trong quy định là “{title}”.",
    },
    needs=("edition", "actions"),
)
