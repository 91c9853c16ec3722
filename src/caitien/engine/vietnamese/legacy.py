"""Texts of the time before Unicode: TCVN3 (.VnTime, ABC) and VNI, written with the letters of a Western code page.

Such a text reaches us as characters of Windows-1252, because only its font made them Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata

ENCODINGS = ("tcvn3", "tcvn3-upper", "vni")
"""``tcvn3-upper`` is TCVN3 in a font without small letters (names that end in H)."""

TCVN3_HIGH = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
"""The letters of the bytes A1 to FF."""

TCVN3_LOW = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
"""The letters of the bytes 80 to 9F; fonts for Windows leave them out, so only bare control characters are taken."""

VNI_LETTERS = dict(zip("ñÑôÔöÖïÏíÍìÌæÆóÓîÎ", "đĐơƠưƯịỊíÍìÌỉỈĩĨỵỴ", strict=True))
VNI_MARKS = {
    "ø": "\u0300",
    "ù": "\u0301",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
VNI_PAIR = re.compile(f"([aeouyôöAEOUYÔÖ])([{''.join(VNI_MARKS)}{''.join(VNI_MARKS).upper()}])")
VNI_LETTER = re.compile(f"[{''.join(VNI_LETTERS)}]")

FONT_VNI = re.compile(r"^VNI[-\s]", re.I)
FONT_TCVN3 = re.compile(r"^\.?Vn[A-Z3]")

MODERN = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
"""Letters that no text in an old encoding contains."""

SYMBOL_AREA = re.compile("[\uf020-\uf0ff]")
"""Where Word keeps the characters of a font that is marked as a symbol font."""

SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|oai|oay|oao|oeo|uya|uyu|uây|iêu|yêu|ươi|ươu|uôi|uyn|"
    r"[uư]?[aăâeêioôơuưy]|o[aăe]|u[âêơôy]|i[êa]|y[êa]|ưa|ươ|[aăâeêioôơuưy][iyou]|oo)"
    r"(?:ng|nh|ch|[cmnpt])?"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def _tcvn3_table() -> dict[int, str]:
    table = {0xA1 + i: letter for i, letter in enumerate(TCVN3_HIGH)}
    table.update({0x80 + i: letter for i, letter in enumerate(TCVN3_LOW)})
    return table


TCVN3 = _tcvn3_table()


def encoding_of_font(font: str) -> str | None:
    """The old encoding that a font name stands for: ``.VnTime``, ``.VnTimeH``, ``VNI-Times``; else None."""
    if FONT_VNI.match(font):
        return "vni"
    if FONT_TCVN3.match(font):
        return "tcvn3-upper" if font.rstrip().endswith("H") else "tcvn3"
    return None


def to_unicode(text: str, encoding: str) -> str:
    """The text in composed Unicode; a text that already holds Vietnamese letters of Unicode is returned as it is."""
    if MODERN.search(text):
        return text
    text = SYMBOL_AREA.sub(lambda found: chr(ord(found.group()) - 0xF000), text)
    if encoding == "vni":
        return _from_vni(text)
    converted = unicodedata.normalize("NFC", text.translate(TCVN3))
    return converted.upper() if encoding == "tcvn3-upper" else converted


def _from_vni(text: str) -> str:
    def letter_with_mark(pair: re.Match[str]) -> str:
        letter, mark = pair.groups()
        return VNI_LETTERS.get(letter, letter) + VNI_MARKS[mark.lower()]

    parts = []
    end = 0
    for pair in VNI_PAIR.finditer(text):
        parts.append(VNI_LETTER.sub(lambda found: VNI_LETTERS[found.group()], text[end : pair.start()]))
        parts.append(letter_with_mark(pair))
        end = pair.end()
    parts.append(VNI_LETTER.sub(lambda found: VNI_LETTERS[found.group()], text[end:]))
    return unicodedata.normalize("NFC", "".join(parts))


def is_syllable(word: str) -> bool:
    """Whether the letters can be one written Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in TONES))
    marks = sum(letter in TONES for letter in decomposed)
    return marks <= 1 and SYLLABLE.fullmatch(bare) is not None


def detect(text: str) -> str | None:
    """``tcvn3`` or ``vni`` when the text makes Vietnamese syllables only after that conversion, else None."""
    if MODERN.search(text):
        return None
    words = [word for word in re.findall(r"[^\s\d.,;:!?()\[\]\"'/\\–-]+", text) if not word.isascii()][:2000]
    if len(words) < 3:
        return None
    shares = {encoding: _syllables(words, encoding) for encoding in (None, "tcvn3", "vni")}
    best = max(("tcvn3", "vni"), key=lambda encoding: shares[encoding])
    return best if shares[best] >= 0.6 and shares[best] > shares[None] + 0.2 else None


def _syllables(words: list[str], encoding: str | None) -> float:
    converted = words if encoding is None else to_unicode(" ".join(words), encoding).split()
    return sum(is_syllable(word) for word in converted) / len(words)
