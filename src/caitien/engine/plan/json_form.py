"""The plan as JSON: a superset of the ground-truth form of the cases, with a format number.

Places and confidences of a reading stand beside the plan under ``places``, keyed by field path.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache, partial
from typing import Any

from caitien.engine.document import json_form as tree_json
from caitien.engine.document.locations import Location, locations
from caitien.engine.document.tree import FORMAT as TREE_FORMAT
from caitien.engine.document.tree import Document, Paragraph, Picture, Section, Table
from caitien.engine.errors import UserError
from caitien.engine.plan import model
from caitien.engine.plan.model import FORMAT, Plan, Reading, Slot
from caitien.engine.plan.sound import unsound_fields

RENAMED = {"passed": "pass", "failed": "fail"}
"""Words that Python keeps for itself: field → JSON key."""
BLOCKS = (Paragraph, Table, Picture, Section)


def to_json(plan: Plan) -> dict[str, Any]:
    """The plan as plain lists, dictionaries, texts and numbers."""
    return {"format": FORMAT, **_plain(plan)}


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The plan with, beside it, the place and confidence of every field that was read."""
    located = locations(reading.document)
    return {
        **to_json(reading.plan),
        "places": {
            field: {
                "path": place.path,
                "page": place.page,
                **_standing(located.get(place.path, Location())),
                "start": place.start,
                "end": place.end,
                "confidence": round(place.confidence, 3),
                "rule": place.rule,
            }
            for field, place in reading.places.items()
        },
        "doubts": dict(reading.doubts),
        "unused_blocks": list(reading.listed),
    }


def _standing(location: Location) -> dict[str, int]:
    """Paragraph, table, row and column, those that apply."""
    numbers = dataclasses.asdict(location)
    return {name: number for name, number in numbers.items() if name != "page" and number is not None}


def from_json(data: Any) -> Plan:
    """The plan of its JSON form; keys that are not of the plan are left out. UserError when it is none of ours."""
    if not isinstance(data, dict) or "actions" not in data:
        raise UserError("Tệp JSON này không phải kế hoạch do CaiTien ghi. Xin chọn tệp plan.json đã xuất từ CaiTien.")
    if data.get("format", FORMAT) != FORMAT:
        raise UserError("Tệp này do một bản CaiTien khác ghi, bản này chưa đọc được. Xin cập nhật CaiTien rồi thử lại.")
    try:
        made: Plan = _build(Plan, data)
    except (TypeError, ValueError, AttributeError, KeyError, RecursionError) as error:
        raise UserError("Tệp JSON bị sai cấu trúc nên chưa đọc được. Xin xuất lại tệp từ CaiTien.") from error
    unsound = unsound_fields(made)
    if unsound:
        raise UserError(f"Tệp JSON có giá trị không đúng khuôn ở {unsound[0]}. Xin sửa chỗ này rồi thử lại.")
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, BLOCKS):
        return {"block": tree_json.to_json(Document((value,)))["blocks"][0]}
    if isinstance(value, Slot):
        return {"slot": value.field}
    if dataclasses.is_dataclass(value):
        return {RENAMED.get(f.name, f.name): _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, {**vars(model)})


def _build(kind: Any, value: Any) -> Any:
    """A value of the type, from its JSON form; TypeError when it is of another."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _build_object(kind, value)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is list:
        inner = arguments[0]
        one = _piece if typing.get_origin(inner) in (typing.Union, types.UnionType) else partial(_build, inner)
        return [one(item) for item in _typed(list, value)]
    if origin is dict:
        return {key: _build(arguments[1], item) for key, item in _typed(dict, value).items()}
    if origin in (typing.Union, types.UnionType):
        made = [option for option in arguments if dataclasses.is_dataclass(option)]
        return _build(made[0], value) if value is not None and made else _typed(arguments, value)
    return _typed(kind, value)


def _typed(kinds: Any, value: Any) -> Any:
    """The value, when it is of one of the types; true and false are no numbers, a whole number is a decimal too."""
    allowed = kinds if isinstance(kinds, tuple) else (kinds,)
    if type(value) in allowed or (float in allowed and type(value) is int):
        return value
    raise TypeError(value)


def _build_object(kind: type, value: Any) -> Any:
    if not isinstance(value, dict):
        raise TypeError(kind.__name__)
    hints = _hints(kind)
    given = {}
    for field in dataclasses.fields(kind):
        key = RENAMED.get(field.name, field.name)
        if key in value and (value[key] is not None or "None" in str(hints[field.name])):
            given[field.name] = _build(hints[field.name], value[key])
    return kind(**given)


def _piece(item: Any) -> Any:
    """A kept block or a slot of a section."""
    if "slot" in item:
        return Slot(_typed(str, item["slot"]))
    return tree_json.from_json({"format": TREE_FORMAT, "blocks": [item["block"]]}).blocks[0]
