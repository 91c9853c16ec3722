"""The one door from the web to the engine: read and check a file, paint it anew, write corrected copies."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

from caitien.apps.files.queries import read_bytes
from caitien.apps.quickcheck import edits, paper
from caitien.apps.quickcheck.models import QuickCheck, Result
from caitien.apps.quickcheck.shown import rows_of, shown_findings, summary_of
from caitien.engine import check, read, write
from caitien.engine.catalogue import edition
from caitien.engine.checker import build_case
from caitien.engine.document import json_form as tree_json
from caitien.engine.document.patch import apply_edits_docx
from caitien.engine.document.readers.kinds import kind_of
from caitien.engine.errors import UserError
from caitien.engine.plan.json_form import reading_to_json
from caitien.engine.plan.model import Place, Reading
from caitien.engine.plan_reader import read_plan

__all__ = ["MEDIA_TYPES", "Examined", "Made", "UserError", "corrected", "examine", "fields_of", "repaint"]

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


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
    summary["patchable"] = kind_of(data) == "docx"
    return Examined(
        document=tree_json.to_json(reading.document),
        findings=findings,
        rows=rows_of(reading),
        summary=summary,
        paper=paper.painted(reading.document, findings, {}),
    )


def _own_edition(reading: Reading) -> str | None:
    found = build_case(reading).edition
    return found.id if found else None


def fields_of(examined: Examined) -> dict[str, Any]:
    """The fields of the `Result` that keeps it."""
    return asdict(examined)


def repaint(result: Result) -> str:
    """The paper of a result with the choices made so far."""
    state = {**dict.fromkeys(result.fixed, "fixed"), **dict.fromkeys(result.set_aside, "aside")}
    return paper.painted(tree_json.from_json(result.document), result.findings, state)


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
    made = [edit for found in result.findings if found["key"] in result.fixed for edit in paper.placed_edits(found)]
    stem = PurePath(quick.name).stem + ("-da-sua" if made else "")
    if format == "docx" and result.summary["patchable"]:
        return Made(_patched(original, made, result), f"{stem}.docx")
    reading = _edited(original, made, quick.name, result)
    if format == "json":
        return Made(json.dumps(reading_to_json(reading), ensure_ascii=False, indent=1).encode(), f"{stem}.json")
    return Made(write(reading, format), f"{stem}.{format}")


def _patched(original: bytes, made: list[edits.PlacedEdit], result: Result) -> bytes:
    """The Word file with the letters of the edits changed and all else as it was."""
    if not made:
        return original
    document = tree_json.from_json(result.document)
    texts = edits.texts_of(document)
    wanted = [
        edits.NamedEdit(str(i), old=texts[edit.path][edit.start : edit.end], new=edit.new)
        for i, edit in enumerate(made)
    ]
    places = {str(i): Place(edit.path, edit.start, edit.end) for i, edit in enumerate(made)}
    return apply_edits_docx(original, wanted, places, document).data


def _edited(original: bytes, made: list[edits.PlacedEdit], name: str, result: Result) -> Reading:
    """The plan read again from the changed document, so that numbers and dates follow the new words."""
    if not made:
        return read(original, name)
    return read_plan(edits.plain(edits.apply(tree_json.from_json(result.document), made)))
