"""A picture of a page → the page: its rules and, cell by cell, its words."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from caitien.engine.document.readers.pdf_grids import Grid, find_grids
from caitien.engine.document.readers.pdf_page import Box, Page, Rule, Word
from caitien.engine.document.readers.scan_image import Run, cleaned, dark_dots, find_runs
from caitien.engine.document.readers.scan_vocabulary import with_marks
from caitien.engine.document.readers.scan_words import DOTS, DOUBTFUL, Seen, confidence_of, look_again, words_seen

POINT = 72 / DOTS
"""Points for a dot."""
LEVEL_RUN, UPRIGHT_RUN = 66, 46
"""Dots from which a dark run is a rule; strokes of letters are shorter."""
EDGE, TINY = 3, 12
"""Dots left out at the edges of a cell, and the smallest side of one that is looked at."""
EMPTY_CELL = 30
"""Dark dots up to which a cell counts as empty."""
NOISE_CELL = 45.0
"""Mean confidence up to which the words of a cell are noise."""
BOLD = 1.5
"""A line keeps so many times the usual share of its dots when thinned: it is bold."""
TURNED = 55.0
"""Mean confidence below which the page may lie on its side or head."""
TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)


def page_of(engine: Any, picture: Image.Image, number: int) -> tuple[Page, int]:
    """Words and rules of a grey picture of 200 dots for an inch, and how many words are doubtful."""
    page, seen = _page(engine, picture, number)
    for turn in TURNS if seen and confidence_of(seen) < TURNED else ():
        turned, words = _page(engine, picture.transpose(turn), number)
        if confidence_of(words) > max(confidence_of(seen), TURNED):
            page, seen = turned, words
    return page, sum(word.confidence < DOUBTFUL for word in seen)


def _page(engine: Any, picture: Image.Image, number: int) -> tuple[Page, list[Seen]]:
    clear = cleaned(picture)
    dots = dark_dots(clear)
    page = Page(number, clear.width * POINT, clear.height * POINT)
    if dots.histogram()[255] < EMPTY_CELL:
        return page, []
    level, upright = find_runs(clear, LEVEL_RUN), find_runs(clear, UPRIGHT_RUN, upright=True)
    page.level = [Rule(at * POINT, start * POINT, end * POINT) for at, start, end in level]
    page.upright = [Rule(at * POINT, start * POINT, end * POINT) for at, start, end in upright]
    bare = _without_rules(clear, level, upright)
    seen = with_marks(look_again(engine, bare, _read(engine, bare, dots, find_grids(page))))
    page.words = _words(seen, dots)
    return page, seen


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
    return seen + words_seen(engine, len(seen))


def _cell(engine: Any, box: Box, dots: Image.Image, line: int) -> list[Seen]:
    x0, top, x1, bottom = (round(edge / POINT) for edge in box)
    x0, top, x1, bottom = x0 + EDGE, top + EDGE, x1 - EDGE, bottom - EDGE
    if x1 - x0 < TINY or bottom - top < TINY or dots.crop((x0, top, x1, bottom)).histogram()[255] < EMPTY_CELL:
        return []
    engine.SetRectangle(x0, top, x1 - x0, bottom - top)
    words = words_seen(engine, line)
    if confidence_of(words) <= NOISE_CELL:
        return []
    usual = median(word.size for word in words)
    return [replace(word, size=usual) for word in words]


def _words(seen: list[Seen], dots: Image.Image) -> list[Word]:
    """The words in points; lines of heavy letters are bold."""
    core = dots.filter(ImageFilter.MinFilter(3))
    lines: dict[int, list[Seen]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    weights = {line: _weight(words, dots, core) for line, words in lines.items()}
    heavy = BOLD * median(weights.values()) if weights else 0.0
    words = []
    for word in seen:
        x0, x1, base = word.box[0] * POINT, word.box[2] * POINT, word.base * POINT
        words.append(Word(word.text, x0, x1, base, word.size, weights[word.line] > heavy, spaced=True))
    return words


def _weight(words: list[Seen], dots: Image.Image, core: Image.Image) -> float:
    """Share of the dots of a line that is left when one dot is taken from every edge."""
    whole = sum(dots.crop(word.box).histogram()[255] for word in words)
    return sum(core.crop(word.box).histogram()[255] for word in words) / (whole or 1)
