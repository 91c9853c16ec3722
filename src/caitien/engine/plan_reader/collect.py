"""Actions as they are gathered, from rows of tables and from labelled lines alike."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from caitien.engine.plan.model import Action, Column, Group, Money, Plan
from caitien.engine.plan_reader.columns import ACTION_FIELDS, names_source
from caitien.engine.plan_reader.marks import Criterion, criterion_of, level_of, standard_of
from caitien.engine.plan_reader.matrix import Head
from caitien.engine.plan_reader.source import Line, Trace
from caitien.engine.vietnamese.dates import parse_period
from caitien.engine.vietnamese.money import parse_money
from caitien.engine.vietnamese.text import squeeze, without_bullet

NAMED_WITHIN = re.compile(
    r"\(?\s*(?:thuộc\s+)?(?:tiêu chuẩn\s*\d\s*[,;-]?\s*)?tiêu chí\s*(?P<code>[1-9]\.\d{1,2})\s*\)?", re.IGNORECASE
)


@dataclass(slots=True)
class Pending:
    """A criterion that was named and waits for its content."""

    line: Line
    text: str
    named: Criterion
    number: str | None = None


@dataclass(slots=True)
class Collector:
    """The plan being filled and where the walk stands."""

    plan: Plan
    trace: Trace
    level: int | str | None = None
    standard: str | None = None
    pending: Pending | None = None
    action: Action | None = None
    label: str = ""
    labelled: bool = False
    """Some actions stand as labelled lines."""
    tables: int = 0
    heads: list[Head] | None = None
    flattened: bool = False
    """The table being read was pieced together from lines."""
    unit: int = 1
    """In which the amounts stand that are being read, as a head or a line above says."""
    line_unit: int = 1
    """Of a line such as "Đơn vị tính: 1.000 đồng"; it holds for what follows."""
    coded: bool = False
    """The column of row numbers holds the codes of the criteria."""
    captions: list[Line] = field(default_factory=list)
    """Lines of a table above its heads."""
    units: dict[int, int] = field(default_factory=dict)
    """Action → unit of its amount, where that is not đồng."""

    @property
    def index(self) -> int:
        return len(self.plan.actions) - 1


def take_heading(to: Collector, line: Line, text: str, number: str | None = None) -> bool:
    """Take a line or merged row that names a level, a standard or a criterion."""
    level = level_of(text)
    if level is not None:
        to.level, to.standard, to.pending, to.action = level, None, None, None
        _group(to, Group("level", squeeze(text), len(to.plan.actions), number, level=level), line)
        return True
    standard = standard_of(text)
    if standard:
        to.standard, to.pending, to.action = standard[0], None, None
        group = Group("standard", squeeze(text), len(to.plan.actions), number, standard=standard[0], title=standard[1])
        _group(to, group, line)
        if standard[0] not in to.plan.standards_seen:
            to.plan.standards_seen.append(standard[0])
        return True
    named = criterion_of(text)
    if named:
        to.pending, to.action = Pending(line, text, named, number), None
        to.trace.use(line)
        return True
    return False


def _group(to: Collector, group: Group, line: Line) -> None:
    to.trace.note(f"groups[{len(to.plan.groups)}].text", line, "group")
    to.plan.groups.append(group)


def begin_action(to: Collector, pending: Pending | None, reason: str = "group") -> Action:
    """A new action under the headings that stand above it."""
    action = Action(level_section=to.level, standard=to.standard)
    to.plan.actions.append(action)
    to.action, to.label = action, ""
    base = f"actions[{to.index}]"
    if pending:
        action.number = pending.number
        action.heading = squeeze(pending.text)
        action.criterion = pending.named.code
        action.criteria = [pending.named.code, *pending.named.more]
        action.criterion_title = pending.named.title and squeeze(pending.named.title)
        for name in ("criterion", "heading", "criterion_title"):
            if getattr(action, name):
                to.trace.note(f"{base}.{name}", pending.line, reason)
    _standard_of_code(to, action, base)
    if to.level is not None:
        to.trace.note(f"{base}.level_section", None, "derived")
    return action


def _standard_of_code(to: Collector, action: Action, base: str) -> None:
    level4 = to.level == 4 and action.criterion is not None and "." not in action.criterion
    if level4:
        action.standard = None
    elif action.standard is None and action.criterion and "." in action.criterion:
        action.standard = action.criterion.split(".")[0]
    if action.standard:
        to.trace.note(f"{base}.standard", None, "derived")


def name_action(to: Collector, action: Action, line: Line, text: str, reason: str) -> None:
    """Name an action by the cell that should hold its criterion; free wording becomes the title."""
    named = criterion_of(text, bare=True)
    base = f"actions[{to.index}]"
    action.heading = squeeze(text)
    if named:
        action.criterion, action.criteria = named.code, [named.code, *named.more]
        action.criterion_title = named.title and squeeze(named.title)
    else:
        within = NAMED_WITHIN.search(text)
        if within:
            action.criterion = within["code"]
            action.criteria = list(dict.fromkeys(re.findall(r"\b[1-9]\.\d{1,2}\b", text)))
            text = text.replace(within[0], " ")
        text = re.sub(r"^\s*tiêu chuẩn\s*\d\s*[:.,;–-]?\s*", "", text, flags=re.IGNORECASE)
        action.criterion_title = squeeze(text).strip(" :;,–-") or None
    _standard_of_code(to, action, base)
    for name in ("criterion", "heading", "criterion_title"):
        if getattr(action, name):
            to.trace.note(f"{base}.{name}", line, reason)


def set_field(to: Collector, field: str, lines: list[Line], texts: list[str], reason: str = "column") -> None:
    """Give the current action a field from the lines of a cell or label; joined to what is there already."""
    action = to.action
    if action is None or field not in ACTION_FIELDS:
        return
    reason = "flattened" if to.flattened else reason
    texts = [squeeze(without_bullet(text)) for text in texts]
    texts = [text for text in texts if text]
    base = f"actions[{to.index}]"
    first = lines[0] if lines else None
    if field == "tasks":
        for i, text in enumerate(texts):
            line = lines[i] if len(lines) == len(texts) else first
            to.trace.note(f"{base}.tasks[{len(action.tasks)}]", line, reason)
            action.tasks.append(text)
    else:
        name = {"time_start": "start", "time_end": "end", "money_source": "budget_raw"}.get(field, field)
        _set_text(to, action, field, "\n".join(texts))
        if texts or getattr(action, name, None) == "":
            to.trace.note(f"{base}.{name}", first, reason)
    to.trace.use(*lines)


def _set_text(to: Collector, action: Action, field: str, text: str) -> None:
    if field in ("time_start", "time_end"):
        _set_time_part(to, action, field, text)
        return
    if field in ("budget_raw", "money_source") and to.unit > 1:
        to.units[to.index] = to.unit
    if field == "money_source":
        action.budget_raw = "\n".join(part for part in (action.budget_raw, text) if part)
        return
    before = getattr(action, field)
    setattr(action, field, f"{before}\n{text}" if before and text else (before or text))


def _set_time_part(to: Collector, action: Action, field: str, text: str) -> None:
    """Two cells or labels of time are joined with " - "."""
    flat = squeeze(text)
    action.time_raw = f"{action.time_raw} - {flat}" if action.time_raw and flat else (action.time_raw or flat)
    to.trace.note(f"actions[{to.index}].time_raw", None, "column")
    found = parse_period(flat, to.plan.school_year)
    if field == "time_start":
        action.start = found.start
    else:
        action.end = found.end
        if action.start is None and action.time_raw != flat:
            action.start = parse_period((action.time_raw or "").removesuffix(flat), to.plan.school_year).start


def flush(to: Collector) -> None:
    """A criterion that nothing followed is an action about which the plan says nothing."""
    if to.pending and not to.plan.actions:
        return
    if to.pending and to.action is None and to.plan.columns:
        begin_action(to, to.pending)
    to.pending = None


def finish(to: Collector) -> None:
    """Read the values of the texts: months, amounts, lead with partners; derive level groups (cases/README)."""
    _one_column_of_people(to)
    _two_labels_of_time(to)
    for index, action in enumerate(to.plan.actions):
        _finish_action(to, action, index)
    levels = [action.level_section for action in to.plan.actions]
    first = next((i for i, level in enumerate(levels) if level is not None), None)
    if first and levels[first] == 4 and set(levels) == {None, 4}:
        for i, action in enumerate(to.plan.actions[:first]):
            action.level_section = "1-3"
            to.trace.note(f"actions[{i}].level_section", None, "derived")


def _one_column_of_people(to: Collector) -> None:
    """Where no column is for partners, the one of the lead holds both."""
    if any(column.field == "partners" for column in to.plan.columns):
        return
    for column in to.plan.columns:
        column.field = "lead_and_partners" if column.field == "lead" else column.field
    for index, action in enumerate(to.plan.actions):
        if action.lead is not None and action.lead_and_partners is None:
            action.lead_and_partners, action.lead = action.lead, None
            place = to.trace.places.pop(f"actions[{index}].lead", None)
            if place:
                to.trace.places[f"actions[{index}].lead_and_partners"] = place


def _two_labels_of_time(to: Collector) -> None:
    """Where an end has a label of its own, the other label of time is that of the start."""
    fields = [column.field for column in to.plan.columns]
    if to.labelled and "time_end" in fields and "time_raw" in fields:
        columns = [column for column in to.plan.columns if column.field != "time_start"]
        for column in columns:
            column.field = "time_start" if column.field == "time_raw" else column.field
        to.plan.columns = columns


def _finish_action(to: Collector, action: Action, index: int) -> None:
    base = f"actions[{index}]"
    if action.lead is not None or action.partners is not None:
        both = [part for part in (action.lead, action.partners) if part]
        action.lead_and_partners = action.lead_and_partners or "\n".join(both)
        source = to.trace.places.get(f"{base}.lead") or to.trace.places.get(f"{base}.partners")
        if source:
            to.trace.places[f"{base}.lead_and_partners"] = source
    if action.time_raw and (_lone_end(to) or (action.start is None and action.end is None)):
        found = parse_period(action.time_raw, to.plan.school_year)
        action.start, action.end = found.start, found.end
    if action.budget_raw is not None:
        unit = to.units.get(index, 1)
        action.budget_vnd = parse_money(action.budget_raw, unit=unit)
        action.money = money_by_source(action.budget_raw, unit=unit)
    for name, from_name in (("start", "time_raw"), ("end", "time_raw"), ("budget_vnd", "budget_raw")):
        source = to.trace.places.get(f"{base}.{from_name}")
        if getattr(action, name) is not None and source:
            to.trace.places[f"{base}.{name}"] = source
    level = re.search(r"(?:đạt\s+)?mức\s*([1-4])\b", action.target or "", re.IGNORECASE)
    action.target_level = int(level[1]) if level else None


def _lone_end(to: Collector) -> bool:
    """Whether the plan has one column or label for times, and it is called after their end: then it is for both."""
    fields = {column.field for column in to.plan.columns}
    return "time_end" in fields and not fields & {"time_start", "time_raw"}


def money_by_source(text: str, *, unit: int = 1) -> list[Money]:
    """The amounts of lines such as "Ngân sách: 12.000.000"; empty when a line names no source of money."""
    found = []
    for line in text.split("\n"):
        source, colon, rest = line.partition(":")
        amount = parse_money(rest, unit=unit)
        if not colon or amount is None or not names_source(source):
            return []
        found.append(Money(squeeze(source), amount))
    return found


def note_column(plan: Plan, field: str, heading: str, parent: str = "") -> None:
    """Remember how the plan names a column or label, in the order of first use."""
    if not any(column.field == field for column in plan.columns):
        plan.columns.append(Column(field, heading, parent))
