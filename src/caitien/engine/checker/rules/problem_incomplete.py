"""Vấn đề trọng tâm ghi chưa đủ

Vì sao: Có hiện trạng, điểm hạn chế và nguyên nhân thì mới chọn đúng việc để làm.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Phụ lục V, Biểu 2, mục IV; R7
Sai: Tiêu chuẩn 3, hiện trạng ghi, nguyên nhân trống
Đúng: Ghi đủ tiêu chuẩn, hiện trạng, điểm hạn chế, nguyên nhân
Cần: Bảng IV của Biểu 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze

PARTS = {"standard": "tiêu chuẩn", "state": "hiện trạng", "weakness": "điểm hạn chế", "cause": "nguyên nhân"}


def check(case: Case) -> Iterator[Finding]:
    """Rows of table IV without standard, state, weakness or cause; one a cell."""
    for i, problem in enumerate(case.plan.problems):
        for name, words in PARTS.items():
            if not squeeze(getattr(problem, name) or "").strip(" .-–…"):
                where = f"problems[{i}]" if name == "standard" else f"problems[{i}].{name}"
                yield Finding(
                    "problem_incomplete",
                    where,
                    "warning",
                    field=f"problems[{i}].{name}",
                    params={"part": words},
                )


RULE = Rule(
    kind="problem_incomplete",
    severity="warning",
    check=check,
    messages={
        "": "Vấn đề này chưa ghi {part}.",
    },
    form="tt57",
)
