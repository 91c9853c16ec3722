"""Dấu câu, khoảng trắng

Vì sao: Dấu câu đặt đúng giúp đọc trơn; máy sửa được mà không đổi nghĩa.
Căn cứ: Quy tắc chính tả tiếng Việt; Nghị định 30/2020/NĐ-CP, Phụ lục I
Sai: văn hóa,văn nghệ ; nhà trường .
Đúng: văn hóa, văn nghệ; nhà trường.
Cần: Toàn bộ câu chữ.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule
from caitien.engine.vietnamese.punctuation import marks


def check(case: Case) -> Iterator[Finding]:
    """Spaces before marks or none after them, blanks in the document number, doubled marks, sentences run together."""
    for passage in case.passages:
        for slip in marks(passage.text):
            edit = (Edit(passage.field, slip.start, slip.text, slip.right),) if slip.right else ()
            yield Finding(
                "punctuation",
                passage.where,
                "info",
                quote=slip.text,
                field=passage.field,
                start=slip.start,
                params={"right": slip.right},
                variant=slip.kind,
                fix=edit,
            )


RULE = Rule(
    kind="punctuation",
    severity="info",
    check=check,
    messages={
        "before": "Thừa khoảng trắng trước dấu câu: “{quote}”.",
        "after": "Thiếu khoảng trắng sau dấu câu: “{quote}”.",
        "number": "Số, ký hiệu không có khoảng trắng: “{right}”.",
        "doubled": "Dấu câu hoặc dấu đầu dòng thừa: “{quote}”.",
        "sentence": "Có thể thiếu dấu chấm trước “{quote}”.",
    },
)
