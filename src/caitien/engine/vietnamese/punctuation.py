"""Slips of punctuation and spacing that can be mended without changing the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.engine.vietnamese.spelling import Slip

_WEB = re.compile(r"https?:\S+|www\.\S+|\S+@\S+|\d[\d.,:/]*\d")
_NUMBER = re.compile(
    r"(?<![\w/])\d{1,5}\s*/\s*(?:(?:19|20)\d\d\s*/\s*)?(?:KH|QĐ|BC|TB|TTr|CV|NQ|HD|TT|NĐ|CT|TTLT|BGDĐT|SGDĐT|PGDĐT|UBND)\s*-\s*[A-ZĐ]\w*"
)
_MARK = re.compile(r"[.,;:]")
_ITEM = re.compile(r"^\s*(?P<word>(?:\d{1,2}\.)*\d{1,2}[.)])(?P<next>[^\W\d_]\w*)")
_DOUBLED = re.compile(
    r"(?P<word>\w+)(?P<marks>[,;:]{2,}|\.\s+\.(?!\.)|(?<!v)\.\.(?![.\w])|[,;]\s*\.(?!/)|\.\s*[,;](?!\s*\.))(?!\.)"
)
_BULLETS = re.compile(r"^\s*(?P<bullets>[-+*•]\s*\.|(?:[-+*•]\s+){2,}|[.,;](?=\s))\s*(?P<rest>\w+)")
_VERBS = (
    "Tăng cường|Phân công|Đề nghị|Xây dựng|Tổ chức|Tham mưu|Thực hiện|Triển khai|Tiếp tục|Phối hợp|Chỉ đạo|Rà soát|Bổ sung|Đẩy mạnh|Nâng cao|"
    "Khuyến khích|Tạo điều kiện|Kiểm tra|Vận dụng|Duy trì|Khảo sát|Hướng dẫn|Theo dõi|Đôn đốc|Huy động|Vận động|Tuyên truyền|Cập nhật|Mua sắm|"
    "Đảm bảo|Bảo đảm|Lập kế hoạch|Đề xuất|Quán triệt|Động viên|Thường xuyên"
)
_NAMED = (
    "đề án|chuyên đề|phong trào|chương trình|cuộc vận động|hội thi|sáng kiến|câu lạc bộ|tiêu chí|mô đun|môđun|mục|phần|bài|chủ đề|dự án|tên|về|"
    "cuộc thi|hoạt động|nội dung|kế hoạch|tháng|ngày hội|là|như|và|hoặc|của|cho|để|việc|ban|tổ|nhóm|sổ|biên bản|văn bản|công văn|quyết định"
)
_SENTENCE = re.compile(
    rf"(?<![^\W\d_])(?P<word>[a-zà-ỹđ]{{2,}}(?:[ \u00a0]+[a-zà-ỹđ]+){{0,2}})[ \u00a0]+(?P<next>(?:{_VERBS})[ \u00a0]+[^\W\d_]+)"
)
_AFTER_NAMED = re.compile(rf"(?:^|\s)(?:{_NAMED})$")
_BEGINS = re.compile(rf"(?:{_VERBS})\s")


@dataclass(slots=True)
class _Fault:
    """Characters with slips of spacing, and what has to be written between them."""

    kind: str
    start: int
    end: int
    changes: list[tuple[int, int, str]]


def marks(text: str) -> Iterator[Slip]:
    """Every slip: kind, place, the passage as written and as it should be ("" where a person must decide)."""
    plain = _WEB.sub(lambda match: "0" * len(match[0]), text) if _MARK.search(text) else text
    numbers = [found.span() for found in _NUMBER.finditer(text)] if "/" in text else []
    for start, end in numbers:
        bare = re.sub(r"\s", "", text[start:end])
        if bare != text[start:end]:
            yield Slip("number", start, text[start:end], bare)
    yield from _spacing(text, plain, numbers)
    for found in _DOUBLED.finditer(plain):
        end = found.end()
        yield Slip("doubled", found.start(), text[found.start() : end], found["word"] + found["marks"].strip()[-1])
    bullets = _BULLETS.match(plain)
    if bullets:
        lead = bullets.start("bullets")
        first = bullets["bullets"].strip()[0]
        right = bullets["rest"] if first in ".,;" else f"{first} {bullets['rest']}"
        yield Slip("doubled", lead, text[lead : bullets.end()], right)
    yield from _run_together(text)


def _run_together(text: str) -> Iterator[Slip]:
    """Sentences without a mark between them: a small word, then a verb that begins a task with a capital."""
    if not _BEGINS.search(text):
        return
    for found in _SENTENCE.finditer(text):
        if not _AFTER_NAMED.search(text[max(found.end("word") - 24, 0) : found.end("word")]):
            yield Slip("sentence", found.start(), found[0])


def _spacing(text: str, plain: str, numbers: list[tuple[int, int]]) -> Iterator[Slip]:
    """Blanks before a mark and none after it; faults that touch each other are one."""
    faults: list[_Fault] = []
    for mark in _MARK.finditer(plain):
        fault = None if any(a <= mark.start() < b for a, b in numbers) else _at_mark(plain, mark.start())
        if fault and faults and fault.start < faults[-1].end:
            faults[-1].end = fault.end
            faults[-1].changes += fault.changes
        elif fault:
            faults.append(fault)
    item = _ITEM.match(plain)
    if item and not (faults and faults[0].start < item.end()):
        faults.insert(0, _Fault("after", item.start("word"), item.end(), [(item.end("word"), item.end("word"), " ")]))
    for fault in faults:
        yield Slip(fault.kind, fault.start, text[fault.start : fault.end], _changed(text, fault))


def _at_mark(text: str, at: int) -> _Fault | None:
    """What is wrong with the blanks around one mark."""
    before, after = text[:at].rstrip(" \u00a0"), text[at + 1 : at + 2]
    blank = len(before) < at
    if (
        not before
        or before[-1] in ".,;:…\n"
        or after in (".", ",", ";", ":", "…")
        or not (before[-1].isalnum() or before[-1] in ')”"%')
    ):
        return None
    tight = after.isalnum() and _needs_blank(text, at, before)
    if not tight and not (blank and (after == "" or after.isspace())):
        return None
    start = len(before) - len(re.search(r"[\w)”\"%]+$", before)[0])  # type: ignore[index]
    changes = [(len(before), at, "")] if blank else []
    end = at + 1
    if tight:
        changes.append((at + 1, at + 1, " "))
        end = re.match(r"\w+%?", text[at + 1 :]).end() + at + 1  # type: ignore[union-attr]
    return _Fault("before" if blank else "after", start, end, changes)


def _needs_blank(text: str, at: int, before: str) -> bool:
    """Whether a mark right before a letter or figure lacks its blank; figures, times, short names are let be."""
    last, following = before[-1], text[at + 1 : at + 3]
    if text[at] != ".":
        hour = re.search(r"\d[hg]$", before)
        return not (last.isdigit() and following[:1].isdigit()) and not hour
    word = re.search(r"[^\W\d_]+$", before)
    ends = word is not None and len(word[0]) >= 3 and word[0][1:].islower()
    return bool(ends and following[:1].isupper() and following[1:2].islower())


def _changed(text: str, fault: _Fault) -> str:
    made, at = "", fault.start
    for start, end, new in sorted(fault.changes):
        made += text[at:start] + new
        at = end
    return made + text[at : fault.end]
