"""The letters of a PDF page, as pdfium finds them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from caitien.engine.document.readers.docx_numbering import BULLETS
from caitien.engine.document.readers.pdf_page import FAR, Box, Matrix, placed
from caitien.engine.document.readers.pdf_words import ASLANT, LEVEL, UPRIGHT, Glyph, Style
from caitien.engine.vietnamese import legacy

LETTERS = 60_000
"""Letters looked at on one page."""
CLIPS = 50
"""Clipping paths, and corners of one, that are looked at."""
BOLD_WEIGHT = 600
FORCE_BOLD, ITALIC = 1 << 18, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, 9.8.2)."""
HYPHEN = 0x02
"""What pdfium gives for a hyphen at the end of a line."""
BLANKS = (0x20, 0xA0, 0x0D, 0x0A, 0x09)
NO_LETTERS = (0x00, 0xFFFE, 0xFFFF, 0xFFFD)
SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
SYMBOL_AREA = 0xF000
"""Where the letters of symbol fonts lie in Unicode."""
TURN = math.radians(5)


def glyphs_of(page: Any, place: Matrix) -> tuple[list[Glyph], int]:
    """The letters of a pdfium page in the order of its content, and how many have no meaning in Unicode.

    `place` carries a point of the page to our coordinates.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        found = list(_glyphs(text_page, place))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    known = [glyph for glyph in found if glyph.text]
    return known, len(found) - len(known)


def _glyphs(text_page: Any, place: Matrix) -> Iterator[Glyph]:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    a, b, c, d, e, f = place
    styles: dict[int, tuple[Style, bool]] = {}
    blank = loose = False
    for i in range(min(pdfium.FPDFText_CountChars(text_page), LETTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if code == HYPHEN and pdfium.FPDFText_IsHyphen(text_page, i) == 1:
            code = 0x2D
        if code in BLANKS:
            made = pdfium.FPDFText_IsGenerated(text_page, i) == 1
            blank, loose = blank or not made, loose or made
            continue
        owner = pdfium.FPDFText_GetTextObject(text_page, i)
        key = ctypes.addressof(owner.contents) if owner else 0
        known = styles.get(key)
        if known is None:
            known = styles[key] = _style(text_page, i, owner, place)
        style, symbols = known
        pdfium.FPDFText_GetLooseCharBox(text_page, i, box)
        pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
        x0, x1 = sorted((a * box.left + c * box.bottom + e, a * box.right + c * box.top + e))
        base = b * x.value + d * y.value + f
        if not (abs(x0) < FAR and abs(x1) < FAR and abs(base) < FAR):  # not a number fails as well
            continue
        if style.clip and _clipped((x0 + x1) / 2, base - 0.3 * style.size, style.clip):
            continue
        yield Glyph(_letter(code, style, symbols), x0, x1, base, style, blank, loose)
        blank = loose = False


def _letter(code: int, style: Style, symbols: bool) -> str:
    if code in NO_LETTERS or code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    letter = chr(code)
    if style.encoding:
        return letter
    private = chr(SYMBOL_AREA + code) if symbols and code < 0x100 else letter
    return BULLETS.get(private, "" if 0xE000 <= code < 0xF900 else letter)


def _style(text_page: Any, i: int, owner: Any, place: Matrix) -> tuple[Style, bool]:
    """The look of the text object to which letter `i` belongs, and whether its font is one of symbols."""
    name, flags, matrix = ctypes.create_string_buffer(200), ctypes.c_int(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetFontInfo(text_page, i, name, 200, flags)
    pdfium.FPDFText_GetMatrix(text_page, i, matrix)
    size = pdfium.FPDFText_GetFontSize(text_page, i) * math.hypot(matrix.c, matrix.d)
    font = name.value.decode("utf-8", "replace")
    font = font.partition("+")[2] or font
    known = font.casefold()
    heavy = pdfium.FPDFText_GetFontWeight(text_page, i) >= BOLD_WEIGHT or flags.value & FORCE_BOLD
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner) if owner else pdfium.FPDF_TEXTRENDERMODE_FILL
    heavy = heavy or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    slanted = abs(matrix.a * matrix.c + matrix.b * matrix.d) > 0.1 * (matrix.a**2 + matrix.b**2)
    style = Style(
        size=min(max(round(abs(size), 2), 1.0), 500.0) if size == size else 1.0,
        bold=bool("bold" in known or "black" in known or heavy),
        italic=bool("italic" in known or "oblique" in known or flags.value & ITALIC or slanted),
        encoding=legacy.encoding_of_font(font),
        turned=_turned(matrix, place),
        hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        clip=_clip(owner, place) if owner and not _in_form(text_page, i, matrix) else None,
    )
    return style, known.startswith(SYMBOL_FONTS)


def _turned(matrix: Any, place: Matrix) -> int:
    a, b, c, d, _, _ = place
    angle = abs(math.atan2(b * matrix.a + d * matrix.b, a * matrix.a + c * matrix.b))
    if angle < TURN:
        return LEVEL
    return UPRIGHT if abs(angle - math.pi / 2) < TURN else ASLANT


def _in_form(text_page: Any, i: int, matrix: Any) -> bool:
    """Whether the letter stands elsewhere than its own matrix says: a form, whose clip is measured by itself."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
    return bool(abs(x.value - matrix.e) > 0.5 and abs(y.value - matrix.f) > 0.5)


def _clipped(x: float, y: float, clip: Box) -> bool:
    return not (clip.x0 <= x <= clip.x1 and clip.top <= y <= clip.bottom)


def _clip(owner: Any, place: Matrix) -> Box | None:
    """The rectangle outside of which a text object on the page itself is cut off."""
    path = pdfium.FPDFPageObj_GetClipPath(owner)
    parts = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    if not 0 < parts < CLIPS:
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
            found = box if found is None else _common(found, box)
    return found


def _common(one: Box, other: Box) -> Box:
    return Box(max(one.x0, other.x0), max(one.top, other.top), min(one.x1, other.x1), min(one.bottom, other.bottom))
