"""Mức tự đánh giá không khớp kết quả

Vì sao: Mức của trường suy ra từ số tiêu chí đạt; ghi khác đi là tự mâu thuẫn.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 6, 34, 37
Sai: Mức 2 còn 7 tiêu chí chưa đạt nhưng ghi “Trường đạt Mức 2”
Đúng: Trường đạt Mức 1
Cần: Số liệu từng mức và mức nhà trường ghi.
Không tính: mức nêu làm mục tiêu phấn đấu
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caitien.engine.checker.finding import Case, Finding, Rule

DEGREES = {2: 1, 3: 2, 4: 2}
"""Level of the school → degree of the national standard that it corresponds to (B7)."""


def check(case: Case) -> Iterator[Finding]:
    """The level claimed is not the one of the results, or grade or degree do not belong to it (B3, B6, B7)."""
    results = case.plan.self_assessment
    follows = level_of_counts(case)
    claimed = results.claimed_level
    if claimed is not None and follows is not None and claimed != follows:
        params = {"claimed": claimed, "follows": follows}
        yield _finding(results.claimed_text, "self_assessment.claimed_text", params, "")
        return
    level = claimed if claimed is not None else follows
    grade, degree = results.claimed_accreditation, results.claimed_national_standard
    if level is not None and grade and int(grade[-1]) != level:
        yield _finding(grade, "self_assessment.claimed_accreditation", {"level": level, "grade": grade}, "grade")
    elif level is not None and degree and int(degree[-1]) != DEGREES.get(level):
        yield _finding(
            degree, "self_assessment.claimed_national_standard", {"level": level, "degree": degree}, "degree"
        )


def _finding(quote: str | None, field: str, params: Mapping[str, object], variant: str) -> Finding:
    return Finding(
        "claim_conflict",
        "self_assessment",
        "error",
        quote=quote or "",
        field=field,
        params=params,
        variant=variant,
        external=True,
    )


def level_of_counts(case: Case) -> int | None:
    """The level that follows from the counts; None where a level below is not stated."""
    counts = case.plan.self_assessment.level_counts
    level = 0
    for n in (1, 2, 3, 4):
        count = counts.get(str(n))
        if count is None or count.total is None or count.passed is None or count.passed > count.total:
            return level if n == 4 and level == 3 else None
        if count.passed < count.total:
            return level
        level = n
    return level


RULE = Rule(
    kind="claim_conflict",
    severity="error",
    check=check,
    messages={
        "": "Theo số liệu, trường ở Mức {follows}; kế hoạch ghi Mức {claimed}.",
        "grade": "Mức {level} tương ứng Cấp độ {level}; kế hoạch ghi {grade}.",
        "degree": "{degree} của chuẩn quốc gia không ứng với Mức {level} (Mức 2 ứng với Mức độ 1; Mức 3, 4 ứng với Mức độ 2).",
    },
)
