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
from caitien.engine.checker.wording import wording
from caitien.engine.vietnamese.text import fold

LEADER = wording(
    r"(?:phó )?(?:hiệu trưởng|giám đốc) (?:phụ trách|chỉ đạo|chịu trách nhiệm|phân công|tổ chức|phê duyệt|ban hành|giao|chủ trì)(?: \w+){0,2}"
)
LEADERS = re.compile(r"hieu truong|giam doc|quan ly|giam hieu|dung dau|lanh dao|bgh|chu tich")
"""Headings under which duties of the head may stand (folded)."""


def check(case: Case) -> Iterator[Finding]:
    """Duties that begin with the head or a deputy under the heading of another role; one a role."""
    for i, duties in enumerate(case.plan.organisation):
        if not duties.role or LEADERS.search(fold(duties.role)):
            continue
        for j, duty in enumerate(duties.duties):
            found = LEADER.match(duty)
            if found:
                yield Finding(
                    "duty_misplaced",
                    f"organisation[{i}]",
                    "info",
                    quote=found[0],
                    field=f"organisation[{i}].duties[{j}]",
                    params={"role": duties.role},
                )
                break


RULE = Rule(
    kind="duty_misplaced",
    severity="info",
    check=check,
    messages={
        "": "“{quote}” đang nằm dưới mục “{role}”. Nên chuyển về mục của người ấy.",
    },
)
