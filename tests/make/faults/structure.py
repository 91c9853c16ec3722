"""Faults of sections, numbers, rows and level headings."""

from __future__ import annotations

import re
from random import Random

from caitien.engine.plan.model import Plan, Slot
from tests.make.faults.kit import (
    Fault,
    Spoiled,
    fresh,
    kept_paragraphs,
    pick,
    pick_action,
    section,
    set_paragraph,
)


def _other_year(year: str, by: int) -> str:
    first = int(year[:4]) + by
    return f"{first}-{first + 1}"


def school_year_conflict(plan: Plan, rng: Random) -> Spoiled | None:
    """The purpose speaks of another school year than the title."""
    places = kept_paragraphs(plan, "purpose")
    if not places or not plan.school_year:
        return None
    spoilt = fresh(plan)
    year = _other_year(plan.school_year, rng.choice((-1, 1)))
    text = f"{len(places) + 1}. Kế hoạch này được thực hiện trong năm học {year}."
    found = section(spoilt, "purpose")
    assert found is not None
    found.content.append(found.content[places[-1]])
    set_paragraph(spoilt, "purpose", len(found.content) - 1, text)
    return spoilt, f"{found.number}|heading"


def section_numbering(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    if plan.form == "2018":
        spoilt.sections[-1].number = rng.choice(["VI", "V", "III"])
    else:
        index = rng.randrange(2, 7)
        spoilt.sections[index].number = spoilt.sections[index - 1].number
    return spoilt, "heading"


def row_numbering(plan: Plan, rng: Random) -> Spoiled | None:
    """Numbers of the rows jump, or two rows have the same."""
    spoilt = fresh(plan)
    numbered = [row for row in (*spoilt.groups, *spoilt.actions) if row.number]
    last = next((row for row in reversed(numbered) if row.number != "1"), None)
    if last is None:
        return None
    last.number = str(int(last.number or 0) + rng.choice((-1, 2)))
    return spoilt, "table"


def list_numbering(plan: Plan, rng: Random) -> Spoiled | None:
    """A role or a purpose has a number that does not follow."""
    spoilt = fresh(plan)
    places = kept_paragraphs(plan, "purpose")
    if plan.form == "2018" and len(places) > 2 and rng.random() < 0.5:
        found = section(spoilt, "purpose")
        assert found is not None
        text = found.content[places[2]].text  # type: ignore[union-attr]
        set_paragraph(spoilt, "purpose", places[2], re.sub(r"^3\.", "5.", text))
        return spoilt, found.number
    index = rng.randrange(1, len(plan.organisation))
    spoilt.organisation[index].number = str(index + 3)
    return spoilt, f"organisation[{index}]"


def missing_section_heading(plan: Plan, rng: Random) -> Spoiled | None:
    """The actions or the duties follow the section before without a heading of their own."""
    spoilt = fresh(plan)
    key = rng.choice(["actions", "organisation"])
    index = next(i for i, found in enumerate(spoilt.sections) if found.key == key)
    spoilt.sections[index - 1].content += spoilt.sections[index].content
    del spoilt.sections[index]
    return spoilt, "heading|document"


def empty_section(plan: Plan, rng: Random) -> Spoiled | None:
    """A main section without text, or an item that announces results and brings none."""
    spoilt = fresh(plan)
    found = section(spoilt, "purpose" if rng.random() < 0.5 or plan.form == "tt57" else "bases")
    assert found is not None
    if found.key == "purpose":
        found.content = []
        return spoilt, f"{found.number}|heading"
    last = plan.legal_bases[-1]
    if not last.marker.rstrip(".").isdigit() or not last.text.startswith("Chủ trương"):
        return None
    found.content = found.content[: found.content.index(Slot(f"legal_bases[{len(plan.legal_bases) - 1}]")) + 1]
    return spoilt, f"II.{last.marker.rstrip('.')}"


def empty_row(plan: Plan, rng: Random) -> Spoiled | None:
    if plan.layout == "blocks":
        return None
    spoilt = fresh(plan)
    spoilt.empty_rows = [rng.randint(1, len(plan.actions))]
    return spoilt, "table"


def missing_actions(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.actions, spoilt.groups, spoilt.columns, spoilt.standards_seen = [], [], [], []
    found = section(spoilt, "actions")
    assert found is not None
    found.content = []
    return spoilt, "table|actions"


def damaged_table(plan: Plan, rng: Random) -> Spoiled | None:
    """Only cut headings of standards are left of the table."""
    if plan.form != "2018" or not any(group.kind == "standard" for group in plan.groups):
        return None
    spoilt = fresh(plan)
    spoilt.actions = []
    spoilt.damaged = True
    spoilt.groups = [group for group in spoilt.groups if group.kind == "standard"]
    for group in spoilt.groups:
        group.before, group.text = 0, group.text[: rng.randint(24, 36)]
    spoilt.damage = [spoilt.groups[0].text]
    return spoilt, "table|heading"


def garbled_text(plan: Plan, rng: Random) -> Spoiled | None:
    """A stub of the template was left before the citation."""
    index = pick(rng, (i for i, basis in enumerate(plan.legal_bases) if (basis.number or "").endswith("TT-BGDĐT")))
    if index is None:
        return None
    spoilt = fresh(plan)
    basis = spoilt.legal_bases[index]
    bare = basis.text.removeprefix("Căn cứ ")
    basis.text = rng.choice([f"Thông tư số Căn cứ {bare}", f"(Thông tư số {bare}", f"Căn cứ Thông tư số của {bare}"])
    return spoilt, f"basis[{index}]"


def placeholder_left(plan: Plan, rng: Random) -> Spoiled | None:
    """A blank of the template stayed in a target, a task, a duty or the purpose."""
    spoilt = fresh(plan)
    match rng.randrange(4):
        case 0:
            index = rng.randrange(len(plan.actions))
            spoilt.actions[index].target = f"{plan.actions[index].target}; có thêm ……… giáo viên tham gia"
            return spoilt, f"actions[{index}].target"
        case 1:
            index = rng.randrange(len(plan.actions))
            spoilt.actions[index].tasks[-1] = "Hoàn thành trước ngày …/…/20…, giao cho ………………… phụ trách."
            return spoilt, f"actions[{index}].tasks"
        case 2:
            index = rng.randrange(len(plan.organisation))
            spoilt.organisation[index].duties[-1] = "Phân công đồng chí ................ theo dõi tiến độ cải tiến."
            return spoilt, f"organisation[{index}]"
        case _:
            spoilt.header.number = f"Số: …/{(plan.doc_number or '').partition('/')[2]}"
            spoilt.doc_number = None
            return spoilt, "header"


def missing_level_heading(plan: Plan, rng: Random) -> Spoiled | None:
    if plan.form != "2018":
        return None
    spoilt = fresh(plan)
    spoilt.groups = [group for group in spoilt.groups if group.kind != "level"]
    for action in spoilt.actions:
        action.level_section = None
    return spoilt, "heading"


def level_mixing(plan: Plan, rng: Random) -> Spoiled | None:
    first = next((group for group in plan.groups if group.kind == "level"), None)
    if first is None or first.level == 4:
        return None
    spoilt = fresh(plan)
    group = next(group for group in spoilt.groups if group.kind == "level")
    group.text, group.level = rng.choice([("MỨC 1, 2, 3", "1-3"), ("Mức 2 và Mức 3", "2-3"), ("MỨC 1, MỨC 2", "1-2")])
    for action in spoilt.actions:
        if action.level_section == first.level:
            action.level_section = group.level
    return spoilt, "table|heading"


def unknown_level(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    if plan.form == "2018":
        group = next(group for group in reversed(spoilt.groups) if group.kind == "level")
        level = rng.choice((5, 6))
        for action in spoilt.actions:
            action.level_section = level if action.level_section == group.level else action.level_section
        group.text, group.level = f"MỨC {level}", level
        return spoilt, "table|heading"
    index = pick_action(plan, rng)
    assert index is not None
    spoilt.actions[index].target = f"Đạt Mức {rng.choice((3, 4))}; {plan.actions[index].target}"
    return spoilt, f"actions[{index}]"


def wrong_form(plan: Plan, rng: Random) -> Spoiled | None:
    """A plan of a year of 57/2026 in the form of 2018."""
    if plan.form != "tt57":
        return None
    spoilt = fresh(plan)
    spoilt.form = "2018"
    spoilt.problems, spoilt.reviews = [], []
    kept = [found for found in spoilt.sections if found.key in ("purpose", "bases", "actions", "organisation")]
    spoilt.sections = kept
    for number, found in zip(("I", "II", "III", "IV"), kept, strict=True):
        found.number = number
    spoilt.columns = [column for column in spoilt.columns if column.field not in ("indicator", "evidence", "progress")]
    for action in spoilt.actions:
        action.indicator = action.evidence = action.progress = None
    return spoilt, "document|table|header"


FAULTS: dict[str, Fault] = {
    "wrong_form": wrong_form,
    "school_year_conflict": school_year_conflict,
    "section_numbering": section_numbering,
    "row_numbering": row_numbering,
    "list_numbering": list_numbering,
    "missing_section_heading": missing_section_heading,
    "empty_section": empty_section,
    "empty_row": empty_row,
    "missing_actions": missing_actions,
    "damaged_table": damaged_table,
    "garbled_text": garbled_text,
    "placeholder_left": placeholder_left,
    "missing_level_heading": missing_level_heading,
    "level_mixing": level_mixing,
    "unknown_level": unknown_level,
}
