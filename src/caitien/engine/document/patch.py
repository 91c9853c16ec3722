"""Changing single characters of a Word file: a copy in which all else, layout included, stays as it was.

An edit names a field of the plan and the characters to replace; the place of the field leads to its ``w:p``. The
characters are looked for near the place where they should stand, blanks counting as one, and replaced inside the runs
they stand in. What cannot be found for certain is left alone and handed back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Generic, Protocol, TypeVar
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from caitien.engine.document.docx_letters import Letters, letters_of
from caitien.engine.document.readers.docx import docx_paragraph_elements
from caitien.engine.document.readers.docx_styles import load_styles
from caitien.engine.document.readers.ooxml import (
    STRICT,
    main_part,
    open_package,
    parse_xml,
    read_part,
    read_xml,
    relations,
)
from caitien.engine.document.tree import Document, Paragraph, walk
from caitien.engine.vietnamese.text import nfc

NEAR = 60
"""Letters by which a passage may stand off its expected place: bullets and blanks are no part of a field."""


class TextEdit(Protocol):
    """Replace `old` by `new` in a field, from character `start` of its text."""

    @property
    def field(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...


class FieldPlace(Protocol):
    """Where a field was read: a block of the tree and the first of its characters."""

    @property
    def path(self) -> str: ...
    @property
    def start(self) -> int: ...


E = TypeVar("E", bound=TextEdit)


@dataclass(frozen=True, slots=True)
class Patched(Generic[E]):
    """The changed file, and the edits that could not be made."""

    data: bytes
    not_applied: tuple[E, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Letters of one paragraph to be replaced."""

    path: str
    start: int
    end: int
    new: str


@dataclass(slots=True)
class Page:
    """The paragraphs of the file by their address in the tree."""

    elements: dict[str, _Element]
    markers: dict[str, int]
    """Letters of the automatic number before the text, its blank included."""
    known: dict[str, Letters]

    def letters(self, path: str) -> Letters:
        if path not in self.known:
            self.known[path] = letters_of(self.elements[path])
        return self.known[path]

    def near(self, path: str) -> list[str]:
        """The paragraph itself and those after it in its cell, or those below a table or section."""
        if path not in self.elements:
            return [known for known in self.elements if known.startswith(f"{path}.")]
        parent, _, index = path.rpartition(".")
        if parent.count(".") < 2:
            return [path]
        following = (f"{parent}.{i}" for i in range(int(index), int(index) + 60))
        return [known for known in following if known in self.elements]


def apply_edits_docx(
    data: bytes, edits: Iterable[E], places: Mapping[str, FieldPlace], document: Document
) -> Patched[E]:
    """A copy of the Word file with the edits made; every other part of the package keeps its bytes.

    `document` is the tree read from `data`, `places` tell where the fields of the edits stand in it. Unreadable when
    `data` is no Word file.
    """
    wanted = list(edits)
    archive = open_package(data)
    main = main_part(archive, "word/document.xml")
    content = read_part(archive, main) or b""
    if STRICT in content:
        return Patched(data, tuple(wanted))
    root = parse_xml(content)
    page = _page(archive, main, root, document)
    changes: list[Change] = []
    left = []
    for edit in wanted:
        change = _find(edit, places, page)
        if change is None or any(_overlap(change, other) for other in changes):
            left.append(edit)
        elif change not in changes:
            changes.append(change)
    if not changes:
        return Patched(data, tuple(left))
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        page.letters(change.path).replace(change.start, change.end, change.new)
    return Patched(_repacked(archive, main, root), tuple(left))


def _page(archive: ZipFile, main: str, root: _Element, document: Document) -> Page:
    named = next((name for kind, name in relations(archive, main).values() if kind == "styles"), None)
    elements = docx_paragraph_elements(root, load_styles(read_xml(archive, named)))
    markers = {
        path: len(block.marker) + 1
        for path, block in walk(document.blocks)
        if isinstance(block, Paragraph) and block.marker
    }
    return Page(elements, markers, {})


def _find(edit: TextEdit, places: Mapping[str, FieldPlace], page: Page) -> Change | None:
    """The letters that the edit means; None when none or several may be meant."""
    place = places.get(edit.field)
    if place is None or not place.path:
        return _find_in_row(edit, places, page)
    if place.path in page.elements:
        return _nearest(edit, place, page)
    return _only(edit, page.near(place.path), page, at=edit.start)


def _find_in_row(edit: TextEdit, places: Mapping[str, FieldPlace], page: Page) -> Change | None:
    """A field put together from several cells: the one passage of its action that reads like this."""
    row = re.match(r"actions\[\d+\]\.", edit.field)
    if not row:
        return None
    paths = {place.path for name, place in places.items() if name.startswith(row[0]) and place.path in page.elements}
    around = dict.fromkeys(near for path in sorted(paths) for near in page.near(path))
    return _only(edit, list(around), page)


def _nearest(edit: TextEdit, place: FieldPlace, page: Page) -> Change | None:
    """The occurrence nearest to where it should stand, in the paragraph of the field or those that follow it."""
    old = _flat(edit.old)
    expected = edit.start + max(place.start - page.markers.get(place.path, 0), 0)
    best: tuple[int, Change] | None = None
    before = 0
    for path in page.near(place.path):
        text = page.letters(path).text
        for at in _occurrences(text, old, expected - before):
            distance = abs(before + at - expected)
            if distance <= NEAR and (best is None or distance < best[0]):
                best = distance, Change(path, at, at + len(old), edit.new)
        before += len(text) + 1
    return best[1] if best else None


def _only(edit: TextEdit, paths: list[str], page: Page, *, at: int | None = None) -> Change | None:
    """The only occurrence in these paragraphs; `at` is where it begins in its paragraph, when that is known."""
    old = _flat(edit.old)
    found = [
        Change(path, start, start + len(old), edit.new)
        for path in paths
        for start in _occurrences(page.letters(path).text, old, at)
    ]
    exact = [change for change in found if at is not None and abs(change.start - at) <= 2]
    return exact[0] if len(exact) == 1 else found[0] if len(found) == 1 else None


def _flat(text: str) -> str:
    """Composed, every run of blanks as one, those at the ends kept: they may be what is to be changed."""
    return re.sub(r"\s+", " ", nfc(text))


def _occurrences(text: str, old: str, expected: int | None) -> list[int]:
    """Where `old` begins; nothing to be found (an insertion) stands where it is expected."""
    if not old:
        return [expected] if expected is not None and 0 <= expected <= len(text) else []
    return [found.start() for found in re.finditer(f"(?={re.escape(old)})", text)]


def _overlap(one: Change, two: Change) -> bool:
    return one != two and one.path == two.path and one.start < two.end and two.start < one.end


def _repacked(archive: ZipFile, main: str, root: _Element) -> bytes:
    changed = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = BytesIO()
    with ZipFile(buffer, "w") as copy:
        for member in archive.infolist():
            content = changed if member.filename == main else archive.read(member)
            copy.writestr(member, content, compress_type=member.compress_type)
    return buffer.getvalue()
