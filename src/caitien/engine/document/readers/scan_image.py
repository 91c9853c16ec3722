"""The picture of a scanned page: set straight, freed of specks, its rules found.

Pictures are grey, dark letters on light paper, with 200 dots for an inch; lengths are dots.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import pvariance

from PIL import Image, ImageChops, ImageFilter, ImageOps

Run = tuple[int, int, int]
"""A straight dark run: its row, its first and its last place in it (or column and places, when upright)."""

DARK, FAINT = 150, 190
"""Grey below which a dot belongs to a letter, and below which it may belong to a thin rule."""
SKEW = 4.0
"""Degrees by which a page may lie askew."""
FINE = 0.06
"""The smallest turn that is tried."""
SPECK = 6
"""Dots that a speck has at most; the dot of an i has more, or its stem nearby."""
SPECKLED = 0.0002
"""Share of dots in specks from which a page is cleaned."""
RUN = re.compile(b"\xff+")


def cleaned(image: Image.Image) -> Image.Image:
    """The page in grey with white paper, without specks, set straight."""
    grey = ImageOps.autocontrast(image.convert("L"), cutoff=(1, 30))
    specks = _specks(grey)
    if specks.histogram()[255] > SPECKLED * grey.width * grey.height:
        grey = ImageChops.lighter(grey, specks.filter(ImageFilter.MaxFilter(5)))
    angle = skew_of(grey)
    if abs(angle) < FINE:
        return grey
    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def _specks(grey: Image.Image) -> Image.Image:
    """White where a few dark dots stand alone in their neighbourhood of 7 × 7 dots."""
    dots = dark_dots(grey)
    around = dots.filter(ImageFilter.BoxBlur(3))
    lonely = around.point([255 if value < 255 * SPECK / 49 else 0 for value in range(256)])
    return ImageChops.darker(dots, lonely)


def skew_of(grey: Image.Image) -> float:
    """Degrees by which the page must be turned (counter-clockwise) for its lines to lie level."""
    small = dark_dots(grey.resize((grey.width // 2, grey.height // 2), Image.Resampling.BOX), 170)

    def sharpness(angle: float) -> float:
        """How clearly lines and gaps between them alternate from top to bottom."""
        turned = small.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return pvariance([one - other for one, other in pairwise(rows)])

    best, step, reach = 0.0, 1.0, SKEW
    while step >= FINE:
        steps = round(reach / step)
        angles = [best + i * step for i in range(-steps, steps + 1)]
        best = max(angles, key=lambda angle: (sharpness(angle), -abs(angle)))
        reach, step = step, step / 4
    return best


def dark_dots(grey: Image.Image, limit: int = DARK) -> Image.Image:
    """White (255) where the picture is dark, else black."""
    return grey.point([255 if value < limit else 0 for value in range(256)])


def find_runs(grey: Image.Image, shortest: int, *, upright: bool = False) -> list[Run]:
    """Straight dark runs of at least `shortest` dots, which may drift by a dot to either side."""
    dots = dark_dots(grey, FAINT)
    if upright:
        dots = dots.transpose(Image.Transpose.TRANSPOSE)
    broad = ImageChops.lighter(dots, ImageChops.lighter(_moved(dots, 0, 1), _moved(dots, 0, -1)))
    begins = _run_starts(broad, shortest)
    rows = begins.tobytes()
    found: list[Run] = []
    for y in range(begins.height):
        row = rows[y * begins.width : (y + 1) * begins.width]
        if b"\xff" in row:
            found += [(y, run.start(), run.end() + shortest - 1) for run in RUN.finditer(row)]
    return found


def _moved(dots: Image.Image, right: int, down: int) -> Image.Image:
    moved = Image.new("L", dots.size, 0)
    moved.paste(dots, (right, down))
    return moved


def _run_starts(dots: Image.Image, length: int) -> Image.Image:
    """White where a run of `length` white dots to the right begins."""
    done, width = dots, 1
    while width < length:
        step = min(width, length - width)
        done = ImageChops.darker(done, _moved(done, -step, 0))
        width += step
    return done
