"""What a file is, judged by its content alone: names and their endings lie."""

from __future__ import annotations

import codecs
import re
from zipfile import ZipFile

from caitien.engine.document.readers.ooxml import main_part, open_package, read_part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
OLE_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
MIME_TYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/epub+zip": "epub",
}
MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|svg)", re.I | re.S)
MHTML = re.compile(
    rb"(?:From|MIME-Version|Content-Type):[^\n]*\n(?:[\w-]+:[^\n]*\n|\s)*Content-Type:\s*multipart/related", re.I
)
HEAD = 4096
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def kind_of(data: bytes) -> str:
    """A short name of what the file is: ``docx``, ``xlsx``, ``pdf``, ``txt``, ``doc``, ``xls``, or what else it seems
    to be (``picture``, ``locked``, ``zip``, ``html`` …); ``empty`` and ``unknown`` too."""
    if not data.removeprefix(codecs.BOM_UTF8).strip(b"\x00 \t\r\n") or data in UTF16:
        return "empty"
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(OLE):
        return next((kind for stream, kind in OLE_STREAMS if stream.encode("utf-16-le") in data), "unknown")
    if data.startswith(ZIP):
        return _kind_of_package(open_package(data))
    if (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "picture"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _kind_of_text(data)


def _kind_of_package(archive: ZipFile) -> str:
    names = set(archive.namelist())
    if "mimetype" in names:
        return MIME_TYPES.get((read_part(archive, "mimetype") or b"").strip(), "zip")
    main = main_part(archive, "") if "_rels/.rels" in names else ""
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if main.startswith(folder) or (not main and any(name.startswith(folder) for name in names)):
            return "xlsb" if main.endswith(".bin") else kind
    types = (read_part(archive, "[Content_Types].xml") or b"") if main else b""
    for word, kind in ((b"wordprocessingml", "docx"), (b"spreadsheetml", "xlsx"), (b"presentationml", "pptx")):
        if word in types:
            return kind
    return "zip"


def _kind_of_text(data: bytes) -> str:
    head = data[:HEAD]
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if MARKUP.match(start):
        return "picture" if b"<svg" in start[:300].lower() else "html"
    if start.startswith(b"<?xml"):
        return "wordxml" if b"schemas.microsoft.com/office/" in start else "xml"
    if MHTML.match(head):
        return "html"
    if head.startswith(UTF16) or _looks_like_utf16(head):
        return "txt"
    odd = len(BINARY.findall(head))
    return "txt" if odd <= len(head) // 200 else "unknown"


def _looks_like_utf16(head: bytes) -> bool:
    """Half of the bytes at even or at odd places are zero, the others are the letters of a text."""
    half = max(1, len(head) // 2)
    zeros = (head[0::2].count(0) / half, head[1::2].count(0) / half)
    if max(zeros) < 0.4 or min(zeros) > 0.05:
        return False
    text = head.decode("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le", "replace")
    return sum(letter < " " and letter not in "\t\n\f\r" for letter in text) <= len(text) // 100
