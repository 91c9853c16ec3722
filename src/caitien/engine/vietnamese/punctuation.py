"""Slips of punctuation and spacing that can be mended without changing the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.vietnamese.spelling import Slip

_WEB = re.compile(r"https?:\S+|www\.\S+|\S+@\S+|\d[\d.,:/]*\d")
_NUMBER = re.compile(r"\d{1,5}(?P<a>\s*)/(?P<b>\s*)(?:KH|QĐ|BC|TB|TTr|CV|NQ|HD)(?P<c>\s*)-(?P<d>\s*)[A-ZĐ]\w*")
_BEFORE = re.compile(r"(?P<word>[\w)”\"%]+)[ \u00a0]+(?P<mark>[.,;:])(?=\s|$)(?!\s*[.,;:])")
_AFTER = re.compile(r"(?P<word>[^\W\d_]{1,12})(?P<mark>[,;:])(?P<next>[^\W_]\w*%?(?:[,;:][^\W_]\w*)*)")
_AFTER_FIGURE = re.compile(r"(?P<word>(?<![\w/])\d{1,4})(?P<mark>[,;:])(?P<next>[^\W\d_]\w*)")
_AFTER_NUMBER = re.compile(r"^\s*(?P<word>\d{1,2})(?P<mark>[.)])(?P<next>[^\W\d_]\w*)")
_DOUBLED = re.compile(
    r"(?P<word>\w+)(?P<marks>[,;:]{2,}|\.\s\.(?!\.)|,\s*\.|;\s*\.(?!/))(?!\.)|^\s*(?P<bullets>[-+*•]\s*\.|(?:[-+*•]\s+){2,})\s*(?P<rest>\w+)"
)
_VERBS = (
    "Tăng cường|Phân công|Đề nghị|Xây dựng|Tổ chức|Tham mưu|Thực hiện|Triển khai|Tiếp tục|Phối hợp|Chỉ đạo|Rà soát|Bổ sung|Đẩy mạnh|Nâng cao|"
    "Khuyến khích|Tạo điều kiện|Kiểm tra|Vận dụng|Duy trì|Khảo sát|Hướng dẫn|Theo dõi|Đôn đốc|Huy động|Vận động|Tuyên truyền|Cập nhật|Mua sắm"
)
_SENTENCE = re.compile(
    rf"(?<![^\W\d_])(?<![^\W\d_])(?P<word>[a-zà-ỹđ]{{2,}}(?:\s[a-zà-ỹđ]+){{0,2}})\s(?P<next>(?:{_VERBS})\s[a-zà-ỹđ]+)"
)


def marks(text: str) -> Iterator[Slip]:
    """Every slip: kind, place, the passage as written and as it should be ("" where a person must decide)."""
    plain = _WEB.sub(lambda match: "0" * len(match[0]), text)
    for found in _NUMBER.finditer(text):
        if any(found[name] for name in "abcd"):
            yield Slip("number", found.start(), found[0], re.sub(r"\s", "", found[0]))
    for found in _BEFORE.finditer(plain):
        if not _NUMBER.match(text, found.start()):
            yield Slip(
                "before", found.start(), _same(text, found), text[found.start() : found.end("word")] + found["mark"]
            )
    for pattern in (_AFTER, _AFTER_FIGURE, _AFTER_NUMBER):
        for found in pattern.finditer(plain):
            spaced = re.sub(r"([,;:.)])(?=[^\s])", r"\1 ", _same(text, found))
            yield Slip("after", found.start(), _same(text, found), spaced)
    for found in _DOUBLED.finditer(plain):
        yield Slip("doubled", found.start(), _same(text, found), _mended(found))
    for found in _SENTENCE.finditer(text):
        yield Slip("sentence", found.start(), found[0], "")


def _same(text: str, found: re.Match[str]) -> str:
    return text[found.start() : found.end()]


def _mended(found: re.Match[str]) -> str:
    if found["bullets"]:
        return f"{found['bullets'].strip()[0]} {found['rest']}"
    last = found["marks"].strip()[-1]
    return found["word"] + last
