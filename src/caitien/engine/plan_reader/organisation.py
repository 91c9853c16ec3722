"""Who does what: roles and their duties."""

from __future__ import annotations

import re

from caitien.engine.plan.model import Duties, Plan, PlanSection, Slot
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
DUTY_VERB = re.compile(
    r"^(?:hieu truong|pho hieu truong|cac thanh vien(?: hoi dong)?|to giam sat|hoi dong|giao vien|nhan vien|ban giam hieu)[^,:(]{0,60}?\s(?:phu trach|chiu trach nhiem|thuc hien|trien khai|xay dung|to chuc|co nhiem vu|co trach nhiem|chi dao|phan cong|thuong xuyen|theo doi|ban hanh|tham muu|phoi hop|giam sat|kiem tra|bao cao)\b"
)


def read_organisation(plan: Plan, items: list[Item], section: PlanSection, trace: Trace) -> None:
    """Fill roles and duties; tables are kept in the section."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Grid):
            trace.use_below(item.path, item.table)
            section.content.append(kept(item.table))
            continue
        if item.path in seen:
            continue
        seen.add(item.path)
        whole = Line(item.path, squeeze(item.block.full_text), item.block)
        _take(plan, whole, section, trace)


def _take(plan: Plan, line: Line, section: PlanSection, trace: Trace) -> None:
    role = _role(line)
    if role:
        number, text, duty = role
        _begin(plan, section, Duties(text, number=number), line, trace)
        if duty:
            _duty(plan, line, duty, "", trace)
        return
    if not plan.organisation:
        if re.search(r":$", line.text) and len(line.text) > 60:
            trace.use(line)
            section.content.append(kept(line.block))
            return
        _begin(plan, section, Duties(None), line, trace)
    bare = without_bullet(line.text)
    numbered = NUMBERED.match(bare)
    text = numbered["rest"] if numbered else bare
    _duty(plan, line, squeeze(text), line.text[: len(line.text) - len(text)].strip(), trace)


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
