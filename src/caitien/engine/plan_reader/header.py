"""The part above the first section: bodies, number, motto, place and date, title, school year."""

from __future__ import annotations

import re

from caitien.engine.document.tree import Paragraph, Table, walk
from caitien.engine.plan.model import Plan
from caitien.engine.plan_reader.names import names_in, plain_name, type_of
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace, parted_lines
from caitien.engine.vietnamese.dates import parse_date, parse_school_year
from caitien.engine.vietnamese.numbers import first_number
from caitien.engine.vietnamese.text import fold, is_upper, squeeze

COUNTRY = re.compile(r"cong\s+hoa\s+xa\s+hoi")
MOTTO = re.compile(r"doc\s*lap\b.*tu\s*do|tu\s*do\b.*hanh\s*phuc")
NUMBER_LINE = re.compile(r"^\s*s[ốô]\s*[:.]?\s*(?=[\d…._/\s]|$)", re.IGNORECASE)
PLACE_DATE = re.compile(
    r"^(?P<place>[^,\d]{2,60}?)\s*,?\s*ngày\s*[\d….\s_]*\s*tháng\s*[\d….\s_]*\s*năm\s*[\d….\s_]*\.?$", re.IGNORECASE
)
AUTHORITY = re.compile(
    r"^(?:ubnd|uy ban nhan dan|so giao duc|so gd|phong giao duc|phong gd|bo giao duc|tong cong ty|dai hoc|truong dai hoc)"
)
SCHOOL = re.compile(r"^(?:truong|trung tam|nha tre)\b")
TITLE = re.compile(r"^(?:du thao\s+)?ke hoach\b")
OPENS_TEXT = re.compile(r"^\W*(?:can cu|thuc hien|xet|theo de nghi|nham|de|nam hoc .{4,20}[,:] |\d{1,2}[.)] )\b")
EMBEDDED = re.compile(r"(?<=\S)\s+(?=CỘNG\s+H[OÒÓ]A\s+X|[ĐD]ộc\s+lập\s*[-–— ]\s*Tự)")
"""Where the right column begins in a line in which both ran together."""
NUMBER_AND_PLACE = re.compile(r"^(s[ốô]\s*:?.{0,12}?/\s*[\w-]+)\s+(\S+(?:\s\S+){0,5},\s*ngày.*)$", re.IGNORECASE)


def header_lines(head: list[Item]) -> list[Line]:
    """The lines above the first section; those of a block in two columns left before right."""
    lines: list[Line] = []
    for item in head:
        if isinstance(item, Grid):
            lines += _grid_lines(item.path, item.table)
        else:
            lines += _pieces(item)
    return lines


def _grid_lines(path: str, table: Table) -> list[Line]:
    columns: dict[int, list[Line]] = {}
    for at, block in walk((table,), ""):
        if isinstance(block, Paragraph):
            column = int(at.split(".")[2])
            columns.setdefault(column, []).extend(parted_lines(f"{path}{at[1:]}", block))
    return [line for column in sorted(columns) for line in columns[column]]


def _pieces(line: Line) -> list[Line]:
    """A line in which two columns ran together is parted where the right column begins."""
    if not line.first:
        return []
    found = []
    for part in parted_lines(line.path, line.block):
        both = NUMBER_AND_PLACE.match(part.text)
        texts = both.groups() if both else EMBEDDED.split(part.text)
        found += [Line(part.path, squeeze(text), part.block) for text in texts if squeeze(text)]
    return found


def read_header(plan: Plan, head: list[Item], trace: Trace) -> list[Item]:
    """Fill the header of the plan from the items above the first section; the items below the title are returned."""
    lines = header_lines(head)
    title = next((i for i, line in enumerate(lines) if _is_title(line)), len(lines))
    above = [line for line in lines[:title] if not _take_fixed(plan, line, trace)]
    _bodies(plan, above, trace)
    trace.use(*lines[:title])
    kept = _title_lines(lines[title:])
    rest = [line for line in lines[title:] if line not in kept]
    below = [line.path for line in rest if not _take_fixed(plan, line, trace)]
    plan.header.title = [line.text for line in kept]
    for i, line in enumerate(kept):
        trace.note(f"header.title[{i}]", line, "title")
        year = parse_school_year(line.text)
        if year and plan.school_year is None:
            plan.school_year = year
            trace.note("school_year", line, "title")
    return [
        item for item in head if item.path in below or (isinstance(item, Grid) and kept and item.path > kept[-1].path)
    ]


