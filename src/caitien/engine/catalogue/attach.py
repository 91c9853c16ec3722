"""Putting the regulation's own wording beside ours. The edition's file and hash stay as they are.

The wording is kept in an overlay file, one per edition, in a folder that the caller gives; `with_official` shows an
edition with it. Requirements are matched by criterion, level and key; where a level has another number of
requirements than the regulation's file, its keys mean other things and the level's whole text is put to each.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from caitien.engine.catalogue.model import Criterion, Edition
from caitien.engine.errors import Unreadable, UserError
from caitien.engine.vietnamese.text import nfc, same

FORMAT = 1
"""Number of the form of the overlay file."""

Texts = dict[str, dict[int, dict[str, str]]]
"""Criterion → level → key → wording."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """What was matched: places are written ``1.3/2/a`` (criterion, level, key)."""

    edition: str
    matched: tuple[str, ...]
    whole_level: tuple[str, ...]
    """Requirements that got the text of their whole level."""
    unmatched: tuple[str, ...]
    """Requirements of the edition without official wording."""
    unused: tuple[str, ...]
    """Wordings of the file that found no place."""
    other_titles: tuple[tuple[str, str, str], ...]
    """(criterion, our title, title in the file) where they differ."""
    overlay: Path


def attach(edition: Edition, official_file: Path, folder: Path) -> Attachment:
    """Match a regulation's JSON with the edition and write the overlay; a file of another kind raises `UserError`."""
    try:
        data = official_file.read_bytes()
        raw = json.loads(data)
    except OSError:
        raise Unreadable(f"Không mở được tệp {official_file.name}. Xin xem lại đường dẫn.") from None
    except (ValueError, RecursionError):
        raise Unreadable(f"Tệp {official_file.name} không phải JSON. Xin chọn tệp lời văn của thông tư.") from None
    titles, texts = _official(raw, edition, official_file.name)
    matched = {place: texts[place[0]][place[1]][place[2]] for place in _places(edition) if _fits(texts, edition, place)}
    whole = {place: " ".join(level.values()) for place in _places(edition) if (level := _whole(texts, edition, place))}
    overlay = overlay_path(edition, folder)
    _write(overlay, edition, sha256(data).hexdigest(), {**matched, **whole})
    return Attachment(
        edition=edition.id,
        matched=tuple(_name(place) for place in matched),
        whole_level=tuple(_name(place) for place in whole),
        unmatched=tuple(_name(place) for place in _places(edition) if place not in matched and place not in whole),
        unused=tuple(_name(place) for place in _unused(texts, set(matched), set(whole))),
        other_titles=tuple(_other_titles(edition, titles)),
        overlay=overlay,
    )


def overlay_path(edition: Edition, folder: Path) -> Path:
    """Where the overlay of an edition is kept."""
    return folder / f"{edition.id}.json"


