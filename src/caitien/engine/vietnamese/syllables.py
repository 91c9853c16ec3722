"""The build of Vietnamese syllables: which can exist, where the tone mark stands, which sound alike.

Syllables are composed (NFC), lower case.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from caitien.engine.data_file import read_shipped
from caitien.engine.vietnamese.text import fold

ONSETS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_LISTS = read_shipped("language", "syllables.yaml")
RIMES = frozenset(_LISTS["rimes"].split())
STOPPED = re.compile(r"(?:ch|c|p|t)$")
TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
VOWELS = "aăâeêioôơuưy"
ONSET_SOUNDS = {
    **dict.fromkeys(("s", "x"), "s"),
    **dict.fromkeys(("ch", "tr"), "ch"),
    **dict.fromkeys(("d", "gi", "g", "gh", "r"), "d"),
    **dict.fromkeys(("l", "n"), "l"),
    **dict.fromkeys(("c", "k", "qu"), "k"),
    "ngh": "ng",
}
_SYLLABLE = re.compile(rf"(?P<onset>{ONSETS})(?P<rime>.*)")
_PLAIN_ONSET = re.compile(r"ngh|ng|nh|gh|gi(?=[aeiou])|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx]?")
_SWAPPED = re.compile(r"[aeiouy](?:gn|hn|hc)$")
_ENGLISH = frozenset(_LISTS["english"].split())


@lru_cache(maxsize=16384)
def tone(syllable: str) -> str:
    """ "huyền", "sắc", "ngã", "hỏi", "nặng" or "ngang"."""
    return next((TONES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in TONES), "ngang")


@lru_cache(maxsize=16384)
def without_tone(syllable: str) -> str:
    """The syllable with its vowels but without the tone: "trưởng" → "trương"."""
    marks = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))


def parts(bare: str) -> tuple[str, str] | None:
    """Onset and rime of a syllable without tone; None when no such syllable can exist."""
    match = _SYLLABLE.fullmatch(bare)
    if match is None:
        return None
    onset, rime = match["onset"], match["rime"]
    if onset == "gi" and rime not in RIMES and "i" + rime in RIMES:
        rime = "i" + rime
    elif onset == "qu" and rime not in RIMES:
        rime = "u" + rime
    narrow = rime[:1] in ("i", "e", "ê", "y")
    misspelt = onset in ("ng", "g", "c") if narrow else onset in ("ngh", "gh", "k")
    return (onset, rime) if rime in RIMES and not misspelt else None


@lru_cache(maxsize=16384)
def possible(syllable: str) -> bool:
    """Whether letters can be a syllable. Words in plain letters are only asked for endings in the wrong order."""
    if syllable.isascii():
        return not (_SWAPPED.search(syllable) and parts(_turned(syllable)) and syllable not in _ENGLISH)
    bare = without_tone(syllable)
    if len(bare) < 2 or not any(letter in VOWELS for letter in bare) or any(letter in "fjwz" for letter in bare):
        return True
    found = parts(bare)
    if found is None:
        return False
    return not STOPPED.search(found[1]) or tone(syllable) in ("sắc", "nặng")


@lru_cache(maxsize=16384)
def right_place(syllable: str) -> str:
    """The syllable with its tone mark over the vowel where it belongs ("qủa" → "quả"); "hòa" and "hoà" both stay."""
    bare = without_tone(syllable)
    found = parts(bare) if bare != syllable else None
    if found is None:
        return syllable
    at = [i for i, letter in enumerate(syllable) if tone(letter) != "ngang"]
    start = len(bare) - len(found[1])
    allowed = [start + place for place in _places(found[1])]
    if len(at) != 1 or len(bare) != len(syllable) or at[0] in allowed:
        return syllable
    mark = next(mark for mark, name in TONES.items() if name == tone(syllable))
    place = allowed[-1]
    return bare[:place] + unicodedata.normalize("NFC", bare[place] + mark) + bare[place + 1 :]


def mended(syllable: str) -> str:
    """What an impossible syllable most likely is ("chíhn" → "chính", "trưòng" → "trường"); "" when that is not sure."""
    tries = {
        _turned(syllable),
        re.sub(r"^k(?=h?[^iêeyh])", "c", syllable),
        re.sub(r"^c(?=[ieêyíìỉĩịéèẻẽẹếềểễệýỳỷỹỵ])", "k", syllable),
        re.sub(r"(.)\1+$", r"\1", syllable),
        re.sub(r"^ng(?!h)", "ngh", syllable),
        re.sub(r"^ngh", "ng", syllable),
        _horned(syllable),
    } - {syllable}
    found = {right_place(one) for one in tries if parts(without_tone(one)) and possible(one)}
    return found.pop() if len(found) == 1 else ""


def _turned(syllable: str) -> str:
    """With the last two letters the other way round: "trogn" → "trong"."""
    return re.sub(r"(gn|hn|hc)$", lambda end: end[0][::-1], syllable)


def _horned(syllable: str) -> str:
    """ươ for ưo and uơ, with the tone on the ơ."""
    bare = without_tone(syllable)
    if not re.search("ưo|uơ", bare) or len(bare) != len(syllable):
        return syllable
    mark = next((mark for mark, name in TONES.items() if name == tone(syllable)), "")
    plain = re.sub("ưo|uơ", "ươ", bare)
    at = plain.index("ươ") + 1
    return plain[:at] + unicodedata.normalize("NFC", "ơ" + mark) + plain[at + 1 :]


def _places(rime: str) -> tuple[int, ...]:
    """Places in a rime where its tone mark may stand."""
    vowels = re.match(rf"[{VOWELS}]*", rime)
    cluster = vowels[0] if vowels else ""
    marked = [i for i, letter in enumerate(cluster) if letter in "ăâêôơ"]
    if marked:
        return (marked[-1],)
    if len(cluster) < 2:
        return (0,)
    if cluster in ("oa", "oe", "uy", "oo"):
        return (1,) if len(rime) > 2 else (0, 1)
    return (1,) if len(cluster) == 3 else (0,)


@lru_cache(maxsize=16384)
def sound(syllable: str) -> str:
    """A key that syllables share when one can be a slip of the other: s/x, ch/tr, d/gi/r, l/n, endings, marks."""
    bare = fold(syllable).replace("y", "i")
    match = _PLAIN_ONSET.match(bare)
    onset = match[0] if match else ""
    rime = bare[len(onset) :] or "i"
    rime = re.sub(r"(?:ng|nh|n)$", "n", rime)
    rime = re.sub(r"(?:ch|c|t|p)$", "t", rime)
    rime = re.sub(r"(?<=[aeiou])[iou]$", "i", rime)
    return ONSET_SOUNDS.get(onset, onset) + rime


_SOUNDS = (
    ("x", "s"),
    ("ch", "tr"),
    ("gi", "d"),
    ("gi", "g"),
    ("gi", "r"),
    ("r", "d"),
    ("l", "n"),
    ("g", "gh"),
    ("ng", "ngh"),
)
_ENDS = (("n", "ng"), ("n", "nh"), ("ng", "nh"), ("t", "c"), ("t", "ch"), ("p", "t"), ("o", "i"))


@lru_cache(maxsize=65536)
def alike(written: str, meant: str) -> bool:
    """Whether a syllable can be a slip of another: one sound mixed up with the same tone, or other marks only."""
    if written == meant:
        return False
    bare, right = fold(written), fold(meant)
    if bare == right:
        return True
    same_tone = tone(written) == tone(meant)
    return same_tone and (_swapped(bare, right, _SOUNDS, start=True) or _swapped(bare, right, _ENDS, start=False))


def _swapped(one: str, other: str, pairs: tuple[tuple[str, str], ...], *, start: bool) -> bool:
    for a, b in pairs:
        for x, y in ((a, b), (b, a)):
            if start and one.startswith(x) and y + one[len(x) :] == other:
                return True
            if not start and one.endswith(x) and one[: -len(x)] + y == other:
                return True
    return False
