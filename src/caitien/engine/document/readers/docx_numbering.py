"""Automatic numbers and bullets of a Word document, as Word would print them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.docx_styles import OFF, VAL, W, numbering_of

BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0f0": "⇨",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf02d": "-",
    "\uf02b": "+",
    "\uf02a": "*",
}
"""Characters of the symbol fonts; others of the private area are shown as "•"."""
PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN_LETTERS = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
LEVELS = 9


def roman(number: int) -> str:
    """Small Roman numeral; beyond 3999 the decimal number."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for letters, value in zip(ROMAN_LETTERS, ROMAN_VALUES, strict=True):
        count, number = divmod(number, value)
        text += letters * count
    return text


def letter(number: int) -> str:
    """a … z, aa, bb …, as Word counts."""
    if number < 1:
        return str(number)
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(repeats + 1, 20)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "none": lambda number: "",
}


@dataclass
class Level:
    """How one level of a list counts."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Level (from 1) whose use restarts this one, 0 for never, None for any higher level."""
    legal: bool = False
    """All numbers of the levels above are shown as decimals."""
    style: str = ""


@dataclass
class List_:
    """One ``w:num``: its levels and the counters it shares with other lists of the same definition."""

    levels: dict[int, Level]
    counters: dict[int, int]
    starts: dict[int, int]
    """Levels that begin anew when this list is first used."""
    used: bool = False


@dataclass
class Numbering:
    """The lists of one document; `marker` counts on at each call."""

    lists: dict[str, List_] = field(default_factory=dict)

    def level_of_style(self, number: str, styles: tuple[str, ...]) -> int | None:
        """Level of the list that belongs to one of the styles, nearest first."""
        known = self.lists.get(number)
        for style in styles if known else ():
            for index, level in known.levels.items():  # type: ignore[union-attr]
                if level.style == style:
                    return index
        return None

    def marker(self, number: str, level: int) -> str:
        """The number or bullet of the next paragraph of this list at this level; ``""`` when there is none."""
        known = self.lists.get(number)
        if known is None or level not in known.levels:
            return ""
        _count(known, level)
        return _shown(known, level)


def _count(known: List_, level: int) -> None:
    if not known.used:
        known.used = True
        for index, start in known.starts.items():
            known.counters[index] = start - 1
    shape = known.levels[level]
    known.counters[level] = known.counters.get(level, shape.start - 1) + 1
    for index, deeper in known.levels.items():
        if index > level and (deeper.restart is None or level + 1 <= deeper.restart):
            known.counters.pop(index, None)


def _shown(known: List_, level: int) -> str:
    shape = known.levels[level]
    if shape.format == "bullet":
        return bullet(shape.text)

    def number(found: re.Match[str]) -> str:
        index = int(found.group(1)) - 1
        other = known.levels.get(index, Level())
        value = known.counters.get(index, other.start)
        style = "decimal" if shape.legal and other.format != "none" else other.format
        return FORMATS.get(style, str)(value)

    return PLACEHOLDER.sub(number, shape.text).strip()


def bullet(text: str) -> str:
    """The bullet in plain Unicode."""
    shown = "".join(BULLETS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign) for sign in text).strip()
    return shown if shown != "·" else "•"


def load_numbering(root: _Element | None, styles: dict[str, _Element] | None = None) -> Numbering:
    """The lists of ``numbering.xml``; `styles` are the style elements by id, for lists defined by a style."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {found.get(W + "abstractNumId", ""): found for found in root.iterfind(W + "abstractNum")}
    numbers = {found.get(W + "numId", ""): found for found in root.iterfind(W + "num")}
    levels: dict[str, dict[int, Level]] = {}
    counters: dict[str, dict[int, int]] = {}
    for name, element in numbers.items():
        abstract = _abstract_of(element, abstracts, numbers, styles or {})
        if abstract not in abstracts:
            continue
        if abstract not in levels:
            levels[abstract] = {_index(found): _level(found) for found in abstracts[abstract].iterfind(W + "lvl")}
        own, starts = _overrides(element, levels[abstract])
        numbering.lists[name] = List_(own, counters.setdefault(abstract, {}), starts)
    return numbering


def _abstract_of(
    number: _Element, abstracts: dict[str, _Element], numbers: dict[str, _Element], styles: dict[str, _Element]
) -> str:
    """Id of the definition behind a list, followed once through the list style it may point to."""
    name = _value(number, "abstractNumId")
    link = _value(abstracts[name], "numStyleLink") if name in abstracts else ""
    if link in styles:
        through = numbering_of(styles[link].find(W + "pPr"))
        target = numbers.get(through[0] or "") if through else None
        if target is not None and target is not number:
            return _value(target, "abstractNumId")
    return name


def _overrides(number: _Element, levels: dict[int, Level]) -> tuple[dict[int, Level], dict[int, int]]:
    own, starts = levels, {}
    for override in number.iterfind(W + "lvlOverride"):
        index = _index(override)
        replaced = override.find(W + "lvl")
        if replaced is not None:
            own = {**own, index: _level(replaced)}
        if override.find(W + "startOverride") is not None:
            starts[index] = _number(_value(override, "startOverride"), 1)
    return own, starts


def _level(element: _Element) -> Level:
    restart = element.find(W + "lvlRestart")
    legal = element.find(W + "isLgl")
    return Level(
        start=_number(_value(element, "start"), 1),
        format=_value(element, "numFmt") or "decimal",
        text=clean(_value(element, "lvlText")),
        restart=None if restart is None else _number(restart.get(VAL), 0),
        legal=legal is not None and legal.get(VAL, "1") not in OFF,
        style=_value(element, "pStyle"),
    )


def _value(element: _Element, name: str) -> str:
    found = element.find(W + name)
    return "" if found is None else found.get(VAL, "")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise


def _index(element: _Element) -> int:
    return min(_number(element.get(W + "ilvl"), 0), LEVELS - 1)