def with_official(edition: Edition, folder: Path) -> Edition:
    """The edition with the official wording from its overlay; without an overlay the edition itself."""
    path = overlay_path(edition, folder)
    if not path.exists():
        return edition
    again = f"Xin chạy lại: caitien catalogue attach {edition.id} TỆP."
    try:
        raw = json.loads(path.read_bytes())
        wrong = raw["format"] != FORMAT or raw["hash"] != edition.hash
        texts = {tuple(place.split("/")): str(text) for place, text in raw["texts"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(f"Tệp lời văn chính thức {path.name} đã hỏng. {again}") from None
    if wrong:
        raise UserError(f"Tệp lời văn chính thức {path.name} thuộc một bản khác của bộ tiêu chuẩn. {again}")

    def worded(criterion: Criterion) -> Criterion:
        levels = {
            level: tuple(replace(item, official=texts.get((criterion.code, str(level), item.key))) for item in items)
            for level, items in criterion.levels.items()
        }
        return replace(criterion, levels=levels)

    standards = tuple(
        replace(standard, criteria=tuple(worded(criterion) for criterion in standard.criteria))
        for standard in edition.standards
    )
    return replace(edition, standards=standards, level4=tuple(worded(criterion) for criterion in edition.level4))


def _official(raw: Any, edition: Edition, name: str) -> tuple[dict[str, str], Texts]:
    """Titles and wordings of the part of the file that is about this edition."""
    part = _part(raw, edition)
    if part is None:
        raise UserError(
            f"Tệp {name} không có lời văn của {edition.regulation} cho bộ “{edition.id}”. Xin chọn tệp khác."
        )
    titles: dict[str, str] = {}
    texts: Texts = {}
    try:
        for criterion in _official_criteria(part):
            titles[criterion["code"]] = nfc(criterion["title"])
            levels = criterion.get("requirements") or criterion["levels"]
            texts[criterion["code"]] = {int(level): _keyed(items) for level, items in levels.items()}
    except (KeyError, TypeError, AttributeError, ValueError):
        raise UserError(f"Tệp {name} không đúng khuôn của tệp lời văn thông tư. Xin chọn tệp khác.") from None
    return titles, texts


def _part(raw: Any, edition: Edition) -> Any:
    """The file holds several sets: under the short name of the regulation, or in a list by kind of institution."""
    if not isinstance(raw, dict):
        return None
    for part in raw.values():
        if isinstance(part, dict) and edition.regulation in str(part.get("regulation", "")):
            return part if str(part.get("edition", edition.set)).startswith(edition.set) else None
    meta = raw.get("meta")
    if not isinstance(meta, dict) or meta.get("document_number") != edition.regulation:
        return None
    sets = raw.get("institution_types")
    return next((part for part in sets if part.get("key") == edition.set), None) if isinstance(sets, list) else None


def _official_criteria(part: Any) -> Iterator[Any]:
    for standard in part["standards"]:
        yield from standard["criteria"]
    yield from part.get("level4", {}).get("criteria", [])


def _keyed(items: Any) -> dict[str, str]:
    if isinstance(items, str):
        items = [items]
    if all(isinstance(item, str) for item in items):
        return {str(i): nfc(text) for i, text in enumerate(items, 1)}
    return {item["indicator"]: nfc(item["text"]) for item in items}


Place = tuple[str, int, str]


def _name(place: Place) -> str:
    return "/".join(str(part) for part in place)


def _places(edition: Edition) -> Iterator[Place]:
    for criterion in (*edition.criteria, *edition.level4):
        for level, requirements in criterion.levels.items():
            yield from ((criterion.code, level, requirement.key) for requirement in requirements)


def _keys(edition: Edition, code: str, level: int) -> set[str]:
    criterion = edition.criterion(code)
    return {item.key for item in criterion.levels.get(level, ())} if criterion else set()


def _fits(texts: Texts, edition: Edition, place: Place) -> bool:
    return set(texts.get(place[0], {}).get(place[1], {})) == _keys(edition, place[0], place[1])


def _whole(texts: Texts, edition: Edition, place: Place) -> Mapping[str, str]:
    return {} if _fits(texts, edition, place) else texts.get(place[0], {}).get(place[1], {})


def _unused(texts: Texts, matched: set[Place], whole: set[Place]) -> Iterator[Place]:
    used = {(code, level) for code, level, _ in whole}
    for code, levels in texts.items():
        for level, items in levels.items():
            for key in items:
                if (code, level, key) not in matched and (code, level) not in used:
                    yield code, level, key


def _other_titles(edition: Edition, titles: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for criterion in edition.criteria:
        if criterion.code in titles and not same(criterion.title, titles[criterion.code]):
            yield criterion.code, criterion.title, titles[criterion.code]


def _write(path: Path, edition: Edition, source: str, texts: Mapping[Place, str]) -> None:
    overlay = {
        "format": FORMAT,
        "edition": edition.id,
        "hash": edition.hash,
        "source_sha256": source,
        "texts": {_name(place): text for place, text in texts.items()},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(overlay, ensure_ascii=False, indent=1), encoding="utf-8")
