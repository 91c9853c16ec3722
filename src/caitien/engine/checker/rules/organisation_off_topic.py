"""Phân công nói về tự đánh giá, không phải kế hoạch này

Vì sao: Chép phần phân công của kế hoạch tự đánh giá sang thì không ai được giao thực hiện việc cải tiến.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục Tổ chức thực hiện
Sai: Hội đồng: phổ biến quy trình tự đánh giá, viết báo cáo tự đánh giá
Đúng: Hội đồng: theo dõi từng hoạt động theo tháng, tổng hợp kết quả, đề nghị điều chỉnh
Cần: Phần tổ chức thực hiện.
Không tính: cập nhật, lưu minh chứng; nghiên cứu bộ tiêu chuẩn
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

OFF_TOPIC = re.compile(
    r"(?:viet|hoan (?:thien|chinh)|tong hop|xay dung|cong bo|gop y|phe duyet|lap)\b[^.;]{0,40}(?:bao cao|ke hoach) (?:tu danh gia|tdg)"
    r"|trien khai tu danh gia|quy trinh tu danh gia|dang ky danh gia ngoai"
)
SHARE = 0.4
"""Share of the duties from which the role as a whole is off the topic."""


def check(case: Case) -> Iterator[Finding]:
    """Roles that are given the making of the self-assessment; info where it is one duty among others."""
    for i, duties in enumerate(case.plan.organisation):
        off = [(j, found) for j, duty in enumerate(duties.duties) if (found := OFF_TOPIC.search(fold(duty)))]
        if not off:
            continue
        j, found = off[0]
        share = len(off) / len(duties.duties)
        yield Finding(
            "organisation_off_topic",
            f"organisation[{i}]",
            "warning" if share > SHARE else "info",
            quote=squeeze(duties.duties[j])[max(found.start() - 3, 0) : found.end() + 60],
            field=f"organisation[{i}].duties[{j}]",
            params={"role": duties.role or "mục này"},
        )


RULE = Rule(
    kind="organisation_off_topic",
    severity="warning",
    check=check,
    messages={
        "": "“{role}” được giao làm tự đánh giá; phần này nên giao việc thực hiện kế hoạch cải tiến.",
    },
)
