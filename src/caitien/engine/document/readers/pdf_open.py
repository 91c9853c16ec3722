"""Opening a PDF with pdfium, which serves one thread at a time."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
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
TOO_LARGE = "Tệp PDF phình quá lớn khi mở ra nên không đọc. Thầy cô xuất lại PDF từ tệp gốc rồi gửi bản vừa xuất."
NO_PROGRAM = (
    "Tệp là bản quét, cần phần đọc ảnh (tesserocr) mà máy này chưa cài. Thầy cô chạy “make ocr” hoặc gửi bản Word."
)
STREAM = re.compile(rb"(?<!end)stream\r?\n(?=[\x48\x58\x68\x78])")
"""Where a packed part of a PDF begins."""
UNPACKED = 100 * 1024 * 1024
"""Bytes that all packed parts but pictures may have together."""
STEP = 64 * 1024
PDFIUM = Lock()
"""Held while anything of pdfium is called."""


def open_pdf(data: bytes) -> Any:
    """The pdfium document, to be used and closed under PDFIUM; Unreadable when broken, locked, empty or too long."""
    if _unpacked_size(data) > UNPACKED:
        raise Unreadable(TOO_LARGE)
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


def _unpacked_size(data: bytes) -> int:
    """Bytes of the packed parts when unpacked, counted no further than just above UNPACKED; pictures do not count."""
    total = 0
    for found in STREAM.finditer(data):
        if b"/Image" in data[max(found.start() - 400, 0) : found.start()].rpartition(b" obj")[2]:
            continue
        for size in _pieces(memoryview(data)[found.end() :]):
            total += size
            if total > UNPACKED:
                return total
    return total


def _pieces(packed: memoryview) -> Iterator[int]:
    """Sizes of the pieces in which a packed part is unpacked, up to its end or to where it is broken."""
    unpacker = zlib.decompressobj()
    try:
        for start in range(0, len(packed), STEP):
            rest: bytes | memoryview = packed[start : start + STEP]
            while rest and not unpacker.eof:
                yield len(unpacker.decompress(rest, 16 * STEP))
                rest = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return
