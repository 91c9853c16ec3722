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
from caitien.engine.checker.titles import plain
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions with the same criterion and the same tasks as one before."""
    seen: dict[tuple[str, str], int] = {}
    for i, action in enumerate(case.plan.actions):
        tasks = plain(" ".join(action.tasks))
        if not tasks:
            continue
        first = seen.setdefault((action.criterion or plain(action.criterion_title or ""), tasks), i)
        if first != i:
            j = next(j for j, task in enumerate(action.tasks) if task.strip())
            yield Finding(
                "duplicate_action",
                f"actions[{i}]",
                "warning",
                quote=squeeze(action.tasks[j]),
                field=f"actions[{i}].tasks[{j}]",
                params={"first": first + 1},
            )


RULE = Rule(
    kind="duplicate_action",
    severity="warning",
    check=check,
    messages={
        "": "Việc này trùng với hoạt động {first}. Nên gộp làm một.",
    },
    needs=("actions",),
)
