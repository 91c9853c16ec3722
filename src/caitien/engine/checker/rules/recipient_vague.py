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
from caitien.engine.vietnamese.text import fold, squeeze

BODY = r"(?:so|phong|ubnd|uy ban nhan dan|bo|dang uy|hdnd)"
UNIT = r"(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp)"
ALTERNATIVE = re.compile(
    rf"\b{BODY}\b[^/;(]{{0,25}}[/(]\s*(?:hoac )?(?:so|phong|ubnd)\b|\b{UNIT}\s*[/(]\s*(?:hoac )?{UNIT}\b|\(neu co\)|\bhoac\b"
    r"|^\W*(?:co quan (?:chu quan|quan ly)(?: cap tren| truc tiep)?|cap tren(?: truc tiep)?|ten co quan.*)\W*(?:\(.*\))?\W*$"
)
"""Alternatives of a template (folded): "Sở/Phòng GDĐT", "UBND xã (phường)", "Cơ quan quản lý cấp trên"."""


def check(case: Case) -> Iterator[Finding]:
    """Recipients that still hold an alternative of the template."""
    for i, text in enumerate(case.plan.recipients):
        if ALTERNATIVE.search(fold(text)):
            yield Finding("recipient_vague", "recipients", "info", quote=squeeze(text), field=f"recipients[{i}]")


RULE = Rule(
    kind="recipient_vague",
    severity="info",
    check=check,
    messages={
        "": "Nơi nhận này còn để chỗ lựa chọn của mẫu. Xin ghi đúng tên cơ quan nhận.",
    },
)
