"""Chữ viết tắt chưa giải thích

Vì sao: Người ngoài trường không đoán được chữ tắt dài.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (viết tắt)
Sai: XHHGD
Đúng: xã hội hóa giáo dục (XHHGD)
Cần: Toàn bộ câu chữ.
Không tính: số hiệu văn bản, tên cơ quan, UBND, GDĐT, THCS, THPT, GVCN, STEM
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.numbers import NUMBER
from caitien.engine.vietnamese.syllables import parts
from caitien.engine.vietnamese.text import fold, is_upper

ABBREVIATION = re.compile(r"(?<![\w/&.-])(?P<short>[A-ZĐ]{4,})(?![\w/@-])")
INSTITUTION = re.compile(
    r"(?:trường|đại học|cao đẳng|trung tâm|viện|công ty|tập đoàn|ngân hàng|hệ thống|phần mềm)\s+$", re.IGNORECASE
)
KNOWN = frozenset(
    [
        "UBND",
        "GDĐT",
        "THCS",
        "THPT",
        "GVCN",
        "STEM",
        "HĐND",
        "GDTX",
        "BGDĐT",
        "STEAM",
        "PTDTBT",
        "PTDTNT",
        "MTTQ",
        "VNEDU",
        "SMAS",
        "UNESCO",
        "UNICEF",
    ]
)


def check(case: Case) -> Iterator[Finding]:
    """Abbreviations of four letters or more whose words stand nowhere in the plan; once each."""
    initials = ""
    seen: set[str] = set()
    for passage in case.passages:
        if not ABBREVIATION.search(passage.text) or is_upper(passage.text):
            continue
        for found in ABBREVIATION.finditer(NUMBER.sub(lambda match: " " * len(match[0]), passage.text)):
            short = found["short"]
            if short in seen or short in KNOWN or _is_word(short) or INSTITUTION.search(passage.text[: found.start()]):
                continue
            seen.add(short)
            initials = initials or "|".join(_initials(one.text) for one in case.passages)
            if fold(short) not in initials:
                yield Finding(
                    "undefined_abbreviation",
                    passage.where,
                    "info",
                    quote=short,
                    field=passage.field,
                    start=found.start("short"),
                )


def _is_word(letters: str) -> bool:
    """A word in capitals, Vietnamese or foreign."""
    return parts(letters.casefold()) is not None or sum(letter in "AEIOUY" for letter in letters) > 1


def _initials(text: str) -> str:
    """The first letters of the words, in order, đ as d."""
    return fold("".join(re.findall(r"(?<!\w)[^\W_]", text)))


RULE = Rule(
    kind="undefined_abbreviation",
    severity="info",
    check=check,
    messages={
        "": "“{quote}” chưa được viết đầy đủ ở chỗ nào trong kế hoạch.",
    },
)
