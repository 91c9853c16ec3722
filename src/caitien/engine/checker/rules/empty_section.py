"""Mục có tên nhưng không có nội dung

Vì sao: Mục “Kết quả…” hay “Chủ trương…” chỉ có tên thì người duyệt không có gì để xét.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục II.4, II.5 và các mục lớn
Sai: 4. Kết quả thực hiện cải tiến năm học trước; (rồi sang ngay mục 5)
Đúng: 4. Kết quả thực hiện cải tiến năm học trước: đạt Mức 1: 27/27 tiêu chí …
Cần: Tên mục và đoạn văn dưới mục.
Không tính: căn cứ ghi gọn trong một dòng ở các mục 1, 2, 3
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.model import Slot
from caitien.engine.vietnamese.text import fold, squeeze

ANNOUNCES = re.compile(r"(?:ket qua (?:thuc hien|cai tien)|(?:cac )?chu truong)")


def check(case: Case) -> Iterator[Finding]:
    """Main sections without any text, and items that announce results or directions with nothing below them."""
    for i, section in enumerate(case.plan.sections):
        if section.title and not section.content:
            yield Finding(
                "empty_section",
                section.number or "heading",
                "warning",
                quote=squeeze(section.title),
                field=f"sections[{i}].title",
            )
        elif section.key == "bases":
            yield from _announced(case, i)


def _announced(case: Case, index: int) -> Iterator[Finding]:
    section = case.plan.sections[index]
    for piece, after in pairwise([*section.content, None]):
        if not isinstance(piece, Slot) or not piece.field.startswith("legal_bases"):
            continue
        basis = case.plan.legal_bases[int(piece.field[12:-1])]
        number = re.match(r"\d+", basis.marker)
        if (
            number
            and ANNOUNCES.match(fold(basis.text))
            and (after is None or isinstance(after, Slot))
            and len(basis.text) < 220
        ):
            yield Finding(
                "empty_section",
                f"{section.number}.{number[0]}",
                "info",
                quote=squeeze(basis.text),
                field=f"{piece.field}.text",
            )


RULE = Rule(
    kind="empty_section",
    severity="warning",
    check=check,
    messages={
        "": "Mục này chỉ có tên, chưa có nội dung bên dưới.",
    },
)
