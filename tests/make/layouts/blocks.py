"""Actions as running text: "label: value" lines, lettered and numbered lines."""

from __future__ import annotations

from typing import Any

from tests.make.layouts.content import Content
from tests.make.layouts.docx_kit import Paper
from tests.make.layouts.grid import heading_of

LETTERS = "abcdđeghiklm"


def block_lines(content: Content, actions: list[dict[str, Any]]) -> list[tuple[str, bool]]:
    """(text, bold) of the lines of all actions."""
    manner = content["manner"]
    lines: list[tuple[str, bool]] = []
    level: object = None
    standard: object = None
    count = inner = 0
    for action in actions:
        if manner.get("level_lines") and action.get("level") != level:
            level, standard = action.get("level"), None
            lines.append((manner["level_lines"].format(level=level), True))
        if manner.get("standard_lines") and action.get("standard") and action["standard"] != standard:
            standard, count, inner = action["standard"], count + 1, 0
            text = manner["standard_lines"].format(n=count, code=standard, title=action["standard_title"])
            lines.append((text, True))
        inner += 1
        prefix = manner.get("heading_prefix", "").format(n=count, m=inner)
        lines.append((f"{prefix}{heading_of(action, content)}", True))
        for i, (name, label) in enumerate(content["columns"]):
            lines += [(text, False) for text in _value_lines(action, (name, label), content, (count, inner, i))]
    return lines


def _value_lines(
    action: dict[str, Any], column: tuple[str, str], content: Content, at: tuple[int, int, int]
) -> list[str]:
    """The lines of one labelled value; several tasks stand below their label."""
    manner, (name, label) = content["manner"], column
    value = action.get(name)
    if value is None:
        return []
    count, inner, i = at
    mark = manner.get("label_mark", "- ").format(letter=LETTERS[i], n=count, m=inner, i=i + 1)
    sign = manner.get("label_sign", ": ")
    if name == "tasks":
        bullet = manner.get("bullet", "+")
        if len(value) == 1:
            return [f"{mark}{label}{sign}{value[0]}"]
        return [f"{mark}{label}{sign.rstrip()}", *(f"{bullet} {text}".strip() for text in value)]
    first, *more = str(value).split("\n")
    return [f"{mark}{label}{sign}{first}".rstrip(), *more]


def write_blocks(paper: Paper, content: Content, actions: list[dict[str, Any]] | None = None) -> None:
    """All actions (or those given) as lines."""
    for text, bold in block_lines(content, content["actions"] if actions is None else actions):
        paper.paragraph(text, bold=bold)
