"""From the content of a sample to its file in one of the formats."""

from __future__ import annotations

from collections.abc import Callable

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


ACTIONS: dict[str, Callable[[Paper, Content], None]] = {
    "grid": write_grid,
    "grid_per_standard": write_grid_per_standard,
    "small_tables": write_small_tables,
    "blocks": write_blocks,
    "mixture": _mixture,
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
        if section.get("landscape"):
            paper.landscape()
        if section.get("heading"):
            paper.paragraph(section["heading"], bold=True)
        for piece in section.get("text") or []:
            write_piece(paper, piece, content)
        _parts(paper, section, content)
        if section.get("landscape"):
            paper.portrait()
    write_end(paper, content)
    return paper.data()


def _parts(paper: Paper, section: dict[str, object], content: Content) -> None:
    if section.get("actions"):
        ACTIONS[content["manner"]["actions"]](paper, content)
    if section.get("problems"):
        write_problems(paper, content)
    if section.get("reviews"):
        write_reviews(paper, content)
    if section.get("organisation"):
        write_organisation(paper, content)
