"""Numbers of sections, list items and table rows, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.engine.document.tree import Paragraph
from caitien.engine.plan.model import Plan, PlanSection, Slot
from caitien.engine.vietnamese.text import fold, squeeze

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ORDINALS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
ITEM = re.compile(r"^\s*(\d{1,2})\s*[.)/](?!\d)\s*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A thing with a number: the text that carries it, its place and field."""

    number: int
    text: str
    where: str
    field: str
    kind: str = ""


def section_value(number: str) -> tuple[str, int] | None:
    """(series, place in it) of a section number: "IV" → roman 4, "B" → letter 2, "3" → arabic 3; None without one."""
    part = re.fullmatch(r"phan (?:thu )?(\w+)", fold(number).strip(" ."))
    if part and part[1] in (*ORDINALS, "bon"):
        return "part", ORDINALS.index("tu" if part[1] == "bon" else part[1]) + 1
    plain = (part[1] if part else number).strip(" .").upper()
    if plain in ROMAN:
        return "roman", ROMAN.index(plain) + 1
    if re.fullmatch(r"\d{1,2}", plain):
        return "arabic", int(plain)
    return ("letter", ord(plain) - 64) if re.fullmatch(r"[A-H]", plain) else None


def written_like(number: str, value: int) -> str:
    """The value written in the manner of another number."""
    plain = number.strip(" .").upper()
    if plain in ROMAN:
        return ROMAN[value - 1] if value <= len(ROMAN) else str(value)
    return chr(64 + value) if re.fullmatch(r"[A-H]", plain) else str(value)


def numbered_items(plan: Plan, index: int) -> Iterator[Numbered]:
    """The items of a section numbered 1., 2., …; sub-items 2.1 are left out."""
    section = plan.sections[index]
    for i, piece in enumerate(section.content):
        if isinstance(piece, Slot):
            yield from _of_slot(plan, piece.field)
        elif isinstance(piece, Paragraph):
            number = ITEM.match(piece.full_text)
            if number:
                text = squeeze(piece.full_text)[:80]
                where = f"{section.number}.{number[1]}"
                yield Numbered(int(number[1]), text, where, f"sections[{index}].content[{i}]")


def _of_slot(plan: Plan, field: str) -> Iterator[Numbered]:
    """A basis, or a role and those of its duties that have a number."""
    match = re.fullmatch(r"(legal_bases|organisation)\[(\d+)\]", field)
    if not match:
        return
    at = int(match[2])
    if match[1] == "legal_bases":
        basis = plan.legal_bases[at]
        yield from _with_number(basis.marker, basis.text, f"basis[{at}]", f"{field}.text")
        return
    duties = plan.organisation[at]
    where = f"organisation[{at}]"
    yield from _with_number(duties.number, duties.role or "", where, f"{field}.role")
    for i, (marker, duty) in enumerate(zip(duties.duty_markers, duties.duties, strict=False)):
        yield from _with_number(marker, duty, where, f"{field}.duties[{i}]")


def _with_number(marker: str, text: str, where: str, field: str) -> Iterator[Numbered]:
    number = re.fullmatch(r"\(?(\d{1,2})\s*[.)/]?", marker.strip())
    if number:
        yield Numbered(int(number[1]), squeeze(text)[:80], where, field)


def first_place(plan: Plan, section: PlanSection, fallback: str) -> str:
    """Where the item without its number stands: the first entry of the section."""
    first = next((piece.field for piece in section.content if isinstance(piece, Slot)), None)
    return first if first and first.startswith("organisation") else fallback


def numbered_rows(plan: Plan) -> Iterator[Numbered]:
    """Rows of the table with a number, and level headings (kind "level", number 0)."""
    rows: list[tuple[int, int, Numbered]] = []
    for i, group in enumerate(plan.groups):
        kind = "level" if group.kind == "level" else "group"
        number = 0 if kind == "level" else _whole(group.number)
        if number is not None:
            rows.append((group.before, 0, Numbered(number, group.text, "table", f"groups[{i}].text", kind)))
    for i, action in enumerate(plan.actions):
        number = _whole(action.number)
        if number is not None:
            rows.append((i, 1, Numbered(number, action.heading or "", "table", f"actions[{i}].heading", "action")))
    rows.sort(key=lambda row: row[:2])
    yield from (row for _, _, row in rows)


def _whole(number: str | None) -> int | None:
    found = re.fullmatch(r"\(?(\d{1,3})[.)]?", (number or "").strip())
    return int(found[1]) if found else None
