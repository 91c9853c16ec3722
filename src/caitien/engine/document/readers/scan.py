"""Scanned PDF → document tree, with the optional part for reading pictures (tesserocr and its Vietnamese data)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.pdf_grids import Grid, find_grids
from caitien.engine.document.readers.pdf_layout import blocks_of
from caitien.engine.document.readers.pdf_open import PDFIUM, open_pdf
from caitien.engine.document.readers.pdf_page import Box, Page, Rule, Word
from caitien.engine.document.readers.scan_image import Run, cleaned, dark_dots, find_runs
from caitien.engine.document.tree import Document
from caitien.engine.errors import MissingProgram, Unreadable

DOTS = 200
"""Dots for an inch at which pages are looked at."""
POINT = 72 / DOTS
"""Points for a dot."""
LONG_SIDE = 2339
"""Dots of the long side of A4."""
PAGES = 60
"""The longest scan that is read."""
LEVEL_RUN, UPRIGHT_RUN = 66, 46
"""Dots from which a dark run is a rule; strokes of letters are shorter."""
EDGE, TINY = 3, 12
"""Dots left out at the edges of a cell, and the smallest side of one that is looked at."""
EMPTY_CELL = 30
"""Dark dots up to which a cell counts as empty."""
DOUBTFUL, NOISE = 60.0, 25.0
"""Confidence below which a word is doubtful, and below which signs without letters are noise."""
NOISE_CELL = 45.0
"""Mean confidence up to which the words of a cell are noise."""
BOLD = 1.5
"""A word keeps so many times the usual share of its dots when thinned: it is bold."""
TURNED = 55.0
"""Mean confidence below which the page may lie on its side or head."""
DATA = Path(__file__).parents[3] / "data" / "ocr"
LANGUAGE = "vie"
NO_PROGRAM = "Tệp là bản quét, cần phần đọc ảnh (tesserocr) mà máy này chưa cài. Thầy cô chạy “make ocr” hoặc gửi bản Word."
NO_DATA = "Phần đọc bản quét thiếu dữ liệu tiếng Việt (vie.traineddata). Thầy cô chạy “make ocr” hoặc gửi bản Word."
TOO_LONG = f"Bản quét dài {{}} trang, mức nhận là {PAGES} trang. Thầy cô tách riêng phần kế hoạch rồi gửi lại."
NOTHING = "Bản quét không có chữ nào đọc được. Thầy cô quét lại rõ hơn hoặc gửi bản Word."
RECOGNISED = "Chữ của bản quét do máy nhận dạng, có thể sai. Thầy cô đối chiếu với bản giấy."


@dataclass(slots=True)
class Seen:
    """A word as recognised: box and baseline in dots, height in points, confidence from 0 to 100."""

    text: str
    box: tuple[int, int, int, int]
    base: float
    size: float
    confidence: float
    line: int
    """Number of the line it stands in."""


def read_scan(data: bytes, tessdata: str | Path | None = None) -> Document:
    """The tree of a PDF whose pages are pictures, ruled tables included.

    `tessdata`: folder of ``vie.traineddata``; else that of the variable CAITIEN_TESSDATA, else the one of the package.
    MissingProgram when tesserocr or the data is absent, Unreadable when there is nothing to read.
    """
    with recogniser(tessdata) as engine:
        pages, doubts = [], 0
        for number, picture in enumerate(_pictures(data), 1):
            page, unsure = recognise(engine, picture, number)
            pages.append(page)
            doubts += unsure
    if not any(page.words for page in pages):
        raise Unreadable(NOTHING)
    losses = [RECOGNISED]
    if doubts:
        losses.append(f"Có {doubts} chữ máy đọc không chắc.")
    return Document(blocks_of(pages), "scan", len(pages), tuple(losses))


@contextmanager
def recogniser(tessdata: str | Path | None = None) -> Iterator[Any]:
    """The engine that recognises letters, closed at the end; MissingProgram names what is absent."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import tesserocr
    except ImportError as error:
        raise MissingProgram(NO_PROGRAM) from error
    folder = Path(tessdata or os.environ.get("CAITIEN_TESSDATA") or DATA)
    if not (folder / f"{LANGUAGE}.traineddata").is_file():
        raise MissingProgram(NO_DATA)
    engine = tesserocr.PyTessBaseAPI(path=str(folder), lang=LANGUAGE, oem=tesserocr.OEM.LSTM_ONLY)
    try:
        yield engine
    finally:
        engine.End()


def _pictures(data: bytes) -> Iterator[Image.Image]:
    """The pages as grey pictures."""
    with PDFIUM:
        document = open_pdf(data)
    try:
        count = len(document)
        if count > PAGES:
            raise Unreadable(TOO_LONG.format(count))
        for index in range(count):
            with PDFIUM:
                picture = picture_of(document, index)
            yield picture
    finally:
        with PDFIUM:
            document.close()


def picture_of(document: Any, index: int) -> Image.Image:
    """One page as a grey picture of about 200 dots for an inch; to be called under PDFIUM."""
    page = document[index]
    try:
        side = max(page.get_size())
        scale = DOTS / 72 if 700 <= side <= 1300 else LONG_SIDE / max(side, 1.0)
        return page.render(scale=scale, grayscale=True).to_pil().convert("L")
    finally:
        page.close()


