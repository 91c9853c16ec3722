"""Hoạt động lặp lại

Vì sao: Cùng một việc ghi hai lần làm kinh phí và tiến độ bị tính hai lần.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III
Sai: Hai dòng tiêu chí 3.6 có cùng việc làm
Đúng: Gộp thành một dòng
Cần: Các hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold


def check(case: Case) -> Iterator[Finding]:
    """Actions with the same criterion and the same tasks as one before."""
    seen: dict[tuple[str | None, str], int] = {}
    for i, action in enumerate(case.plan.actions):
        tasks = fold(" ".join(action.tasks))
        key = (action.criterion if action.criterion else action.criterion_title, tasks)
        if tasks and key in seen:
            yield Finding(
                "duplicate_action",
                f"actions[{i}]",
                "warning",
                quote=action.tasks[0],
                field=f"actions[{i}].tasks[0]",
                params={"first": seen[key] + 1},
            )
        seen.setdefault(key, i)


RULE = Rule(
    kind="duplicate_action",
    severity="warning",
    check=check,
    messages={
        "": "Việc này trùng với hoạt động {first}.",
    },
)
