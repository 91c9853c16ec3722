"""What lies beside the body of a Word file and is not carried into the tree, said in Vietnamese."""

from __future__ import annotations

import re
from zipfile import ZipFile

from lxml.etree import _Element

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.docx_runs import raw_text
from caitien.engine.document.readers.docx_styles import W
from caitien.engine.document.readers.ooxml import read_xml

PAGE_NUMBER = re.compile(r"[\W\d_]*(?:trang|page)?[\W\d_]*", re.I)
PLACES = {"header": "Đầu trang", "footer": "Chân trang"}
QUOTE = 80
"""Letters quoted from a header or footer."""


def losses_of_package(archive: ZipFile, parts: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    """One sentence for each kind of thing outside the body: headers, footers, comments, macros, embedded files."""
    found: dict[str, None] = {}
    for kind, name in parts.values():
        text = _running_text(read_xml(archive, name)) if kind in PLACES else ""
        if text:
            found[f"{PLACES[kind]} có chữ «{text}», không đưa vào nội dung."] = None
    comments = read_xml(archive, next((name for kind, name in parts.values() if kind == "comments"), None))
    if comments is not None and len(comments):
        found[f"Tệp có {len(comments)} lời bình ở lề, không đọc phần này."] = None
    if any(name.lower().endswith("vbaproject.bin") for name in archive.namelist()):
        found["Tệp có macro: không chạy, chỉ đọc phần chữ."] = None
    if any(kind == "aFChunk" for kind, _ in parts.values()):
        found["Tệp có phần nhúng từ tệp khác, chưa đọc phần này."] = None
    return tuple(found)


def _running_text(root: _Element | None) -> str:
    """Text of a header or footer, ``""`` for a mere page number."""
    if root is None:
        return ""
    text = " ".join(clean(raw_text(line, W + "t")).strip() for line in root.iter(W + "p")).strip()
    if PAGE_NUMBER.fullmatch(text):
        return ""
    return text if len(text) <= QUOTE else text[:QUOTE].rstrip() + "…"
