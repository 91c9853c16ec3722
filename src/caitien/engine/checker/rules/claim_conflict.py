"""Mức tự đánh giá không khớp kết quả

Vì sao: Mức của trường suy ra từ số tiêu chí đạt; ghi khác đi là tự mâu thuẫn.
Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 6, 34, 37
Sai: Mức 2 còn 7 tiêu chí chưa đạt nhưng ghi “Trường đạt Mức 2”
Đúng: Trường đạt Mức 1
Cần: Số liệu từng mức và mức nhà trường ghi.
Không tính: mức nêu làm mục tiêu phấn đấu; lần công nhận của những năm trước
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import clause, stated
from caitien.engine.checker.wording import wording

DEGREES = {2: 1, 3: 2, 4: 2}
"""Level of the school → degree of the national standard that it corresponds to (B7)."""
AIM = wording(
    r"phấn đấu|đề nghị|đăng k[íý]|hướng tới|tiến tới|mục tiêu|lộ trình|kế hoạch|để được|chuẩn bị|đề xuất|dự kiến|xây dựng|nhằm|đến năm|nếu|tiêu chuẩn (?:để|của)"
)


def check(case: Case) -> Iterator[Finding]:
    """The level claimed is not the one of the results, or grade or degree do not belong to it (B3, B6, B7)."""
    results = case.plan.self_assessment
    follows = level_of_counts(case)
    claimed = results.claimed_level
    if claimed is not None and follows is not None and claimed != follows:
        params = {"claimed": claimed, "follows": follows}
        yield _finding(case, results.claimed_text or "", params, "" if follows else "none")
        return
    level = claimed if claimed is not None else follows
    grade, degree = _digit(results.claimed_accreditation), _digit(results.claimed_national_standard)
    grade_said = _said(case, rf"cấp\s*độ\s*{grade}") if grade else ""
    degree_said = _said(case, rf"mức\s*độ\s*{degree}") if degree else ""
    if level is not None and grade and grade != level and grade_said:
        yield _finding(case, grade_said, {"level": level, "grade": f"Cấp độ {grade}"}, "grade")
    elif level is not None and degree and degree != DEGREES.get(level) and degree_said:
        yield _finding(case, degree_said, {"level": level, "degree": f"Mức độ {degree}"}, "degree")
    elif level is None and grade and degree and grade_said and degree_said and degree != DEGREES.get(grade):
        yield _finding(case, degree_said, {"grade": f"Cấp độ {grade}", "degree": f"Mức độ {degree}"}, "pair")


def _digit(claim: str | None) -> int:
    return int(claim[-1]) if claim and claim[-1].isdigit() else 0


def _said(case: Case, pattern: str) -> str:
    """The words that claim it now, not as an aim and not of an earlier year; "" when there are none."""
    year = int((case.plan.school_year or "9999")[:4])
    for passage in case.passages:
        for found in re.finditer(pattern, passage.text, re.IGNORECASE):
            around = clause(passage.text, found.start())
            old = any(int(named) < year - 1 for named in re.findall(r"(?<!\d)20\d\d(?!\d)", around))
            if not old and not AIM.search(around) and re.search(r"kiểm định|chuẩn|đạt", around, re.IGNORECASE):
                return found[0]
    return ""


def _finding(case: Case, said: str, params: Mapping[str, object], variant: str) -> Finding:
    return Finding(
        "claim_conflict",
        "self_assessment",
        "error",
        params=params,
        variant=variant,
        external=True,
        **stated(case, said),
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
        "none": "Theo số liệu, trường chưa đạt Mức 1; kế hoạch ghi Mức {claimed}.",
        "grade": "Mức {level} tương ứng Cấp độ {level}; kế hoạch ghi {grade}.",
        "degree": "{degree} của chuẩn quốc gia không ứng với Mức {level} (Mức 2 ứng với Mức độ 1; Mức 3, 4 ứng với Mức độ 2).",
        "pair": "{grade} và chuẩn quốc gia {degree} không đi với nhau (Cấp độ 2 ứng với Mức độ 1; Cấp độ 3, 4 ứng với Mức độ 2).",
    },
    form="2018",
)
