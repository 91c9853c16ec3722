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

HEADS = ("nghiệp vụ", "kỹ năng", "kĩ năng", "phòng", "môn", "chứng chỉ", "bồi dưỡng")
"""Words that head the things a weakness lists."""


def check(case: Case) -> Iterator[Finding]:
    """A weakness names two things under one head word ("nghiệp vụ A, nghiệp vụ B") and the tasks speak of one only."""
    for i, action in enumerate(case.plan.actions):
        weakness = squeeze(
            action.current_state or (action.target if describes_weakness(action.target or "") else "") or ""
        )
        tasks = fold(" ".join(action.tasks))
        for head in HEADS:
            named = [squeeze(found) for found in re.findall(rf"{head}\s+([^,.;]+)", weakness, re.IGNORECASE)]
            keys = [_key(text) for text in named]
            covered = [key in tasks for key in keys]
            if len(named) >= 2 and any(covered) and not all(covered):
                missing = named[covered.index(False)]
                yield Finding(
                    "task_gap",
                    f"actions[{i}].tasks",
                    "info",
                    quote=f"{head} {missing}",
                    field=f"actions[{i}].target",
                    params={"missing": f"{head} {missing}"},
                )
                break


def _key(text: str) -> str:
    return " ".join(fold(text).split()[:2])


RULE = Rule(
    kind="task_gap",
    severity="info",
    check=check,
    messages={
        "": "Điểm yếu có nêu “{missing}”, việc làm có thể chưa nhắc tới.",
    },
    hedged=True,
)
