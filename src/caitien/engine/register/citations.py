"""Finding the regulations of the register in a text: by full number, by short number with its kind, laws by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from caitien.engine.register.model import Mention, Regulation
from caitien.engine.vietnamese.numbers import find_numbers
from caitien.engine.vietnamese.text import fold

KINDS: Mapping[str, tuple[str, ...]] = {
    "Thông tư": ("thông tư", "tt"),
    "Nghị định": ("nghị định", "nđ"),
    "Nghị quyết": ("nghị quyết", "nq"),
    "Quyết định": ("quyết định", "qđ"),
    "Công văn": ("công văn", "hướng dẫn", "cv"),
    "Văn bản hợp nhất": ("văn bản hợp nhất", "vbhn"),
    "Luật": ("luật",),
}
"""Kind → how texts name it."""

_WORDS = "|".join(sorted((word for words in KINDS.values() for word in words), key=len, reverse=True))
SHORT = re.compile(
    rf"(?<!\w)(?P<kind>{_WORDS})\s*+(?:số\s*+)?:?\s*+(?P<serial>\d{{1,5}}+)(?:\s*+/\s*+(?P<year>(?:19|20)\d\d))?(?!\d|\s*+/)",
    re.IGNORECASE,
)


def key_of(number: str) -> str:
    """A number for comparing: without blanks, ``&``, marks and letter case: ``17/2018/tt-bgddt``."""
    key = re.sub(r"[\s&.]", "", fold(number)).replace("–", "-")
    return re.sub(r"^0+(?=\d)", "", key)


class CitationFinder:
    """Looks texts up in the regulations given; made once for a register."""

    def __init__(self, regulations: Iterable[Regulation]) -> None:
        self._by_key: dict[str, Regulation] = {}
        self._by_short: dict[tuple[str, str], Regulation] = {}
        self._laws: list[tuple[re.Pattern[str], Regulation]] = []
        for item in regulations:
            for number in (item.number or "", *item.aliases):
                if number:
                    self._add(number, item)
            if not item.number and item.title:
                words = r"\s+".join(re.escape(word) for word in item.title.split())
                self._laws.append((re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), item))

    def _add(self, number: str, item: Regulation) -> None:
        self._by_key[key_of(number)] = item
        serial, _, rest = number.partition("/")
        year = rest.partition("/")[0]
        if year.isdigit():
            self._by_short[(item.kind, key_of(f"{serial}/{year}"))] = item
        elif item.kind == "Công văn":  # the serial alone tells letters apart, not decisions and resolutions
            self._by_short[(item.kind, serial)] = item

    def by_number(self, number: str) -> Regulation | None:
        """The regulation of a number in full, or short with its kind before it (``TT 17/2018``); else None."""
        match = SHORT.fullmatch(number.strip())
        if match:
            return self._short(match)
        return self._by_key.get(key_of(re.sub(rf"^\s*(?:{_WORDS})\s*(?:số)?\s*:?\s*", "", number, flags=re.IGNORECASE)))

    def find(self, text: str) -> list[Mention]:
        """Mentions in order of place; where two overlap the longer stands."""
        found = sorted(self._all(text), key=lambda mention: (mention.start, -mention.end))
        kept: list[Mention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def _all(self, text: str) -> Iterator[Mention]:
        for number in find_numbers(text) if "/" in text else ():
            item = self._by_key.get(key_of(number.value))
            if item:
                yield Mention(item, text[number.start : number.end], number.start, number.end)
        for match in SHORT.finditer(text) if any(letter.isdigit() for letter in text) else ():
            item = self._short(match)
            if item:
                yield Mention(item, match[0], match.start(), match.end())
        for pattern, item in self._laws if "luật" in text.lower() else ():
            for match in pattern.finditer(text):
                yield Mention(item, match[0], match.start(), match.end())

    def _short(self, match: re.Match[str]) -> Regulation | None:
        word = match["kind"].casefold()
        kind = next(kind for kind, words in KINDS.items() if word in words)
        serial = str(int(match["serial"]))
        return self._by_short.get((kind, f"{serial}/{match['year']}" if match["year"] else serial))
