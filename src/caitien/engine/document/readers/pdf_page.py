"""What a page shows, whoever looked at it: words with their boxes, rules and pictures.

Lengths are points, the origin is the upper left corner of the page as it is shown, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x becomes a·x + c·y + e, y becomes b·x + d·y + f."""


FAR = 50_000.0
"""Points from the corner of a page beyond which nothing is looked at."""
FILLED = 0.6
"""Share of a page from which a picture fills it."""


class Word(NamedTuple):
    """Letters without a blank between them, in one style."""

    text: str
    x0: float
    x1: float
    base: float
    """Height of the line the letters stand on."""
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False
    """Goes on from the word before without a blank, in another style."""
    spaced: bool = False
    """A blank of the source follows."""

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def middle(self) -> float:
        return self.base - 0.3 * self.size


class Rule(NamedTuple):
    """A straight line: `at` is its y when level, its x when upright; it runs from `start` to `end`."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle on the page."""

    x0: float
    top: float
    x1: float
    bottom: float


def placed(points: list[tuple[float, float]], matrix: Matrix) -> Box:
    """The box around the points, carried over by the matrix."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(slots=True)
class Page:
    """One page as found, before anything is made of it."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    unreadable: int = 0
    """Letters without a meaning in Unicode."""
    hidden: bool = False
    """All its text lies unseen behind the picture of a scan."""
    aslant: int = 0
    """Letters that stand neither level nor upright, as in a watermark."""

    @property
    def pictured(self) -> bool:
        """Whether one picture fills most of the page."""
        return any(
            (box.x1 - box.x0) * (box.bottom - box.top) > FILLED * self.width * self.height for box in self.pictures
        )

    @property
    def landscape(self) -> bool:
        return self.width > self.height
