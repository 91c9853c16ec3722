"""Who does what: roles and their duties."""

from __future__ import annotations

import re

from caitien.engine.plan.model import Duties, Plan, PlanSection, Slot
from caitien.engine.plan_reader.columns import field_of
from caitien.engine.plan_reader.matrix import boxes_of
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace, kept
from caitien.engine.vietnamese.text import BULLET, fold, squeeze, without_bullet

NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])\s*[.)/]\s*(?P<rest>\S.*)$")
SUB_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})\s+(?P<rest>\S.*)$")
ROLE = re.compile(
    r"^(?:doi voi |trach nhiem (?:cua )?|nhiem vu (?:cua )?)?(?:cac |cac dong chi |dong chi |nguoi )?"
    r"(?:hieu truong|pho hieu truong|giam doc|pho giam doc|nguoi dung dau|dung dau|ban giam hieu|can bo|thanh vien|hoi dong|chu tich|pho chu tich|uy vien|thu ky|"
    r"nhom|to\b|to giam sat|ban giam sat|ban thanh tra|giao vien|nhan vien|vien chuc|ke toan|van thu|y te|bo phan|cong doan|chi doan|doan|doi|tong phu trach|"
    r"cha me|phu huynh|ban dai dien|hoc sinh|tre em|khoi|phong|ubnd|dang|chi bo|don vi)"
)
MARKED = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[.)/]?|[a-zđ][.)/]|\*|\+)\s*(?=\S)(?!\d)")
BULLET_LINE = re.compile(r"^\s*[-–+•]\s*\S")
CLOSES = re.compile(
    r"^(?:tren day la|ke hoach nay (?:duoc|da)|kinh de nghi|trong qua trinh (?:trien khai|to chuc|thuc hien)\b.*\b(?:bao cao|phan anh))"
)
"""Sentences that end a paper and are nobody's duty."""
WHO_HEAD = re.compile(
    r"^(?:cac )?(?:bo phan|don vi|thanh phan|thanh vien|ca nhan|nguoi|doi tuong|chuc (?:danh|vu)|ho (?:va )?ten|to chuc)\b"
)
WHAT_HEAD = re.compile(r"nhiem vu|cong viec|noi dung|trach nhiem|phan cong")
MOST_COLUMNS, MOST_WORDS, LONGEST_ROLE = 5, 6, 110
DUTY_VERB = re.compile(
    r"^(?:hieu truong|pho hieu truong|cac thanh vien(?: hoi dong)?|to giam sat|hoi dong|giao vien|nhan vien|ban giam hieu)[^,:(]{0,60}?\s(?:phu trach|chiu trach nhiem|thuc hien|trien khai|xay dung|to chuc|co nhiem vu|co trach nhiem|chi dao|phan cong|thuong xuyen|theo doi|ban hanh|tham muu|phoi hop|giam sat|kiem tra|bao cao)\b"
)


def read_organisation(plan: Plan, items: list[Item], section: PlanSection, trace: Trace) -> None:
    """Fill roles and duties from lines and from a table of both; what is neither is kept in the section."""
    whole = _whole(items)
    for at, item in enumerate(whole):
        if isinstance(item, Grid):
            trace.use_below(item.path, item.table)
            if not _role_table(plan, item, section, trace):
                section.content.append(kept(item.table))
        else:
            following = whole[at + 1] if at + 1 < len(whole) else None
            _take(plan, item, following if isinstance(following, Line) else None, section, trace)


