"""Opening a PDF with pdfium, which serves one thread at a time."""

from __future__ import annotations

from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from caitien.engine.errors import Unreadable

PAGES = 200
"""The longest document that is read."""
BROKEN = "Tệp PDF bị hỏng nên không đọc được. Thầy cô mở tệp gốc, xuất lại PDF rồi gửi bản vừa xuất."
LOCKED = "Tệp PDF đang đặt mật khẩu. Thầy cô mở tệp, bỏ mật khẩu rồi gửi lại."
EMPTY = "Tệp PDF không có trang nào. Thầy cô kiểm tra lại và chọn tệp khác."
TOO_LONG = f"Tệp PDF dài {{}} trang, mức nhận là {PAGES} trang. Thầy cô tách riêng phần kế hoạch rồi gửi lại."
PDFIUM = Lock()
"""Held while anything of pdfium is called."""


def open_pdf(data: bytes) -> Any:
    """The pdfium document, to be used and closed under PDFIUM; Unreadable when broken, locked, empty or too long."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise Unreadable(LOCKED if locked else BROKEN) from error
    count = len(document)
    if not 0 < count <= PAGES:
        document.close()
        raise Unreadable(TOO_LONG.format(count) if count else EMPTY)
    return document
