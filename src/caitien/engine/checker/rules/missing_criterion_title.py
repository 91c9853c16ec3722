"""Tiêu chí chỉ ghi số

Vì sao: Chỉ có số thì người đọc phải tra lại; ghi cả tên để ai cũng hiểu.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chí)
Sai: Tiêu chí 1.7
Đúng: Tiêu chí 1.7: Quản lý cán bộ, giáo viên và nhân viên
Cần: Tên tiêu chí của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule
from caitien.engine.checker.titles import bare_title
from caitien.engine.plan.model import Action
from caitien.engine.vietnamese.text import squeeze

ONLY_CODES = re.compile(r"(?:\W|(?:tiêu\s*chí|tiêu\s*chuẩn|tc|và|mức|khoản|điều|số|m)(?!\w)|\d)*", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Criteria given by number only."""
    for i, action in enumerate(case.plan.actions):
        if action.criterion and not _titled(action):
            yield Finding(
                "missing_criterion_title",
                f"actions[{i}]",
                "info",
                quote=squeeze(action.heading or ""),
                field=f"actions[{i}].heading",
                fix=_fix(case, i),
            )


def _titled(action: Action) -> bool:
    """Whether a title stands beside the number, in its own field or in the heading."""
    if action.criterion_title and bare_title(action.criterion_title):
        return True
    return bool(action.heading) and not ONLY_CODES.fullmatch(bare_title(action.heading or ""))


def _fix(case: Case, index: int) -> tuple[Edit, ...]:
    """The title is added after the number when the edition is certain and gives the criterion a title."""
    action = case.plan.actions[index]
    found = case.edition.criterion(action.criterion or "") if case.edition and action.level_section != 4 else None
    heading = (action.heading or "").rstrip()
    if not found or not case.edition or not case.edition.verified or len(action.criteria) > 1:
        return ()
    if action.criterion_title or not heading.endswith(action.criterion or " "):
        return ()
    start = len(heading) - len(action.criterion or "")
    return (Edit(f"actions[{index}].heading", start, action.criterion or "", f"{action.criterion}: {found.title}"),)


RULE = Rule(
    kind="missing_criterion_title",
    severity="info",
    check=check,
    messages={
        "": "Tiêu chí này chỉ ghi số. Nên ghi thêm tên tiêu chí.",
    },
    needs=("actions",),
)
