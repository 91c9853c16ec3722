"""Words of school plans whose marks are set right where recognition misread only the marks."""

from __future__ import annotations

import re
from dataclasses import replace

from caitien.engine.document.readers.scan_words import Seen
from caitien.engine.vietnamese.text import fold

PAIRS = (
    "tiêu chuẩn|tiêu chí|kế hoạch|cải tiến|chất lượng|giáo dục|nội dung|mục đích|yêu cầu|căn cứ|tổ chức|thực hiện|kết quả|"
    "công việc|giải pháp|chủ trì|phối hợp|thời gian|hoàn thành|dự kiến|kinh phí|điều kiện|hỗ trợ|ghi chú|hiện trạng|"
    "hiệu trưởng|tổ trưởng|chuyên môn|giáo viên|nhân viên|học sinh|nhà trường|quản lý|vật chất|thiết bị|hoạt động|"
    "đánh giá|minh chứng|nơi nhận|đổi mới|tiểu học|trung học|mầm non|bổ sung|bồi dưỡng|triển khai|xây dựng|phát triển|"
    "chương trình|phương pháp|tham mưu|kiểm định|số lượng|tỷ lệ|phổ thông|ủy ban|nhân dân|độc lập|hạnh phúc"
)
"""Pairs that without their marks stand for nothing else in such a paper."""
KNOWN = {tuple(fold(pair).split()): tuple(pair.split()) for pair in PAIRS.split("|")}
SYLLABLE = re.compile(r"[^\W\d_]+")


def with_marks(words: list[Seen]) -> list[Seen]:
    """The words in their order, neighbours that make a known pair but for their marks written as that pair."""
    mended = list(words)
    for i in range(len(mended) - 1):
        one, other = _syllable(mended[i].text, last=True), _syllable(mended[i + 1].text, last=False)
        known = KNOWN.get((fold(one), fold(other))) if one and other else None
        if known:
            mended[i] = _written(mended[i], one, known[0])
            mended[i + 1] = _written(mended[i + 1], other, known[1])
    return mended


def _syllable(text: str, *, last: bool) -> str:
    """The syllable at the end of a word, or at its start; none where a sign parts it from its neighbour."""
    found = SYLLABLE.findall(text)
    if not found:
        return ""
    return (
        found[-1] if last and text.endswith(found[-1]) else found[0] if not last and text.startswith(found[0]) else ""
    )


def _written(word: Seen, found: str, right: str) -> Seen:
    """The word with a syllable replaced, in the same case."""
    if found.isupper() and len(found) > 1:
        right = right.upper()
    elif found[:1].isupper():
        right = right.capitalize()
    return word if found == right else replace(word, text=word.text.replace(found, right, 1))
