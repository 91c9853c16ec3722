"""Căn cứ chưa có số, ngày

Vì sao: Không có số và ngày thì không biết là văn bản nào.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (viện dẫn văn bản)
Sai: Căn cứ báo cáo đánh giá ngoài
Đúng: Căn cứ Báo cáo số 15/BC-ĐGN ngày 20/11/2025 của Đoàn đánh giá ngoài
Cần: Danh sách căn cứ.
Không tính: báo cáo tự đánh giá của trường có năm hoặc giai đoạn; luật có năm; “kết quả …”, “chủ trương …” không phải
văn bản
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.citing import named_document, own_number
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.dates import find_dates
from caitien.engine.vietnamese.text import fold, squeeze

OWN_REPORT = re.compile(r"\W*(?:can cu\s+)?(?:ban )?bao cao (?:ket qua )?(?:tu danh gia|tdg)\b(?! ngoai)")
YEAR = re.compile(r"20\d\d")
MONTH = re.compile(r"(?:tháng\s+)?\d{1,2}\s*(?:/|năm)\s*20\d\d", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Named documents with neither number nor date; the school's own self-assessment report needs a period or year."""
    for i, basis in enumerate(case.plan.legal_bases):
        kind = named_document(basis.text)
        dated = basis.date or any(True for _ in find_dates(basis.text)) or MONTH.search(basis.text)
        if not kind or own_number(basis) or (dated and not basis.number):
            continue
        if YEAR.search(basis.text) and (OWN_REPORT.match(fold(basis.text)) or kind == "luat"):
            continue
        yield Finding(
            "incomplete_legal_citation",
            f"basis[{i}]",
            "info",
            quote=squeeze(basis.text),
            field=f"legal_bases[{i}].text",
        )


RULE = Rule(
    kind="incomplete_legal_citation",
    severity="info",
    check=check,
    messages={
        "": "Căn cứ này chưa có số và ngày của văn bản.",
    },
)
