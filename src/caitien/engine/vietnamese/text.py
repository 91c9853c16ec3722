"""Comparing and cleaning Vietnamese text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Capital letters for the inside of a character class; a range would take small letters too."""

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
BULLET = re.compile(r"^\s*(?:[-–—+•*·▪●○◦■□➢➤✓⁃\uf0b7\uf0d8\uf0fc]\s*)+\.?\s*(?=\S)")
NUMBERING = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[ivxIVX]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\S)"
)


def nfc(text: str) -> str:
    """Composed letters, no invisible characters; blanks stay as they are."""
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def squeeze(text: str) -> str:
    """NFC, every run of blanks and line breaks one blank, none at the ends."""
    return re.sub(r"\s+", " ", nfc(text)).strip()


def _bare(code: int) -> str:
    """The letter of a code point without its marks, đ as d."""
    decomposed = unicodedata.normalize("NFD", chr(code))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).replace("đ", "d")


_BARE = {code: _bare(code) for codes in ((0xC0, 0x370), (0x1E00, 0x1F00)) for code in range(*codes)}
"""Latin letters with marks, and the marks themselves, for `str.translate`."""


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """For comparing: squeezed, lower case, without marks, đ as d."""
    return squeeze(text).casefold().translate(_BARE)


def same(one: str | None, other: str | None) -> bool:
    """Equal but for letter case, blanks and composition; marks count."""
    return squeeze(one or "").casefold() == squeeze(other or "").casefold()


def upper(text: str) -> str:
    """Upper case of composed text (F6: decomposed letters break it)."""
    return nfc(text).upper()


def without_bullet(text: str) -> str:
    """The text without the bullets at its start."""
    return BULLET.sub("", text, count=1)


def without_marker(text: str) -> str:
    """The text without bullet or list number at its start."""
    bare = without_bullet(text)
    return NUMBERING.sub("", bare, count=1)


def letters(text: str) -> list[str]:
    """The words of the text, NFC, lower case."""
    return re.findall(r"\w+", nfc(text).casefold())


def is_upper(text: str) -> bool:
    """Whether the letters of the text are capitals (at least three letters)."""
    if text.islower() or len(text) > 400:
        return False
    found = [letter for letter in text if letter.isalpha()]
    return len(found) >= 3 and sum(map(str.isupper, found)) >= 0.9 * len(found)
