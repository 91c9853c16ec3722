"""Slips of spelling: impossible syllables, tone marks out of place, pairs a sound away from a word, words cut in half.

The lists stand in ``data/language``; what is not in them is never judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from caitien.engine.data_file import read_shipped
from caitien.engine.vietnamese.syllables import alike, mended, possible, right_place, sound
from caitien.engine.vietnamese.text import fold

WORD = re.compile(r"[^\W\d_]+")
Pair = tuple[str, str]
Word = tuple[str, int]
"""A word and where it begins."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its kind, where it begins, what stands there, and what should ("" where a person must decide)."""

    kind: str
    start: int
    text: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists, ready for looking up; all words are lower case."""

    compounds: frozenset[Pair]
    """Two neighbours of a word or fixed term."""
    whole: frozenset[Pair]
    """Words of two syllables."""
    also_words: frozenset[Pair]
    near: dict[tuple[str, str, bool], tuple[Pair, ...]]
    """(syllable as it is, sound of the other, whether the first is given) → compounds."""
    not_words: dict[str, str]
    misspelt: dict[Pair, str]
    free: frozenset[str]
    known: frozenset[str]
    """Syllables that stand in any word of the lists."""
    loanwords: frozenset[str]
    bound: dict[str, tuple[frozenset[str], frozenset[str]]]


@cache
def lexicon() -> Lexicon:
    """The lists, loaded once."""
    words, slips_known = read_shipped("language", "compounds.yaml"), read_shipped("language", "slips.yaml")
    whole = frozenset(_pairs(words["words"]))
    pairs = whole | frozenset(_pairs(words["terms"]))
    also = frozenset(_pairs(words["also_words"]))
    free = frozenset(slips_known["free"].split())
    near: dict[tuple[str, str, bool], list[Pair]] = {}
    for first, second in pairs:
        near.setdefault((first, sound(second), True), []).append((first, second))
        near.setdefault((second, sound(first), False), []).append((first, second))
    return Lexicon(
        compounds=pairs,
        whole=whole,
        also_words=also,
        near={key: tuple(sorted(value)) for key, value in near.items()},
        not_words=dict(entry.split(">") for entry in slips_known["not_words"].split()),
        misspelt=dict(_corrections(slips_known["misspelt"])),
        free=free,
        known=free | {word for pair in pairs | also for word in pair},
        loanwords=frozenset(slips_known["loanwords"].split()),
        bound={key: _neighbours(value) for key, value in slips_known["bound"].items()},
    )


def _pairs(lines: Iterable[str]) -> Iterator[Pair]:
    for line in lines:
        for entry in line.split(","):
            yield from pairwise(entry.casefold().split())


def _corrections(lines: Iterable[str]) -> Iterator[tuple[Pair, str]]:
    for line in lines:
        for entry in line.split(","):
            wrong, right = entry.split(">")
            first, second = wrong.split()
            yield (first, second), right.strip()


def _neighbours(raw: Any) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(raw["next"].split()), frozenset(raw["before"].split())


def slips(text: str) -> Iterator[Slip]:
    """Every slip of a passage in order; a syllable is named once."""
    words = [(match[0], match.start()) for match in WORD.finditer(text)]
    taken = -1
    for i, (word, at) in enumerate(words):
        if i <= taken:
            continue
        pair = _pair_slip(text, words, i)
        if pair:
            yield pair
            taken = i + 1
            continue
        kind, right = _judged(word)
        if kind:
            yield Slip(kind, at, word, right)
        elif _left_out(words, i, text):
            first, last = max(i - 1, 0), min(i + 1, len(words) - 1)
            yield Slip("bound", words[first][1], text[words[first][1] : words[last][1] + len(words[last][0])])


def _pair_slip(text: str, words: list[Word], i: int) -> Slip | None:
    """The slip of a word together with the next one."""
    if i + 1 == len(words):
        return None
    (first, at), (second, then) = words[i], words[i + 1]
    if not text[at + len(first) : then].isspace():
        return None
    kind, right = _judged_pair(first, second)
    if not kind or _held_by_others(text, words, i):
        return None
    return Slip(kind, at, text[at : then + len(second)], right)


@lru_cache(maxsize=65536)
def _judged_pair(first: str, second: str) -> tuple[str, str]:
    """(kind, what is meant) of two words side by side: ``known`` slip, ``pair`` that may be one, or ("", "")."""
    if first[:1].isupper() and second[:1].isupper():
        return "", ""
    pair = (first.casefold(), second.casefold())
    lists = lexicon()
    if (right_place(pair[0]), right_place(pair[1])) in lists.compounds:
        return "", ""
    if pair in lists.misspelt:
        return "known", _like(first, lists.misspelt[pair])
    if pair in lists.also_words:
        return "", ""
    meant = _near(pair, lists)
    if not meant:
        return "", ""
    if len(meant) > 1:
        return "pair", ""
    sure = any(word not in lists.known for word in pair)
    return "known" if sure else "pair", _like(first, " ".join(meant[0]))


def _near(pair: Pair, lists: Lexicon) -> list[Pair]:
    """The compounds of which a pair can be a slip; none where two words may just have met."""
    first, second = pair
    found = [c for c in lists.near.get((first, sound(second), True), ()) if _slip_of(second, c[1], first, lists)]
    found += [c for c in lists.near.get((second, sound(first), False), ()) if _slip_of(first, c[0], second, lists)]
    return list(dict.fromkeys(found))


def _slip_of(written: str, meant: str, other: str, lists: Lexicon) -> bool:
    """Whether a syllable can be a slip of the one meant beside the other syllable, which is right."""
    if not alike(written, meant) or (written in lists.free and other in lists.free):
        return False
    return len(written) > 3 or written not in lists.known or fold(written) != fold(meant)


def _held_by_others(text: str, words: list[Word], i: int) -> bool:
    """Whether one of the pair makes a common word with its other neighbour ("tình hình | thực tế")."""
    around = words[max(i - 1, 0) : i + 3]
    sides = [
        (one[0].casefold(), two[0].casefold())
        for at, (one, two) in enumerate(pairwise(around))
        if at != (1 if i else 0) and text[one[1] + len(one[0]) : two[1]].isspace()
    ]
    return any(side in lexicon().compounds for side in sides)


@lru_cache(maxsize=65536)
def _judged(word: str) -> tuple[str, str]:
    """(kind, what is meant) of one word: ``syllable`` that cannot be, ``tone`` mark out of place, or ("", "").

    Names and words with capitals inside are not judged.
    """
    if len(word) < 2 or not word.islower() or word in lexicon().loanwords:
        return "", ""
    meant = lexicon().not_words.get(word)
    if meant:
        return "known", meant
    placed = right_place(word)
    if placed != word:
        return "tone", placed
    if possible(word):
        return "", ""
    halves = _halves(word)
    if halves is None:
        return "syllable", mended(word)
    return ("joined", halves) if halves else ("", "")


def _halves(word: str) -> str | None:
    """A word of two possible syllables: with the blank where it is a common word, "" where it may be a loanword."""
    cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    fitting = [cut for cut in cuts if all(possible(half) and re.search("[aăâeêioôơuưy]", half) for half in cut)]
    known = [cut for cut in cuts if cut in lexicon().compounds]
    if known:
        return " ".join(known[0])
    return "" if fitting else None


def _like(written: str, right: str) -> str:
    return right[0].upper() + right[1:] if written[:1].isupper() else right


def _left_out(words: list[Word], i: int, text: str) -> bool:
    """A syllable that stands only with others, without any of them beside it."""
    word, at = words[i]
    needs = lexicon().bound.get(word)
    if needs is None:
        return False
    after = before = ""
    if i + 1 < len(words) and text[at + len(word) : words[i + 1][1]].isspace():
        after = words[i + 1][0]
    if i and text[words[i - 1][1] + len(words[i - 1][0]) : at].isspace():
        before = words[i - 1][0]
    if after[:1].isupper() or (not after and not before):
        return False
    return after.casefold() not in needs[0] and before.casefold() not in needs[1]
