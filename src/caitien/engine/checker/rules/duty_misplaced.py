"""Nhiệm vụ đặt dưới vai khác

Vì sao: Người đọc tìm việc của mình theo tên mục; đặt nhầm chỗ thì không thấy.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục Tổ chức thực hiện
Sai: 4. Cán bộ, giáo viên, nhân viên: Hiệu trưởng phụ trách chung …
Đúng: 1. Hiệu trưởng: phụ trách chung …
Cần: Phần tổ chức thực hiện.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold

LEADER = re.compile(
    r"(?:pho )?hieu truong (?:phu trach|chi dao|chiu trach nhiem|phan cong|to chuc|phe duyet|ban hanh)[a-z ]{0,12}"
)


def check(case: Case) -> Iterator[Finding]:
    """Duties that begin with the head or a deputy under the heading of another role; one a role."""
    for i, duties in enumerate(case.plan.organisation):
        heading = fold(duties.role or "")
        for j, duty in enumerate(duties.duties):
            found = LEADER.match(fold(duty))
            if (
                found
                and heading
                and "hieu truong" not in heading
                and "quan ly" not in heading
                and "giam hieu" not in heading
                and "dung dau" not in heading
            ):
                yield Finding(
                    "duty_misplaced",
                    f"organisation[{i}]",
                    "info",
                    quote=duty[: found.end()],
                    field=f"organisation[{i}].duties[{j}]",
                    params={"role": duties.role or ""},
                )
                break


RULE = Rule(
    kind="duty_misplaced",
    severity="info",
    check=check,
    messages={
        "": "Việc của “{quote}” đang nằm dưới mục “{role}”.",
    },
)
