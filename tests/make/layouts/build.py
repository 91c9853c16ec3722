"""From the content of a sample to its file in one of the formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.make.layouts.blocks import write_blocks
from tests.make.layouts.content import Content
from tests.make.layouts.docx_kit import Paper
from tests.make.layouts.grid import write_grid, write_grid_per_standard, write_small_tables
from tests.make.layouts.page import write_end, write_head, write_organisation, write_piece
from tests.make.layouts.tt57 import write_problems, write_reviews


def _mixture(paper: Paper, content: Content) -> None:
    """The criteria of levels 1 to 3 in a table, those of level 4 as text."""
    table = [action for action in content["actions"] if action.get("level") != 4]
    write_grid(paper, {**content, "actions": table})
    labels = {**content, "columns": content["labels"], "manner": {**content["manner"], **content["text_manner"]}}
    write_blocks(paper, labels, [action for action in content["actions"] if action.get("level") == 4])


def _two_grids(paper: Paper, content: Content) -> None:
    """A table for levels 1 to 3 and, below a line, one with other columns for level 4."""
    four = [action for action in content["actions"] if action.get("level") == 4]
    write_grid(paper, {**content, "actions": [action for action in content["actions"] if action not in four]})
    paper.paragraph(content["manner"]["second_line"], bold=True)
    manner = {**content["manner"], "level_rows": None, "standard_rows": None, "heading": content["manner"]["heading_4"]}
    write_grid(paper, {**content, "actions": four, "columns": content["columns_4"], "manner": manner})


ACTIONS: dict[str, Callable[[Paper, Content], None]] = {
    "grid": write_grid,
    "grid_per_standard": write_grid_per_standard,
    "small_tables": write_small_tables,
    "blocks": write_blocks,
    "mixture": _mixture,
    "two_grids": _two_grids,
}


def build_docx(content: Content) -> bytes:
    """The sample as a Word file."""
    paper = Paper(content["manner"].get("letters", ""))
    if content["manner"].get("lists"):
        from tests.make.layouts.lists import write_with_lists

        write_with_lists(paper, content)
        return paper.data()
    write_head(paper, content)
    for section in content["sections"]:
        _section(paper, section, content)
    write_end(paper, content)
    for section in content.get("annex") or []:
        _section(paper, section, content)
    return paper.data()


def _section(paper: Paper, section: dict[str, Any], content: Content) -> None:
    if section.get("landscape"):
        paper.landscape()
    if section.get("heading"):
        paper.paragraph(section["heading"], bold=True)
    for piece in section.get("text") or []:
        write_piece(paper, piece, content)
    _parts(paper, section, content)
    if section.get("landscape") and not section.get("last"):
        paper.portrait()


def _parts(paper: Paper, section: dict[str, Any], content: Content) -> None:
    if section.get("actions"):
        ACTIONS[content["manner"]["actions"]](paper, content)
    if section.get("problems"):
        write_problems(paper, content)
    if section.get("reviews"):
        write_reviews(paper, content)
    if section.get("organisation"):
        write_organisation(paper, content)
