"""Căn cứ chưa có số, ngày

Vì sao: Không có số và ngày thì không biết là văn bản nào.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (viện dẫn văn bản)
Sai: Căn cứ báo cáo đánh giá ngoài
Đúng: Căn cứ Báo cáo số 15/BC-ĐGN ngày 20/11/2025 của Đoàn đánh giá ngoài
Cần: Danh sách căn cứ.
Không tính: báo cáo tự đánh giá của trường có năm hoặc giai đoạn; “kết quả …”, “chủ trương …” không phải văn bản
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold

DOCUMENT = re.compile(
    r"(?:bao cao|ke hoach|cong van|thong tu|quyet dinh|nghi dinh|nghi quyet|huong dan|chi thi|quy che|chien luoc|thong bao|bien ban|luat)\b"
)
OWN_REPORT = re.compile(r"bao cao (?:ket qua )?(?:tu danh gia|tdg)\b(?! ngoai)")


def check(case: Case) -> Iterator[Finding]:
    """Named documents with neither number nor date; the school's own self-assessment report needs a period or year."""
    for i, basis in enumerate(case.plan.legal_bases):
        words = re.sub(r"^(?:can cu|theo|thuc hien)\s+", "", fold(basis.text))
        if basis.number or basis.date or not DOCUMENT.match(words):
            continue
        if OWN_REPORT.match(words) and re.search(r"20\d\d", words):
            continue
        yield Finding(
            "incomplete_legal_citation", f"basis[{i}]", "info", quote=basis.text, field=f"legal_bases[{i}].text"
        )


RULE = Rule(
    kind="incomplete_legal_citation",
    severity="info",
    check=check,
    messages={
        "": "Căn cứ này chưa có số và ngày của văn bản.",
    },
)
