"""The sentences of findings, in Vietnamese. Findings carry parameters; here they become words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from caitien.engine.checker.codes import KINDS
from caitien.engine.checker.finding import Finding
from caitien.engine.checker.help import help_page
from caitien.engine.checker.run import rule

SEVERITY_WORDS = {"error": "Phải sửa", "warning": "Nên sửa", "info": "Gợi ý"}
PARTS = {
    "time": "thời gian",
    "target": "mục tiêu",
    "tasks": "công việc",
    "lead": "người chủ trì",
    "budget": "kinh phí",
    "other_support": "điều kiện hỗ trợ",
    "note": "ghi chú",
    "indicator": "chỉ số",
    "evidence": "minh chứng",
    "progress": "mức độ thực hiện",
    "place": "địa danh, ngày tháng",
    "state": "hiện trạng",
    "weakness": "điểm hạn chế",
    "cause": "nguyên nhân",
}
PLACES = {
    "document": "Toàn văn bản",
    "header": "Phần đầu văn bản",
    "heading": "Đề mục",
    "table": "Bảng nội dung",
    "self_assessment": "Kết quả tự đánh giá",
    "actions": "Nội dung kế hoạch",
    "organisation": "Tổ chức thực hiện",
    "recipients": "Nơi nhận",
    "signature": "Chữ ký",
    "basis": "Căn cứ",
    "problems": "Vấn đề trọng tâm",
    "reviews": "Theo dõi, đánh giá",
}
NUMBERED = {
    "actions": "Hoạt động",
    "basis": "Căn cứ",
    "organisation": "Tổ chức thực hiện, mục",
    "problems": "Vấn đề",
    "reviews": "Lần rà soát",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finding in words."""

    code: str
    title: str
    severity: str
    where: str
    why: str
    article: str
    wrong: str
    right: str
    change: str
    """What the safe fix writes instead, or ""."""


def render(finding: Finding, *, translate: Callable[[str], str] = str) -> Rendered:
    """The words of a finding; `translate` is gettext for another language than Vietnamese."""
    page, its_rule = help_page(finding.kind), rule(finding.kind)
    message = translate(its_rule.messages[finding.variant])
    why = message.format_map({"quote": finding.quote, **finding.params})
    if not finding.verified:
        why += " " + translate("(Căn cứ này chưa đối chiếu với bản gốc.)")
    return Rendered(
        code=KINDS[finding.kind],
        title=translate(page.title),
        severity=translate(SEVERITY_WORDS[finding.severity]),
        where=where_words(finding.where),
        why=why,
        article=finding.article or its_rule.article or page.article,
        wrong=page.wrong,
        right=page.right,
        change=" … ".join(edit.new for edit in finding.fix),
    )


def where_words(where: str) -> str:
    """A place in words: ``actions[2].time`` → "Hoạt động 3 · thời gian"."""
    root, _, part = where.partition(".")
    numbered = re.fullmatch(r"(\w+)\[(\d+)\]", root)
    if numbered:
        words = f"{NUMBERED.get(numbered[1], numbered[1])} {int(numbered[2]) + 1}"
    else:
        words = PLACES.get(root, f"Mục {root}")
    level = re.fullmatch(r"level(\d)", part)
    if level:
        return f"{words} · mức {level[1]}"
    if re.fullmatch(r"[IVX]+", root) and part:
        return f"Mục {root}.{part}"
    return f"{words} · {PARTS.get(part, part)}" if part else words


NEEDS = {
    "document": "cần cả văn bản, không chỉ bảng",
    "edition": "chưa rõ kế hoạch theo bộ tiêu chuẩn nào",
    "register": "chưa có danh mục văn bản",
    "calendar": "chưa có lịch năm học",
    "previous_plan": "cần kế hoạch năm trước",
    "assessment": "cần kết quả tự đánh giá của hội đồng",
    "figures": "cần số liệu của trường",
    "as_of": "kế hoạch không ghi ngày và năm học",
    "actions": "chưa đọc thấy hoạt động nào",
    "results": "kế hoạch chưa ghi số tiêu chí đạt ở từng mức",
    "school_year": "kế hoạch không ghi năm học",
    **{f"total_of_level{n}": f"bản quy định này chưa rõ có bao nhiêu tiêu chí ở mức {n}" for n in range(1, 5)},
}
"""What is absent → why a rule was not checked."""
