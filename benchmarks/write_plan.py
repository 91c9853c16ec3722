"""Writing a plan of about 12 pages as Word and as PDF, beside LibreOffice turning that Word file into PDF."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from cases import ROOT
from timing import medians, tell

from caitien.engine.document.writers import write_document
from caitien.engine.plan.model import Plan
from caitien.engine.reports.plan import plan_document

PAGES = 12
DOCX, PDF, TIMES_FASTER = 0.3, 0.5, 5.0


def main() -> int:
    """Seconds and ratio; 1 when a budget is broken."""
    assert ROOT.is_dir()
    plan = long_plan()
    document = plan_document(plan)
    word = write_document(document, "docx")
    pages = len(pypdfium2.PdfDocument(write_document(document, "pdf")))
    print(f"kế hoạch {pages} trang, {len(plan.actions)} nội dung cải tiến, tệp Word {len(word) // 1024} kB")
    docx, pdf = medians(
        lambda: write_document(plan_document(plan), "docx"), lambda: write_document(plan_document(plan), "pdf")
    )
    kept = [tell("ghi Word", docx, "s", DOCX), tell("ghi PDF", pdf, "s", PDF)]
    office = shutil.which("soffice")
    if office is None:
        print("không có LibreOffice (soffice): bỏ qua phần so sánh")
        return not all(kept)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = medians(
            lambda: write_document(plan_document(plan), "pdf"), converter(office, Path(folder), word), rounds=5
        )
    kept.append(
        tell("LibreOffice chuyển tệp Word đó sang PDF / ghi PDF", theirs / ours, "×", TIMES_FASTER, at_least=True)
    )
    return not all(kept)


def converter(office: str, folder: Path, word: bytes) -> Callable[[], object]:
    """A call that turns the file into PDF with a warm profile of its own."""
    (folder / "plan.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "plan.docx"]
    return lambda: subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=True)


def long_plan() -> Plan:
    """A plan of the generator, its actions repeated until the paper has enough pages."""
    from tests.make.plans import make_plan

    plan = make_plan(1, school_type="primary", layout="table")
    once = list(plan.actions)
    while len(pypdfium2.PdfDocument(write_document(plan_document(plan), "pdf"))) < PAGES:
        plan.actions += once
    return plan


if __name__ == "__main__":
    sys.exit(main())
