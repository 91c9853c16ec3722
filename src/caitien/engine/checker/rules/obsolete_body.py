"""Cơ quan này không còn

Vì sao: Từ 01/7/2025 không còn cấp huyện và Phòng Giáo dục và Đào tạo; văn bản gửi tới đó sẽ không có người nhận.
Căn cứ: Tổ chức chính quyền hai cấp từ 01/7/2025 (tt2018 G2, G3; cần đối chiếu)
Sai: Nơi nhận: Phòng GDĐT (kế hoạch tháng 9/2026)
Đúng: Nơi nhận: UBND xã (qua Phòng Văn hóa – Xã hội)
Cần: Danh mục cơ quan và ngày của kế hoạch.
Không tính: cơ quan ban hành của văn bản cũ được dẫn; việc cơ quan ấy đã làm khi còn
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from caitien.engine.checker.citing import last_day
from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.locating import clause
from caitien.engine.checker.wording import wording
from caitien.engine.plan.passages import Passage
from caitien.engine.register import BodyMention

GRACE = datetime.timedelta(days=31)
"""A school year ends a month after the district offices did."""
PAST = wording(
    r"đã|được|kết quả|công văn|quyết định|kế hoạch|báo cáo|hướng dẫn|thông báo|công nhận|khen|tặng|trước đây"
)


def check(case: Case) -> Iterator[Finding]:
    """Bodies that no longer exist on the date of the plan; one a passage, recipients as one place."""
    assert case.register is not None
    assert case.as_of is not None
    said: set[str] = set()
    for passage in case.passages:
        if passage.where in said:
            continue
        mention = next(
            (
                one
                for one in case.register.body_mentions(passage.text, case.as_of)
                if one.state == "ended" and not one.former and not _of_its_time(passage.text, one)
            ),
            None,
        )
        if mention:
            said.add(passage.where)
            yield _finding(passage, mention)


def _of_its_time(text: str, mention: BodyMention) -> bool:
    """Whether the clause is about a time at which the body was there: a result, or a document of that year."""
    own = clause(text, mention.start)
    when = last_day(own)
    ended = mention.body.exists_to
    return bool(when and ended and when <= ended + GRACE and PAST.search(own))


def _finding(passage: Passage, mention: BodyMention) -> Finding:
    successor = mention.successor.name if mention.successor else ""
    return Finding(
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
