"""Chỉ có tỷ lệ, chưa có số tiêu chí

Vì sao: Tỷ lệ phần trăm không cho biết đó là mấy tiêu chí; người đọc không đối chiếu được.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II.4
Sai: Tiêu chí không đạt Mức 1: 0%
Đúng: Tiêu chí không đạt Mức 1: 0/27 (0%)
Cần: Số liệu từng mức.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import stated


def check(case: Case) -> Iterator[Finding]:
    """Levels at which passed or failed is given as a percentage only."""
    for level, count in case.plan.self_assessment.level_counts.items():
        for only, text in (
            (count.failed_as_percent_only, count.failed_text),
            (count.passed_as_percent_only, count.passed_text),
        ):
            if only:
                yield Finding("missing_count", f"self_assessment.level{level}", "info", **stated(case, text))


RULE = Rule(
    kind="missing_count",
    severity="info",
    check=check,
    messages={
        "": "Chỗ này chỉ ghi tỷ lệ phần trăm. Nên ghi cả số tiêu chí, ví dụ 0/27.",
    },
    needs=("results",),
)
