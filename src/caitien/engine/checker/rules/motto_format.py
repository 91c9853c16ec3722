"""Tiêu ngữ viết chưa đúng

Vì sao: Tiêu ngữ có cách viết cố định: ba cụm từ nối bằng gạch nối, có khoảng trống hai bên.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (Tiêu ngữ)
Sai: Độc lập Tự do – Hạnh phúc
Đúng: Độc lập - Tự do - Hạnh phúc
Cần: Hai dòng Quốc hiệu, Tiêu ngữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule
from caitien.engine.vietnamese.text import fold, squeeze

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def check(case: Case) -> Iterator[Finding]:
    """Lines of the motto block that differ from the fixed words and marks."""
    for i, line in enumerate(case.plan.header.motto):
        text = squeeze(line)
        right = COUNTRY if "cong hoa" in fold(text) else MOTTO
        if text in (right, right.upper()):
            continue
        only_dash = re.sub(r"\s*[–—]\s*", " - ", text) == MOTTO
        edit = Edit(f"header.motto[{i}]", 0, line, right)
        yield Finding(
            "motto_format",
            "header",
            "info" if only_dash else "warning",
            quote=text,
            field=f"header.motto[{i}]",
            params={"right": right},
            variant="dash" if only_dash else "",
            fix=(edit,),
        )


RULE = Rule(
    kind="motto_format",
    severity="warning",
    check=check,
    messages={
        "": "Dòng này phải viết đúng là “{right}”.",
        "dash": "Tiêu ngữ dùng gạch nối ngắn: “{right}”.",
    },
)
