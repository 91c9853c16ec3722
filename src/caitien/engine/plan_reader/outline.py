"""How a file is made up: other papers bound before the plan, the plan with its sections and end, annexes behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from caitien.engine.document.tree import Paragraph, paragraphs
from caitien.engine.plan_reader.columns import ACTION_FIELDS
from caitien.engine.plan_reader.ending import is_signer, split_ending
from caitien.engine.plan_reader.matrix import HEADER_DEPTH, matrix_of
from caitien.engine.plan_reader.sections import ANNEX, Part, key_of, split_sections
from caitien.engine.plan_reader.source import Grid, Item, Line
from caitien.engine.vietnamese.text import fold, is_upper

COUNTRY = re.compile(r"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia")
TITLE = re.compile(r"^(?:du thao\s+)?ke hoach\b")
ATTACHED = re.compile(r"^\W*(?:\(?\s*(?:ban hanh )?kem theo|dinh kem)\b")
NEAR = 6
"""Lines of a letterhead that may stand above the line with the name of the country."""
ABOVE = 8
"""Lines that may head a table behind the signature."""
STRUCTURED = ("problems", "monitoring", "organisation", "actions")
"""Sections whose tables are something else."""


@dataclass(slots=True)
class Outline:
    """The items of a file by the part that they play."""

    head: list[Item] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    ending: list[Item] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        """All items in the order of the file, annexes before the end."""
        inside = [item for part in self.parts for item in [*part.heading, *part.body]]
        return [*self.head, *inside, *self.ending]


def outline_of(items: list[Item]) -> Outline:
    """The plan among the items; a paper bound before it is left out, annexes become parts."""
    own, behind = _without_annexes(_own(items))
    head, parts = split_sections(own)
    if parts:
        parts[-1].body, ending = split_ending(parts[-1].body)
    else:
        head, ending = split_ending(head)
    ending, tables = _tables_behind(ending)
    annexes = _annexes(tables + behind)
    if annexes and not ending:
        annexes[-1].body, ending = split_ending(annexes[-1].body)
    made = Outline(head, [*parts, *annexes], ending)
    _find_actions(made)
    return made


def _own(items: list[Item]) -> list[Item]:
    """The items of the plan itself, where a decision or letter with a letterhead of its own comes before it."""
    heads = [index for index, item in enumerate(items) if _has_country(item)]
    if len(heads) < 2:
        return items
    starts = [_start(items, index) for index in heads]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        if any(
            isinstance(item, Line) and TITLE.match(fold(item.text)) and len(item.text) < 160
            for item in items[start:end]
        ):
            last = end if _is_paper(items[end:]) else len(items)
            return items[start:last]
    return items


def _is_paper(items: list[Item]) -> bool:
    """Whether another paper than an annex begins here."""
    return bool(items) and not any(is_actions_table(item) for item in items if isinstance(item, Grid))


def _has_country(item: Item) -> bool:
    if isinstance(item, Grid):
        return len(item.table.rows) <= NEAR and any(
            COUNTRY.search(fold(block.text)) for block in paragraphs((item.table,))
        )
    return bool(COUNTRY.search(fold(item.text)))


def _start(items: list[Item], at: int) -> int:
    """Where the letterhead begins whose line with the country stands at this index."""
    if isinstance(items[at], Grid):
        return at
    start = at
    while start and at - start < NEAR:
        above = items[start - 1]
        if isinstance(above, Grid) or not is_upper(above.text) or is_signer(above):
            break
        start -= 1
    return start


def _without_annexes(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The items up to the first annex, and those from it on."""
    for index, item in enumerate(items):
        if isinstance(item, Line) and index and _is_annex(item):
            return items[:index], items[index:]
    return items, []


def _is_annex(line: Line) -> bool:
    found = ANNEX.match(line.text)
    plain = is_upper(found["number"]) or line.bold or line.block.align == "center" if found else False
    return bool(found) and plain and len(line.text) < 160 and line.first


def _annexes(items: list[Item]) -> list[Part]:
    """Each annex as a part: its number, its title on the same or the next lines, what stands below."""
    parts: list[Part] = []
    for item in items:
        found = ANNEX.match(item.text) if isinstance(item, Line) and _is_annex(item) else None
        if found and isinstance(item, Line):
            parts.append(Part("other", found["number"], found["title"], [item], annex=True))
        elif not parts:
            title = item.text if isinstance(item, Line) and not ATTACHED.match(fold(item.text)) else ""
            parts.append(Part("other", "", title, [item] if title and isinstance(item, Line) else [], annex=True))
            parts[-1].body += [] if title else [item]
        elif isinstance(item, Line) and not parts[-1].body and _is_title(item) and parts[-1].title.count("\n") < 3:
            parts[-1].heading.append(item)
            parts[-1].title = f"{parts[-1].title} {item.text}".strip()
        else:
            parts[-1].body.append(item)
    for part in parts:
        part.key = key_of(part.title)
    return parts


def _is_title(line: Line) -> bool:
    styled = is_upper(line.text) or line.bold or line.block.role == "heading"
    return styled and len(line.text) < 200 and not ATTACHED.match(fold(line.text))


def _tables_behind(ending: list[Item]) -> tuple[list[Item], list[Item]]:
    """A table of actions behind the signature with the lines that head it, split from the end."""
    for index, item in enumerate(ending):
        if isinstance(item, Grid) and is_actions_table(item):
            start = index
            while start and index - start < ABOVE and _heads_table(ending[start - 1]):
                start -= 1
            return ending[:start], ending[start:]
    return ending, []


def _heads_table(item: Item) -> bool:
    if isinstance(item, Grid) or is_signer(item):
        return False
    words = fold(item.text)
    return bool(ATTACHED.match(words) or re.search(r"\b(?:bang|bieu|ke hoach|noi dung|nam hoc|cai tien)\b", words))


def is_actions_table(item: Grid) -> bool:
    """Whether the heads of a table say that it plans something: tasks or aims beside people, time or money."""
    top = replace(item.table, rows=item.table.rows[: HEADER_DEPTH + 2])
    fields = matrix_of(top, item.path).fields()
    return bool(fields & {"tasks", "target"}) and len(fields & ACTION_FIELDS) >= 3


def _find_actions(made: Outline) -> None:
    """An annex that holds a table of actions is about them; without any section of actions, so is the first that does."""
    for part in made.parts:
        if part.annex and _has_table(part.body):
            part.key = "actions"
    if any(part.key == "actions" and any(_may_act(item) for item in part.body) for part in made.parts):
        return
    unsure = [part for part in made.parts if part.key not in STRUCTURED and _has_table(part.body)]
    if unsure:
        unsure[0].key = "actions"
    elif _has_table(made.head):
        first = next(i for i, item in enumerate(made.head) if isinstance(item, Grid) and is_actions_table(item))
        made.parts.insert(0, Part("actions", "", "", [], made.head[first:]))
        made.head = made.head[:first]


def _has_table(items: list[Item]) -> bool:
    return any(isinstance(item, Grid) and is_actions_table(item) for item in items)


def _may_act(item: Item) -> bool:
    if isinstance(item, Grid):
        return is_actions_table(item)
    return isinstance(item.block, Paragraph) and ":" in item.text
