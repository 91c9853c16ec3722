"""Reading the data files that ship with the program, and YAML that a user hands in.

A scalar stays text unless it is a whole number, true, false or null: ``1.10`` is a code and ``2018-10-10`` a date
written as ISO text. A key that stands twice in one mapping is refused.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from caitien.engine.errors import UserError

_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEPT = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")


class Loader(_Base):  # type: ignore[misc, valid-type]
    """The safe loader without dates and decimals."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and kind that PyYAML reads
        first: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"khóa “{key.value}” có hai lần", problem_mark=key.start_mark)
            seen.add(key.value)
        made: dict[object, object] = super().construct_mapping(node, deep=deep)
        return made


DEPTH = 40
"""Deepest nesting of a file handed in; the C parser fails hard on thousands."""


def parse_yaml(data: bytes, name: str, *, shipped: bool = False) -> object:
    """The content of a YAML file; what is no YAML raises `UserError` with the line. One of ours is not that deep."""
    try:
        text = data.decode("utf-8-sig")
        if not shipped:
            _refuse_depth(text, name)
        return yaml.load(text, Loader=Loader)
    except UnicodeDecodeError:
        raise UserError(f"Tệp {name} không phải chữ Unicode. Xin lưu lại tệp với bảng mã UTF-8.") from None
    except yaml.MarkedYAMLError as error:
        line = f" ở dòng {error.problem_mark.line + 1}" if error.problem_mark else ""
        what = f": {error.problem}" if (error.problem or "").startswith("khóa") else ""
        raise UserError(f"Tệp {name} viết sai khuôn YAML{line}{what}. Xin sửa dòng này.") from None
    except yaml.YAMLError:
        raise UserError(f"Tệp {name} có ký tự không đọc được. Xin lưu lại tệp với bảng mã UTF-8.") from None


def _refuse_depth(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH:
            raise UserError(f"Tệp {name} lồng quá {DEPTH} tầng nên không phải tệp của chương trình. Xin chọn tệp khác.")


def read_shipped(*parts: str) -> Any:
    """The content of a YAML data file that ships with the program."""
    return parse_yaml(folder(*parts).read_bytes(), parts[-1], shipped=True)


def folder(*parts: str) -> Traversable:
    """A place below `caitien/data`."""
    return files("caitien").joinpath("data", *parts)
