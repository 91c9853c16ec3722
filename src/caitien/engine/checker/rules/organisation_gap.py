"""Tên mục hứa một việc không thấy giao

Vì sao: Tên mục nêu báo cáo, kiến nghị mà bên dưới không giao thì sẽ không ai làm.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục Tổ chức thực hiện
Sai: 3. Tổ giám sát (báo cáo định kỳ và kiến nghị): Giám sát kế hoạch đúng tiến độ
Đúng: 3. Tổ giám sát (báo cáo định kỳ và kiến nghị): Giám sát kế hoạch; báo cáo hiệu trưởng ngày 25 hằng tháng, kèm kiến nghị
Cần: Phần tổ chức thực hiện.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

PROMISED = ("báo cáo", "kiến nghị", "đề xuất")


def check(case: Case) -> Iterator[Finding]:
    """The bracket of a role's heading promises reports or proposals that its duties do not hold."""
    for i, duties in enumerate(case.plan.organisation):
        bracket = re.search(r"\(([^)]*)\)", duties.role or "")
        given = fold(" ".join(duties.duties))
        promised = [word for word in PROMISED if bracket and fold(word) in fold(bracket[1])]
        missing = [word for word in promised if fold(word) not in given]
        if given and missing and len(missing) == len(promised):
            yield Finding(
                "organisation_gap",
                f"organisation[{i}]",
                "info",
                quote=squeeze(duties.duties[0]),
                field=f"organisation[{i}].duties[0]",
                params={"missing": ", ".join(missing)},
            )


RULE = Rule(
    kind="organisation_gap",
    severity="info",
    check=check,
    messages={
        "": "Tên mục có nêu {missing}, nhưng bên dưới chưa giao việc ấy cho ai.",
    },
)
