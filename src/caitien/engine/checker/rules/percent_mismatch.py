"""Tỷ lệ phần trăm không khớp số tiêu chí

Vì sao: Tỷ lệ sai làm người đọc nghi ngờ mọi số liệu khác.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II.4; tt2018 B5
Sai: Không đạt 08/27, tỷ lệ 29,6% (đạt 74,07%)
Đúng: Không đạt 07/27, tỷ lệ 25,9%
Cần: Số liệu từng mức.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import stated

TOLERANCE = 0.2
"""Points of percent by which rounded figures may differ."""


def check(case: Case) -> Iterator[Finding]:
    """Percentages that are not those of their fractions, or that do not add up to 100; one a level."""
    for level, count in case.plan.self_assessment.level_counts.items():
        found = _fraction(count.passed, count.total, count.passed_percent, count.passed_text) or _fraction(
            count.failed, count.failed_total or count.total, count.failed_percent, count.failed_text
        )
        both = count.passed_percent is not None and count.failed_percent is not None
        total = (count.passed_percent or 0) + (count.failed_percent or 0)
        if found:
            text, params = found
            yield Finding(
                "percent_mismatch",
                f"self_assessment.level{level}",
                "error",
                params={**params, "level": level},
                **stated(case, text),
            )
        elif both and abs(total - 100) > TOLERANCE + 0.005:
            params = {"level": level, "total": written(total)}
            yield Finding(
                "percent_mismatch",
                f"self_assessment.level{level}",
                "error",
                params=params,
                variant="sum",
                **stated(case, count.failed_text),
            )


def _fraction(
    part: int | None, whole: int | None, percent: float | None, text: str
) -> tuple[str, dict[str, object]] | None:
    if part is None or not whole or percent is None:
        return None
    exact = 100 * part / whole
    rough = 0.5 if percent == int(percent) else TOLERANCE
    if abs(exact - percent) <= rough + 0.005:
        return None
    return text, {"part": part, "whole": whole, "stated": written(percent), "right": written(exact)}


def written(percent: float) -> str:
    """With a decimal comma and at most two decimals."""
    return f"{percent:.2f}".rstrip("0").rstrip(".").replace(".", ",")


RULE = Rule(
    kind="percent_mismatch",
    severity="error",
    check=check,
    messages={
        "": "Mức {level}: {part}/{whole} là {right}%, không phải {stated}%.",
        "sum": "Mức {level}: tỷ lệ đạt và chưa đạt cộng lại là {total}%, không phải 100%.",
    },
    needs=("results",),
)
