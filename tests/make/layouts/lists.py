"""A sample whose numbers and bullets Word makes by itself (numbering.xml), none is typed."""

from __future__ import annotations

import re

from tests.make.layouts.content import Content
from tests.make.layouts.docx_kit import Box, Paper
from tests.make.layouts.grid import cell_text, head_rows
from tests.make.layouts.page import write_end, write_head


def write_with_lists(paper: Paper, content: Content) -> None:
    """Sections in Roman numbers, roles in Arabic ones, tasks and duties behind bullets, all by Word."""
    roman, arabic, bullet = paper.define_lists([("upperRoman", "%1."), ("decimal", "%1."), ("bullet", "-")])
    write_head(paper, content)
    for section in content["sections"]:
        heading = re.sub(r"^[IVX]+\.\s*", "", section["heading"])
        paper.numbered(paper.paragraph(heading, bold=True), roman)
        for piece in section.get("text") or []:
            text = piece if isinstance(piece, str) else piece["basis"]["text"] + piece.get("end", "")
            listed = not isinstance(piece, str) or text.startswith("- ")
            made = paper.paragraph(text.removeprefix("- "))
            if listed:
                paper.numbered(made, bullet)
        if section.get("actions"):
            _table(paper, content, bullet)
        if section.get("organisation"):
            for role in content["organisation"]:
                paper.numbered(paper.paragraph(role["role"], bold=True), arabic)
                for duty in role["duties"]:
                    paper.numbered(paper.paragraph(duty), bullet)
    write_end(paper, content)


def _table(paper: Paper, content: Content, bullet: int) -> None:
    """The table of actions; the paragraphs of the tasks are a Word list."""
    rows = head_rows(content)
    head, level = len(rows), None
    places = []
    for action in content["actions"]:
        if action.get("level") != level:
            level = action["level"]
            rows.append([Box(f"Mức {level}", across=len(content["columns"]), bold=True)])
        places.append(len(rows))
        plain = {**content, "manner": {**content["manner"], "bullet": ""}}
        rows.append([Box(cell_text(action, column[0], plain).strip()) for column in content["columns"]])
    table = paper.table(rows, head=head)
    column = next(i for i, found in enumerate(content["columns"]) if found[0] == "tasks")
    for place in places:
        for paragraph in table.rows[place].cells[column].paragraphs:
            paper.numbered(paragraph, bullet)