def _whole(items: list[Item]) -> list[Item]:
    """The items with the lines of a paragraph as one."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, Grid):
            found.append(item)
        elif item.first:
            found.append(Line(item.path, squeeze(item.block.full_text), item.block))
    return found


def _take(plan: Plan, line: Line, following: Line | None, section: PlanSection, trace: Trace) -> None:
    role = _role(line) or _role_above(line, following)
    if role:
        number, text, duty = role
        _begin(plan, section, Duties(text, number=number), line, trace)
        if duty:
            _duty(plan, line, duty, "", trace)
        return
    bare = without_bullet(line.text)
    if (not plan.organisation and re.search(r":$", line.text) and len(line.text) > 60) or CLOSES.match(fold(line.text)):
        trace.use(line)
        section.content.append(kept(line.block))
        return
    if not plan.organisation:
        _begin(plan, section, Duties(None), line, trace)
    numbered = NUMBERED.match(bare)
    text = numbered["rest"] if numbered else bare
    _duty(plan, line, squeeze(text), line.text[: len(line.text) - len(text)].strip(), trace)


def _role_above(line: Line, following: Line | None) -> tuple[str, str, str] | None:
    """(number, role, duty) of a short numbered, starred, bold or colon-ended line with bullets below, or "1. name: duty"."""
    marked = MARKED.match(line.text)
    rest = squeeze(line.text[marked.end() :] if marked else line.text)
    name, colon, duty = (part.strip() for part in rest.partition(":"))
    number = marked["number"].rstrip(".)/") if marked else ""
    if not name or BULLET_LINE.match(line.text) or field_of(name) or DUTY_VERB.match(fold(name)):
        return None
    if duty:
        return (
            (number, name, duty)
            if marked and marked["number"][0] not in "*+" and len(name.split()) <= MOST_WORDS
            else None
        )
    set_off = marked or line.bold or line.block.role == "heading" or colon
    below = following is not None and BULLET_LINE.match(following.text)
    return (number, name, "") if set_off and below and len(name) < LONGEST_ROLE else None


def _role_table(plan: Plan, item: Grid, section: PlanSection, trace: Trace) -> bool:
    """A table with a column for who and one for what."""
    boxes = boxes_of(item.table, item.path)
    heads = [fold(box.text) for box in boxes[0]] if boxes else []
    who = next((at for at, head in enumerate(heads) if WHO_HEAD.search(head)), None)
    what = next((at for at, head in enumerate(heads) if WHAT_HEAD.search(head) and at != who), None)
    if who is None or what is None or len(heads) > MOST_COLUMNS:
        return False
    for row in boxes[1:]:
        if not row[who].lines or row[who] is row[what]:
            continue
        _begin(plan, section, Duties(squeeze(row[who].text.replace("\n", " "))), row[who].lines[0], trace)
        for text, line in zip(row[what].text.split("\n"), row[what].lines, strict=False):
            _duty(plan, Line(line.path, line.text, line.block), text, "-", trace)
    return True


def _begin(plan: Plan, section: PlanSection, duties: Duties, line: Line, trace: Trace) -> None:
    index = len(plan.organisation)
    plan.organisation.append(duties)
    section.content.append(Slot(f"organisation[{index}]"))
    if duties.role:
        trace.note(f"organisation[{index}].role", line, "item")


def _duty(plan: Plan, line: Line, text: str, marker: str, trace: Trace) -> None:
    index = len(plan.organisation) - 1
    duties = plan.organisation[index]
    trace.note(f"organisation[{index}].duties[{len(duties.duties)}]", line, "item")
    duties.duties.append(text)
    duties.duty_markers.append(marker)


def _role(line: Line) -> tuple[str, str, str] | None:
    """(number, role, duty after a colon) of a line that heads duties."""
    numbered = NUMBERED.match(line.text) or SUB_NUMBERED.match(line.text)
    bulleted = BULLET.match(line.text)
    rest = squeeze(numbered["rest"]) if numbered else squeeze(without_bullet(line.text))
    words = fold(rest)
    if not ROLE.match(words):
        return None
    name, colon, duty = rest.partition(":")
    if colon and len(name) < 110 and not DUTY_VERB.match(fold(name)):
        if bulleted and not numbered and not duty.strip():
            return None
        if not bulleted or (duty.strip() and line.bold is False and _short_role(name)):
            return (
                (numbered["number"] if numbered else line.text[: len(line.text) - len(rest)].strip()),
                name.strip(),
                duty.strip(),
            )
    if bulleted and not numbered:
        return None
    if numbered and not DUTY_VERB.match(words) and len(rest) < 160:
        return numbered["number"], rest, ""
    if (line.bold or line.block.role == "heading") and len(rest) < 120 and not DUTY_VERB.match(words):
        return "", rest, ""
    return None


def _short_role(name: str) -> bool:
    return len(name.split()) <= 8
