"""The samples as files, and as our reader understands them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from caitien.engine.document.readers import read_document
from caitien.engine.plan.json_form import to_json
from caitien.engine.plan.model import Reading
from caitien.engine.plan_reader import read_plan
from tests.make.layouts.build import build_docx
from tests.make.layouts.content import all_samples, gaps, truth
from tests.make.layouts.other_formats import have_office, pdf_of, text_of_pdf, text_of_web, text_of_word, xlsx_of

__all__ = ["NEEDS_OFFICE", "all_samples", "file_of", "gaps", "have_office", "read_sample", "reading_of", "truth"]

NEEDS_OFFICE = ("pdf", "pdf_txt")
"""Formats that LibreOffice has to print first."""


@lru_cache(maxsize=256)
def file_of(name: str, kind: str) -> tuple[bytes, str]:
    """(bytes, file name) of a sample in one of its formats: docx, pdf, xlsx, word_txt, web_txt, pdf_txt."""
    content = all_samples()[name]
    if kind == "xlsx":
        return xlsx_of(content), f"{name}.xlsx"
    data = build_docx(content)
    if kind == "docx":
        return data, f"{name}.docx"
    if kind == "word_txt":
        return text_of_word(data), f"{name}.txt"
    if kind == "web_txt":
        return text_of_web(data), f"{name}.txt"
    printed = pdf_of(data)
    return (printed, f"{name}.pdf") if kind == "pdf" else (text_of_pdf(printed), f"{name}.txt")


@lru_cache(maxsize=256)
def reading_of(name: str, kind: str) -> Reading:
    """What our reader makes of the file."""
    return read_plan(read_document(*file_of(name, kind)))


def read_sample(name: str, kind: str) -> dict[str, Any]:
    """The plan read, in the form of the ground truth."""
    return to_json(reading_of(name, kind).plan)
