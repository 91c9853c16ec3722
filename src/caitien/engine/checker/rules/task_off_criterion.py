"""Việc làm có thể thuộc tiêu chí khác

Vì sao: Việc đặt nhầm tiêu chí thì tiêu chí đang yếu vẫn không có việc nào.
Căn cứ: Phụ lục của bộ tiêu chuẩn (tên tiêu chí)
Sai: Tiêu chí 4.2 mà việc làm là kiện toàn Ban đại diện cha mẹ học sinh (tiêu chí 4.1)
Đúng: Chuyển việc ấy sang tiêu chí 4.1
Cần: Bộ tiêu chuẩn, tiêu chí và công việc của từng hoạt động.
Không tính: đơn vị chỉ được nhắc là nơi phối hợp
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.catalogue import Edition
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.titles import plain, span_of
from caitien.engine.checker.wording import wording
from caitien.engine.plan.model import Action

SHORTEST = 5
"""Words that a title must have to be told from ordinary wording."""
OPENING = 80
"""Characters within which a task says what it is about."""
LONGEST = 160
"""Characters of the longest title."""
PARTNER = re.compile(r"(?:với|cùng|từ|của|tới|đến|giữa|qua|do|và|mời|nhờ|báo cáo|ý kiến)\s*$", re.IGNORECASE)
LEARNERS = {
    "đối với hiệu trưởng": wording(
        r"(?:hiệu trưởng|phó hiệu trưởng|ban giám hiệu|bgh|cán bộ quản l[ýí]|cbql) (?:(?:đi|được|tham gia|theo) )*(?:học|bồi dưỡng)(?! sinh| tập của)"
    ),
    "đối với giáo viên": wording(
        r"(?:giáo viên|gv) (?:(?:đi|được|tham gia|theo) )*(?:học|bồi dưỡng)(?! sinh| tập của)"
    ),
    "đối với nhân viên": wording(
        r"(?:nhân viên|nv) (?:(?:đi|được|tham gia|theo) )*(?:học|bồi dưỡng)(?! sinh| tập của)"
    ),
}
"""Beginning of a criterion's title → who learns in a task that belongs to it."""


def check(case: Case) -> Iterator[Finding]:
    """A task that names another criterion by its title, or sends others to learn than its criterion is about."""
    assert case.edition is not None
    for i, action in enumerate(case.plan.actions):
        if not action.criterion or "." not in action.criterion:
            continue
        texts = [(f"actions[{i}].tasks", f"actions[{i}].tasks[{j}]", task) for j, task in enumerate(action.tasks)]
        texts.append((f"actions[{i}].other_support", f"actions[{i}].other_support", action.other_support or ""))
        for where, field, text in texts:
            found = _other(case.edition, action, text)
            if found:
                (start, end), code, title = found
                params = {"code": code, "title": title, "own": action.criterion}
                quote = text[start:end]
                yield Finding(
                    "task_off_criterion",
                    where,
                    "info",
                    quote=quote,
                    field=field,
                    start=start,
                    params=params,
                    external=True,
                )
                break


def _other(edition: Edition, action: Action, text: str) -> tuple[tuple[int, int], str, str] | None:
    """(place in the text, code, title) of another criterion that the text is about."""
    own = edition.criterion(action.criterion or "")
    own_words = plain(own.title) if own else ""
    opening = plain(text[: OPENING + LONGEST])
    for criterion in edition.criteria:
        title = plain(criterion.title)
        if title not in opening or criterion.code == action.criterion:
            continue
        if len(title.split()) < SHORTEST or title in own_words:
            continue
        span = span_of(criterion.title, text[: OPENING + len(criterion.title)])
        if span and span[0] <= OPENING and not PARTNER.search(text[: span[0]]):
            return span, criterion.code, criterion.title
    return _learner(edition, own_words, text)


def _learner(edition: Edition, own_words: str, text: str) -> tuple[tuple[int, int], str, str] | None:
    mine = next((pattern for start, pattern in LEARNERS.items() if own_words.startswith(plain(start))), None)
    if mine is None or mine.search(text):
        return None
    for start, pattern in LEARNERS.items():
        found = pattern.search(text)
        other = next((one for one in edition.criteria if plain(one.title).startswith(plain(start))), None)
        if found and other:
            return found.span(), other.code, other.title
    return None


RULE = Rule(
    kind="task_off_criterion",
    severity="info",
    check=check,
    messages={
        "": "“{quote}” có thể thuộc tiêu chí {code} ({title}), không phải {own}.",
    },
    needs=("edition", "actions"),
    hedged=True,
)
