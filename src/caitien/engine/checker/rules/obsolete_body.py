"""Cơ quan này không còn

Vì sao: Từ 01/7/2025 không còn cấp huyện và Phòng Giáo dục và Đào tạo; văn bản gửi tới đó sẽ không có người nhận.
Căn cứ: Tổ chức chính quyền hai cấp từ 01/7/2025 (tt2018 G2, G3; cần đối chiếu)
Sai: Nơi nhận: Phòng GDĐT (kế hoạch tháng 9/2026)
Đúng: Nơi nhận: UBND xã (qua Phòng Văn hóa – Xã hội)
Cần: Danh mục cơ quan và ngày của kế hoạch.
Không tính: cơ quan ban hành của văn bản cũ được dẫn
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Bodies that no longer exist on the date of the plan; one a passage, recipients as one place."""
    assert case.register is not None
    assert case.as_of is not None
    said: set[str] = set()
    for passage in case.passages:
        ended = [
            m for m in case.register.body_mentions(passage.text, case.as_of) if m.state == "ended" and not m.former
        ]
        if not ended or passage.where in said:
            continue
        said.add(passage.where)
        mention = ended[0]
        successor = mention.successor.name if mention.successor else ""
        yield Finding(
            "obsolete_body",
            passage.where,
            "warning",
            quote=mention.text,
            field=passage.field,
            start=mention.start,
            params={"body": mention.text, "successor": successor},
            variant="" if successor else "gone",
            external=True,
            verified=mention.body.verified,
        )


RULE = Rule(
    kind="obsolete_body",
    severity="warning",
    check=check,
    messages={
        "": "“{body}” không còn ở ngày của kế hoạch; việc này nay thuộc {successor}.",
        "gone": "“{body}” không còn ở ngày của kế hoạch.",
    },
    needs=("register", "as_of"),
)
