"""``caitien write``: the plan as an official document; what its form cannot show is listed, never dropped silently."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from caitien.cli.fields import named, shortened
from caitien.cli.output import save
from caitien.cli.read import remarks, value_at
from caitien.engine import FORMATS, files, read
from caitien.engine.errors import UserError
from caitien.engine.plan.json_form import to_json
from caitien.engine.plan.model import Plan

LONGEST = 80


def run(options: argparse.Namespace) -> int:
    """Write the file; tell on standard error what was doubtful, what found no place and what a draft still lacks."""
    target = Path(options.output)
    format = target.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise UserError(f"Đuôi tệp của “{target.name}” chưa chọn được dạng. Dùng một trong: {', '.join(FORMATS)}.")
    reading = read(options.file)
    plan = files.in_form(reading.plan, options.form)
    save(target, files.bytes_of(plan, format, gaps=options.form is not None))
    wanting = to_be_added(plan) if options.form else ()
    for line in (*remarks(reading), *lost(plan, format), *wanting):
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
        yield f"Mẫu không có chỗ cho {named(field)}: {shortened(value_at(values, field), LONGEST)}"


def to_be_added(plan: Plan) -> Iterator[str]:
    """A line for each kind of gap that the draft shows, with the number of places."""
    from caitien.engine.reports import gaps_of

    counts = Counter(gap.name for gap in gaps_of(plan))
    for name, places in counts.items():
        yield f"Bản nháp còn thiếu {name}{f' ({places} chỗ)' if places > 1 else ''}."
