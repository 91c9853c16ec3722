"""The letters of a PDF page, put together to words by their places on the page."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.docx_numbering import BULLETS
from caitien.engine.document.readers.pdf_page import Box, Matrix, Word, placed
from caitien.engine.vietnamese import legacy

LETTERS = 60_000
"""Letters looked at on one page."""
BOLD_WEIGHT = 600
FORCE_BOLD, ITALIC = 1 << 18, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, 9.8.2)."""
HYPHEN = 0x02
"""What pdfium gives for a hyphen at the end of a line."""
CLIPS = 50
"""Clipping paths, and corners of one, that are looked at."""
BLANKS = (0x20, 0xA0, 0x0D, 0x0A, 0x09)
NO_LETTERS = (0x00, 0xFFFE, 0xFFFF, 0xFFFD)
TURN = math.radians(5)
"""Letters turned by more stand in no level line."""
WIDE_GAP, SMALL_GAP, OVERLAP = 0.3, 0.12, 0.5
"""In heights of a letter: a gap that is a blank, one that may be a blank, and how far letters may reach back."""


class Style(NamedTuple):
    """How the letters of one text object look."""

    size: float
    bold: bool
    italic: bool
    encoding: str | None
    turned: bool
    clip: Box | None
    """Where letters show, on the page as we see it; None: everywhere."""


class Glyph(NamedTuple):
    """A letter; before it stands a blank of the source (`blank`) or one guessed by pdfium (`loose`)."""

    text: str
    x0: float
    x1: float
    base: float
    style: Style
    blank: bool
    loose: bool


def words_of(page: Any, place: Matrix) -> tuple[list[Word], int]:
    """The words of a pdfium page in the order of its content, and the number of letters without a meaning.

    `place` carries a point of the page to our coordinates.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    words: list[Word] = []
    piece: list[Glyph] = []
    unknown, glued = 0, False
    try:
        for glyph in _glyphs(text_page, place):
            if not glyph.text:
                unknown += 1
                continue
            if piece:
                joined = not glyph.blank and _touches(piece[-1], glyph)
                if not joined or glyph.style != piece[-1].style:
                    words.append(_word(piece, glued, glyph.blank))
                    piece, glued = [], joined
            piece.append(glyph)
        if piece:
            words.append(_word(piece, glued, False))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return [word for word in words if word.text], unknown


def _touches(last: Glyph, glyph: Glyph) -> bool:
    """Whether a letter follows another on its line without a blank."""
    size = max(last.style.size, glyph.style.size) or 1.0
    if abs(glyph.base - last.base) > 0.45 * size:
        return False
    if unicodedata.combining(glyph.text[0]):
        return True
    return -OVERLAP < (glyph.x0 - last.x1) / size < (SMALL_GAP if glyph.loose else WIDE_GAP)


def _word(piece: list[Glyph], glued: bool, spaced: bool) -> Word:
    style = piece[0].style
    text = "".join(glyph.text for glyph in piece)
    text = legacy.to_unicode(text, style.encoding) if style.encoding else text.replace("\xad", "")
    x0, x1 = min(glyph.x0 for glyph in piece), max(glyph.x1 for glyph in piece)
    return Word(clean(text), x0, x1, piece[0].base, style.size, style.bold, style.italic, glued, spaced)


def _glyphs(text_page: Any, place: Matrix) -> Iterator[Glyph]:
    """Every letter of the page in the order of its content; blanks are noted at the letter after them."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    a, b, c, d, e, f = place
    styles: dict[int, Style] = {}
    blank = loose = False
    for i in range(min(pdfium.FPDFText_CountChars(text_page), LETTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if code in BLANKS:
            made = pdfium.FPDFText_IsGenerated(text_page, i) == 1
            blank, loose = blank or not made, loose or made
            continue
        owner = pdfium.FPDFText_GetTextObject(text_page, i)
        key = ctypes.addressof(owner.contents) if owner else 0
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text_page, i, owner, place)
        pdfium.FPDFText_GetLooseCharBox(text_page, i, box)
        pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
        x0, x1 = sorted((a * box.left + c * box.bottom + e, a * box.right + c * box.top + e))
        base = b * x.value + d * y.value + f
        if style.clip and _clipped((x0 + x1) / 2, base - 0.3 * style.size, style.clip):
            continue
        yield Glyph(_letter(code, style), x0, x1, base, style, blank, loose)
        blank = loose = False


def _letter(code: int, style: Style) -> str:
    if code == HYPHEN:
        return "\xad" if style.encoding else "-"
    if code in NO_LETTERS or 0xD800 <= code < 0xE000 or style.turned:
        return ""
    letter = chr(code)
    return letter if style.encoding else BULLETS.get(letter, letter)


def _style(text_page: Any, i: int, owner: Any, place: Matrix) -> Style:
    """The look of the text object to which letter `i` belongs."""
    name, flags, matrix = ctypes.create_string_buffer(200), ctypes.c_int(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetFontInfo(text_page, i, name, 200, flags)
    pdfium.FPDFText_GetMatrix(text_page, i, matrix)
    a, b, c, d, _, _ = place
    along = (a * matrix.a + c * matrix.b, b * matrix.a + d * matrix.b)
    size = pdfium.FPDFText_GetFontSize(text_page, i) * math.hypot(matrix.c, matrix.d)
    font = name.value.decode("utf-8", "replace").partition("+")[2] or name.value.decode("utf-8", "replace")
    known = font.casefold()
    heavy = pdfium.FPDFText_GetFontWeight(text_page, i) >= BOLD_WEIGHT or flags.value & FORCE_BOLD
    stroked = bool(owner) and pdfium.FPDFTextObj_GetTextRenderMode(owner) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    slanted = abs(matrix.a * matrix.c + matrix.b * matrix.d) > 0.1 * (matrix.a**2 + matrix.b**2)
    return Style(
        size=round(abs(size), 2),
        bold=bool("bold" in known or "black" in known or heavy or stroked),
        italic=bool("italic" in known or "oblique" in known or flags.value & ITALIC or slanted),
        encoding=legacy.encoding_of_font(font),
        turned=abs(math.atan2(along[1], along[0])) > TURN,
        clip=_clip(owner, matrix, place) if owner else None,
    )


def _clipped(x: float, y: float, clip: Box) -> bool:
    return not (clip.x0 <= x <= clip.x1 and clip.top <= y <= clip.bottom)


def _clip(owner: Any, matrix: Any, place: Matrix) -> Box | None:
    """The rectangle outside of which a text object is cut off; None for objects in a form, whose place is unknown."""
    own = pdfium.FS_MATRIX()
    path = pdfium.FPDFPageObj_GetClipPath(owner)
    parts = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    if not 0 < parts < CLIPS or not pdfium.FPDFPageObj_GetMatrix(owner, own) or (own.e, own.f) != (matrix.e, matrix.f):
        return None
    found: Box | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for part in range(parts):
        corners = []
        for i in range(min(pdfium.FPDFClipPath_CountPathSegments(path, part), CLIPS)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, part, i), x, y)
            corners.append((x.value, y.value))
        if corners:
            box = placed(corners, place)
            found = box if found is None else Box(*map(max, found[:2], box[:2]), *map(min, found[2:], box[2:]))
    return found
