"""Bảng còn dòng trống

Vì sao: Dòng trống làm bảng khó đọc và dễ bị tưởng là mất chữ.
Căn cứ: Bảng nội dung kế hoạch
Sai: (một dòng không có chữ giữa hai tiêu chí)
Đúng: Xóa dòng trống
Cần: Bảng nội dung.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Empty rows, one finding for the whole plan."""
    if case.plan.empty_rows and case.plan.actions:
        yield Finding("empty_row", "table", "info", params={"count": len(case.plan.empty_rows)})


RULE = Rule(
    kind="empty_row",
    severity="info",
    check=check,
    messages={
        "": "Bảng nội dung có {count} dòng trống. Nên xóa đi.",
    },
)
