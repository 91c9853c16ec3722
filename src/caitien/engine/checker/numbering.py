"""Numbers of sections, list items and table rows, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.document.tree import Paragraph
from caitien.engine.plan.model import Plan, PlanSection, Slot

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ITEM = re.compile(r"^\s*(\d{1,2})\s*[.)/](?!\d)\s*")


def section_value(number: str) -> int | None:
    """Place of a section number in its series: "IV" → 4, "B" → 2, "3" → 3; None without a number."""
    plain = number.strip(" .").upper()
    if plain in ROMAN:
        return ROMAN.index(plain) + 1
    if re.fullmatch(r"\d{1,2}", plain):
        return int(plain)
    return ord(plain) - 64 if re.fullmatch(r"[A-H]", plain) else None


def written_like(number: str, value: int) -> str:
    """The value written in the manner of another number."""
    plain = number.strip(" .").upper()
    if plain in ROMAN:
        return ROMAN[value - 1] if value <= len(ROMAN) else str(value)
    return chr(64 + value) if re.fullmatch(r"[A-H]", plain) else str(value)


def numbered_items(plan: Plan, index: int) -> Iterator[tuple[int, str, str, str]]:
    """The items of a section numbered 1., 2., …: (number, text, place, field path); sub-items 2.1 are left out."""
    section = plan.sections[index]
    for i, piece in enumerate(section.content):
        field = f"sections[{index}].content[{i}]"
        if isinstance(piece, Slot):
            found = _slot_item(plan, piece.field)
            if found:
                yield *found, piece.field
        elif isinstance(piece, Paragraph):
            number = ITEM.match(piece.full_text)
            if number:
                yield int(number[1]), piece.full_text[:80], f"{section.number}.{number[1]}", field


def _slot_item(plan: Plan, field: str) -> tuple[int, str, str] | None:
    match = re.fullmatch(r"(legal_bases|organisation)\[(\d+)\]", field)
    if not match:
        return None
    at = int(match[2])
    if match[1] == "legal_bases":
        marker, text, where = plan.legal_bases[at].marker, plan.legal_bases[at].text, f"basis[{at}]"
    else:
        marker, text, where = plan.organisation[at].number, plan.organisation[at].role or "", f"organisation[{at}]"
    number = re.fullmatch(r"\(?(\d{1,2})[.)/]?", marker.strip())
    return (int(number[1]), f"{number[1]}. {text}"[:80], where) if number else None


def first_place(plan: Plan, section: PlanSection, fallback: str) -> str:
    """Where the item without its number stands: the first entry of the section."""
    first = next((piece.field for piece in section.content if isinstance(piece, Slot)), None)
    if first and first.startswith("organisation"):
        return first
    return fallback


def numbered_rows(plan: Plan) -> Iterator[tuple[str, int, str, str]]:
    """Rows of the table with a number: ("level" | "group" | "action", number, text, field path)."""
    rows: list[tuple[int, int, str, int | None, str, str]] = []
    for i, group in enumerate(plan.groups):
        kind = "level" if group.kind == "level" else "group"
        rows.append(
            (
                group.before,
                0,
                kind,
                _whole(group.number),
                f"{group.number or ''} {group.text}".strip(),
                f"groups[{i}].text",
            )
        )
    for i, action in enumerate(plan.actions):
        rows.append(
            (
                i,
                1,
                "action",
                _whole(action.number),
                f"{action.number or ''} {action.heading or ''}".strip(),
                f"actions[{i}].number",
            )
        )
    for _, _, kind, number, text, field in sorted(rows, key=lambda row: (row[0], row[1])):
        if kind == "level":
            yield kind, 0, text, field
        elif number is not None:
            yield kind, number, text, field


def _whole(number: str | None) -> int | None:
    found = re.fullmatch(r"\(?(\d{1,3})[.)]?", (number or "").strip())
    return int(found[1]) if found else None
