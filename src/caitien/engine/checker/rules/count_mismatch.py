"""Số đạt cộng số chưa đạt không bằng tổng

Vì sao: Một tiêu chí hoặc đạt hoặc chưa đạt; tổng hai số phải bằng số tiêu chí của mức đó.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II.4; tt2018 B3, V01
Sai: Đạt 20/27, không đạt 08/27
Đúng: Đạt 20/27, không đạt 07/27
Cần: Số liệu từng mức.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import stated


def check(case: Case) -> Iterator[Finding]:
    """Passed and failed of a level do not add up to its total."""
    for level, count in case.plan.self_assessment.level_counts.items():
        if count.passed is None or count.failed is None or count.total is None or count.failed_as_percent_only:
            continue
        if count.passed + count.failed != count.total:
            yield Finding(
                "count_mismatch",
                f"self_assessment.level{level}",
                "error",
                params={"level": level, "passed": count.passed, "failed": count.failed, "total": count.total},
                **stated(case, count.passed_text or count.failed_text),
            )


RULE = Rule(
    kind="count_mismatch",
    severity="error",
    check=check,
    messages={
        "": "Mức {level}: {passed} đạt + {failed} chưa đạt không bằng {total} tiêu chí.",
    },
    needs=("results",),
)
