"""``caitien read``: a plan as JSON, or an account of what was taken from where."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator

from caitien.cli.fields import shortened
from caitien.cli.output import deliver
from caitien.engine import read
from caitien.engine.document.locations import Location, locations, words
from caitien.engine.plan.json_form import reading_to_json
from caitien.engine.plan.model import Reading

REASONS = {
    "letterhead": "đầu văn bản",
    "title": "đầu đề",
    "heading": "đề mục",
    "column": "tên cột",
    "label": "nhãn trước dấu hai chấm",
    "item": "mục đánh số hoặc gạch đầu dòng",
    "closing": "cuối văn bản",
    "value": "giá trị trong ô",
    "statement": "câu nêu kết quả",
    "group": "dòng nhóm trong bảng",
    "running_text": "trong câu văn",
    "derived": "suy ra từ ô khác",
    "weak_column": "đoán cột theo nội dung",
    "weak_value": "giá trị hiểu được nhiều cách",
    "weak_name": "tên lấy trong bài",
    "continued": "nối từ hàng khác",
    "flattened": "bảng mất đường kẻ",
}
LONGEST = 60
"""Characters of a value that the account shows."""


def run(options: argparse.Namespace) -> int:
    """Print the plan or write it; what is doubtful is told on standard error."""
    reading = read(options.file)
    if options.explain:
        print("\n".join(explain(reading)))
    if options.output or not options.explain:
        deliver(json.dumps(reading_to_json(reading), ensure_ascii=False, indent=1), options.output)
    for line in remarks(reading):
        print(line, file=sys.stderr)
    return 0


def explain(reading: Reading) -> Iterator[str]:
    """One line for each field read: path, value, confidence, place and reason; then the doubt, if any."""
    located = locations(reading.document)
    values = reading_to_json(reading)
    for field, place in reading.places.items():
        shown = shortened(value_at(values, field), LONGEST)
        where = words(located.get(place.path, Location(place.page))) or "không ở một chỗ riêng"
        reason = REASONS.get(place.rule, place.rule)
        yield f"{field} = {shown}\n    chắc {place.confidence:.0%} · {where} · {reason}"
        if field in reading.doubts:
            yield f"    chưa chắc: {reading.doubts[field]}"


def value_at(values: object, field: str) -> object:
    """The value of a field path such as ``actions[2].money[0].source`` in the JSON of a plan; None when absent."""
    for step in re.findall(r"[^.\[\]]+", field):
        if isinstance(values, list) and step.isdigit() and int(step) < len(values):
            values = values[int(step)]
        elif isinstance(values, dict):
            values = values.get({"passed": "pass", "failed": "fail"}.get(step, step))
        else:
            return None
    return values


def remarks(reading: Reading) -> Iterator[str]:
    """Doubts counted, blocks that found no place, what the reader of the file lost."""
    if reading.doubts:
        yield f"{len(reading.doubts)} ô đọc chưa chắc; thêm --explain để xem từng ô."
    if reading.listed:
        yield f"{len(reading.listed)} đoạn hoặc hình không thuộc phần nào của kế hoạch; địa chỉ ở unused_blocks."
    yield from reading.document.losses
