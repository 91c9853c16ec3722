"""Loading editions: by id, all of them, and which one to suggest for a school on a date."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any

from caitien.engine.catalogue.model import Criterion, Edition, Requirement, Standard
from caitien.engine.catalogue.validate import faults
from caitien.engine.data_file import folder, parse_yaml
from caitien.engine.errors import UserError


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Traversable]:
    """Id → file: ``17-2018/2018.yaml`` has the id ``tt17-2018``, ``57-2026/general.yaml`` has ``tt57-general``."""
    root = folder("catalogues")
    found = {}
    for regulation in sorted((place for place in root.iterdir() if place.is_dir()), key=lambda place: place.name):
        for file in sorted(regulation.iterdir(), key=lambda place: place.name):
            if file.name.endswith(".yaml"):
                found[f"tt{regulation.name.split('-')[0]}-{file.name.removesuffix('.yaml')}"] = file
    return found


def edition_ids() -> list[str]:
    """Ids of the editions that ship, by regulation and set."""
    return sorted(_shipped(), key=lambda id: (int(id[2:].split("-")[0]), id))


@lru_cache(maxsize=32)
def edition(id: str) -> Edition:
    """The edition of an id such as ``tt57-general``; an unknown id raises `UserError` that lists the known ones."""
    file = _shipped().get(id)
    if file is None:
        raise UserError(f"Chưa có bộ tiêu chuẩn “{id}”. Các bộ hiện có: {', '.join(edition_ids())}.")
    made = parse_edition(file.read_bytes(), f"{id} ({file.name})", shipped=True)
    if made.id != id:
        raise UserError(
            f"Tệp {file.name} ghi id “{made.id}”, còn theo chỗ để tệp thì id là “{id}”. Xin sửa một trong hai."
        )
    return made


def editions() -> tuple[Edition, ...]:
    """All editions that ship."""
    return tuple(edition(id) for id in edition_ids())


def editions_of(school_type: str | None) -> Iterator[Edition]:
    """The editions made for a type of school; None: all."""
    return (made for made in editions() if school_type is None or school_type in made.school_types)


def edition_for(school_type: str, date: datetime.date) -> Edition | None:
    """The edition to suggest for a self-assessment begun on this day; None where the catalogue has none.

    A plan inherits the edition of its assessment (T8), see `choose.edition_of_plan`.
    """
    day = date.isoformat()
    valid = [
        made
        for made in editions_of(school_type)
        if (made.valid_from or "") <= day and (made.valid_to is None or day <= made.valid_to)
    ]
    return max(valid, key=lambda made: made.valid_from or "", default=None)


def parse_edition(data: bytes, name: str, *, shipped: bool = False) -> Edition:
    """The edition of a YAML file; a file with faults raises `UserError` that says the first and how many there are."""
    raw = parse_yaml(data, name, shipped=shipped)
    found = faults(raw)
    if found:
        more = f" (và {len(found) - 1} chỗ nữa)" if len(found) > 1 else ""
        raise UserError(f"Bộ tiêu chuẩn {name} chưa dùng được{more}. {found[0].text}")
    return _edition(raw, hashlib.sha256(data).hexdigest())


def _edition(raw: Any, hash: str) -> Edition:
    standards = tuple(
        Standard(standard["code"], standard["title"], tuple(_criterion(item) for item in standard["criteria"]))
        for standard in raw["standards"]
    )
    return Edition(
        id=raw["id"],
        regulation=raw["regulation"],
        set=str(raw.get("set", "")),
        title=raw["title"],
        school_types=tuple(raw["school_types"]),
        standards=standards,
        level4=tuple(_criterion(item) for item in raw.get("level4", [])),
        level_rule=raw["level_rule"],
        rules=raw.get("rules", {}),
        forms=raw.get("forms", {}),
        thresholds=tuple(raw.get("thresholds", [])),
        valid_from=raw["valid_from"],
        valid_to=raw.get("valid_to"),
        source=raw["source"],
        verified=raw.get("verified", True),
        partial=raw.get("partial", False),
        totals=raw["totals"],
        note=raw.get("note", ""),
        hash=hash,
    )


def _criterion(raw: Any) -> Criterion:
    return Criterion(
        code=raw["code"],
        title=raw["title"],
        levels={level: tuple(_requirement(item) for item in items) for level, items in raw["levels"].items()},
        mandatory=raw.get("mandatory", False),
        quantitative=tuple(raw.get("quantitative", [])),
        verified=raw.get("verified", True),
        note=raw.get("note", ""),
    )


def _requirement(raw: Any) -> Requirement:
    return Requirement(str(raw["key"]), raw["question"], tuple(raw.get("evidence", [])))
