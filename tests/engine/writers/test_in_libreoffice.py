"""A Word file as another program sees it: LibreOffice turns it into pages, which are measured against F1."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from caitien.engine.document import layout
from caitien.engine.document.tree import Document, Section, paragraph
from caitien.engine.document.writers.docx import write_docx
from tests.engine.writers.trees import WIDE_HEADS, closing, letterhead, wide_table

SOFFICE = shutil.which("soffice")
POINT = 25.4 / 72
PATIENCE = 120
DOTS = 100
"""Of the pictures, per inch."""

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not installed")


@dataclass(frozen=True)
class Word:
    """A word of a page with its place in mm from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """Of its letters, points."""


@dataclass(frozen=True)
class Sheet:
    width: float
    height: float
    words: list[Word]
    ink: tuple[float, float, float, float]
    """What is black on the picture of the page: left, top, right, bottom, mm."""

    def named(self, text: str) -> list[Word]:
        return [word for word in self.words if word.text == text]


def plan() -> Document:
    running = paragraph("Nhà trường rà soát từng nội dung và báo cáo kết quả vào cuối mỗi tháng của năm học. " * 6)
    return Document(
        (
            letterhead(),
            paragraph("KẾ HOẠCH", "title"),
            paragraph("Cải tiến chất lượng giáo dục", "subtitle"),
            paragraph("I. MỤC ĐÍCH, YÊU CẦU", "heading", level=1),
            *[running] * 6,
            Section((paragraph("II. NỘI DUNG", "heading", level=1), wide_table(14, words=40)), landscape=True),
            paragraph("III. TỔ CHỨC THỰC HIỆN", "heading", level=1),
            running,
            closing(),
        )
    )


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    folder = tmp_path_factory.mktemp("libreoffice")
    return sheets_of(to_pdf(write_docx(plan()), folder))


def to_pdf(data: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a Word file, with a profile of its own."""
    (folder / "plan.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "plan.docx"]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE, check=True)
    return (folder / "plan.pdf").read_bytes()


def sheets_of(data: bytes) -> list[Sheet]:
    pictures = pypdfium2.PdfDocument(data)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            Sheet(float(page.width) * POINT, float(page.height) * POINT, words_of(page), ink_of(pictures[i]))
            for i, page in enumerate(pdf.pages)
        ]


def words_of(page: pdfplumber.page.Page) -> list[Word]:
    return [
        Word(word["text"], *(word[side] * POINT for side in ("x0", "x1", "top", "bottom")), round(word["size"], 1))
        for word in page.extract_words(extra_attrs=["size"])
    ]


def ink_of(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    picture = page.render(scale=DOTS / 72, grayscale=True).to_pil()
    left, top, right, bottom = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    return tuple(dot / DOTS * 25.4 for dot in (left, top, right, bottom))  # type: ignore[return-value]


def test_pages_turn_for_the_wide_table_only(sheets: list[Sheet]) -> None:
    turned = [round(sheet.width) > round(sheet.height) for sheet in sheets]
    assert {(round(sheet.width), round(sheet.height)) for sheet in sheets} == {(210, 297), (297, 210)}
    assert (turned[0], turned[-1]) == (False, False)
    assert sum(turned) >= 2
    assert turned.index(True) + sum(turned) + 1 == len(turned)


def test_nothing_is_printed_in_the_margins(sheets: list[Sheet]) -> None:
    for number, sheet in enumerate(sheets, 1):
        body = [word for word in sheet.words if word.top > layout.PORTRAIT.top - 2]
        assert min(word.left for word in body) >= 30 - 0.5, number
        assert max(word.right for word in body) <= sheet.width - 15 + 0.5, number
        assert max(word.bottom for word in body) <= sheet.height - 20 + 0.5, number
        left, _, right, bottom = sheet.ink
        assert left >= 30 - 1
        assert right <= sheet.width - 15 + 1
        assert bottom <= sheet.height - 20 + 1


def test_running_text_fills_the_width_and_begins_indented(sheets: list[Sheet]) -> None:
    first = sheets[0]
    lines = [word for word in first.words if word.top > 100]
    assert max(word.right for word in lines) == pytest.approx(195, abs=0.6)
    assert min(word.left for word in lines) == pytest.approx(30, abs=0.6)
    heading = first.named("I.")[0]
    assert heading.left == pytest.approx(30 + 12.7, abs=0.6)


def test_page_numbers_stand_in_the_middle_of_the_top_margin_from_page_2(sheets: list[Sheet]) -> None:
    heads = [[word for word in sheet.words if word.bottom < 20] for sheet in sheets]
    assert [word.text for word in heads[0]] == []
    for number, (sheet, found) in enumerate(zip(sheets[1:], heads[1:], strict=True), 2):
        assert [word.text for word in found] == [str(number)]
        middle = 30 + (sheet.width - 45) / 2
        assert (found[0].left + found[0].right) / 2 == pytest.approx(middle, abs=1)
        assert 13 <= (found[0].bottom - found[0].top) / POINT <= 17


def test_motto_and_school_stand_side_by_side(sheets: list[Sheet]) -> None:
    first = sheets[0]
    country, school = first.named("CỘNG")[0], first.named("TRƯỜNG")[0]
    assert school.left < 105 < first.named("NAM")[0].right
    assert country.left > 95
    assert country.top == pytest.approx(20, abs=1.5)
    assert first.named("NAM")[0].top == pytest.approx(country.top, abs=0.5)
    assert first.named("Số:")[0].top == pytest.approx(first.named("Suối")[0].top, abs=0.6)


def test_the_heading_row_is_repeated_on_every_page_of_the_table(sheets: list[Sheet]) -> None:
    turned = [sheet for sheet in sheets if sheet.width > sheet.height]
    heads = " ".join(WIDE_HEADS).split()
    for sheet in turned:
        found = [word.text for word in sheet.words]
        assert all(head in found for head in heads)
    second = turned[1]
    assert min(word.top for word in second.words if word.text in heads) < 35


def test_the_signature_stands_in_the_right_half_beside_the_recipients(sheets: list[Sheet]) -> None:
    last = sheets[-1]
    title, name, label = last.named("HIỆU")[0], last.named("Mẫu")[0], last.named("Nơi")[0]
    block = [word for word in last.words if word.text in ("HIỆU", "TRƯỞNG")]
    middle = (min(word.left for word in block) + max(word.right for word in block)) / 2
    assert middle == pytest.approx(30 + 165 * 0.75, abs=2)
    assert label.left == pytest.approx(30, abs=2.5)
    assert label.top == pytest.approx(title.top, abs=2)
    assert 20 <= name.top - title.bottom <= 40


def test_letters_have_the_sizes_of_the_decree(sheets: list[Sheet]) -> None:
    sizes = {word.text: word.size for sheet in (sheets[0], sheets[-1]) for word in sheet.words}
    assert (sizes["CỘNG"], sizes["phúc"], sizes["KẾ"]) == (12, 13, 14)
    assert (sizes["Nhà"], sizes["Nơi"], sizes["VT."]) == (14, 12, 11)
    turned = next(sheet for sheet in reversed(sheets) if sheet.width > sheet.height)
    assert {word.size for word in turned.words if word.top > 20} == {layout.WIDE_CELL_SIZE}
