"""What the injectors share: a copy to spoil, a place to choose, texts to change."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from caitien.engine.document.tree import Block, Paragraph, Run, Table, paragraph
from caitien.engine.plan.model import Action, LevelCount, Plan, PlanSection, Slot

Spoiled = tuple[Plan, str]
"""The spoilt plan, and where the finding must stand: a place, or several parted by "|" any of which is right."""

Made = TypeVar("Made")

Fault = Callable[[Plan, Random], Spoiled | None]
"""None: the fault cannot be put into this plan."""


def fresh(made: Made) -> Made:
    """A copy that may be spoilt."""
    return copy.deepcopy(made)


def at_place(where: str, expected: str) -> bool:
    """Whether a finding stands at the place (or one of the places) expected, or at a part of it."""
    return any(where == place or where.startswith(f"{place}.") for place in expected.split("|"))


def pick(rng: Random, found: Iterable[int]) -> int | None:
    """One of the indices, None when there are none."""
    listed = list(found)
    return rng.choice(listed) if listed else None


def pick_action(plan: Plan, rng: Random, fits: Callable[[Action], object] = lambda action: True) -> int | None:
    """The index of an action that fits."""
    return pick(rng, (i for i, action in enumerate(plan.actions) if fits(action)))


def section(plan: Plan, key: str) -> PlanSection | None:
    return next((found for found in plan.sections if found.key == key), None)


def reworded(block: Block | Slot, old: str, new: str) -> Block | Slot:
    """A block with a text replaced in its paragraphs."""
    if isinstance(block, Paragraph):
        return replace(block, runs=(Run(block.text.replace(old, new)),))
    if isinstance(block, Table):
        rows = tuple(
            replace(row, cells=tuple(replace(cell, blocks=_all(cell.blocks, old, new)) for cell in row.cells))
            for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def _all(blocks: tuple[Block, ...], old: str, new: str) -> tuple[Block, ...]:
    return tuple(reworded(block, old, new) for block in blocks)  # type: ignore[misc]


def kept_paragraphs(plan: Plan, key: str) -> list[int]:
    """Indices of the paragraphs kept in the section of a key."""
    found = section(plan, key)
    return [i for i, block in enumerate(found.content) if isinstance(block, Paragraph)] if found else []


def set_paragraph(plan: Plan, key: str, index: int, text: str) -> None:
    found = section(plan, key)
    assert found is not None
    found.content[index] = paragraph(text)


def drop_blocks(found: PlanSection, says: Callable[[str], bool]) -> int:
    """Remove kept paragraphs and table rows that say something; returns the index of the first."""
    first = len(found.content)
    kept: list[Block | Slot] = []
    for i, block in enumerate(found.content):
        if isinstance(block, Paragraph) and says(block.text):
            first = min(first, i)
            continue
        if isinstance(block, Table):
            rows = tuple(row for row in block.rows if not (row.cells and says(row.cells[0].text)))
            if len(rows) < len(block.rows):
                first = min(first, i + 1)
                block = replace(block, rows=rows)
        kept.append(block)
    found.content = kept
    return first


def restate(plan: Plan, level: int, count: LevelCount, text: str) -> None:
    """Give a level other results: its lines are replaced by one."""
    found = section(plan, "bases")
    assert found is not None
    old = plan.self_assessment.level_counts[str(level)]
    assert old is not count
    first = drop_blocks(found, lambda line: f"Mức {level}" in line and "đánh giá của" not in line)
    found.content.insert(first, paragraph(text))
    plan.self_assessment.level_counts[str(level)] = count


def result_line(level: int, passed: int, total: int, failed: int, shares: tuple[str, str]) -> str:
    """A statement of results in the usual wording."""
    return (
        f"- Mức {level}: đạt {passed}/{total} tiêu chí, tỷ lệ {shares[0]}; "
        f"không đạt {failed}/{total} tiêu chí, tỷ lệ {shares[1]}."
    )


def percent(part: int, whole: int) -> str:
    value = f"{100 * part / whole:.1f}".replace(".", ",")
    return value.removesuffix(",0") + "%"


def counted(passed: int, total: int, failed: int, shares: tuple[str, str]) -> LevelCount:
    values = [float(share.rstrip("%").replace(",", ".")) for share in shares]
    return LevelCount(passed, total, failed, values[0], values[1], failed_total=total)


def drop_action(plan: Plan, index: int) -> None:
    """Remove an action; headings that led to nothing else go with it."""
    del plan.actions[index]
    for group in plan.groups:
        if group.before > index:
            group.before -= 1
    kept = []
    for i, group in enumerate(plan.groups):
        after = plan.groups[i + 1 :]
        closes = next((g for g in after if g.kind == group.kind or g.kind == "level"), None)
        if (closes.before if closes else len(plan.actions)) > group.before:
            kept.append(group)
    plan.groups = kept
