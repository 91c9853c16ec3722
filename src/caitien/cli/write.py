"""``caitien write``: the plan as an official document; what its form cannot show is listed, never dropped silently."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from caitien.cli.output import save
from caitien.cli.read import remarks, value_at
from caitien.engine import FORMATS, files, read
from caitien.engine.errors import UserError
from caitien.engine.plan.json_form import to_json
from caitien.engine.plan.model import Plan

NAMES = {
    "address": "địa chỉ",
    "authority": "cơ quan chủ quản",
    "budget_raw": "kinh phí",
    "criterion_title": "tên tiêu chí",
    "current_state": "hiện trạng",
    "doc_number": "số, ký hiệu",
    "education_level": "cấp học",
    "evidence": "minh chứng",
    "heading": "nội dung cải tiến",
    "indicator": "chỉ số",
    "lead_and_partners": "chủ trì, phối hợp",
    "note": "ghi chú",
    "origin": "nguồn gốc",
    "other_support": "điều kiện hỗ trợ khác",
    "problem_ids": "vấn đề liên quan",
    "progress": "mức độ thực hiện",
    "school_name": "tên trường",
    "sites": "điểm trường",
    "target": "mục tiêu",
    "tasks": "công việc",
    "text": "nội dung",
    "time_raw": "thời gian",
    "total_budget_raw": "tổng kinh phí",
}
LISTS = {
    "actions": "hoạt động",
    "legal_bases": "căn cứ",
    "organisation": "tổ chức thực hiện, mục",
    "problems": "vấn đề",
    "reviews": "lần rà soát",
}
LONGEST = 80


def run(options: argparse.Namespace) -> int:
    """Write the file; tell on standard error what was doubtful and what found no place."""
    target = Path(options.output)
    format = target.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise UserError(f"Đuôi tệp của “{target.name}” chưa chọn được dạng. Dùng một trong: {', '.join(FORMATS)}.")
    reading = read(options.file)
    plan = files.in_form(reading.plan, options.form)
    save(target, files.bytes_of(plan, format, gaps=options.form is not None))
    for line in (*remarks(reading), *lost(plan, format)):
        print(line, file=sys.stderr)
    print(f"Đã ghi {target}", file=sys.stderr)
    return 0


def lost(plan: Plan, format: str) -> Iterator[str]:
    """A line for each field that has a value and no place in the form."""
    if format == "json":
        return
    from caitien.engine.reports.unprinted import unprinted_fields

    values = to_json(plan)
    for field in unprinted_fields(plan):
        value = " ".join(str(value_at(values, field)).split())
        yield f"Mẫu không có chỗ cho {named(field)}: {value if len(value) <= LONGEST else value[: LONGEST - 1] + '…'}"


def named(field: str) -> str:
    """A field path in words: ``actions[2].note`` → "hoạt động 3, ghi chú"."""
    words = []
    for name, index in re.findall(r"(\w+)(?:\[(\d+)\])?", field):
        word = LISTS.get(name) or NAMES.get(name, name)
        words.append(f"{word} {int(index) + 1}" if index else word)
    return ", ".join(words)
