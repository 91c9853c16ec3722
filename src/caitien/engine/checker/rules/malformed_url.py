"""Địa chỉ trang web không dùng được

Vì sao: Gõ theo địa chỉ này sẽ không mở được trang.
Căn cứ: Thông tư 09/2024/TT-BGDĐT (công khai trên trang thông tin điện tử)
Sai: https://truongsuoingan.tinh@edu.vn
Đúng: https://truongsuoingan.tinh.edu.vn
Cần: Toàn bộ câu chữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

ADDRESS = re.compile(
    r"(?<![\w.@])(?:(?P<scheme>h[tp]{2,4}s?)(?P<sign>\s*[:;.]?\s*[/\\]{1,3}\s*)|(?P<www>w{2,4})(?P<dots>[.,]+)(?=\w))(?P<host>[^\s/)\]>”\"]*)",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Web addresses with a wrong beginning, or a host with an @, a comma, blanks, doubled dots or none."""
    for passage in case.passages:
        for found in ADDRESS.finditer(passage.text):
            if not _works(found):
                yield Finding(
                    "malformed_url",
                    passage.where,
                    "warning",
                    quote=found[0].rstrip(").,;: "),
                    field=passage.field,
                    start=found.start(),
                )


def _works(found: re.Match[str]) -> bool:
    host = found["host"].rstrip(".,;:)")
    if not HOST.fullmatch(host):
        return False
    if found["scheme"]:
        return found["scheme"].casefold() in ("http", "https") and found["sign"] == "://"
    return found["www"].casefold() == "www" and found["dots"] == "."


RULE = Rule(
    kind="malformed_url",
    severity="warning",
    check=check,
    messages={
        "": "Địa chỉ “{quote}” không mở được. Xin chép lại địa chỉ từ trang của trường.",
    },
)
