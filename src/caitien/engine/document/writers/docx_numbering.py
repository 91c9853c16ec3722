"""Real Word numbering that shows exactly the markers of the tree.

Each marker is taken apart into words before, a counter, and signs after; markers that count on belong to one list.
A marker that no counter of Word can produce ("đ)") becomes a bullet with these signs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from caitien.engine.document.readers.docx_numbering import FORMATS
from caitien.engine.document.writers.docx_parts import DECLARATION, ILLEGAL, NAMESPACES

COUNTER = re.compile(r"^(?P<before>.*?)(?P<counter>\d{1,3}|[ivx]{1,5}|[IVX]{1,5}|[a-z]|[A-Z])(?P<after>[.)/:\]-]*)$")
HIGHEST = 200


@dataclass(frozen=True, slots=True)
class Shape:
    """How a list counts: a format of Word and the text with %1 at the place of the counter."""

    format: str
    text: str
    level: int


@dataclass(slots=True)
class NumberingBook:
    """The lists of one document, made while its paragraphs are written."""

    lists: list[tuple[Shape, int]] = field(default_factory=list)
    """Shape and first number; the id of a list is its place, from 1."""
    _open: dict[Shape, tuple[int, int]] = field(default_factory=dict)
    """Shape → (id, last number) of the list that may be continued."""

    def list_of(self, marker: str, level: int) -> int:
        """Id of the list whose next paragraph shows `marker`."""
        shape, number = _shape_of(ILLEGAL.sub("", marker), min(max(level, 0), 8))
        known, last = self._open.get(shape, (0, 0))
        if not known or (shape.format != "bullet" and number != last + 1):
            self.lists.append((shape, number))
            known = len(self.lists)
        self._open[shape] = known, number
        return known

    def xml(self) -> str:
        """``numbering.xml``."""
        abstract = "".join(_definition(i, shape, start) for i, (shape, start) in enumerate(self.lists, 1))
        lists = "".join(
            f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, len(self.lists) + 1)
        )
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{abstract}{lists}</w:numbering>"


@lru_cache(maxsize=4096)
def _shape_of(marker: str, level: int) -> tuple[Shape, int]:
    match = COUNTER.match(marker)
    if match and "%" not in marker:
        number, kind = _count(match["counter"])
        if kind:
            return Shape(kind, f"{match['before']}%{level + 1}{match['after']}", level), number
    return Shape("bullet", marker, level), 1


def _count(counter: str) -> tuple[int, str]:
    """The number that a format of Word shows as this counter, and the format."""
    if counter.isdecimal():
        number = int(counter)
        kinds = [kind for kind in ("decimal", "decimalZero") if FORMATS[kind](number) == counter]
        return (number, kinds[0]) if kinds else (0, "")
    case = "upper" if counter.isupper() else "lower"
    for kind in (f"{case}Roman", f"{case}Letter") if counter in "IVXivx" else (f"{case}Letter", f"{case}Roman"):
        number = next((n for n in range(1, HIGHEST) if FORMATS[kind](n) == counter), 0)
        if number:
            return number, kind
    return 0, ""


def _definition(number: int, shape: Shape, start: int) -> str:
    """All levels down to that of the list are alike: Word wants no gap among them."""
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{shape.format}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val={quoteattr(shape.text)}/><w:lvlJc w:val="left"/></w:lvl>'
        for i in range(shape.level + 1)
    )
    kind = "singleLevel" if shape.level == 0 else "multilevel"
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
