"""Making the safe fixes: a file and its findings go in, a corrected copy comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from caitien.engine.checker.finding import Edit, Finding
from caitien.engine.document.patch import apply_edits_docx
from caitien.engine.document.readers.kinds import kind_of
from caitien.engine.files import bytes_of, is_plan_json
from caitien.engine.plan.model import Reading
from caitien.engine.reports.edits import apply_edits_plan, block_places

WRITTEN_AS = {"pdf": "pdf", "xlsx": "xlsx", "xls": "xlsx", "txt": "txt", "json": "json"}
"""Kind of the file → format of its copy; all others become docx."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The corrected copy. ``in_place``: only the words were changed, the layout is the original's."""

    data: bytes
    format: str
    in_place: bool
    made: tuple[Edit, ...]
    left: tuple[Edit, ...]
    """Fixes whose words could not be found for certain; the copy keeps them as they were."""


def correct(data: bytes, reading: Reading, findings: Iterable[Finding]) -> Correction:
    """A copy of the file with every safe fix of the findings; `reading` is what `data` was read as."""
    edits = list(dict.fromkeys(edit for finding in findings for edit in finding.fix))
    kind = "json" if is_plan_json(data) else kind_of(data)
    if kind == "docx":
        places = {**block_places(reading.plan, reading.document), **reading.places}
        patched = apply_edits_docx(data, edits, places, reading.document)
        return _correction(patched.data, "docx", True, edits, patched.not_applied)
    plan, left = apply_edits_plan(reading.plan, edits)
    format = WRITTEN_AS.get(kind, "docx")
    return _correction(bytes_of(plan, format), format, False, edits, left)


def _correction(data: bytes, format: str, in_place: bool, edits: list[Edit], left: Iterable[Edit]) -> Correction:
    kept = tuple(left)
    return Correction(data, format, in_place, tuple(edit for edit in edits if edit not in kept), kept)
