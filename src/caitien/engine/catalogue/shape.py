"""The shape of an edition file: which keys stand where and what their values must be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

SCHOOL_TYPES = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing")
ID = re.compile(r"tt\d+-[a-z0-9]+(?:-[a-z0-9]+)*")
KEY = re.compile(r"[a-zđ]|\*|[1-9]\d?")

Path = tuple[str | int, ...]
"""The way to a value: keys and indices from the top of the file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the way to it in the file, and a sentence that names the place in words."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Should:
    """What a value has to be, and how to say it."""

    test: Callable[[Any], bool]
    words: str
    required: bool = False


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and unicodedata.is_normalized("NFC", value)


def _is_day(value: Any) -> bool:
    try:
        return value is None or bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _are_types(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(item in SCHOOL_TYPES for item in value)


TEXT = Should(_is_text, "cần là chữ (Unicode dựng sẵn), không để trống", required=True)
NOTE = Should(lambda value: isinstance(value, str), "cần là chữ")
TEXTS = Should(_is_texts, "cần là danh sách các dòng chữ")
FLAG = Should(lambda value: isinstance(value, bool), "cần là true hoặc false")
DAY = Should(_is_day, "cần là ngày dạng 2026-07-07, hoặc null")
LIST = Should(lambda value: isinstance(value, list), "cần là một danh sách")
FULL_LIST = Should(lambda value: isinstance(value, list) and bool(value), "cần có ít nhất một mục", required=True)
MAPPING = Should(lambda value: isinstance(value, dict), "cần là các cặp khóa và giá trị")
LEVELS = Should(lambda value: isinstance(value, dict), "cần ghi yêu cầu của từng mức", required=True)

TOP: Mapping[str, Should] = {
    "id": Should(lambda value: bool(ID.fullmatch(str(value))), "cần có dạng tt17-2018", required=True),
    "regulation": TEXT,
    "set": Should(lambda value: bool(str(value or "").strip()), "cần là chữ"),
    "title": TEXT,
    "school_types": Should(_are_types, f"cần lấy trong: {', '.join(SCHOOL_TYPES)}", required=True),
    "valid_from": Should(_is_day, DAY.words, required=True),
    "valid_to": DAY,
    "partial": FLAG,
    "verified": FLAG,
    "source": TEXT,
    "note": NOTE,
    "totals": Should(lambda value: isinstance(value, dict), "cần ghi số tiêu chí của từng mức", required=True),
    "level_rule": Should(lambda value: isinstance(value, dict) and "kind" in value, "cần có khóa kind", required=True),
    "rules": MAPPING,
    "forms": MAPPING,
    "thresholds": LIST,
    "standards": FULL_LIST,
    "level4": LIST,
}
STANDARD: Mapping[str, Should] = {"code": TEXT, "title": TEXT, "criteria": FULL_LIST, "verified": FLAG, "note": NOTE}
CRITERION: Mapping[str, Should] = {
    "code": TEXT,
    "title": TEXT,
    "mandatory": FLAG,
    "quantitative": TEXTS,
    "verified": FLAG,
    "note": NOTE,
    "levels": LEVELS,
}
REQUIREMENT: Mapping[str, Should] = {
    "key": Should(lambda value: bool(KEY.fullmatch(str(value))), "cần là a, b, c …, * hoặc 1, 2, 3 …", required=True),
    "question": TEXT,
    "evidence": TEXTS,
    "verified": FLAG,
    "note": NOTE,
}


def shape_faults(raw: Any) -> list[Fault]:
    """Keys that are missing, unknown or of the wrong kind, from the top down; a broken part is not entered."""
    if not isinstance(raw, dict):
        return [Fault((), "Tệp không phải một bộ tiêu chuẩn: đầu tệp cần các khóa id, regulation, standards …")]
    top = list(_entries(raw, TOP, (), "Đầu tệp"))
    if top:
        return top
    found: list[Fault] = []
    for i, standard in enumerate(raw["standards"]):
        path: Path = ("standards", i)
        wrong = list(_entries(standard, STANDARD, path, f"Tiêu chuẩn {_name(standard, 'code', i)}"))
        found += wrong or _criteria(standard["criteria"], (*path, "criteria"))
    return found + _criteria(raw.get("level4", []), ("level4",))


def _criteria(criteria: list[Any], path: Path) -> list[Fault]:
    found: list[Fault] = []
    for i, criterion in enumerate(criteria):
        here, name = (*path, i), f"Tiêu chí {_name(criterion, 'code', i)}"
        wrong = list(_entries(criterion, CRITERION, here, name))
        found += wrong
        for level, requirements in {} if wrong else criterion["levels"].items():
            found += _requirements(requirements, level, (*here, "levels", level), name)
    return found


def _requirements(requirements: Any, level: Any, path: Path, name: str) -> list[Fault]:
    place = f"{name}, mức {level}"
    if not isinstance(level, int) or not isinstance(requirements, list) or not requirements:
        return [Fault(path, f"{place}: khóa cần là số của mức, giá trị là danh sách yêu cầu.")]
    found: list[Fault] = []
    for i, requirement in enumerate(requirements):
        found += _entries(requirement, REQUIREMENT, (*path, i), f"{place}, yêu cầu {_name(requirement, 'key', i)}")
    return found


def _entries(raw: Any, shape: Mapping[str, Should], path: Path, place: str) -> Iterator[Fault]:
    if not isinstance(raw, dict):
        yield Fault(path, f"{place}: cần là các cặp khóa và giá trị.")
        return
    for key in raw.keys() - shape.keys():
        yield Fault((*path, key), f"{place}: không có khóa “{key}” trong khuôn tệp, xin xem lại chính tả.")
    for key, should in shape.items():
        if key not in raw:
            if should.required:
                yield Fault(path, f"{place}: thiếu khóa “{key}”.")
        elif not should.test(raw[key]):
            yield Fault((*path, key), f"{place}: “{key}” {should.words}.")


def _name(raw: Any, key: str, index: int) -> Any:
    return raw.get(key, f"thứ {index + 1}") if isinstance(raw, dict) else f"thứ {index + 1}"
