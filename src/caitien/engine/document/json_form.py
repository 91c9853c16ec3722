"""The document tree as JSON and back; attributes at their default are left out.

A block names its kind under ``node``: ``paragraph``, ``table``, ``picture``, ``section``. Rows, cells and runs need no
name, they only stand in one place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from caitien.engine.document.tree import FORMAT, Block, Cell, Document, Paragraph, Picture, Row, Run, Section, Table
from caitien.engine.errors import UserError

BLOCKS: dict[str, type[Block]] = {"paragraph": Paragraph, "table": Table, "picture": Picture, "section": Section}
NAMES = {kind: name for name, kind in BLOCKS.items()}
NODES = (Run, Paragraph, Picture, Cell, Row, Table, Section, Document)
OTHER_FORMAT = "Tệp này do một bản CaiTien khác ghi, bản này chưa đọc được. Xin cập nhật CaiTien rồi thử lại."
WRONG = "Tệp JSON bị sai cấu trúc nên chưa đọc được. Xin xuất lại tệp từ CaiTien."


def to_json(document: Document) -> dict[str, Any]:
    """The document as plain dictionaries, lists, texts and numbers, with its format number."""
    return {"format": FORMAT, "blocks": [], **_plain(document)}


def from_json(data: Any) -> Document:
    """The document that `to_json` gave; UserError when the format number is another or the data are no document."""
    if not isinstance(data, dict):
        raise UserError(WRONG)
    if data.get("format") != FORMAT:
        raise UserError(OTHER_FORMAT)
    try:
        document: Document = _node(Document, {key: value for key, value in data.items() if key != "format"})
    except (TypeError, KeyError, RecursionError) as error:
        raise UserError(WRONG) from error
    return document


def _plain(node: Any) -> dict[str, Any]:
    result: dict[str, Any] = {"node": NAMES[type(node)]} if type(node) in NAMES else {}
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            if value:
                result[field.name] = [_plain(item) if isinstance(item, NODES) else item for item in value]
        elif value != field.default:
            result[field.name] = value
    return result


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _span(value: Any) -> int:
    if _whole(value) < 1:
        raise TypeError(value)
    return _whole(value)


def _number(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(value)
    return float(value)


def _page(value: Any) -> int | None:
    return None if value is None else _whole(value)


def _each(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def all_of(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(read(item) for item in value)

    return all_of


def _block(value: Any) -> Any:
    return _node(BLOCKS[value["node"]], {key: item for key, item in value.items() if key != "node"})


def _nodes(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    return _each(lambda value: _node(kind, value))


def _node(kind: type, value: Any) -> Any:
    if not isinstance(value, dict):
        raise TypeError(value)
    return kind(**{name: SHAPES[kind][name](item) for name, item in value.items()})


SHAPES: dict[type, dict[str, Callable[[Any], Any]]] = {
    Run: {"text": _text, "bold": _flag, "italic": _flag, "underline": _flag, "mark": _text},
    Paragraph: {
        "runs": _nodes(Run),
        "role": _text,
        "level": _whole,
        "marker": _text,
        "align": _text,
        "page": _page,
    },
    Picture: {"description": _text, "page": _page},
    Cell: {"blocks": _each(_block), "colspan": _span, "rowspan": _span},
    Row: {"cells": _nodes(Cell), "header": _flag, "page": _page},
    Table: {"rows": _nodes(Row), "role": _text, "widths": _each(_number)},
    Section: {"blocks": _each(_block), "landscape": _flag},
    Document: {
        "blocks": _each(_block),
        "source_format": _text,
        "pages": _page,
        "losses": _each(_text),
    },
}
"""How each attribute of a node is read; a name that is not here is an error."""
