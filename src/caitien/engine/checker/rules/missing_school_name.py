"""Không thấy tên trường

Vì sao: Văn bản không ghi tên trường thì không biết kế hoạch của ai và không lưu trữ được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (tên cơ quan ban hành)
Sai: KẾ HOẠCH Cải tiến chất lượng giáo dục (không có tên trường ở đâu cả)
Đúng: TRƯỜNG TIỂU HỌC SUỐI NGÂN ở góc trái, dưới tên cơ quan chủ quản
Cần: Toàn bộ văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """The school is named neither in the header nor anywhere in the text."""
    if not case.plan.school_name:
        yield Finding("missing_school_name", "header", "error")


RULE = Rule(
    kind="missing_school_name",
    severity="error",
    check=check,
    messages={
        "": "Không tìm thấy tên trường ở đầu văn bản cũng như trong bài. Xin ghi tên trường ở góc trái trang đầu.",
    },
)
