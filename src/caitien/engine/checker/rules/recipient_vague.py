"""Nơi nhận còn để lựa chọn của mẫu

Vì sao: Dấu gạch chéo giữa hai cơ quan là chỗ mẫu bỏ ngỏ; cần ghi đúng một nơi.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (nơi nhận)
Sai: Sở/Phòng GDĐT (để b/c)
Đúng: Sở Giáo dục và Đào tạo (để b/c)
Cần: Danh sách nơi nhận.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import fold

ALTERNATIVE = re.compile(
    r"\b(?:so|phong|ubnd|xa|bo)\b[^/;]{0,25}/\s*(?:so|phong|ubnd|phuong|huyen|xa|bo)\b|\(neu co\)|\bhoac\b"
)


def check(case: Case) -> Iterator[Finding]:
    """Recipients that still hold an alternative of the template."""
    for i, text in enumerate(case.plan.recipients):
        if ALTERNATIVE.search(fold(text)):
            yield Finding("recipient_vague", "recipients", "info", quote=text, field=f"recipients[{i}]")


RULE = Rule(
    kind="recipient_vague",
    severity="info",
    check=check,
    messages={
        "": "Nơi nhận này còn để hai lựa chọn của mẫu. Xin ghi đúng cơ quan nhận.",
    },
)
