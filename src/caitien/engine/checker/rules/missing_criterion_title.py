"""Tiêu chí chỉ ghi số

Vì sao: Chỉ có số thì người đọc phải tra lại; ghi cả tên để ai cũng hiểu.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chí)
Sai: Tiêu chí 1.7
Đúng: Tiêu chí 1.7: Quản lý cán bộ, giáo viên và nhân viên
Cần: Tên tiêu chí của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Criteria given by number only."""
    for i, action in enumerate(case.plan.actions):
        if action.criterion and not action.criterion_title:
            yield Finding(
                "missing_criterion_title",
                f"actions[{i}]",
                "info",
                quote=action.heading or action.criterion,
                field=f"actions[{i}].heading",
                fix=_fix(case, i),
            )


def _fix(case: Case, index: int) -> tuple[Edit, ...]:
    """The title can be added when the criterion is one of the edition and has a title in the regulation."""
    action = case.plan.actions[index]
    found = case.edition.criterion(action.criterion or "") if case.edition and action.level_section != 4 else None
    if not found or not action.heading or not action.heading.endswith(action.criterion or " "):
        return ()
    return (Edit(f"actions[{index}].heading", 0, action.heading, f"{action.heading}: {found.title}"),)


RULE = Rule(
    kind="missing_criterion_title",
    severity="info",
    check=check,
    messages={
        "": "Tiêu chí này chỉ ghi số. Nên ghi thêm tên tiêu chí.",
    },
)
