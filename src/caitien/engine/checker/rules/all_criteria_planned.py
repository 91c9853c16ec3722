"""Kế hoạch dàn cho mọi tiêu chí

Vì sao: Biểu 2 yêu cầu tập trung vào vấn đề ưu tiên; dàn hết thì không việc nào đủ sức.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục III.2.b
Sai: Bảng vấn đề trọng tâm có đủ 15 tiêu chí
Đúng: Chọn 4–6 vấn đề tác động trực tiếp đến chất lượng
Cần: Bộ tiêu chuẩn và bảng IV, V.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Problems and actions of Biểu 2 that cover every criterion of the set (fact 61)."""
    assert case.edition is not None
    codes = {criterion.code for criterion in case.edition.criteria}
    named = {problem.criterion for problem in case.plan.problems} | {
        c for action in case.plan.actions for c in action.criteria
    }
    if codes and codes <= named:
        yield Finding(
            "all_criteria_planned",
            "problems" if case.plan.problems else "actions",
            "warning",
            params={"count": len(codes)},
            external=True,
        )


RULE = Rule(
    kind="all_criteria_planned",
    severity="warning",
    check=check,
    messages={
        "": "Kế hoạch có đủ cả {count} tiêu chí. Biểu 2 yêu cầu chọn vấn đề ưu tiên, không dàn hết.",
    },
    needs=("edition",),
    form="tt57",
)
