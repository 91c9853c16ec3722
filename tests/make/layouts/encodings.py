"""Vietnamese as old files hold it: TCVN3 (ABC) and VNI letters, decomposed letters."""

from __future__ import annotations

import unicodedata

TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        strict=True,
    )
)
TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
HAT = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
BREVE = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
WHOLE = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def tcvn3(text: str) -> tuple[str, bool]:
    """(letters, whether the capital font .VnTimeH is meant): capitals with tones have no codes of their own."""
    capital = text.isupper() and any(letter not in TCVN3 for letter in text if letter.upper() != letter.lower())
    source = text.lower() if capital else text
    return "".join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in source), capital


def vni(text: str) -> str:
    """The text in VNI letters: a base letter followed by the sign for its marks."""
    return "".join(_vni_letter(letter) for letter in unicodedata.normalize("NFC", text))


def _vni_letter(letter: str) -> str:
    lower = letter.lower()
    if lower in WHOLE:
        return _cased(WHOLE[lower], letter)
    base, *marks = unicodedata.normalize("NFD", lower)
    tone = next((mark for mark in marks if mark in TONES), "")
    if "\u0302" in marks:
        return _cased(base + HAT[tone], letter)
    if "\u0306" in marks:
        return _cased(base + BREVE[tone], letter)
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}[base]
    elif not tone:
        return letter
    return _cased(base + TONES.get(tone, ""), letter)


def _cased(text: str, like: str) -> str:
    return text.upper() if like.isupper() else text


def nfd(text: str) -> str:
    """Decomposed letters, as some systems save them."""
    return unicodedata.normalize("NFD", text)
