"""Việc cần tiền nhưng kinh phí ghi “Không”

Vì sao: Ghi “Không” trong khi phải mua, phải hỗ trợ tiền thì lúc làm sẽ không có nguồn.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột dự kiến kinh phí; Biểu 2 Thông tư 57/2026, cột nguồn lực bảo đảm
Sai: Việc: hỗ trợ kinh phí cho giáo viên đi học. Kinh phí: Không
Đúng: Kinh phí: 12.000.000 đồng, nguồn chi thường xuyên
Cần: Ô kinh phí, công việc và điều kiện hỗ trợ của từng hoạt động.
Không tính: câu nói rõ là không mất tiền
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.spending import BUILDING, SPENDING, needs_no_money

FREE = re.compile(r"(?:không|chưa|khỏi|đỡ)\s+(?:phải\s+|cần\s+|phát\s+sinh\s+|mất\s+)*$", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Spending in task or support, budget "Không"; info where only building or mending implies it."""
    for i, action in enumerate(case.plan.actions):
        if not needs_no_money(action):
            continue
        texts = [(f"actions[{i}].tasks[{j}]", task) for j, task in enumerate(action.tasks)]
        texts.append((f"actions[{i}].other_support", action.other_support or ""))
        found = _first(texts, SPENDING) or _first(texts, BUILDING)
        if found:
            field, match = found
            plain = match.re is SPENDING
            yield Finding(
                "budget_contradiction",
                f"actions[{i}].budget",
                "warning" if plain else "info",
                quote=match[0],
                field=field,
                start=match.start(),
                variant="" if plain else "building",
            )


def _first(texts: list[tuple[str, str]], pattern: re.Pattern[str]) -> tuple[str, re.Match[str]] | None:
    """The first match that is not itself denied, with its field."""
    return next(
        (
            (field, match)
            for field, text in texts
            for match in pattern.finditer(text)
            if not FREE.search(text[: match.start()])
        ),
        None,
    )


RULE = Rule(
    kind="budget_contradiction",
    severity="warning",
    check=check,
    messages={
        "": "Việc có “{quote}” nhưng kinh phí ghi là không. Xin ghi số tiền và nguồn, hoặc nói rõ vì sao không mất tiền.",
        "building": "“{quote}” thường cần tiền, kinh phí lại ghi là không. Nếu chỉ là đề nghị cấp trên, xin ghi rõ.",
    },
    needs=("actions",),
)
