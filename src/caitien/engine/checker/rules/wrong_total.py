"""Tổng số tiêu chí không đúng quy định

Vì sao: Mỗi loại trường và mỗi bản quy định có số tiêu chí cố định ở từng mức; ghi sai là dùng nhầm bộ tiêu chuẩn.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT (số tiêu chí từng mức)
Sai: Trường tiểu học: Mức 1: 25/25 tiêu chí
Đúng: Trường tiểu học: Mức 1: 27/27 tiêu chí
Cần: Loại trường và số liệu từng mức.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Totals that no edition of the standards for this school type has; unknown totals are never judged."""
    assert case.edition is not None
    for level, count in case.plan.self_assessment.level_counts.items():
        right = case.edition.totals.get(int(level))
        if count.total is None or right is None or count.total == right:
            continue
        yield Finding(
            "wrong_total",
            f"self_assessment.level{level}",
            "error",
            quote=count.passed_text or str(count.total),
            params={"level": level, "total": count.total, "right": right, "edition": case.edition.regulation},
            external=True,
        )


RULE = Rule(
    kind="wrong_total",
    severity="error",
    check=check,
    messages={
        "": "Mức {level} có {right} tiêu chí theo {edition}, kế hoạch ghi {total}.",
    },
    needs=("edition",),
)
