"""Vấn đề trọng tâm chưa có việc làm

Vì sao: Nêu vấn đề mà không có việc nào thì năm sau vấn đề còn nguyên.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục IV và V
Sai: Bảng IV nêu tiêu chí 3.2, bảng V không có việc nào cho 3.2
Đúng: Bảng V có việc cho tiêu chí 3.2
Cần: Bảng IV và V của Biểu 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Problems that no action names, by link, criterion or standard."""
    plan = case.plan
    linked = {one for action in plan.actions for one in action.problem_ids}
    criteria = {code for action in plan.actions for code in action.criteria}
    standards = {action.standard for action in plan.actions}
    for i, problem in enumerate(plan.problems):
        served = (
            problem.id in linked
            or problem.criterion in criteria
            or (problem.criterion is None and problem.standard in standards)
        )
        if not served:
            yield Finding(
                "problem_without_action",
                f"problems[{i}]",
                "error",
                quote=squeeze(problem.weakness),
                field=f"problems[{i}].weakness",
            )


RULE = Rule(
    kind="problem_without_action",
    severity="error",
    check=check,
    messages={
        "": "Vấn đề này chưa có hoạt động nào trong bảng kế hoạch.",
    },
    needs=("actions",),
    form="tt57",
)
