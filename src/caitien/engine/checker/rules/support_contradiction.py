"""Trông vào tài trợ nhưng ghi không cần hỗ trợ

Vì sao: Việc dựa vào nhà tài trợ thì đó chính là điều kiện hỗ trợ cần ghi ra.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, cột điều kiện hỗ trợ khác
Sai: Việc: kêu gọi tài trợ để xây bếp. Hỗ trợ khác: Không
Đúng: Hỗ trợ khác: hội cha mẹ trẻ, doanh nghiệp trên địa bàn
Cần: Công việc và điều kiện hỗ trợ của từng hoạt động.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import wording
from caitien.engine.vietnamese.text import squeeze

NOTHING = re.compile(r"(?:không(?: có| cần)?(?: hỗ trợ| gì)?|0)\W*", re.IGNORECASE)
SPONSORS = wording(
    r"(?:kêu gọi|vận động|huy động|tìm|xin|tranh thủ|thu hút)[^.;,\n]{0,40} (?:tài trợ|ủng hộ|đóng góp|nhà hảo tâm|mạnh thường quân|hỗ trợ của (?:các )?(?:doanh nghiệp|tổ chức|cá nhân))",
    r"(?:nguồn |nhà |được |sự )?tài trợ|xã hội hóa(?: giáo dục)?|xã hội hoá(?: giáo dục)?|XHH\w*|mạnh thường quân|nhà hảo tâm",
)


def check(case: Case) -> Iterator[Finding]:
    """The task counts on sponsors, other support is "Không"; asking the authorities alone does not count."""
    for i, action in enumerate(case.plan.actions):
        if not NOTHING.fullmatch(squeeze(action.other_support or "")):
            continue
        for j, task in enumerate(action.tasks):
            found = SPONSORS.search(task)
            if found:
                yield Finding(
                    "support_contradiction",
                    f"actions[{i}].other_support",
                    "warning",
                    quote=found[0],
                    field=f"actions[{i}].tasks[{j}]",
                    start=found.start(),
                )
                break


RULE = Rule(
    kind="support_contradiction",
    severity="warning",
    check=check,
    messages={
        "": "Việc có “{quote}” nhưng ô điều kiện hỗ trợ ghi là không. Xin ghi nơi sẽ hỗ trợ.",
    },
    needs=("actions",),
)
