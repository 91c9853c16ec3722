"""Letters of a PDF page → words, by their places on the page."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.pdf_page import Box, Word
from caitien.engine.vietnamese import legacy

WIDE_GAP, SMALL_GAP, OVERLAP = 0.3, 0.12, 0.5
"""In heights of a letter: a gap that is a blank, one that may be a blank, and how far letters may reach back."""
BLANKS_SHARE = 0.08
"""So many blanks for a letter show that the source writes its blanks, and gaps need not be guessed at."""
MARKS = 200
"""Lone letters of a page that are looked at."""
LEVEL, UPRIGHT, ASLANT = 0, 1, 2
"""How letters are turned."""


class Style(NamedTuple):
    """How the letters of one text object look."""

    size: float
    bold: bool
    italic: bool
    encoding: str | None
    turned: int
    hidden: bool
    """Not drawn: the text behind the picture of a scan."""
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


def words_of(glyphs: list[Glyph]) -> list[Word]:
    """The words in the order of the glyphs; texts in letters of the time before Unicode are converted."""
    level = [glyph for glyph in glyphs if glyph.style.turned == LEVEL]
    small = WIDE_GAP if sum(glyph.blank for glyph in level) > BLANKS_SHARE * len(level) else SMALL_GAP
    words: list[Word] = []
    encodings: list[str | None] = []
    piece: list[Glyph] = []
    glued = False
    for glyph in level:
        if piece:
            joined = not glyph.blank and _touches(piece[-1], glyph, small)
            if not joined or glyph.style != piece[-1].style:
                words.append(_word(piece, glued, glyph.blank))
                encodings.append(piece[0].style.encoding)
                piece, glued = [], joined
        piece.append(glyph)
    if piece:
        words.append(_word(piece, glued, False))
        encodings.append(piece[0].style.encoding)
    return _decoded(words, encodings) + _upright([glyph for glyph in glyphs if glyph.style.turned == UPRIGHT])


def _touches(last: Glyph, glyph: Glyph, small: float) -> bool:
    """Whether a letter follows another on its line without a blank."""
    size = max(last.style.size, glyph.style.size) or 1.0
    if abs(glyph.base - last.base) > 0.45 * size:
        return False
    if unicodedata.combining(glyph.text[0]) or glyph.x0 == last.x0:
        return True
    return -OVERLAP < (glyph.x0 - last.x1) / size < (small if glyph.loose else WIDE_GAP)


def _word(piece: list[Glyph], glued: bool, spaced: bool) -> Word:
    style = piece[0].style
    x0, x1 = min(glyph.x0 for glyph in piece), max(glyph.x1 for glyph in piece)
    text = "".join(glyph.text for glyph in piece)
    return Word(text, x0, x1, piece[0].base, style.size, style.bold, style.italic, glued, spaced)


def _decoded(words: list[Word], encodings: list[str | None]) -> list[Word]:
    """The words in Unicode and cleaned: by the name of their font, else by what the letters of the page look like.

    A font of the old time that writes letters of Unicode has only kept its name.
    """
    old = "".join(word.text for word, encoding in zip(words, encodings, strict=True) if encoding)
    if legacy.MODERN.search(old):
        encodings = [None] * len(words)
    unknown = " ".join(word.text for word, encoding in zip(words, encodings, strict=True) if encoding is None)
    usual = None if unknown.isascii() else legacy.detect(unknown)
    decoded = []
    for word, named in zip(words, encodings, strict=True):
        encoding = named or usual
        text = clean(_unicode(word.text, encoding) if encoding else word.text.replace("\xad", ""))
        if text:
            decoded.append(word._replace(text=text))
    return _without_marks(decoded)


def _unicode(text: str, encoding: str) -> str:
    """Old letters in Unicode; in TCVN3 the letter ư often comes as the hyphen whose place it takes."""
    if encoding.startswith("tcvn3") and "-" in text[:-1] and len(text) > 1:
        whole = legacy.to_unicode(text.replace("-", "\xad"), encoding)
        if legacy.is_syllable(whole.strip(".,;:!?()\"'")):
            return whole
    return legacy.to_unicode(text, encoding)


def _without_marks(words: list[Word]) -> list[Word]:
    """Without lone letters that lie inside a word holding them: marks drawn apart that repeat their whole letter."""

    def repeats(mark: Word) -> bool:
        return any(
            word.x0 < mark.x0
            and mark.x1 < word.x1
            and abs(word.base - mark.base) < word.size
            and mark.text in word.text
            for word in words
            if len(word.text) > 1
        )

    lone = [word for word in words if len(word.text) == 1 and not word.text.isascii()]
    marks = {id(word) for word in lone[:MARKS] if repeats(word)}
    return [word for word in words if id(word) not in marks]


def _upright(glyphs: list[Glyph]) -> list[Word]:
    """Texts that run up or down, each as one word as wide as its line is high."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last and last.x0 < glyph.x1 and glyph.x0 < last.x1 and abs(glyph.base - last.base) < 2 * glyph.style.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    words = []
    for run in runs:
        text = "".join(" " * (glyph.blank or glyph.loose) + glyph.text for glyph in run).strip()
        style, base = run[0].style, (min(glyph.base for glyph in run) + max(glyph.base for glyph in run)) / 2
        x0, x1 = min(glyph.x0 for glyph in run), max(glyph.x1 for glyph in run)
        text = clean(_unicode(text, style.encoding) if style.encoding else text.replace("\xad", ""))
        words.append(Word(text, x0, x1, base, style.size, style.bold, style.italic))
    return [word for word in words if word.text]
