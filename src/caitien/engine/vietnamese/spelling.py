"""Slips of spelling: impossible syllables, pairs one mark away from a common word, words cut in half.

The lists stand in ``data/language/compounds.yaml``; what is not in them is never judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import yaml

from caitien.engine.vietnamese.text import fold

ONSETS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
RIMES = frozenset(
    [
        "a",
        "ac",
        "ach",
        "ai",
        "am",
        "an",
        "ang",
        "anh",
        "ao",
        "ap",
        "at",
        "au",
        "ay",
        "ăc",
        "ăm",
        "ăn",
        "ăng",
        "ăp",
        "ăt",
        "âc",
        "âm",
        "ân",
        "âng",
        "âp",
        "ât",
        "âu",
        "ây",
        "e",
        "ec",
        "em",
        "en",
        "eng",
        "eo",
        "ep",
        "et",
        "ê",
        "êch",
        "êm",
        "ên",
        "êng",
        "ênh",
        "êp",
        "êt",
        "êu",
        "i",
        "ia",
        "ich",
        "iêc",
        "iêm",
        "iên",
        "iêng",
        "iêp",
        "iêt",
        "iêu",
        "im",
        "in",
        "inh",
        "ip",
        "it",
        "iu",
        "o",
        "oa",
        "oac",
        "oach",
        "oai",
        "oam",
        "oan",
        "oang",
        "oanh",
        "oao",
        "oap",
        "oat",
        "oay",
        "oăc",
        "oăm",
        "oăn",
        "oăng",
        "oăt",
        "oc",
        "oe",
        "oen",
        "oeo",
        "oet",
        "oi",
        "om",
        "on",
        "ong",
        "ooc",
        "oong",
        "op",
        "ot",
        "ô",
        "ôc",
        "ôi",
        "ôm",
        "ôn",
        "ông",
        "ôp",
        "ôt",
        "ơ",
        "ơi",
        "ơm",
        "ơn",
        "ơp",
        "ơt",
        "u",
        "ua",
        "uân",
        "uâng",
        "uât",
        "uây",
        "uc",
        "uê",
        "uêch",
        "uênh",
        "uêu",
        "ui",
        "um",
        "un",
        "ung",
        "uôc",
        "uôi",
        "uôm",
        "uôn",
        "uông",
        "uôt",
        "uơ",
        "up",
        "ut",
        "uy",
        "uya",
        "uych",
        "uyên",
        "uyêt",
        "uynh",
        "uyt",
        "uyu",
        "uyn",
        "uyp",
        "ư",
        "ưa",
        "ưc",
        "ưi",
        "ưng",
        "ươc",
        "ươi",
        "ươm",
        "ươn",
        "ương",
        "ươp",
        "ươt",
        "ươu",
        "ưt",
        "ưu",
        "ưm",
        "ưn",
        "y",
        "yên",
        "yêt",
        "yêu",
        "yêm",
        "yêng",
        "êc",
        "ơng",
        "ây",
        "ych",
        "ynh",
    ]
)
STOPPED = ("c", "ch", "p", "t")
TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_SYLLABLE = re.compile(rf"(?P<onset>{ONSETS})(?P<rime>.*)")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its kind, where it begins, what stands there, and what should ("" where a person must decide)."""

    kind: str
    start: int
    text: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    compounds: frozenset[tuple[str, str]]
    also_words: frozenset[tuple[str, str]]
    nearby: dict[tuple[str, str], tuple[tuple[str, str], ...]]
    """(one syllable as it is, side) → the compounds that have it there."""
    bound: dict[str, tuple[frozenset[str], frozenset[str]]]


@cache
def lexicon() -> Lexicon:
    """The lists, loaded once."""
    raw = yaml.safe_load(files("caitien.data").joinpath("language/compounds.yaml").read_text("utf-8"))
    pairs = frozenset(_pairs(raw["compounds"]))
    nearby: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for pair in pairs:
        nearby.setdefault((pair[0], "first"), []).append(pair)
        nearby.setdefault((pair[1], "second"), []).append(pair)
    bound = {
        key: (frozenset(value.get("next", ())), frozenset(value.get("before", ())))
        for key, value in raw["bound"].items()
    }
    also = frozenset(_pairs(raw["also_words"])) - pairs
    return Lexicon(pairs, also, {key: tuple(value) for key, value in nearby.items()}, bound)


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for entry in line.split(","):
            words = entry.split()
            if len(words) == 2:
                yield words[0], words[1]


def slips(text: str) -> Iterator[Slip]:
    """Every slip of a passage, in order of kinds; a syllable is named once."""
    words = [(match[0], match.start()) for match in WORD.finditer(text)]
    taken: set[int] = set()
    for i, (word, at) in enumerate(words):
        if i + 1 < len(words) and _adjacent(text, at + len(word), words[i + 1][1]):
            right = _near_compound(word, words[i + 1][0])
            if right and not _held_by_others(words, i):
                taken.update((i, i + 1))
                yield Slip("pair", at, text[at : words[i + 1][1] + len(words[i + 1][0])], right)
    for i, (word, at) in enumerate(words):
        if i not in taken and not _possible(word):
            yield Slip("syllable", at, word)
        elif i not in taken and _left_out(words, i, text):
            yield Slip("bound", at, _around(words, i, text))


