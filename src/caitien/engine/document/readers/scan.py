"""Scanned PDF → document tree, with the optional part that reads pictures (tesserocr and its Vietnamese data)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from caitien.engine.document.readers.pdf_layout import blocks_of
from caitien.engine.document.readers.pdf_open import BROKEN, NO_PROGRAM, PDFIUM, open_pdf
from caitien.engine.document.readers.pdf_page import Page
from caitien.engine.document.readers.scan_page import page_of
from caitien.engine.document.readers.scan_words import DOTS
from caitien.engine.document.tree import Document
from caitien.engine.errors import MissingProgram, Unreadable

PAGES = 60
"""The longest scan that is read."""
LONG_SIDE = 2339
"""Dots of the long side of A4."""
MOST_POINTS = 1300
"""A page with a longer side states its size wrongly, as some scanners do; it is taken for A4."""
DATA = Path(__file__).parents[3] / "data" / "ocr"
LANGUAGE = "vie"
NO_DATA = "Phần đọc bản quét thiếu dữ liệu tiếng Việt (vie.traineddata). Thầy cô chạy “make ocr” hoặc gửi bản Word."
TOO_LONG = f"Bản quét dài {{}} trang, mức nhận là {PAGES} trang. Thầy cô tách riêng phần kế hoạch rồi gửi lại."
NOTHING = "Bản quét không có chữ nào đọc được. Thầy cô quét lại rõ hơn hoặc gửi bản Word."
RECOGNISED = "Chữ của bản quét do máy nhận dạng, có thể sai. Thầy cô đối chiếu với bản giấy."
DOUBTS = "Có {} chữ máy đọc không chắc."


def read_scan(data: bytes, tessdata: str | Path | None = None) -> Document:
    """The tree of a PDF whose pages are pictures, ruled tables included.

    `tessdata`: folder of ``vie.traineddata``; else that of the package, else the one tesseract itself looks in.
    MissingProgram when tesserocr or the data is absent, Unreadable when there is nothing to read.
    """
    pages, losses = scan_pages(data, None, tessdata)
    if not any(page.words for page in pages):
        raise Unreadable(NOTHING)
    return Document(blocks_of(pages), "scan", len(pages), tuple(losses))


def scan_pages(
    data: bytes, numbers: list[int] | None = None, tessdata: str | Path | None = None
) -> tuple[list[Page], list[str]]:
    """The pages of these numbers (None: all) as recognised, and what to say about them; errors as `read_scan`."""
    with PDFIUM:
        document = open_pdf(data)
    try:
        wanted = numbers or list(range(1, len(document) + 1))
        if len(wanted) > PAGES:
            raise Unreadable(TOO_LONG.format(len(wanted)))
        with recogniser(tessdata) as engine:
            found = [page_of(engine, _picture(document, number), number) for number in wanted]
    finally:
        with PDFIUM:
            document.close()
    doubts = sum(doubtful for _, doubtful in found)
    return [page for page, _ in found], [RECOGNISED, DOUBTS.format(doubts)] if doubts else [RECOGNISED]


@contextmanager
def recogniser(tessdata: str | Path | None = None) -> Iterator[Any]:
    """The engine that recognises letters, closed at the end; MissingProgram names what is absent."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its own threads only get in each other's way
    try:
        import tesserocr
    except ImportError as error:
        raise MissingProgram(NO_PROGRAM) from error
    folders = [Path(tessdata)] if tessdata else [DATA, Path(os.environ.get("TESSDATA_PREFIX") or DATA)]
    folder = next((folder for folder in folders if (folder / f"{LANGUAGE}.traineddata").is_file()), None)
    if folder is None:
        raise MissingProgram(NO_DATA)
    engine = tesserocr.PyTessBaseAPI(path=str(folder), lang=LANGUAGE, oem=tesserocr.OEM.LSTM_ONLY)
    try:
        yield engine
    finally:
        engine.End()


def _picture(document: Any, number: int) -> Image.Image:
    with PDFIUM:
        try:
            return picture_of(document, number - 1)
        except pypdfium2.PdfiumError as error:
            raise Unreadable(BROKEN) from error


def picture_of(document: Any, index: int) -> Image.Image:
    """One page as a grey picture of 200 dots for an inch of A4; to be called under PDFIUM."""
    page = document[index]
    try:
        width, height = page.get_size()
        long = max(width, height, 1.0)
        target = LONG_SIDE / long if long > MOST_POINTS else DOTS / 72
        scale = min(max(_own_scale(page) or target, 0.5 * target), 2 * target)
        picture: Image.Image = page.render(scale=scale, grayscale=True, no_smoothimage=True).to_pil().convert("L")
        size = (max(round(width * target), 1), max(round(height * target), 1))
        return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    finally:
        page.close()


def _own_scale(page: Any) -> float | None:
    """Dots for a point of the largest picture on the page, which is best taken as it is and resized afterwards."""
    found: list[tuple[float, float]] = []
    for item in page.get_objects(max_depth=2):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            across, _ = item.get_px_size()
            if right - left > 1 and top - bottom > 1:
                found.append(((right - left) * (top - bottom), across / (right - left)))
    return max(found)[1] if found else None
