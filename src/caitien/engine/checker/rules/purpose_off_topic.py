"""Mục đích nói về việc khác

Vì sao: Mục đích của kế hoạch cải tiến là khắc phục điểm yếu; xin công nhận, đánh giá ngoài là mục đích của hồ sơ
khác.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục I; Biểu 2 Thông tư 57/2026, mục III
Sai: Để cơ quan chức năng đánh giá và công nhận trường đạt kiểm định giai đoạn 2023–2028
Đúng: Để đưa ra các việc khắc phục điểm yếu nêu trong báo cáo tự đánh giá
Cần: Mục nêu mục đích của kế hoạch.
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import wording

OFF_TOPIC = wording(
    r"(?:cơ quan|cấp trên|các cấp|sở|đoàn|cấp có thẩm quyền)[^.;\n]{0,40} (?:đánh giá|thẩm định|kiểm tra)[^.;\n]{0,20} công nhận",
    r"đăng k[íý] (?:đánh giá ngoài|kiểm định|công nhận)",
    r"làm (?:cơ sở|căn cứ) (?:để )?(?:đăng k[íý]|công nhận|xét công nhận|đề nghị công nhận)",
    r"(?:đề nghị|xin) (?:\w+ ){0,4}công nhận (?:\w+ ){0,2}(?:đạt|chuẩn|kiểm định)",
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
        "": "“{quote}” có thể là mục đích của hồ sơ đánh giá ngoài, không phải của kế hoạch cải tiến.",
    },
    hedged=True,
)
