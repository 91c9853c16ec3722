"""Việc cần tiền nhưng kinh phí ghi “Không”

Vì sao: Ghi “Không” trong khi phải mua, phải hỗ trợ tiền thì lúc làm sẽ không có nguồn.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: Việc: hỗ trợ kinh phí cho giáo viên đi học. Kinh phí: Không
Đúng: Kinh phí: 12.000.000 đồng, nguồn chi thường xuyên
Cần: Ô kinh phí, công việc và điều kiện hỗ trợ của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import BUILDING, SPENDING


def check(case: Case) -> Iterator[Finding]:
    """Spending in task or support, budget "Không"; info where only building or enlarging implies it."""
    for i, action in enumerate(case.plan.actions):
        if action.budget_vnd != 0:
            continue
        texts = [(f"actions[{i}].tasks[{j}]", task) for j, task in enumerate(action.tasks)]
        texts.append((f"actions[{i}].other_support", action.other_support or ""))
        found = _first(texts, SPENDING) or _first(texts, BUILDING)
        if found:
            field, match = found
            yield Finding(
                "budget_contradiction",
                f"actions[{i}].budget",
                "warning" if match.re is SPENDING else "info",
                quote=match[0],
                field=field,
                start=match.start(),
                variant="" if match.re is SPENDING else "building",
            )


def _first(texts: list[tuple[str, str]], pattern: re.Pattern[str]) -> tuple[str, re.Match[str]] | None:
    return next(((field, match) for field, text in texts if (match := pattern.search(text))), None)


RULE = Rule(
    kind="budget_contradiction",
    severity="warning",
    check=check,
    messages={
        "": "Việc có “{quote}” nhưng kinh phí ghi là không.",
        "building": "“{quote}” thường cần tiền, kinh phí lại ghi là không. Nếu chỉ là đề nghị cấp trên, xin ghi rõ.",
    },
)
