"""Việc làm có thể thuộc tiêu chí khác

Vì sao: Việc đặt nhầm tiêu chí thì tiêu chí đang yếu vẫn không có việc nào.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chí)
Sai: Tiêu chí 4.2 mà việc làm nói về Ban đại diện cha mẹ học sinh (4.1)
Đúng: Chuyển việc ấy sang tiêu chí 4.1
Cần: Bộ tiêu chuẩn, tiêu chí và công việc của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import plain

SHORTEST = 4
"""Words that a title must have to be told from ordinary wording."""


def check(case: Case) -> Iterator[Finding]:
    """A task that names another criterion by its whole title, and not its own."""
    assert case.edition is not None
    titles = [
        (criterion.code, plain(criterion.title), criterion.title)
        for standard in case.edition.standards
        for criterion in standard.criteria
        if len(criterion.title.split()) >= SHORTEST
    ]
    for i, action in enumerate(case.plan.actions):
        own = next((title for code, title, _ in titles if code == action.criterion), "")
        for j, task in enumerate(action.tasks):
            words = plain(task)
            other = next(
                (
                    entry
                    for entry in titles
                    if entry[1] in words and entry[0] != action.criterion and entry[1] not in own
                ),
                None,
            )
            if other and action.criterion and "." in action.criterion:
                yield Finding(
                    "task_off_criterion",
                    f"actions[{i}].tasks",
                    "info",
                    quote=other[2],
                    field=f"actions[{i}].tasks[{j}]",
                    params={"code": other[0], "title": other[2], "own": action.criterion},
                    external=True,
                )
                break


RULE = Rule(
    kind="task_off_criterion",
    severity="info",
    check=check,
    messages={
        "": "Việc này có thể thuộc tiêu chí {code} ({title}), không phải {own}.",
    },
    needs=("edition",),
    hedged=True,
)
