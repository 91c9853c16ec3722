"""Việc làm có thể chưa phủ hết điểm yếu

Vì sao: Điểm yếu nêu hai điều mà việc làm chỉ nói một thì điều kia sẽ còn lại sang năm.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V
Sai: Điểm yếu: chưa bồi dưỡng nghiệp vụ y tế, nghiệp vụ thư viện. Việc làm: mở lớp nghiệp vụ thư viện
Đúng: Mở lớp nghiệp vụ thư viện và lớp nghiệp vụ y tế
Cần: Kết quả cần đạt hoặc hiện trạng, và công việc của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import describes_weakness
from caitien.engine.vietnamese.text import fold, squeeze

HEADS = ("nghiệp vụ", "kỹ năng", "kĩ năng", "phòng", "môn", "chứng chỉ", "bồi dưỡng", "câu lạc bộ")
"""Words that head the things a weakness lists."""


def check(case: Case) -> Iterator[Finding]:
    """A weakness names two things under one head word ("nghiệp vụ A, nghiệp vụ B") and the tasks speak of one only."""
    for i, action in enumerate(case.plan.actions):
        name = "current_state" if action.current_state else "target"
        weakness = getattr(action, name) or ""
        if not action.current_state and not describes_weakness(weakness):
            continue
        missing = _uncovered(weakness, fold(" ".join(action.tasks)))
        if missing:
            yield Finding(
                "task_gap",
                f"actions[{i}].tasks",
                "info",
                quote=missing[0],
                field=f"actions[{i}].{name}",
                start=missing.start(),
                params={"missing": squeeze(missing[0])},
            )


def _uncovered(weakness: str, tasks: str) -> re.Match[str] | None:
    """The first thing under a head word that the tasks leave out while they speak of another under it."""
    for head in HEADS:
        others = "|".join(HEADS)
        named = list(
            re.finditer(
                rf"(?<!\w){head}\s+(?P<what>[^,.;]+?)(?=\s*(?:[,.;]|$|\s(?:và\s+)?(?:{others})\s))", weakness, re.I
            )
        )
        covered = [" ".join(fold(found["what"]).split()[:2]) in tasks for found in named]
        if len(named) >= 2 and any(covered) and not all(covered):
            return named[covered.index(False)]
    return None


RULE = Rule(
    kind="task_gap",
    severity="info",
    check=check,
    messages={
        "": "Điểm yếu có nêu “{missing}”, việc làm có thể chưa nhắc tới.",
    },
    needs=("actions",),
    hedged=True,
)
