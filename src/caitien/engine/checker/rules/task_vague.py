"""Việc làm nói chung chung

Vì sao: Việc không rõ làm gì, ra sản phẩm gì thì không giao được và không kiểm tra được.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III; Biểu 2 Thông tư 57/2026, mục V (cột công việc, giải pháp)
Sai: Xây dựng các giải pháp phù hợp. Làm tốt công tác phối hợp.
Đúng: Mở 2 lớp phụ đạo mỗi tuần cho 12 em; họp tổ ngày 25 hằng tháng để xem lại
Cần: Công việc của từng hoạt động.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import says_nothing
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """Actions whose whole task names nothing that can be done or checked; also actions without any task."""
    for i, action in enumerate(case.plan.actions):
        text = squeeze(" ".join(action.tasks))
        if not text:
            yield Finding("task_vague", f"actions[{i}].tasks", "warning", field=f"actions[{i}].tasks", variant="empty")
        elif says_nothing("\n".join(action.tasks)):
            j = next(j for j, task in enumerate(action.tasks) if task.strip())
            yield Finding(
                "task_vague",
                f"actions[{i}].tasks",
                "warning",
                quote=squeeze(action.tasks[j]),
                field=f"actions[{i}].tasks[{j}]",
            )


RULE = Rule(
    kind="task_vague",
    severity="warning",
    check=check,
    messages={
        "": "Việc làm có thể còn chung chung: chưa nói rõ làm gì, bao nhiêu, ra sản phẩm nào.",
        "empty": "Hoạt động này chưa ghi việc làm.",
    },
    needs=("actions",),
    hedged=True,
)
