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
from caitien.engine.vietnamese.numbers import NUMBER as NUMBERS
from caitien.engine.vietnamese.text import fold, is_upper

ABBREVIATION = re.compile(r"(?<![\w/&.-])(?<!trường )(?<!Trường )(?<!Đại học )(?P<short>[A-ZĐ]{4,})(?![\w/@-])")
KNOWN = {
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
}


def check(case: Case) -> Iterator[Finding]:
    """Abbreviations of four letters or more whose words stand nowhere in the plan; once each."""
    texts = case.passages
    initials = ""
    seen: set[str] = set()
    for passage in texts:
        if is_upper(passage.text):
            continue
        for found in ABBREVIATION.finditer(NUMBERS.sub(lambda match: " " * len(match[0]), passage.text)):
            short = found["short"]
            if short in seen or short in KNOWN or sum(letter in "AEIOUY" for letter in short) > 1:
                continue
            seen.add(short)
            initials = initials or "|".join(_initials(text.text) for text in texts)
            if fold(short) not in initials:
                yield Finding(
                    "undefined_abbreviation",
                    passage.where,
                    "info",
                    quote=short,
                    field=passage.field,
                    start=found.start("short"),
                )


def _initials(text: str) -> str:
    """The first letters of the words, in order, đ as d."""
    return "".join(fold(word)[:1] for word in re.findall(r"\w+", text))


RULE = Rule(
    kind="undefined_abbreviation",
    severity="info",
    check=check,
    messages={
        "": "“{quote}” chưa được viết đầy đủ ở chỗ nào trong kế hoạch.",
    },
)