def _held_by_others(words: list[tuple[str, int]], i: int) -> bool:
    """Whether one of the pair makes a common word with its other neighbour ("tình hình | thực tế")."""
    lower = [word.casefold() for word, _ in words[max(i - 1, 0) : i + 3]]
    pairs = list(pairwise(lower))
    middle = 1 if i else 0
    return any(pair in lexicon().compounds for at, pair in enumerate(pairs) if at != middle)


def _adjacent(text: str, end: int, start: int) -> bool:
    return text[end:start].isspace()


@lru_cache(maxsize=65536)
def _near_compound(first: str, second: str) -> str | None:
    """The compound that a pair most likely means, in the letters of the pair's own beginning; None when it is fine."""
    if second[:1].isupper() and first[:1].isupper():
        return None
    pair = (first.casefold(), second.casefold())
    known = lexicon()
    if pair in known.compounds or pair in known.also_words:
        return None
    near = [c for c in known.nearby.get((pair[0], "first"), ()) if alike(pair[1], c[1])]
    near += [c for c in known.nearby.get((pair[1], "second"), ()) if alike(pair[0], c[0])]
    if len(set(near)) != 1:
        return None
    right = " ".join(near[0])
    return right[0].upper() + right[1:] if first[:1].isupper() else right


SOUNDS = (("x", "s"), ("ch", "tr"), ("gi", "d"), ("gi", "g"), ("gi", "r"), ("r", "d"), ("l", "n"))
ENDS = (("n", "ng"), ("t", "c"), ("p", "t"), ("o", "i"), ("nh", "n"))


def alike(written: str, meant: str) -> bool:
    """Whether a syllable can be a slip of another: the sounds that are mixed up, or hook for tilde."""
    if written == meant or len(written) < 2:
        return False
    bare, right = fold(written), fold(meant)
    if bare == right:
        return _marks(written) != _marks(meant) and _plausible_marks(written, meant)
    if _same_but(bare, right, SOUNDS, at_start=True):
        return _tone(written) == _tone(meant)
    if _same_but(bare, right, ENDS, at_start=False):
        return _tone(written) == _tone(meant)
    return False


def _plausible_marks(written: str, meant: str) -> bool:
    """Hook and tilde are mixed up; other marks count only in syllables of three letters or more."""
    tones = {_tone(written), _tone(meant)}
    same_vowels = _without_tone(written) == _without_tone(meant)
    return (same_vowels and tones == {"hỏi", "ngã"}) or len(written) >= 4


def _same_but(one: str, other: str, sounds: tuple[tuple[str, str], ...], *, at_start: bool) -> bool:
    for a, b in sounds:
        for x, y in ((a, b), (b, a)):
            if at_start and one.startswith(x) and y + one[len(x) :] == other:
                return True
            if not at_start and one.endswith(x) and one[: -len(x)] + y == other:
                return True
    return False


def _marks(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _tone(word: str) -> str:
    return next((TONES[letter] for letter in _marks(word) if letter in TONES), "ngang")


def _without_tone(word: str) -> str:
    return unicodedata.normalize("NFC", "".join(letter for letter in _marks(word) if letter not in TONES))


@lru_cache(maxsize=65536)
def _possible(word: str) -> bool:
    """Whether a word with Vietnamese letters can be a syllable; words in plain letters and names are not judged."""
    lower = word.casefold()
    if len(lower) < 2 or lower.isascii() or word[:1].isupper() or any(letter in lower for letter in "fjwz"):
        return True
    bare = _without_tone(lower)
    match = _SYLLABLE.fullmatch(bare)
    if match is None or not re.search("[aăâeêioôơuưy]", bare):
        return True
    rime, onset = match["rime"], match["onset"]
    if onset == "gi" and (not rime or rime[0] not in "aăâeêioôơuư"):
        rime = "i" + rime
    if onset == "qu" and rime not in RIMES:
        rime = "u" + rime
    if rime not in RIMES and onset + rime not in RIMES and not (onset == "gi" and "i" + rime in RIMES):
        return False
    return not (rime.endswith(STOPPED) and not rime.endswith("nh") and _tone(word) not in ("sắc", "nặng"))


def _left_out(words: list[tuple[str, int]], i: int, text: str) -> bool:
    """A syllable that stands only with others, without any of them beside it."""
    word = words[i][0]
    needs = lexicon().bound.get(word)
    if needs is None:
        return False
    after = words[i + 1][0].casefold() if i + 1 < len(words) else ""
    before = words[i - 1][0].casefold() if i else ""
    if after and not _adjacent(text, words[i][1] + len(word), words[i + 1][1]):
        after = ""
    return after not in needs[0] and before not in needs[1] and not (after and words[i + 1][0][0].isupper())


def _around(words: list[tuple[str, int]], i: int, text: str) -> str:
    first, last = max(i - 1, 0), min(i + 1, len(words) - 1)
    return text[words[first][1] : words[last][1] + len(words[last][0])]
