"""The tree as JSON: there and back, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from caitien.engine.document.json_form import from_json, to_json
from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import (
    FORMAT,
    Cell,
    Document,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Table,
    cell,
    grid,
    paragraph,
    walk,
)
from caitien.engine.errors import UserError

INNER = Table((Row((cell("trong"),)),), role="letterhead")
EVERYTHING = Document(
    (
        Paragraph(
            (Run("a", bold=True, mark="gap"), Run("\n", italic=True, underline=True)), "heading", 2, "I.", "center", 3
        ),
        Section((paragraph("b"), Picture("dấu", 4)), landscape=True),
        Table((Row((Cell((paragraph("c", "cell"), INNER), 2, 3),), header=True, page=5), Row()), widths=(0.25, 0.75)),
        Paragraph(),
    ),
    "docx",
    7,
    ("Có chữ ẩn.",),
)


def test_there_and_back() -> None:
    for document in (EVERYTHING, Document()):
        data = to_json(document)
        assert data["format"] == FORMAT
        assert from_json(json.loads(json.dumps(data))) == document


def test_defaults_are_left_out() -> None:
    assert to_json(Document((paragraph("a"),)))["blocks"] == [{"node": "paragraph", "runs": [{"text": "a"}]}]


def test_the_five_plans(shared: Any) -> None:
    for file in [*shared.glob("cases/*/plan.docx"), *shared.glob("cases/*/source.txt")]:
        document = read_document(file.read_bytes())
        assert from_json(json.loads(json.dumps(to_json(document)))) == document


@pytest.mark.parametrize("data", [{"format": 99, "blocks": []}, {"blocks": []}, {"format": "1"}])
def test_another_format_is_refused(data: Any) -> None:
    with pytest.raises(UserError, match="bản CaiTien khác"):
        from_json(data)


def deep(levels: int) -> Any:
    block: Any = {"node": "paragraph"}
    for _ in range(levels):
        block = {"node": "section", "blocks": [block]}
    return block


@pytest.mark.parametrize(
    "blocks",
    [
        None,
        {},
        ["a"],
        [{}],
        [{"node": "script"}],
        [{"node": "paragraph", "runs": "a"}],
        [{"node": "paragraph", "runs": [{"text": 1}]}],
        [{"node": "paragraph", "runs": [{}]}],
        [{"node": "paragraph", "level": True}],
        [{"node": "paragraph", "level": "1"}],
        [{"node": "paragraph", "page": "1"}],
        [{"node": "paragraph", "color": "red"}],
        [{"node": "section", "landscape": 1}],
        [{"node": "table", "rows": [{"cells": [{"colspan": 0}]}]}],
        [{"node": "table", "widths": ["a"]}],
        [{"node": ["paragraph"]}],
        [deep(100_000)],
    ],
    ids=range(17),
)
def test_what_is_no_tree_is_refused(blocks: Any) -> None:
    with pytest.raises(UserError, match="sai cấu trúc"):
        from_json({"format": FORMAT, "blocks": blocks})


@pytest.mark.parametrize("data", [None, [], "a", 1])
def test_what_is_no_object_is_refused(data: Any) -> None:
    with pytest.raises(UserError):
        from_json(data)


def test_addresses_and_grid() -> None:
    assert [path for path, _ in walk(EVERYTHING.blocks)] == [
        "0",
        "1",
        "1.0",
        "1.1",
        "2",
        "2.0.0.0",
        "2.0.0.1",
        "2.0.0.1.0.0.0",
        "3",
    ]
    table = Table((Row((cell("a", rowspan=2), cell("b", colspan=2))), Row((cell("c"), cell("d")))))
    assert grid(table) == [[(0, 0), (0, 1), (0, 1)], [(0, 0), (1, 0), (1, 1)]]
    assert table.columns == 3
