"""Căn cứ đã hết hiệu lực hoặc đã được sửa đổi

Vì sao: Kế hoạch dựa trên văn bản đã bãi bỏ thì không còn cơ sở; văn bản đã sửa đổi cần dẫn cả văn bản sửa đổi.
Căn cứ: Thông tư 57/2026/TT-BGDĐT, Điều 26 (bãi bỏ 17, 18, 19/2018, 22/2024, 42/2012); hiệu lực từng văn bản
Sai: Kế hoạch tháng 9/2026 căn cứ Thông tư 18/2018/TT-BGDĐT
Đúng: Căn cứ Thông tư số 57/2026/TT-BGDĐT ngày 07/7/2026
Cần: Danh mục văn bản và ngày của kế hoạch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.citing import written_number
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.model import LegalBasis
from caitien.engine.register import Status
from caitien.engine.vietnamese.numbers import find_numbers

STILL_MEANT = re.compile(
    r"(?:được|đã) (?:tự )?(?:đánh giá|công nhận|cấp)[^.;]{0,20} theo|chuyển tiếp|(?:đã )?hết hiệu lực", re.IGNORECASE
)
"""The text itself says that an older evaluation under the old rules is meant."""


def check(case: Case) -> Iterator[Finding]:
    """Bases that have ended (error) or have been amended without the amendment being cited (info), by the date."""
    assert case.register is not None
    assert case.as_of is not None
    cited = {number.value for basis in case.plan.legal_bases for number in find_numbers(basis.text)}
    seen: set[str] = set()
    for i, basis in enumerate(case.plan.legal_bases):
        if not basis.number or basis.number in seen:
            continue
        seen.add(basis.number)
        status = case.register.status(basis.number, case.as_of)
        if status.state in ("ended", "lapsed") and not STILL_MEANT.search(basis.text):
            yield _finding(i, basis, status, status.state)
        elif status.state == "amended" and not cited & set(status.by):
            yield _finding(i, basis, status, "amended")


def _finding(index: int, basis: LegalBasis, status: Status, variant: str) -> Finding:
    at, end = written_number(basis) or (0, 0)
    since = status.since.strftime("%d/%m/%Y") if status.since else "trước ngày của kế hoạch"
    return Finding(
        "outdated_legal_basis",
        f"basis[{index}]",
        {"ended": "error", "lapsed": "warning", "amended": "info"}[variant],
        quote=basis.text[at:end],
        field=f"legal_bases[{index}].text",
        start=at,
        params={"number": basis.number, "since": since, "by": ", ".join(status.by)},
        variant=variant if status.by or variant != "ended" else "ended_alone",
        external=True,
        verified=status.verified,
    )


RULE = Rule(
    kind="outdated_legal_basis",
    severity="error",
    check=check,
    messages={
        "ended": "{number} hết hiệu lực từ {since}, thay bằng {by}.",
        "ended_alone": "{number} hết hiệu lực từ {since}.",
        "lapsed": "{number} hướng dẫn một văn bản đã hết hiệu lực từ {since}, nên có thể không còn dùng được.",
        "amended": "{number} đã được {by} sửa đổi từ {since}; nên dẫn cả văn bản sửa đổi.",
    },
    needs=("register", "as_of"),
)
