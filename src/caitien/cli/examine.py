"""Checking one file of many: what a worker process gets and what it gives back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caitien.cli import unexpected
from caitien.cli.findings import to_json
from caitien.cli.output import save
from caitien.engine import check, read
from caitien.engine.checker.finding import Finding
from caitien.engine.checker.messages import NEEDS, render
from caitien.engine.checker.run import Suppression
from caitien.engine.errors import UserError
from caitien.engine.plan.model import Plan, Reading


@dataclass(frozen=True, slots=True)
class Job:
    """One file and how to check it."""

    file: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    previous: Plan | None = None
    as_of: datetime.date | None = None
    suppressions: tuple[Suppression, ...] = ()
    copy: Path | None = None
    """Where the corrected copy goes, without ending; None: nothing is fixed."""


@dataclass(slots=True)
class Outcome:
    """What came of one file; `error` is the sentence of one that could not be read."""

    file: str
    findings: list[dict[str, Any]] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
    error: str = ""
    set_aside: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def examine(job: Job) -> Outcome:
    """Read, check and, where asked, fix one file. Never raises for what a file may hold."""
    outcome = Outcome(job.file)
    try:
        data = _load(job.file)
        reading = read(data, Path(job.file).name)
        report = check(
            reading,
            previous=job.previous,
            as_of=job.as_of,
            select=job.select,
            ignore=job.ignore,
            suppressions=job.suppressions,
        )
        outcome.findings = to_json(report.findings, reading)
        outcome.set_aside = [f"{render(found).code} {render(found).where}: {why}" for found, why in report.suppressed]
        outcome.not_checked = [f"{_title(kind)}: {NEEDS.get(need, need)}" for kind, need in report.not_checked]
        if job.copy is not None:
            outcome.notes = _fix(job.copy, data, reading, report.findings)
    except UserError as error:
        outcome.error = str(error)
    except Exception as error:
        outcome.error = unexpected(error)
    return outcome


def _load(file: str) -> bytes:
    from caitien.engine.files import load

    return load(Path(file))


def _title(kind: str) -> str:
    from caitien.engine.checker.codes import KINDS
    from caitien.engine.checker.help import help_page

    return f"{KINDS[kind]} {help_page(kind).title}"


def _fix(copy: Path, data: bytes, reading: Reading, findings: list[Finding]) -> list[str]:
    """Write the corrected copy; what was done, in words."""
    from caitien.engine.correction import correct

    fixable = [finding for finding in findings if finding.fix]
    if not fixable:
        return ["Không có chỗ nào sửa giúp được an toàn, nên không ghi bản sao."]
    made = correct(data, reading, fixable)
    if not made.made:
        return ["Chưa tìm chắc được chữ cần sửa trong tệp, nên không ghi bản sao."]
    target = copy.parent / f"{copy.name}.{made.format}"
    save(target, made.data)
    way = "giữ nguyên cách trình bày" if made.in_place else "văn bản được trình bày lại từ đầu"
    notes = [f"Đã sửa {len(made.made)} chỗ vào {target} ({way})."]
    if made.left:
        codes = sorted({render(finding).code for finding in fixable if set(finding.fix) & set(made.left)})
        notes.append(f"{len(made.left)} chỗ chưa tìm chắc được nên để nguyên ({', '.join(codes)}).")
    return notes
