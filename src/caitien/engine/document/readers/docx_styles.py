"""Styles of a Word document: what a paragraph or a run inherits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
OFF = ("0", "false", "off", "none")
ALIGNMENTS = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
NO_BORDER = ("none", "nil")


class Look(NamedTuple):
    """How a run looks; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    font: str | None = None


PLAIN = Look()


class Style(NamedTuple):
    """A style with everything it inherits."""

    name: str = ""
    look: Look = PLAIN
    align: str = ""
    outline: int | None = None
    numbering: tuple[str | None, int | None] | None = None
    """Id of the list and its level."""
    bordered: bool = False
    ids: tuple[str, ...] = ()
    """Its own id and those it is based on, nearest first."""


TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "u": "underline",
    W + "caps": "caps",
    W + "vanish": "hidden",
}
FONTS = W + "rFonts"
FONT_ATTRIBUTES = (W + "ascii", W + "hAnsi", W + "cs")


def look_of(properties: _Element | None) -> Look:
    """What a ``w:rPr`` says by itself."""
    if properties is None:
        return PLAIN
    said: dict[str, bool | str | None] = {}
    for child in properties:
        if child.tag in TOGGLES:
            said[TOGGLES[child.tag]] = child.get(VAL, "1") not in OFF
        elif child.tag == FONTS:
            said["font"] = next((child.get(name) for name in FONT_ATTRIBUTES if child.get(name)), None)
    return Look(**said)  # type: ignore[arg-type]


def overlay(below: Look, above: Look) -> Look:
    """What is said above, else what is said below."""
    return Look._make(low if top is None else top for low, top in zip(below, above, strict=True))


def toggle(below: Look, above: Look) -> Look:
    """A character style over a paragraph style: what both switch on is off again (ISO 29500-1, 17.7.3)."""
    merged = overlay(below, above)
    return merged._replace(
        bold=above.bold != below.bold if above.bold and below.bold else merged.bold,
        italic=above.italic != below.italic if above.italic and below.italic else merged.italic,
    )


def border_of(borders: _Element | None) -> bool:
    """Whether any line of a ``w:tblBorders`` or ``w:tcBorders`` is drawn."""
    return borders is not None and any(line.get(VAL, "none") not in NO_BORDER for line in borders)


def numbering_of(properties: _Element | None) -> tuple[str | None, int | None] | None:
    """List id and level of a ``w:numPr`` inside a ``w:pPr``; None when it has none."""
    found = properties.find(W + "numPr") if properties is not None else None
    if found is None:
        return None
    number, level = found.find(W + "numId"), found.find(W + "ilvl")
    return (None if number is None else number.get(VAL), None if level is None else _whole(level.get(VAL)))


def outline_of(properties: _Element | None) -> int | None:
    """Outline level of a ``w:pPr`` from 0; None when it has none."""
    found = properties.find(W + "outlineLvl") if properties is not None else None
    return None if found is None else _whole(found.get(VAL))


def align_of(properties: _Element | None) -> str:
    """Alignment that a ``w:pPr`` says, or ``""``."""
    found = properties.find(W + "jc") if properties is not None else None
    return "" if found is None else ALIGNMENTS.get(found.get(VAL, ""), "")


def _whole(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


@dataclass
class Styles:
    """The styles of one document; `style` and `look` answer with inheritance."""

    elements: dict[str, _Element] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    """Kind of style → id of the one used when none is named."""
    base: Look = PLAIN
    base_align: str = ""
    _known: dict[str, Style] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def style(self, name: str | None, kind: str = "paragraph") -> Style:
        """The style of this id, or the default of its kind."""
        key = name if name in self.elements else self.defaults.get(kind, "")
        if key not in self._known:
            self._known[key] = self._resolve(key, ())
        return self._known[key]

    def look(self, paragraph_style: str, run_style: str | None) -> Look:
        """How a run looks before its own properties are laid over it."""
        key = (paragraph_style, run_style or "")
        if key not in self._looks:
            inherited = self.style(paragraph_style).look
            if run_style in self.elements:
                inherited = toggle(inherited, self.style(run_style, "character").look)
            self._looks[key] = overlay(self.base, inherited)
        return self._looks[key]

    def _resolve(self, key: str, children: tuple[str, ...]) -> Style:
        element = self.elements.get(key)
        if element is None or key in children:
            return Style()
        below = element.find(W + "basedOn")
        parent = self._resolve(below.get(VAL, ""), (*children, key)) if below is not None else Style()
        paragraph, name = element.find(W + "pPr"), element.find(W + "name")
        outline, numbering = outline_of(paragraph), numbering_of(paragraph)
        borders = element.find(f"{W}tblPr/{W}tblBorders")
        return Style(
            name="" if name is None else name.get(VAL, ""),
            look=overlay(parent.look, look_of(element.find(W + "rPr"))),
            align=align_of(paragraph) or parent.align,
            outline=parent.outline if outline is None else outline,
            numbering=_inherit_numbering(parent.numbering, numbering),
            bordered=parent.bordered if borders is None else border_of(borders),
            ids=(key, *parent.ids),
        )


def _inherit_numbering(
    below: tuple[str | None, int | None] | None, above: tuple[str | None, int | None] | None
) -> tuple[str | None, int | None] | None:
    if below is None or above is None:
        return above or below
    return (above[0] or below[0], below[1] if above[1] is None else above[1])


def load_styles(root: _Element | None) -> Styles:
    """The styles of ``styles.xml``; none when the document has no such part."""
    styles = Styles()
    if root is None:
        return styles
    for element in root.iterfind(W + "style"):
        key, kind = element.get(W + "styleId", ""), element.get(W + "type", "")
        styles.elements[key] = element
        if element.get(W + "default", "0") not in OFF:
            styles.defaults[kind] = key
    defaults = root.find(W + "docDefaults")
    if defaults is not None:
        styles.base = look_of(defaults.find(f"{W}rPrDefault/{W}rPr"))
        styles.base_align = align_of(defaults.find(f"{W}pPrDefault/{W}pPr"))
    return styles
