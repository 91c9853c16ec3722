"""Word and Excel of 97–2003: read through LibreOffice, antiword, catdoc and calamine, or refused with a reason."""

from __future__ import annotations

import shutil
import subprocess
import time
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest

from caitien.engine.document.readers import doc, limits, read_document, xls
from caitien.engine.document.readers.xlsx_sheets import Sheet, SheetCell
from caitien.engine.document.tree import Document, Paragraph, Row, Run, Table, cell, paragraph
from caitien.engine.document.writers import write_document
from caitien.engine.errors import MissingProgram, Unreadable
from tests.engine.readers.office_files import outline, table, texts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
GRID = Table(
    (
        Row((cell("TT"), cell("Việc"), cell("Kinh phí"))),
        Row((cell("MỨC 1", colspan=3),)),
        Row((cell("1"), cell("Mua sách"), cell("5 triệu đồng"))),
    )
)
DOCUMENT = Document((Paragraph((Run("KẾ HOẠCH", bold=True),)), paragraph("Nhà trường lập kế hoạch."), GRID))


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_document(data)
    return str(caught.value)


def converted(form: str, to: str, folder: Path) -> bytes:
    """The document as LibreOffice saves it in the old format."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice (soffice) on this machine")
    source = folder / f"a.{form}"
    source.write_bytes(write_document(DOCUMENT, form))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", to, "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"a.{to}").read_bytes()


def test_doc_through_libreoffice_keeps_tables(tmp_path: Path) -> None:
    document = read_document(converted("docx", "doc", tmp_path))
    assert document.source_format == "doc"
    assert texts(document) == texts(DOCUMENT)
    assert outline(table(document)) == outline(GRID)


def test_xls_keeps_values_and_merged_cells(tmp_path: Path) -> None:
    document = read_document(converted("xlsx", "xls", tmp_path))
    assert texts(document) == texts(DOCUMENT)
    assert len(table(document).rows) == 3


def test_a_broken_xls_is_refused() -> None:
    assert refusal(OLE + "Workbook".encode("utf-16-le")).startswith("Tệp bị hỏng")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "TRUE"),
        (12.0, "12"),
        (0.5, "0,5"),
        (date(2026, 9, 5), "05/09/2026"),
        (datetime(2026, 9, 5), "05/09/2026"),
        (datetime(2026, 9, 5, 7, 30), "05/09/2026 07:30"),
        (clock(7, 30), "07:30"),
        (timedelta(hours=2), "2:00:00"),
        ("chữ\r\n", "chữ\n"),
    ],
)
def test_values_of_xls_as_shown(value: xls.Value, text: str) -> None:
    assert xls.shown(value) == text


def test_old_letters_of_a_workbook_without_fonts() -> None:
    sheet = Sheet("S")
    written = ("Tr­êng tiÓu häc", "KÕ ho¹ch c¶i tiÕn", "chÊt l­îng gi¸o dôc")
    sheet.cells = {(r, 0): SheetCell((Run(text),)) for r, text in enumerate(written)}
    found = [one.text for one in xls.to_unicode([sheet])[0].cells.values()]
    assert found == ["Trường tiểu học", "Kế hoạch cải tiến", "chất lượng giáo dục"]


def test_doc_without_a_program_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc.shutil, "which", lambda name: None)
    with pytest.raises(MissingProgram, match="LibreOffice, antiword hoặc catdoc"):
        read_document(OLE + "WordDocument".encode("utf-16-le"))


def test_doc_that_no_program_can_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc.shutil, "which", lambda name: "/bin/false" if name == "antiword" else None)
    assert refusal(OLE + "WordDocument".encode("utf-16-le")).startswith("Tệp Word cũ (.doc) bị hỏng")


def test_doc_through_a_text_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "antiword"
    program.write_text('#!/bin/sh\ntest "$(basename "$5")" = source.doc && echo "Kế hoạch năm học"\n')
    program.chmod(0o755)
    monkeypatch.setattr(doc.shutil, "which", lambda name: str(program) if name == "antiword" else None)
    document = read_document(OLE + "WordDocument".encode("utf-16-le"), "../../x; rm.doc")
    assert (texts(document), document.source_format) == (["Kế hoạch năm học"], "doc")
    assert document.losses == (doc.LOST,)


def test_a_program_that_hangs_is_stopped_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "antiword"
    program.write_text("#!/bin/sh\nsleep 300 & wait\n")
    program.chmod(0o755)
    monkeypatch.setattr(doc.shutil, "which", lambda name: str(program) if name == "antiword" else None)
    monkeypatch.setattr(limits, "PROGRAM_SECONDS", 0.2)
    began = time.perf_counter()
    refusal(OLE + "WordDocument".encode("utf-16-le"))
    assert time.perf_counter() - began < 120  # a guard against hanging, no measurement
