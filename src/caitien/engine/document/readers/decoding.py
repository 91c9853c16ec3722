"""Bytes of a text file → text: Unicode forms, the Vietnamese code page of Windows, TCVN3 and VNI."""

from __future__ import annotations

import codecs
import re

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.vietnamese import legacy

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
UNDEFINED = "\x81\x8d\x8f\x90\x9d"
"""Bytes without a letter in Windows-1252."""
SAMPLE = 200_000
"""Bytes or letters looked at to tell the encoding."""
DAMAGE = 0.001
"""Share of wrong bytes up to which a file still counts as UTF-8."""
TWICE = re.compile("Ã[ -¿]|áº|á»|Ä‘|Æ°|Æ¡")
"""Traces of UTF-8 that was read as Windows-1252 and written again."""


def decode(data: bytes) -> str:
    """The text of the file, NFC, line ends as ``"\\n"``; bytes that mean nothing become U+FFFD."""
    text = _unicode(data)
    encoding = legacy.detect(text[:SAMPLE])
    if encoding:
        text = "\n".join(legacy.to_unicode(line, encoding) for line in text.split("\n"))
    return clean(LINE_ENDS.sub("\n", text))


def _unicode(data: bytes) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    zeros = (data[0:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0))
    if max(zeros) > min(len(data), SAMPLE) // 5:
        return data.decode("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be", "replace")
    try:
        return _unmixed(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= len(text) * DAMAGE:
        return text
    return _eight_bit(data)


def _eight_bit(data: bytes) -> str:
    """A code page of one byte a letter: old encodings look like Windows-1252, else it is Windows-1258."""
    western = data.decode("latin-1" if any(letter in data for letter in UNDEFINED.encode("latin-1")) else "cp1252")
    if legacy.detect(western[:SAMPLE]):
        return western
    return data.decode("cp1258", "replace")


def _unmixed(text: str) -> str:
    """UTF-8 that was encoded twice, read back once more; other text as it is."""
    if len(TWICE.findall(text[:SAMPLE])) < 3 or legacy.MODERN.search(text[:SAMPLE]):
        return text
    try:
        letters = (ord(letter) if letter in UNDEFINED else letter.encode("cp1252")[0] for letter in text)
        return bytes(letters).decode("utf-8")
    except UnicodeError:
        return text
