"""The engine: pure Python that reads, checks and writes quality-improvement plans.

The documented interface is `read`, `check` and `write`; everything a user can cause is raised as a
`caitien.engine.errors.UserError` with one sentence in Vietnamese. Parts are loaded when first needed.

>>> from caitien.engine import check, read, write
>>> reading = read("ke-hoach.docx")
>>> report = check(reading)
>>> pdf = write(reading, "pdf")
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caitien.engine.checker import Report, Suppression
    from caitien.engine.plan.model import Plan, Reading

__all__ = ["FORMATS", "check", "read", "write"]

FORMATS = ("docx", "pdf", "html", "txt", "xlsx", "json")
"""What `write` can write."""


def read(source: bytes | str | Path, name: str = "") -> Reading:
    """What a file says as a plan: the plan, the document, and for each field its place and confidence.

    `source` is the bytes of a file or the path to one: docx, pdf, xlsx, txt, or a plan as JSON; `name` only serves
    messages. Raises Unreadable for what cannot be read, MissingProgram when an optional part is not installed.
    """
    from caitien.engine import files

    data = source if isinstance(source, bytes) else files.load(Path(source))
    return files.reading_of(data, name or ("" if isinstance(source, bytes) else Path(source).name))


def check(
    source: Plan | Reading,
    *,
    previous: Plan | Reading | None = None,
    as_of: datetime.date | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    suppressions: Collection[Suppression] = (),
) -> Report:
    """The findings of a plan, by weight and then in the order of the document, and the rules that were not checked.

    `previous` is last year's plan; `as_of` the day whose law holds (else the plan's own date, else 1 August of its
    school year); `select` and `ignore` hold codes ("CT804", "CT8") or kinds; `suppressions` are findings that people set
    aside with a reason. Raises UserError for an unknown code.
    """
    from caitien.engine.checker import build_case, run
    from caitien.engine.plan.model import Reading

    previous_plan = previous.plan if isinstance(previous, Reading) else previous
    case = build_case(source, previous_plan=previous_plan, as_of=as_of)
    return run(case, select=select, ignore=ignore, suppressions=suppressions)


def write(source: Plan | Reading, format: str, *, form: str | None = None) -> bytes:
    """The plan as an official document in one of `FORMATS`, in its own form.

    With `form` (``tt57``) a draft in that form, in which what is missing is shown. Raises UserError for an unknown
    format or form.
    """
    from caitien.engine import files
    from caitien.engine.plan.model import Reading

    plan = files.in_form(source.plan if isinstance(source, Reading) else source, form)
    return files.bytes_of(plan, format, gaps=form is not None)
