"""Không đọc thấy hoạt động cải tiến nào

Vì sao: Kế hoạch cải tiến phải nêu việc sẽ làm; không có việc nào thì không có gì để theo dõi.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục III (Biểu 2: mục V)
Sai: Mục III chỉ có tên mục
Đúng: Mục III có bảng: tiêu chí, kết quả cần đạt, việc làm, người chủ trì, thời gian, kinh phí
Cần: Toàn bộ văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.vietnamese.text import squeeze


def check(case: Case) -> Iterator[Finding]:
    """No action in the whole plan."""
    if case.plan.actions:
        return
    at = next((i for i, section in enumerate(case.plan.sections) if section.key == "actions"), None)
    quote = squeeze(case.plan.sections[at].title) if at is not None else ""
    yield Finding("missing_actions", "table", "error", quote=quote, field=f"sections[{at}].title" if quote else "")


RULE = Rule(
    kind="missing_actions",
    severity="error",
    check=check,
    messages={
        "": "Không đọc thấy hoạt động nào trong phần nội dung. Bảng có thể bị mất khi chuyển tệp; xin xem lại tệp gốc.",
    },
)
