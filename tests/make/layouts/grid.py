"""Actions in ruled tables: one, one a standard, or a small one for each action."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from tests.make.layouts.content import Content
from tests.make.layouts.docx_kit import Box, Paper

Action = dict[str, Any]


def cell_text(action: Action, name: str, content: Content) -> str:
    """Text of a cell; tasks stand one a line behind the bullet of the sample."""
    text = _whole_text(action, name, content)
    return broken(text) if content["manner"].get("hand_broken") and len(text) > 14 else text


def broken(text: str, width: int = 16) -> str:
    """The text with lines broken by hand: soft breaks (\\v) at blanks, after a hyphen, or inside a long word."""
    lines, line = [], ""
    for word in text.replace("-", "-\v").replace("\v", " \v").split(" "):
        piece = word.lstrip("\v")
        if line and (word.startswith("\v") or len(line) + len(piece) >= width):
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}".strip()
    lines.append(line)
    return "\v".join(line for line in lines if line)


def _whole_text(action: Action, name: str, content: Content) -> str:
    manner = content["manner"]
    if name == "tasks":
        bullet = manner.get("bullet", "-")
        lines = action.get("tasks") or []
        return "\n".join(
            f"{bullet} {line}".strip() if len(lines) > 1 or manner.get("always") else line for line in lines
        )
    if name == "number":
        return str(action.get("number", ""))
    if name == "heading":
        return heading_of(action, content)
    if name == "standard":
        return f"Tiêu chuẩn {action['standard']}: {action['standard_title']}"
    if name == "level":
        return f"Mức {action['level']}"
    if name == "code":
        return str(action["criterion"])
    value = action.get(name)
    return "" if value is None else str(value)


def heading_of(action: Action, content: Content) -> str:
    """The cell or line that names the criterion, in the pattern of the sample."""
    pattern = content["manner"].get("heading", "Tiêu chí {code}: {title}")
    if not action.get("criterion_title"):
        pattern = content["manner"].get("bare_heading", "Tiêu chí {code}")
    made: str = pattern.format(
        code=action["criterion"],
        title=action.get("criterion_title"),
        standard=action.get("standard"),
        standard_title=action.get("standard_title"),
        heading=action.get("heading"),
    )
    return made


def write_grid(paper: Paper, content: Content) -> None:
    """One table with heading rows, level and standard rows, and a total row where the content has one."""
    rows = head_rows(content)
    head = len(rows)
    rows += body_rows(content["actions"], content)
    if content.get("total"):
        width = len(content["columns"])
        place = next(i for i, column in enumerate(content["columns"]) if column[0] == "budget_raw")
        rows.append([Box("Tổng cộng", across=place), Box(content["total"]), *[Box() for _ in range(width - place - 1)]])
    paper.table(rows, widths=content.get("widths"), head=head if content["manner"].get("repeat", True) else 0)


def head_rows(content: Content) -> list[list[Box]]:
    """The heading row or rows; a column of three parts stands under its parent."""
    columns = content["columns"]
    deep = any(len(column) > 2 for column in columns)
    upper: list[Box] = []
    for parent, found in groupby(columns, key=lambda column: column[2] if len(column) > 2 else id(column)):
        group = list(found)
        if isinstance(parent, str):
            upper.append(Box(parent, across=len(group), bold=True))
        else:
            upper.append(Box(group[0][1], down=2 if deep else 1, bold=True))
    rows = [upper]
    if deep:
        rows.append([Box(column[1], bold=True) for column in columns if len(column) > 2])
    if content["manner"].get("number_row"):
        rows.append([Box(f"({i})") for i in range(1, len(columns) + 1)])
    return rows


def body_rows(actions: list[Action], content: Content) -> list[list[Box]]:
    """Rows of actions under the heading rows that the sample has."""
    manner, width = content["manner"], len(content["columns"])
    rows: list[list[Box]] = []
    level: object = None
    standard = None
    for i, action in enumerate(actions):
        if manner.get("every") and i and i % manner["every"] == 0:
            rows += head_rows(content)
        if manner.get("level_rows") and action.get("level") != level:
            level, standard = action.get("level"), None
            rows.append([Box(manner["level_rows"].format(level=level), across=width, bold=True)])
        if manner.get("standard_rows") and action.get("standard") and action["standard"] != standard:
            standard = action["standard"]
            rows.append(_standard_row(action, content))
        rows.append(_action_row(actions, i, content))
        if i in (content.get("empty_after") or []):
            rows.append([Box() for _ in range(width)])
    return rows


def _standard_row(action: Action, content: Content) -> list[Box]:
    width = len(content["columns"])
    text = f"Tiêu chuẩn {action['standard']}: {action['standard_title']}"
    if content["manner"]["standard_rows"] == "wide":
        return [Box(text, across=width, bold=True)]
    return [Box(str(action.get("row", ""))), Box(text, across=width - 1, bold=True)]


def _action_row(actions: list[Action], index: int, content: Content) -> list[Box]:
    """The cells of one action; a column listed in `join` is one tall cell over rows with the same text."""
    row = []
    for column in content["columns"]:
        text = cell_text(actions[index], column[0], content)
        if column[0] in (content["manner"].get("join") or []):
            if index > 0 and _same_cell(actions, index - 1, column[0], content):
                continue
            down = 1
            while _same_cell(actions, index + down - 1, column[0], content):
                down += 1
            row.append(Box(text, down=down))
        else:
            row.append(Box(text))
    return row


def _same_cell(actions: list[Action], index: int, name: str, content: Content) -> bool:
    """Whether the next row has the same text here and no heading row comes between."""
    if index + 1 >= len(actions):
        return False
    one, other = actions[index], actions[index + 1]
    parted = [key for key in ("level", "standard") if content["manner"].get(f"{key}_rows") and one[key] != other[key]]
    return not parted and cell_text(one, name, content) == cell_text(other, name, content)


def write_grid_per_standard(paper: Paper, content: Content) -> None:
    """A heading line and a table for each standard."""
    level: object = None
    for _, found in groupby(content["actions"], key=lambda action: (action.get("level"), action.get("standard"))):
        actions = list(found)
        if content["manner"].get("level_lines") and actions[0].get("level") != level:
            level = actions[0]["level"]
            paper.paragraph(content["manner"]["level_lines"].format(level=level), bold=True)
        if actions[0].get("standard"):
            paper.paragraph(f"Tiêu chuẩn {actions[0]['standard']}: {actions[0]['standard_title']}", bold=True)
        head = head_rows(content)
        paper.table([*head, *body_rows(actions, content)], head=len(head))
        paper.paragraph()


def write_small_tables(paper: Paper, content: Content) -> None:
    """For each action a table of two columns: label and value."""
    level: object = None
    for action in content["actions"]:
        if content["manner"].get("level_lines") and action.get("level") != level:
            level = action["level"]
            paper.paragraph(content["manner"]["level_lines"].format(level=level), bold=True)
        rows = []
        if content["manner"].get("heading_row"):
            rows.append([Box(heading_of(action, content), across=2, bold=True)])
        rows += [[Box(label, bold=True), Box(cell_text(action, name, content))] for name, label in content["columns"]]
        paper.table(rows, widths=[45, 120])
        paper.paragraph()
