"""Paths of plan fields in words, for lists on a terminal."""

from __future__ import annotations

import re

NAMES = {
    "address": "địa chỉ",
    "authority": "cơ quan chủ quản",
    "budget_raw": "kinh phí",
    "claimed_accreditation": "cấp độ tự nhận",
    "claimed_level": "mức tự nhận",
    "claimed_national_standard": "chuẩn quốc gia tự nhận",
    "criterion": "tiêu chí",
    "criterion_title": "tên tiêu chí",
    "current_state": "hiện trạng",
    "date": "ngày ban hành",
    "doc_number": "số, ký hiệu",
    "edition": "bộ tiêu chuẩn",
    "education_level": "cấp học",
    "evidence": "minh chứng",
    "failed": "số tiêu chí chưa đạt",
    "form": "mẫu kế hoạch",
    "heading": "nội dung cải tiến",
    "indicator": "chỉ số",
    "lead_and_partners": "chủ trì, phối hợp",
    "legal_bases": "căn cứ",
    "level_section": "mức",
    "name": "họ tên",
    "note": "ghi chú",
    "organisation": "tổ chức thực hiện",
    "origin": "nguồn gốc",
    "other_support": "điều kiện hỗ trợ khác",
    "passed": "số tiêu chí đạt",
    "place": "địa danh",
    "problem_ids": "vấn đề liên quan",
    "problems": "vấn đề",
    "progress": "mức độ thực hiện",
    "recipients": "nơi nhận",
    "reviews": "lần rà soát",
    "school_name": "tên trường",
    "school_type": "loại trường",
    "school_year": "năm học",
    "self_assessment": "tự đánh giá",
    "level_counts": "mức",
    "signer": "người ký",
    "sites": "điểm trường",
    "standard": "tiêu chuẩn",
    "target": "mục tiêu",
    "target_level": "mức cần đạt",
    "tasks": "công việc",
    "text": "nội dung",
    "time_raw": "thời gian",
    "title": "chức vụ",
    "total": "tổng số tiêu chí",
    "total_budget_raw": "tổng kinh phí",
}
LISTS = {"actions": "hoạt động"}
"""Names of lists whose single entries are meant; where they differ from `NAMES`."""


def named(field: str) -> str:
    """``actions[2].note`` → "hoạt động 3, ghi chú"; a level (``level_counts.1``) goes with its word: "mức 1"."""
    words: list[str] = []
    for name, index in re.findall(r"(\w+)(?:\[(\d+)\])?", field):
        if name.isdecimal() and words:
            words[-1] += f" {name}"
            continue
        word = LISTS.get(name) or NAMES.get(name, name)
        words.append(f"{word} {int(index) + 1}" if index else word)
    return ", ".join(words)


def shortened(text: object, longest: int) -> str:
    """The text in one line of at most so many characters."""
    line = " ".join(str(text).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
