"""Một đề mục gộp nhiều mức

Vì sao: Gộp Mức 1, 2, 3 thì không biết việc nào để đạt mức nào.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III
Sai: MỨC 1, 2, 3
Đúng: MỨC 2 (một dòng riêng), MỨC 3 (một dòng riêng)
Cần: Các dòng đề mục MỨC.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """The first heading that stands for several levels; one for the plan."""
    for i, group in enumerate(case.plan.groups):
        if group.kind == "level" and isinstance(group.level, str):
            yield Finding("level_mixing", "table", "info", quote=squeeze(group.text), field=f"groups[{i}].text")
            return


RULE = Rule(
    kind="level_mixing",
    severity="info",
    check=check,
    messages={
        "": "Đề mục “{quote}” gộp nhiều mức; nên tách riêng từng mức.",
    },
)
