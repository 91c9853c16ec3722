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

ADDRESS = re.compile(r"(?:(?P<scheme>https?\s*:\s*/{1,3}\s*)|www\.)(?P<host>[^\s/)]+)", re.IGNORECASE)
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")


def check(case: Case) -> Iterator[Finding]:
    """Web addresses with an @ in the host, blanks, no dot or doubled dots."""
    for passage in case.passages:
        for found in ADDRESS.finditer(passage.text):
            host = found["host"]
            if (
                (found["scheme"] and not re.fullmatch("https?://", found["scheme"], re.IGNORECASE))
                or "@" in host
                or "." not in host
                or ".." in host
                or host.endswith(".")
                or not HOST.fullmatch(host.rstrip(".,;)"))
            ):
                quote = found[0].rstrip(").,;")
                yield Finding(
                    "malformed_url", passage.where, "warning", quote=quote, field=passage.field, start=found.start()
                )


RULE = Rule(
    kind="malformed_url",
    severity="warning",
    check=check,
    messages={
        "": "Địa chỉ “{quote}” không mở được.",
    },
)
