"""The one door from the web to the engine: read and check a file, paint it anew, write corrected copies."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

from caitien.apps.files.queries import read_bytes
from caitien.apps.quickcheck import paper
from caitien.apps.quickcheck.models import QuickCheck, Result
from caitien.apps.quickcheck.shown import as_finding, rows_of, shown_findings, summary_of
from caitien.engine import check, read, write
from caitien.engine.catalogue import edition
from caitien.engine.checker import build_case
from caitien.engine.correction import correct
from caitien.engine.document import json_form as tree_json
from caitien.engine.document.readers.kinds import kind_of
from caitien.engine.errors import UserError
from caitien.engine.plan.json_form import reading_to_json
from caitien.engine.plan.model import Reading
from caitien.engine.reports.edits import apply_edits_plan

__all__ = ["MEDIA_TYPES", "Examined", "Made", "UserError", "corrected", "examine", "fields_of", "repaint"]

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
HEAVY = 600_000
"""Letters of HTML from which on the paper is loaded after the page, on its own."""


@dataclass(frozen=True, slots=True)
class Examined:
    """All that a page of results needs, as plain data."""

    document: dict[str, Any]
    findings: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    summary: dict[str, Any]
    paper: str


def examine(data: bytes, *, name: str, ruleset: str, progress: Callable[..., None]) -> Examined:
    """Read and check one file. UserError with a sentence for the user when it cannot be read."""
    progress("read")
    reading = read(data, name)
    progress("understand", actions_found=len(reading.plan.actions))
    reading.plan.edition = ruleset or _own_edition(reading)
    progress("check")
    report = check(reading)
    progress("write")
    findings = shown_findings(reading, report)
    summary = summary_of(reading, report)
    summary["edition"] = edition(reading.plan.edition).title if reading.plan.edition else ""
    summary["edition_id"] = reading.plan.edition
    summary["patchable"] = kind_of(data) == "docx"
    shown = paper.painted(reading.document, findings, summary["kinds"], {})
    summary["heavy"] = len(shown) > HEAVY
    return Examined(tree_json.to_json(reading.document), findings, rows_of(reading), summary, shown)


def _own_edition(reading: Reading) -> str | None:
    found = build_case(reading).edition
    return found.id if found else None


def fields_of(examined: Examined) -> dict[str, Any]:
    """The fields of the `Result` that keeps it."""
    return asdict(examined)


def repaint(result: Result) -> str:
    """The paper of a result with the choices made so far."""
    state = {**dict.fromkeys(result.fixed, "fixed"), **dict.fromkeys(result.set_aside, "aside")}
    return paper.painted(tree_json.from_json(result.document), result.findings, result.summary["kinds"], state)


@dataclass(frozen=True, slots=True)
class Made:
    """A file to take away."""

    data: bytes
    name: str


def corrected(quick: QuickCheck, format: str) -> Made:
    """The plan with the fixes that were applied, in one of `MEDIA_TYPES`.

    A Word file is changed in place in a copy; all else is written anew from the plan as read.
    """
    result = Result.objects.select_related("check_run__upload__content").get(pk=quick.pk)
    upload = result.check_run.upload
    if upload is None:
        raise UserError("Tệp của lần kiểm tra này đã được xóa. Thầy cô gửi lại tệp để tải bản đã sửa.")
    original = read_bytes(upload)
    reading = read(original, quick.name)
    chosen = [as_finding(found) for found in result.findings if found["key"] in result.fixed]
    name = f"{PurePath(quick.name).stem}{'-da-sua' if chosen else ''}.{format}"
    if format == "docx" and result.summary["patchable"]:
        return Made(correct(original, reading, chosen).data if chosen else original, name)
    reading.plan, _left = apply_edits_plan(reading.plan, [edit for finding in chosen for edit in finding.fix])
    reading.plan.edition = result.summary["edition_id"]
    if format == "json":
        return Made(json.dumps(reading_to_json(reading), ensure_ascii=False, indent=1).encode(), name)
    return Made(write(reading, format), name)
