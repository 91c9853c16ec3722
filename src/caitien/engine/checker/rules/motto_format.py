"""Tiêu ngữ viết chưa đúng

Vì sao: Quốc hiệu và Tiêu ngữ có cách viết cố định: ba cụm từ nối bằng gạch nối, có khoảng trống hai bên.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (Tiêu ngữ)
Sai: Độc lập Tự do – Hạnh phúc
Đúng: Độc lập - Tự do - Hạnh phúc
Cần: Hai dòng Quốc hiệu, Tiêu ngữ.
Không tính: cách đặt dấu hoà/hòa; đường kẻ dưới Tiêu ngữ
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
        for start, end in pieces(line):
            text = squeeze(line[start:end])
            right = COUNTRY if "cong hoa" in fold(text) else MOTTO
            if not re.search(r"\w", text) or _even(text) in (right, right.upper()):
                continue
            variant = _variant(_even(text), right)
            yield Finding(
                "motto_format",
                "header",
                "info" if variant else "warning",
                quote=text,
                field=f"header.motto[{i}]",
                start=start,
                params={"right": right},
                variant=variant,
                fix=(Edit(f"header.motto[{i}]", start, line[start:end], right),),
            )


def pieces(line: str) -> list[tuple[int, int]]:
    """Places of the country line and the motto in a line that may hold both, without the rule below them."""
    both = re.search(r"(?<=\S)\s+(?=[ĐD]ộc\s+lập)", line, re.IGNORECASE)
    cuts = [(0, both.start()), (both.end(), len(line))] if both else [(0, len(line))]
    found = []
    for start, end in cuts:
        text = re.sub(r"(?:\s*[_=*~]+|\s+[-–—_=*~\s]{3,}|[-–—]{3,})\s*$", "", line[start:end]).rstrip()
        lead = len(text) - len(text.lstrip())
        found.append((start + lead, start + len(text)))
    return found


def _even(text: str) -> str:
    """With the tone mark of "hòa" in one place."""
    return text.replace("OÀ", "ÒA").replace("oà", "òa")


def _variant(text: str, right: str) -> str:
    """``dash`` and ``case`` for what differs in dashes or capitals only."""
    dashed = re.sub(r"\s*[-–—]\s*", " - ", text)
    if dashed in (right, right.upper()):
        return "dash"
    return "case" if dashed.casefold() == right.casefold() else ""


RULE = Rule(
    kind="motto_format",
    severity="warning",
    check=check,
    messages={
        "": "Dòng này phải viết đúng là “{right}”.",
        "dash": "Tiêu ngữ dùng gạch nối ngắn, có khoảng trống hai bên: “{right}”.",
        "case": "Chữ hoa, chữ thường của dòng này viết là “{right}”.",
    },
)
