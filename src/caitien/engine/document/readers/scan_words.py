"""Recognising words in a picture of 200 dots for an inch; unsure lines are looked at again, enlarged."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from PIL import Image, ImageOps

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.scan_image import dark_dots

DOTS = 200
"""Dots for an inch."""
SURE, DOUBTFUL, NOISE = 93.0, 65.0, 30.0
"""Confidence below which a line is looked at again, a word is doubtful (a lone sign: noise), a bullet or a bit is noise."""
BULLETS = ("-", "–", "+", "*", "•")
BETTER = 1.0
"""A second look counts when its confidence is higher by this."""
USUAL_SCALE, SHORT_SCALES, SHORT = (2.0,), (1.5, 2.0, 3.0), 5
"""How much larger a line is looked at again; one of so few letters in several sizes."""
PAPER = 10
"""Dots of paper around a line that is looked at again."""
NUMBER = re.compile(r"\d{2,3}")
POINT_DOTS, POINT_HEIGHT = 5, 0.35
"""A decimal point has so many dots at least and lies within this share of the height of its digits."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as recognised: box and baseline in dots, height in points, confidence from 0 to 100."""

    text: str
    box: tuple[int, int, int, int]
    base: float
    size: float
    confidence: float
    line: int
    """Number of the line it stands in."""


def confidence_of(words: list[Seen]) -> float:
    """Mean confidence, 0 without words."""
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def words_seen(engine: Any, line: int) -> list[Seen]:
    """The words in the part of the picture that the engine looks at; their lines count on from `line`."""
    import tesserocr

    level = tesserocr.RIL.WORD
    found: list[Seen] = []
    words = engine.GetIterator() if engine.Recognize() else None
    for word in tesserocr.iterate_level(words, level) if words else ():
        line += word.IsAtBeginningOf(tesserocr.RIL.TEXTLINE)
        text = "" if word.Empty(level) else clean(word.GetUTF8Text(level).strip())
        confidence = word.Confidence(level)
        if not text or _is_noise(text, confidence):
            continue
        box, baseline = word.BoundingBox(level), word.Baseline(level)
        base = (baseline[0][1] + baseline[1][1]) / 2 if baseline else box[3]
        found.append(Seen(text, box, base, float(word.WordFontAttributes()["pointsize"]), confidence, line))
    usual = median(word.size for word in found) if found else 0.0
    return [replace(word, size=usual) if abs(word.size - usual) < 0.25 * usual else word for word in found]


def _is_noise(text: str, confidence: float) -> bool:
    """Signs, and bits of letters, that are as unsure as specks are."""
    if any(sign.isalnum() for sign in text):
        return len(text) <= 2 and text.isalpha() and confidence < NOISE
    return text == "|" or confidence < (NOISE if text in BULLETS else DOUBTFUL)


def look_again(engine: Any, picture: Image.Image, seen: list[Seen]) -> list[Seen]:
    """The words, those of unsure lines as they are recognised enlarged where that is surer."""
    import tesserocr

    lines: dict[int, list[Seen]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE)
    kept: list[Seen] = []
    for words in lines.values():
        short = sum(len(word.text) for word in words) <= SHORT
        if min(word.confidence for word in words) < SURE:
            for scale in SHORT_SCALES if short else USUAL_SCALE:
                again = _enlarged(engine, picture, words, scale)
                words = again if confidence_of(again) > confidence_of(words) + BETTER else words
        kept += words
    return [_pointed(word, picture) if NUMBER.fullmatch(word.text) else word for word in kept]


def _enlarged(engine: Any, picture: Image.Image, words: list[Seen], scale: float) -> list[Seen]:
    """What is seen in the line of these words when it is enlarged, at its place on the page."""
    x0, top = min(word.box[0] for word in words) - PAPER, min(word.box[1] for word in words) - PAPER
    x1, bottom = max(word.box[2] for word in words) + PAPER, max(word.box[3] for word in words) + PAPER
    part = ImageOps.expand(picture.crop((x0, top, x1, bottom)), PAPER, fill=255)
    shape = (round(part.width * scale), round(part.height * scale))
    engine.SetImage(part.resize(shape, Image.Resampling.BICUBIC))
    engine.SetSourceResolution(round(DOTS * scale))

    base, size = median(word.base for word in words), median(word.size for word in words)

    def back(word: Seen) -> Seen:
        left, upper, right, lower = (round(edge / scale) - PAPER for edge in word.box)
        box = (left + x0, upper + top, right + x0, lower + top)
        return Seen(word.text, box, base, size, word.confidence, words[0].line)

    return [back(word) for word in words_seen(engine, 0)]


def _pointed(word: Seen, picture: Image.Image) -> Seen:
    """A number with the decimal point that stands between its digits in the picture and was overlooked."""
    dots = dark_dots(picture.crop(word.box))
    border = round(dots.height * (1 - POINT_HEIGHT))
    upper = dots.crop((0, 0, dots.width, border))
    digits = [(start, end) for start, end in _spans(upper) if _count(upper, start, end) >= 3 * POINT_DOTS]
    lower = dots.crop((0, border, dots.width, dots.height))
    points = [
        (start, end)
        for start, end in _spans(lower)
        if not any(start <= right and end >= left for left, right in digits) and _count(lower, start, end) >= POINT_DOTS
    ]
    before = [sum(right < start for _, right in digits) for start, _ in points]
    if len(digits) != len(word.text) or len(points) != 1 or not 0 < before[0] < len(digits):
        return word
    return replace(word, text=f"{word.text[: before[0]]}.{word.text[before[0] :]}")


def _count(dots: Image.Image, start: int, end: int) -> int:
    """Dark dots in these columns."""
    return dots.crop((start, 0, end + 1, dots.height)).histogram()[255]


def _spans(dots: Image.Image) -> list[tuple[int, int]]:
    """First and last column of each stretch of columns with a dark dot."""
    spans: list[tuple[int, int]] = []
    for x in range(dots.width):
        if dots.crop((x, 0, x + 1, dots.height)).getbbox():
            if spans and spans[-1][1] == x - 1:
                spans[-1] = (spans[-1][0], x)
            else:
                spans.append((x, x))
    return spans
