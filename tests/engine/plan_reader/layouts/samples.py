"""The layouts of this folder as files, with what a person read in them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tests.engine.plan_reader.layouts.page import docx_of, xlsx_of
from tests.make.layouts.content import ACTION, HEADER
from tests.make.layouts.other_formats import pdf_of, text_of_word

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def all_layouts() -> dict[str, dict[str, Any]]:
    """Name → page, formats and truth as written in the file."""
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yaml"))}


@lru_cache(maxsize=128)
def file_of(name: str, kind: str) -> tuple[bytes, str]:
    """(bytes, file name) of a layout as docx, pdf, xlsx or word_txt."""
    page = all_layouts()[name]["page"]
    if kind == "xlsx":
        return xlsx_of(page), f"{name}.xlsx"
    data = docx_of(page)
    if kind == "pdf":
        return pdf_of(data), f"{name}.pdf"
    return (text_of_word(data), f"{name}.txt") if kind == "word_txt" else (data, f"{name}.docx")


def truth_of(name: str) -> dict[str, Any]:
    """The short form of the file, filled up to the form of the shared cases."""
    given = all_layouts()[name]["truth"]
    found = {field: given.get(field) for field in HEADER}
    found["date"] = str(given["date"]) if given.get("date") else None
    found["legal_bases"] = [
        {"text": basis["text"], "number": basis.get("number"), "date": str(basis.get("date") or "") or None}
        for basis in given.get("legal_bases", [])
    ]
    counts = given.get("level_counts", {})
    found["self_assessment"] = {
        "level_counts": {
            str(level): dict(zip(("pass", "total", "fail"), counts[level], strict=True)) for level in counts
        },
        **{name: given.get(name) for name in ("claimed_level", "claimed_accreditation", "claimed_national_standard")},
    }
    found["actions"] = [{field: action.get(field) for field in ACTION} for action in given.get("actions", [])]
    for name in ("organisation", "recipients"):
        found[name] = given.get(name, [])
    found["signer"] = given.get("signer")
    found["signed_digitally"] = bool(given.get("signed_digitally"))
    found["accept"] = given.get("accept", {})
    if "total_budget_vnd" in given:
        found["total_budget_vnd"] = given["total_budget_vnd"]
    return found
