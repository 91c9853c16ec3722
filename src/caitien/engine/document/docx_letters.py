"""The letters of a Word paragraph one by one, each with the place in the XML it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import combining

from lxml.etree import _Element

from caitien.engine.document.readers.cleaning import clean
from caitien.engine.document.readers.docx_runs import KEPT, MC, RUN, TEXTS
from caitien.engine.document.readers.docx_styles import W

TEXT, BREAK = W + "t", W + "br"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Source:
    """One letter as it stands in the file: an element and its index there, -1 for a tab or break."""

    element: _Element
    index: int
    letter: str


@dataclass(slots=True)
class Letters:
    """The text of a paragraph as readers see it: composed, runs of blanks as one, none at its ends."""

    sources: list[Source]
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """For each letter of the text the sources it comes from, first and one past the last."""

    def replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of the letters from `start` to `end`; only what differs is touched.

        Later letters first when several changes are made: places before a change stay valid.
        """
        old = self.text[start:end]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        first, last = start + head, end - tail
        words = new[head : len(new) - tail]
        at = self.spans[first][0] if first < len(self.spans) else len(self.sources)
        to = self.spans[last - 1][1] if last > first else at
        if last == first and first > 0:
            at = to = self.spans[first - 1][1]
        _rewrite(self.sources, at, to, words)


def letters_of(paragraph: _Element) -> Letters:
    """The letters of a ``w:p``; deleted text and text boxes are no part of it."""
    letters = Letters(list(_sources(paragraph)))
    text: list[str] = []
    for first, last in _clusters(letters.sources):
        for letter in clean("".join(source.letter for source in letters.sources[first:last])):
            if not letter.isspace():
                text.append(letter)
                letters.spans.append((first, last))
            elif text and text[-1] == " ":
                letters.spans[-1] = (letters.spans[-1][0], last)
            elif text:
                text.append(" ")
                letters.spans.append((first, last))
    if text and text[-1] == " ":
        text.pop()
        letters.spans.pop()
    letters.text = "".join(text)
    return letters


def _sources(element: _Element) -> Iterator[Source]:
    for child in element:
        if child.tag == RUN:
            yield from _of_run(child)
        elif child.tag in KEPT:
            yield from _sources(child)
        elif child.tag == MC + "AlternateContent" and len(child):
            yield from _sources(child[0])


def _of_run(run: _Element) -> Iterator[Source]:
    for child in run:
        if child.tag == TEXT:
            yield from (Source(child, i, letter) for i, letter in enumerate(child.text or ""))
        elif child.tag in TEXTS:
            yield Source(child, -1, TEXTS[child.tag])
        elif child.tag == BREAK and child.get(W + "type", "textWrapping") == "textWrapping":
            yield Source(child, -1, "\n")


def _clusters(sources: list[Source]) -> Iterator[tuple[int, int]]:
    """Letters with the marks that are typed after them."""
    first = 0
    for i in range(1, len(sources) + 1):
        if i == len(sources) or not combining(sources[i].letter):
            yield first, i
            first = i


def _common(one: str, two: str) -> int:
    """Length of the common beginning."""
    pairs = zip(one, two, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(two)))


def _rewrite(sources: list[Source], at: int, to: int, words: str) -> None:
    """Write `words` where the sources from `at` to `to` stood."""
    target = _home(sources, at, to)
    for source in reversed(sources[at:to]):
        parent = source.element.getparent()
        if source.index >= 0:
            _set(source.element, source.index, source.index + 1, "")
        elif parent is not None:
            parent.remove(source.element)
    if target and words:
        element, index = target
        _set(element, index, index, words)


def _home(sources: list[Source], at: int, to: int) -> tuple[_Element, int] | None:
    """Element and index to write at: the first letter replaced, else the nearest one beside, the one before first."""
    inside = next((source for source in sources[at:to] if source.index >= 0), None)
    if inside:
        return inside.element, inside.index
    for distance in range(len(sources)):
        before, after = at - 1 - distance, to + distance
        if before >= 0 and sources[before].index >= 0:
            return sources[before].element, sources[before].index + 1
        if after < len(sources) and sources[after].index >= 0:
            return sources[after].element, sources[after].index
    return None


def _set(element: _Element, start: int, end: int, words: str) -> None:
    text = element.text or ""
    element.text = text[:start] + words + text[end:]
    element.set(SPACE, "preserve")
