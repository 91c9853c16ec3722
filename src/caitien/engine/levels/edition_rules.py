"""The rules of procedure that an edition holds beside its criteria."""

from __future__ import annotations

from typing import Any

from caitien.engine.catalogue import Edition
from caitien.engine.errors import UserError

SUBJECTS = {
    "council": "hội đồng tự đánh giá",
    "monitoring": "theo dõi kế hoạch cải tiến",
    "certificate": "thời hạn công nhận",
    "cycle": "chu kỳ và nâng mức",
    "recognition": "công nhận",
    "evidence_code": "mã minh chứng",
}


def rule_of(edition: Edition, subject: str) -> Any:
    """The rule of the edition on a subject (`SUBJECTS`); `UserError` where it has none, as for continuing education."""
    rule = edition.rules.get(subject)
    if rule is None:
        raise UserError(f"{edition.title} không có quy định về {SUBJECTS[subject]}.")
    return rule
