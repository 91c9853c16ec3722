"""Chưa nêu kết quả tự đánh giá

Vì sao: Kế hoạch cải tiến dựa trên kết quả tự đánh giá; không có số tiêu chí đạt, chưa đạt thì không biết vì sao
chọn việc này.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II.4
Sai: 4. Kết quả thực hiện cải tiến năm học trước (không có số liệu)
Đúng: Mức 1: đạt 27/27 tiêu chí (100%); Mức 2: đạt 24/27 (88,9%), chưa đạt 3/27 (11,1%)
Cần: Phần căn cứ của kế hoạch theo mẫu 2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze


def check(case: Case) -> Iterator[Finding]:
    """A plan after the form of 2018 without any count, mark or level."""
    results = case.plan.self_assessment
    if results.level_counts or results.marks or results.claimed_level is not None:
        return
    for i, basis in enumerate(case.plan.legal_bases):
        if fold(basis.text).startswith("ket qua"):
            yield Finding(
                "missing_self_assessment",
                "self_assessment",
                "warning",
                quote=squeeze(basis.text),
                field=f"legal_bases[{i}].text",
            )
            return
    yield Finding("missing_self_assessment", "self_assessment", "warning")


RULE = Rule(
    kind="missing_self_assessment",
    severity="warning",
    check=check,
    messages={
        "": "Kế hoạch chưa ghi số tiêu chí đạt và chưa đạt ở từng mức, cũng chưa ghi trường đạt mức nào.",
    },
    form="2018",
)