def _is_title(line: Line) -> bool:
    return bool(TITLE.match(fold(line.text))) and len(line.text) < 160


def _title_lines(rest: list[Line]) -> list[Line]:
    """From "KẾ HOẠCH" on, as long as the lines are short; bases and an introduction in running text end the title."""
    kept: list[Line] = []
    for line in rest:
        if len(kept) >= 6 or _opens_text(line):
            break
        kept.append(line)
    return kept


def _opens_text(line: Line) -> bool:
    """Whether running text begins: a basis, or a sentence."""
    return len(line.text) > 160 or bool(OPENS_TEXT.match(fold(line.text))) or line.text.endswith((";", ":", ","))


def _take_fixed(plan: Plan, line: Line, trace: Trace) -> bool:
    """Take the lines that are known by their words: motto, number, place and date."""
    words = fold(line.text)
    header = plan.header
    if COUNTRY.search(words) or MOTTO.search(words):
        trace.note(f"header.motto[{len(header.motto)}]", line, "letterhead")
        header.motto.append(line.text)
        return True
    if NUMBER_LINE.match(line.text) and header.number is None and len(line.text) < 60:
        header.number = line.text
        plan.doc_number = first_number(line.text)
        for name in ("header.number", "doc_number"):
            trace.note(name, line, "letterhead")
        return True
    return _take_place(plan, line, trace)


def _take_place(plan: Plan, line: Line, trace: Trace) -> bool:
    match = PLACE_DATE.match(line.text)
    if not match or plan.header.place_date is not None:
        return False
    plan.header.place_date = line.text
    plan.place = re.sub(r"[….,_\s]+$", "", match["place"]) or None
    plan.date = parse_date(line.text)
    for name in ("header.place_date", "place", "date"):
        trace.note(name, line, "letterhead")
    return True


def _bodies(plan: Plan, above: list[Line], trace: Trace) -> None:
    """Parent body and school in the left block; a line that continues the one before is joined to it."""
    authority: list[Line] = []
    school: list[Line] = []
    for line in above:
        words = fold(line.text)
        if re.fullmatch(r"[\W_]*", line.text) or re.match(r"^(?:du thao|mau so|bieu so|bieu\s*\d)", words):
            continue
        if (SCHOOL.match(words) and not AUTHORITY.match(words)) or (
            school and (is_upper(line.text) or line.block is school[-1].block)
        ):
            school.append(line)
        elif AUTHORITY.match(words) or (authority and is_upper(line.text)):
            authority.append(line)
    if authority:
        plan.header.authority = "\n".join(line.text for line in authority)
        plan.authority = " ".join(line.text for line in authority)
        for name in ("header.authority", "authority"):
            trace.note(name, authority[0], "letterhead")
    if school:
        plan.header.issuer = "\n".join(line.text for line in school)
        plan.school_name = plain_name(" ".join(line.text for line in school))
        for name in ("header.issuer", "school_name"):
            trace.note(name, school[0], "letterhead")


def complete_school(plan: Plan, lines: list[Line], trace: Trace) -> None:
    """School name, type and year from the running text, where the header does not give them."""
    if plan.school_name is None:
        _name_from_text(plan, lines, trace)
    for line, text in [(None, plan.school_name or "")] + [(line, line.text) for line in lines]:
        kind = type_of(text)
        if kind:
            plan.school_type = kind
            trace.note("school_type", line, "derived")
            break
    if plan.school_year is None:
        line = next((line for line in lines if parse_school_year(line.text)), None)
        if line:
            plan.school_year = parse_school_year(line.text)
            trace.note(
                "school_year", line, "weak_value", doubt="Đầu đề không ghi năm học, máy lấy năm đầu tiên trong bài."
            )


def _name_from_text(plan: Plan, lines: list[Line], trace: Trace) -> None:
    found = names_in(line.text for line in lines)
    if not found:
        return
    name = max(found, key=lambda known: (found[known], len(known)))
    plan.school_name = name
    own = name.split()[-1]
    line = next((line for line in lines if own in line.text), None)
    trace.note("school_name", line, "running_text" if len(found) == 1 or found[name] > 1 else "weak_name")
