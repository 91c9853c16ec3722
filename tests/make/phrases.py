"""The bank of weaknesses and remedies (phrases/*.yaml) and how its marks are filled.

``{n:4-9}`` draws a number and remembers it as ``n``; ``{n}``, ``{n+2}``, ``{n-1}`` use it. ``{t1}`` … ``{t3}`` are the
months of the action, ``{d1}`` … days in them, ``{hs}``, ``{parents}``, ``{commune}`` … words of the school.
A name in capitals at the beginning (``{T1}``, ``{Vice}``) begins with a capital letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

MARK = re.compile(r"\{(?P<name>[A-Za-z]\w*)(?::(?P<low>\d+)-(?P<high>\d+))?(?P<shift>[+-]\d+)?\}")
SETS = {"tt17": "p17", "tt18": "s18", "tt19": "m19"}
SETS57 = {"tt57-preschool": "k57", "tt57-general": "g57", "tt57-continuing": "c57"}


@dataclass(slots=True)
class Filler:
    """Fills the marks of one entry, the same number for the same name."""

    rng: Random
    words: dict[str, str]
    padded: bool = False
    """Numbers below ten are written with a zero ("03 lớp"); percentages never are."""
    numbers: dict[str, int] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """The text with every mark replaced."""
        return MARK.sub(self._value, text)

    def _value(self, match: re.Match[str]) -> str:
        name = match["name"]
        lower = name[0].lower() + name[1:]
        if lower in self.words:
            word = self.words[lower]
            return word[0].upper() + word[1:] if name[0].isupper() else word
        if match["low"] and name not in self.numbers:
            self.numbers[name] = self.rng.randint(int(match["low"]), int(match["high"]))
        value = self.numbers[name] + int(match["shift"] or 0)
        return f"{value:02d}" if self.padded and name[0] != "p" else str(value)


@lru_cache(maxsize=1)
def _bank() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted((Path(__file__).parent / "phrases").glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            for place in entry["for"].split():
                found.setdefault(place, []).append(entry)
    return found


def entries(edition_id: str, code: str) -> list[dict[str, Any]]:
    """What the bank knows about a criterion (``2.2`` or ``M4.1``) of an edition; at least one entry each."""
    key = SETS57.get(edition_id) or SETS[edition_id.split("-")[0]]
    return _bank()[f"{key}/{code}"]
