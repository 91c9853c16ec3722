"""TCVN3 and VNI: both ways over a whole text, and what must not be touched."""

from __future__ import annotations

import unicodedata

import pytest

from caitien.engine.vietnamese.legacy import (
    TCVN3,
    VNI_LETTERS,
    VNI_MARKS,
    detect,
    encoding_of_font,
    is_syllable,
    to_unicode,
)

TEXT = (
    "Nhà trường tổ chức rà soát cơ sở vật chất, sửa chữa phòng học, bổ sung sách và thiết bị; giáo viên chủ nhiệm "
    "phối hợp với cha mẹ học sinh giúp đỡ những em có hoàn cảnh khó khăn. Ý kiến của mỗi người đều được lắng nghe, "
    "ghi chép kỹ lưỡng để cuối năm đánh giá, rút kinh nghiệm cho những năm tiếp theo"
)


def tcvn3(text: str) -> str:
    """The text as typed in a .VnTime font (small letters only)."""
    letters = {letter: chr(code) for code, letter in TCVN3.items() if code > 0xA0}
    return "".join(letters.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    """The text as typed in a VNI font."""
    plain = {letter: code for code, letter in VNI_LETTERS.items()}
    marks = {frozenset(value): code for code, value in VNI_MARKS.items()}
    horned = {("o", "\u031b"): "ô", ("u", "\u031b"): "ö", ("O", "\u031b"): "Ô", ("U", "\u031b"): "Ö"}
    typed = ""
    for letter in text:
        base, *found = unicodedata.normalize("NFD", letter)
        if letter in plain:
            typed += plain[letter]
        elif found:
            base = horned.get((base, "\u031b"), base) if "\u031b" in found else base
            rest = frozenset(found) - {"\u031b"}
            mark = marks[rest] if rest else ""
            typed += base + (mark.upper() if letter.isupper() else mark)
        else:
            typed += letter
    return typed


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_there_and_back(encoding: str) -> None:
    text = TEXT.lower() if encoding == "tcvn3" else TEXT + TEXT.upper()
    written = tcvn3(text) if encoding == "tcvn3" else vni(text)
    assert written != text
    assert detect(written) == encoding
    assert to_unicode(written, encoding) == text


def test_every_letter_of_both_encodings_is_composed_vietnamese() -> None:
    for code in range(0xA1, 0x100):
        letter = to_unicode(chr(code), "tcvn3")
        assert len(letter) == 1
        assert unicodedata.is_normalized("NFC", letter)
    for base in "aeouy":
        for mark in "øùûõ":
            assert len(to_unicode(base + mark, "vni")) == 1


def test_capitals_in_a_font_of_capitals() -> None:
    assert to_unicode(tcvn3("kế hoạch"), "tcvn3-upper") == "KẾ HOẠCH"


def test_characters_of_a_symbol_font() -> None:
    written = "".join(chr(0xF000 + ord(letter)) if letter != " " else letter for letter in tcvn3("kế hoạch"))
    assert to_unicode(written, "tcvn3") == "kế hoạch"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "tcvn3-upper"])
def test_unicode_is_left_alone(encoding: str) -> None:
    assert to_unicode("Trường Tiểu học", encoding) == "Trường Tiểu học"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12/KH-THAH",
        "Plain English text",
        TEXT,
        "café résumé naïve déjà vu façade über",
        "à la carte",
        "Là gì? Và có bà",
    ],
)
def test_other_texts_are_not_taken_for_old_ones(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3-upper"),
        (".VnArial NarrowH", "tcvn3-upper"),
        ("VNI-Times", "vni"),
        ("VNI Helve", "vni"),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
    ],
)
def test_fonts(font: str, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


def test_syllables() -> None:
    assert all(is_syllable(word) for word in ("nghiêng", "khuỷu", "quyển", "thuở", "giếng", "yêu", "Đoài", "xoong"))
    assert not any(is_syllable(word) for word in ("tr­êng", "cuûa", "bcd", "ớớ", "kế́"))
