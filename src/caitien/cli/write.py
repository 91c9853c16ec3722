"""``caitien write``: the plan as an official document; what its form cannot show is listed, never dropped silently."""

from __future__ import annotations

import argparse
import sys
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
        yield f"Mẫu không có chỗ cho {named(field)}: {shortened(value_at(values, field), LONGEST)}"
