"""From the criteria of one edition to those of another: advice, no law. Converting is a person's decision (fact 93)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from caitien.engine.data_file import folder, read_shipped


@dataclass(frozen=True, slots=True)
class Advice:
    """Where the content of an old criterion is found now, at least in part, and why; no codes: nowhere."""

    old: str
    new: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class EditionMapping:
    """The advice for one pair of editions."""

    old: str
    new: str
    criteria: Mapping[str, Advice]
    """By old code."""
    new_ground: Mapping[str, str]
    """New criteria of which the old edition says little, and what is new."""
    source: str
    verified: bool = False

    def old_of(self, code: str) -> tuple[str, ...]:
        """The old criteria whose content went into a new one."""
        return tuple(advice.old for advice in self.criteria.values() if code in advice.new)


@lru_cache(maxsize=1)
def mappings() -> tuple[EditionMapping, ...]:
    """All mappings that ship."""
    files = sorted(place.name for place in folder("mappings").iterdir() if place.name.endswith(".yaml"))
    return tuple(made for name in files for made in _mappings(name))


def mapping(old: str, new: str) -> EditionMapping | None:
    """The mapping from one edition id to another, else None."""
    return next((item for item in mappings() if (item.old, item.new) == (old, new)), None)


def _mappings(name: str) -> list[EditionMapping]:
    raw = read_shipped("mappings", name)
    return [
        EditionMapping(
            old=pair["from"],
            new=pair["to"],
            criteria={
                item["old"]: Advice(item["old"], tuple(item["new"]), item["reason"]) for item in pair["criteria"]
            },
            new_ground={item["new"]: item["reason"] for item in pair.get("new_ground", [])},
            source=raw["source"],
            verified=raw["verified"],
        )
        for pair in raw["sets"]
    ]
