"""Mục đích nói về việc khác

Vì sao: Mục đích của kế hoạch cải tiến là khắc phục điểm yếu; xin công nhận, đánh giá ngoài là mục đích của hồ sơ
khác.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục I
Sai: Để cơ quan chức năng đánh giá và công nhận trường đạt kiểm định giai đoạn 2023–2028
Đúng: Để đưa ra các việc khắc phục điểm yếu nêu trong báo cáo tự đánh giá
Cần: Mục I của kế hoạch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule

OFF_TOPIC = re.compile(
    r"(?:cơ quan|cấp trên|các cấp|Sở|đoàn)[^.;]{0,40}(?:đánh giá|thẩm định)[^.;]{0,20}công nhận|đăng ký (?:đánh giá ngoài|kiểm định)"
    r"|làm cơ sở (?:để )?(?:đăng ký|công nhận|xét công nhận)",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Sentences of the purpose that are about being evaluated and recognised."""
    keys = {f"sections[{i}]" for i, section in enumerate(case.plan.sections) if section.key == "purpose"}
    for passage in case.passages:
        found = OFF_TOPIC.search(passage.text) if passage.field.partition(".")[0] in keys else None
        if found:
            yield Finding(
                "purpose_off_topic", passage.where, "info", quote=found[0], field=passage.field, start=found.start()
            )


RULE = Rule(
    kind="purpose_off_topic",
    severity="info",
    check=check,
    messages={
        "": "Câu này có thể là mục đích của hồ sơ đánh giá ngoài, không phải của kế hoạch cải tiến.",
    },
    hedged=True,
)
