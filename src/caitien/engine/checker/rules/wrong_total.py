"""Tổng số tiêu chí không đúng quy định

Vì sao: Mỗi loại trường và mỗi bản quy định có số tiêu chí cố định ở từng mức; ghi sai là dùng nhầm bộ tiêu chuẩn.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT (số tiêu chí từng mức)
Sai: Trường tiểu học: Mức 1: 25/25 tiêu chí
Đúng: Trường tiểu học: Mức 1: 27/27 tiêu chí
Cần: Loại trường và số liệu từng mức; bản quy định cho biết số tiêu chí của mức ấy.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import stated


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
            params={"level": level, "total": count.total, "right": right, "edition": case.edition.regulation},
            external=True,
            verified=case.edition.verified,
            **stated(case, count.passed_text or count.failed_text),
        )


def unseen(case: Case) -> Iterator[str]:
    """Levels whose number of criteria the edition does not know."""
    assert case.edition is not None
    for level, count in case.plan.self_assessment.level_counts.items():
        if count.total is not None and int(level) in case.edition.totals and case.edition.totals[int(level)] is None:
            yield f"total_of_level{level}"


RULE = Rule(
    kind="wrong_total",
    severity="error",
    check=check,
    messages={
        "": "Mức {level} có {right} tiêu chí theo {edition}, kế hoạch ghi {total}.",
    },
    needs=("edition", "results"),
    unseen=unseen,
)
