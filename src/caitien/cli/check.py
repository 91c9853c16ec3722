"""``caitien check``: findings of one or many plans as text, JSON or a page."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from caitien.cli import UNUSABLE, unexpected
from caitien.cli.check_text import file_text, summary_text
from caitien.cli.examine import Job, Outcome, examine
from caitien.cli.output import deliver
from caitien.cli.suppressions import suppressions_of
from caitien.engine import read
from caitien.engine.errors import UserError

CLEAN, FINDINGS = 0, 1
MANY = 8
"""From so many files on several processes are worth their start."""


def run(options: argparse.Namespace) -> int:
    """Check every file; 2 when one could not be read, else 1 when there are findings, else 0."""
    jobs = list(_jobs(options))
    outcomes = examine_all(jobs, processes(options.jobs, len(jobs)))
    deliver(_result(outcomes, options.format), options.output)
    _tell(outcomes, options.format)
    if any(outcome.error for outcome in outcomes):
        return UNUSABLE
    return FINDINGS if any(outcome.findings for outcome in outcomes) else CLEAN


def _jobs(options: argparse.Namespace) -> Iterator[Job]:
    select, ignore = (_codes(given) for given in (options.select, options.ignore))
    previous = read(options.previous).plan if options.previous else None
    aside = suppressions_of(options.suppress) if options.suppress else ()
    copies = _copies(options.files, options.into) if options.fix else [None] * len(options.files)
    for file, copy in zip(options.files, copies, strict=True):
        yield Job(file, select, ignore, previous, options.date, suppressions=aside, copy=copy)


def _codes(given: list[str]) -> tuple[str, ...]:
    from caitien.engine.checker.run import kinds_of

    codes = tuple(code.strip() for text in given for code in text.split(",") if code.strip())
    kinds_of(codes)
    return codes


def _copies(files: list[str], into: str | None) -> list[Path]:
    """A name of its own for the copy of each file, without ending."""
    if into is not None and not Path(into).is_dir():
        raise UserError(f"Chưa có thư mục “{into}”. Thầy cô tạo thư mục rồi chạy lại.")
    found: list[Path] = []
    for file in files:
        source = Path(file)
        base = (Path(into) if into else source.parent) / f"{source.stem}-da-sua"
        number = 1 + sum(other.name.startswith(base.name) and other.parent == base.parent for other in found)
        found.append(base if number == 1 else base.with_name(f"{base.name}-{number}"))
    return found


def processes(asked: int, files: int) -> int:
    """How many processes to use: as asked, else one for few files and one for each processor for many."""
    if asked > 0:
        return min(asked, files)
    return 1 if files < MANY else min(os.cpu_count() or 1, files // 4)


def examine_all(jobs: list[Job], processes: int) -> list[Outcome]:
    """The outcomes in the order of the jobs, with a progress bar on a terminal when there are several."""
    if processes <= 1:
        with _progress(len(jobs)) as advance:
            outcomes = []
            for job in jobs:
                outcomes.append(examine(job))
                advance()
            return outcomes
    with ProcessPoolExecutor(processes) as pool:
        futures = [pool.submit(examine, job) for job in jobs]
        with _progress(len(jobs)) as advance:
            for _ in as_completed(futures):
                advance()
        return [_outcome(job, future) for job, future in zip(jobs, futures, strict=True)]


def _outcome(job: Job, future: Future[Outcome]) -> Outcome:
    error = future.exception()
    return Outcome(job.file, error=unexpected(error)) if isinstance(error, Exception) else future.result()


@contextmanager
def _progress(count: int) -> Iterator[Callable[[], None]]:
    """Gives a function that moves the bar on by one file."""
    if count < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Kiểm tra"), BarColumn(), MofNCompleteColumn(), TextColumn("còn"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count)
        yield lambda: progress.advance(task)


def _result(outcomes: list[Outcome], format: str) -> str:
    if format == "json":
        if len(outcomes) == 1:
            return json.dumps(outcomes[0].findings, ensure_ascii=False, indent=1)
        return json.dumps({outcome.file: outcome.findings for outcome in outcomes}, ensure_ascii=False, indent=1)
    if format == "html":
        from caitien.cli.check_html import page

        return page(outcomes)
    colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return "\n\n".join(file_text(outcome, colours=colours) for outcome in outcomes if not outcome.error)


def _tell(outcomes: list[Outcome], format: str) -> None:
    """On standard error: files that could not be read, and what is no part of the result itself."""
    for outcome in outcomes:
        if outcome.error:
            print(f"{outcome.file}: {outcome.error}", file=sys.stderr)
        for note in outcome.notes if format != "text" else ():
            print(f"{outcome.file}: {note}", file=sys.stderr)
    if len(outcomes) > 1:
        print(summary_text(outcomes), file=sys.stderr)