def recognise(engine: Any, picture: Image.Image, number: int) -> tuple[Page, int]:
    """Words and rules of a picture of a page, and how many words are doubtful; a page on its side is turned."""
    best, page = _recognise(engine, picture, number)
    if _confidence(best) < TURNED:
        turns = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)
        for turn in turns:
            seen, turned = _recognise(engine, picture.transpose(turn), number)
            if _confidence(seen) > max(_confidence(best), TURNED):
                best, page = seen, turned
    return page, sum(word.confidence < DOUBTFUL for word in best)


def _confidence(words: list[Seen]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _recognise(engine: Any, picture: Image.Image, number: int) -> tuple[list[Seen], Page]:
    clear = cleaned(picture)
    dots = dark_dots(clear)
    page = Page(number, clear.width * POINT, clear.height * POINT)
    level, upright = find_runs(clear, LEVEL_RUN), find_runs(clear, UPRIGHT_RUN, upright=True)
    page.level = [Rule(at * POINT, start * POINT, end * POINT) for at, start, end in level]
    page.upright = [Rule(at * POINT, start * POINT, end * POINT) for at, start, end in upright]
    grids = find_grids(page)
    seen = _read(engine, _without_rules(clear, level, upright), dots, grids)
    page.words = _words(seen, dots)
    return seen, page


def _without_rules(clear: Image.Image, level: list[Run], upright: list[Run]) -> Image.Image:
    bare = clear.copy()
    pen = ImageDraw.Draw(bare)
    for at, start, end in level:
        pen.rectangle((start - 1, at - 1, end + 1, at + 1), fill=255)
    for at, start, end in upright:
        pen.rectangle((at - 1, start - 1, at + 1, end + 1), fill=255)
    return bare


def _read(engine: Any, bare: Image.Image, dots: Image.Image, grids: list[Grid]) -> list[Seen]:
    """The words of the page: cell by cell in its tables, then all that lies outside."""
    import tesserocr

    seen: list[Seen] = []
    outside = bare.copy()
    pen = ImageDraw.Draw(outside)
    engine.SetImage(bare)
    engine.SetSourceResolution(DOTS)
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_BLOCK)
    for grid in grids:
        for spot in grid.spots:
            seen += _cell(engine, grid.box_of(spot), dots, len(seen))
        pen.rectangle([edge / POINT for edge in grid.box], fill=255)
    engine.SetImage(outside)
    engine.SetSourceResolution(DOTS)
    engine.SetPageSegMode(tesserocr.PSM.AUTO)
    return seen + _seen(engine, len(seen))


def _cell(engine: Any, box: Box, dots: Image.Image, line: int) -> list[Seen]:
    x0, top, x1, bottom = (round(edge / POINT) for edge in box)
    x0, top, x1, bottom = x0 + EDGE, top + EDGE, x1 - EDGE, bottom - EDGE
    if x1 - x0 < TINY or bottom - top < TINY or dots.crop((x0, top, x1, bottom)).histogram()[255] < EMPTY_CELL:
        return []
    engine.SetRectangle(x0, top, x1 - x0, bottom - top)
    words = _seen(engine, line)
    return words if _confidence(words) > NOISE_CELL else []


def _seen(engine: Any, line: int) -> list[Seen]:
    """The words in the part of the picture that the engine looks at; their lines count from `line` on."""
    import tesserocr

    level, found = tesserocr.RIL.WORD, []
    if not engine.Recognize():
        return []
    words = engine.GetIterator()
    for word in tesserocr.iterate_level(words, level) if words else ():
        line += word.IsAtBeginningOf(tesserocr.RIL.TEXTLINE)
        if word.Empty(level):
            continue
        text, confidence = clean(word.GetUTF8Text(level).strip()), word.Confidence(level)
        if not text or (confidence < NOISE and not any(sign.isalnum() for sign in text)) or text == "|":
            continue
        box, baseline = word.BoundingBox(level), word.Baseline(level)
        base = (baseline[0][1] + baseline[1][1]) / 2 if baseline else box[3]
        found.append(Seen(text, box, base, float(word.WordFontAttributes()["pointsize"]), confidence, line))
    usual = median(word.size for word in found) if found else 0.0
    for word in found:
        word.size = usual if abs(word.size - usual) < 0.25 * usual else word.size
    return found


def _words(seen: list[Seen], dots: Image.Image) -> list[Word]:
    """Words on the page in points; sizes near the usual one of their part are taken for it."""
    core = dots.filter(ImageFilter.MinFilter(3))
    lines: dict[int, list[Seen]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    weights = {line: _weight(words, dots, core) for line, words in lines.items()}
    normal = median(weights.values()) if weights else 1.0
    words = []
    for word in seen:
        bold = weights[word.line] > BOLD * normal
        words.append(Word(word.text, word.box[0] * POINT, word.box[2] * POINT, word.base * POINT, word.size, bold, spaced=True))
    return words


def _weight(words: list[Seen], dots: Image.Image, core: Image.Image) -> float:
    """Share of the dots of a line that is left when one dot is taken from every edge."""
    whole = sum(dots.crop(word.box).histogram()[255] for word in words)
    return sum(core.crop(word.box).histogram()[255] for word in words) / (whole or 1)
