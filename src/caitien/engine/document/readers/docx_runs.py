"""The inside of a Word paragraph: its runs, and what is anchored in it (text boxes, pictures, notes)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.docx_numbering import BULLETS
from caitien.engine.document.readers.docx_styles import VAL, Look, Styles, W, look_of, overlay
from caitien.engine.document.tree import Run
from caitien.engine.vietnamese import legacy

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
VML = "{urn:schemas-microsoft-com:vml}"

RUN = W + "r"
TEXT_BOX = W + "txbxContent"
KEPT = {
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "sdt")
}
"""Wrappers whose runs are read; deletions (``w:del``, ``w:moveFrom``) are not among them."""
FORMULAS = (MATH + "oMath", MATH + "oMathPara")
TEXTS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
SHAPES = (W + "drawing", W + "pict", W + "object")
WHITE = re.compile(r"[\t\n\r]")
"""In the text of a run a blank like others: tabs and breaks are elements."""
MARKS = re.compile("[\u0300-\u0309\u031b\u0323]+")
NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


@dataclass
class Inline:
    """What one paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    """Text boxes anchored here."""
    pictures: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Part ("footnotes", "endnotes") and id of the notes referred to."""
    breaks_before: int = 0
    breaks: int = 0
    """Page breaks that Word remembered: before the first text, and all of them."""
    hidden: bool = False
    """Hidden text was left out."""
    _pieces: list[tuple[str, Look, str | None]] = field(default_factory=list)


def read_inline(paragraph: _Element, styles: Styles, style: str, encoding: str | None = None) -> Inline:
    """The content of a ``w:p`` in the paragraph style of this id.

    `encoding` is the old encoding of runs whose font does not name one (found by the statistics of the whole text).
    """
    found = Inline()
    for run in _runs(paragraph):
        if run.tag != RUN:
            found._pieces.append((raw_text(run, MATH + "t"), Look(), None))
            continue
        properties = run.find(W + "rPr")
        named = properties.find(W + "rStyle") if properties is not None else None
        look = styles.look(style, None if named is None else named.get(VAL))
        if properties is not None:
            look = overlay(look, look_of(properties))
        text = _read_run(run, found)
        if look.hidden and text.strip():
            found.hidden = True
        elif text:
            found._pieces.append((text, look, legacy.encoding_of_font(look.font or "") or encoding))
    found.runs = _merged(found._pieces)
    return found


def raw_text(element: _Element, tag: str) -> str:
    """The text of all elements of this tag below the element, as it stands in the file."""
    return "".join(found.text or "" for found in element.iter(tag))


def _runs(element: _Element) -> Iterator[_Element]:
    """Runs and formulas in order, wrappers opened."""
    for child in element:
        tag = child.tag
        if tag == RUN or tag in FORMULAS:
            yield child
        elif tag in KEPT:
            yield from _runs(child)
        elif tag == MC + "AlternateContent":
            yield from _runs(_chosen(child))


def _chosen(alternatives: _Element) -> _Element:
    """The first form that is offered: later ones say the same again."""
    return alternatives[0] if len(alternatives) else alternatives


def _read_run(run: _Element, found: Inline) -> str:
    """Text of the run; what is no text goes into `found`."""
    parts: list[str] = []
    for child in run:
        tag = child.tag
        if tag == W + "t":
            parts.append(WHITE.sub(" ", child.text or ""))
        elif tag in TEXTS:
            parts.append(TEXTS[tag])
        elif tag == W + "br":
            parts.append("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
        elif tag == W + "lastRenderedPageBreak":
            found.breaks += 1
            if not any(parts) and not any(text.strip() for text, _, _ in found._pieces):
                found.breaks_before += 1
        elif tag == W + "sym":
            parts.append(_symbol(child))
        elif tag in NOTES:
            found.notes.append((NOTES[tag], child.get(W + "id", "")))
        elif tag in SHAPES:
            _read_shape(child, found)
        elif tag == MC + "AlternateContent":
            parts.append(_read_run(_chosen(child), found))
    return "".join(parts)


def _symbol(element: _Element) -> str:
    try:
        sign = chr(int(element.get(W + "char", ""), 16) | 0xF000)
    except (ValueError, OverflowError):
        return ""
    return BULLETS.get(sign, "•")


def _read_shape(shape: _Element, found: Inline) -> None:
    """Text boxes and pictures of a drawing; a drawing with neither is a mere line or frame and says nothing."""
    inside = (TEXT_BOX, MC + "Fallback")
    boxes = [box for box in shape.iter(TEXT_BOX) if not any(up.tag in inside for up in _ancestors(box, shape))]
    found.boxes.extend(boxes)
    described = shape.find(f".//{ANCHOR}docPr")
    name = "" if described is None else described.get("descr") or described.get("title") or ""
    pictured = any(True for _ in shape.iter(PICTURE, CHART, DIAGRAM, VML + "imagedata", DRAWING + "blip"))
    if pictured or (shape.tag == W + "object" and not boxes):
        found.pictures.append(clean(name))


def _ancestors(element: _Element, stop: _Element) -> Iterator[_Element]:
    up = element.getparent()
    while up is not None and up is not stop:
        yield up
        up = up.getparent()


def _merged(pieces: list[tuple[str, Look, str | None]]) -> list[Run]:
    """Neighbours of one look and one encoding joined, converted and cleaned.

    Blank pieces take the look before them; a mark at the start of a piece goes to the letter before it. Where one
    piece in an old font holds letters of Unicode, the font only kept its name and nothing is converted.
    """
    groups: list[tuple[list[str], tuple[bool, bool, bool], str | None]] = []
    for text, look, encoding in pieces:
        style = (bool(look.bold), bool(look.italic), bool(look.underline))
        shown = text.upper() if look.caps and encoding is None else text
        if groups and MARKS.match(shown):
            marks = MARKS.match(shown)[0]  # type: ignore[index]
            groups[-1][0].append(marks)
            shown = shown[len(marks) :]
        if groups and (not shown.strip() or (groups[-1][1] == style and groups[-1][2] == encoding)):
            groups[-1][0].append(shown)
        else:
            groups.append(([shown], style, encoding))
    modern = any(encoding and legacy.MODERN.search("".join(parts)) for parts, _, encoding in groups)
    texts = (
        (clean(_decoded("".join(parts), None if modern else encoding)), style) for parts, style, encoding in groups
    )
    return [Run(text, *style) for text, style in texts if text]


def _decoded(text: str, encoding: str | None) -> str:
    return legacy.to_unicode(text, encoding) if encoding else text
