"""Chữ lặp hai lần

Vì sao: Lặp chữ là lỗi gõ; xóa một là xong.
Căn cứ: Quy tắc chính tả tiếng Việt
Sai: ngày ngày 05 tháng 8
Đúng: ngày 05 tháng 8
Cần: Toàn bộ câu chữ.
Không tính: từ láy (luôn luôn, dần dần …); hai từ gặp nhau (phân công | công đoàn)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule
from caitien.engine.vietnamese.spelling import lexicon

WORD = re.compile(r"[^\W\d_]+")
LONGEST = 4
DOUBLED = frozenset(
    """luôn chung dần từ mãi thường đời người lần xanh song muôn hằng ngày nhà đều hay rất càng từng mỗi ai đâu gì nào đây kia này chiều sáng
    tối đêm lớp hàng trùng điệp lớn nhỏ khe khẽ vừa cứ mai xa gần ào ầm rào đo đỏ nho tim hồng trăng trắng vui sương sớm chốc lâu năm tháng
    đông tây ba bon tà đùng khư khăng lăm le hau háu bô ri rưng thình thỉnh thoảng khăn khi không tự dưng đăm chăm chiêm""".split()  # noqa: SIM905
)
"""Words that Vietnamese doubles on purpose."""
Span = tuple[str, int, int]


def check(case: Case) -> Iterator[Finding]:
    """One to four words written twice in a row; words that Vietnamese doubles on purpose are let be."""
    for passage in case.passages:
        for first, again, end in _twice(passage.text):
            once, found = passage.text[first:again].rstrip(), passage.text[first:end]
            yield Finding(
                "duplicate_word",
                passage.where,
                "info",
                quote=found,
                field=passage.field,
                start=first,
                params={"once": once},
                fix=(Edit(passage.field, first, found, once),),
            )


def _twice(text: str) -> Iterator[tuple[int, int, int]]:
    """(begin, begin of the repetition, end) of every repetition, the longest where several are possible."""
    plain = WORD.findall(text.casefold())
    near = [i for i, word in enumerate(plain) if word in plain[i + 1 : i + 1 + LONGEST]]
    if not near:
        return
    words = [(found[0].casefold(), found.start(), found.end()) for found in WORD.finditer(text)]
    taken = 0
    for i in near:
        size = next((size for size in range(LONGEST, 0, -1) if i >= taken and _repeats(text, words, i, size)), 0)
        if size:
            yield words[i][1], words[i + size][1], words[i + 2 * size - 1][2]
            taken = i + 2 * size


def _repeats(text: str, words: list[Span], i: int, size: int) -> bool:
    """Whether so many words stand twice in a row on one line, with nothing but blanks between them."""
    last = i + 2 * size - 1
    if last >= len(words) or words[i][0] != words[i + size][0]:
        return False
    if [word for word, _, _ in words[i : i + size]] != [word for word, _, _ in words[i + size : i + 2 * size]]:
        return False
    gaps = (text[words[k][2] : words[k + 1][1]] for k in range(i, last))
    if not all(gap.isspace() and "\n" not in gap for gap in gaps) or _joined(text, words[i][1], words[last][2]):
        return False
    if size > 1 or re.match(r"\s+\d", text[words[last][2] :]):
        return True
    return words[i][0] not in DOUBLED and not _name_or_two_words(text, words, i)


def _joined(text: str, start: int, end: int) -> bool:
    """Whether the words are parts of something longer written with a hyphen or stroke."""
    return text[start - 1 : start] in ("-", "/") or text[end : end + 1] in ("-", "/") or text[end : end + 1].isdigit()


def _name_or_two_words(text: str, words: list[Span], i: int) -> bool:
    """A name, or two words that end and begin alike ("phân công | công đoàn", "trưởng ban | Ban đại diện")."""
    first, second = text[words[i][1] : words[i][2]], text[words[i + 1][1] : words[i + 1][2]]
    if second[0].isupper():
        return True
    known = lexicon().whole
    left = i > 0 and text[words[i - 1][2] : words[i][1]].isspace() and (words[i - 1][0], first.casefold()) in known
    right = i + 2 < len(words) and (second.casefold(), words[i + 2][0]) in known
    return left and right


RULE = Rule(
    kind="duplicate_word",
    severity="info",
    check=check,
    messages={
        "": "“{once}” viết hai lần liền nhau.",
    },
)
