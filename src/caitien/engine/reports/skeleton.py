"""What a plan made by a program lacks to be printed: header lines, sections, columns, headings, texts of values."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace

from caitien.engine.catalogue.model import Edition
from caitien.engine.document.tree import Paragraph, Run, paragraph
from caitien.engine.plan.model import Action, Group, Header, LevelCount, Plan, PlanSection, Review, Slot
from caitien.engine.reports.forms import COUNTRY, FORMS, MOTTO, RECIPIENTS, SCHOOL_TYPES, TITLE, Form
from caitien.engine.reports.pieces import GAP
from caitien.engine.vietnamese.money import format_vnd
from caitien.engine.vietnamese.text import upper


def complete(plan: Plan, edition: Edition | None = None) -> Plan:
    """The plan itself when it has sections; else a copy with the skeleton of its form filled from its values.

    `edition` gives the titles of standards and criteria. Nothing is made up: what the plan does not say stays empty.
    """
    if plan.sections:
        return plan
    made = deepcopy(plan)
    form = FORMS.get(made.form, FORMS["2018"])
    if made.header == Header():
        made.header = _header(made)
    if made.actions and not made.columns:
        made.columns = [replace(column) for column in form.columns]
    fields = {column.field for column in made.columns}
    made.actions = [_with_texts(action, fields, edition) for action in made.actions]
    if not made.groups and made.form != "tt57":
        made.groups = _groups(made.actions, edition)
    if form.review_moments and not made.reviews:
        made.reviews = [Review(moment) for moment in form.review_moments]
    if made.recipients and made.recipients_label is None:
        made.recipients_label = RECIPIENTS
    made.sections = _sections(made, form)
    return made


def _header(plan: Plan) -> Header:
    """Header lines from the values (F1, F3): bodies and title in capitals, place and date with leading zeros."""
    year = [f"Năm học {plan.school_year}"] if plan.school_year else []
    return Header(
        authority=upper(plan.authority) if plan.authority else None,
        issuer=upper(plan.school_name) if plan.school_name else None,
        number=f"Số: {plan.doc_number}" if plan.doc_number else None,
        motto=[COUNTRY, MOTTO],
        place_date=_place_date(plan),
        title=[*TITLE, *year],
    )


def _place_date(plan: Plan) -> str | None:
    if not plan.place or not plan.date:
        return None
    year, month, day = plan.date.split("-")
    shown = month if int(month) <= 2 else str(int(month))
    return f"{plan.place}, ngày {day} tháng {shown} năm {year}"


def _sections(plan: Plan, form: Form) -> list[PlanSection]:
    made = []
    for key, number, title in form.sections:
        content: list[Paragraph | Slot] = []
        if key == "general":
            content += general_items(plan, form)
        elif key == "bases":
            content += [Slot(f"legal_bases[{i}]") for i, basis in enumerate(plan.legal_bases) if not basis.inline]
            content += _results(plan)
        elif key == "organisation":
            content += [Slot(f"organisation[{i}]") for i in range(len(plan.organisation))]
        elif key in ("actions", "problems", "monitoring"):
            field = "reviews" if key == "monitoring" else key
            content += [Slot(field)] if getattr(plan, field) else []
        made.append(PlanSection(key, number, title, list(content)))
    return made


def general_items(plan: Plan, form: Form) -> list[Paragraph]:
    """The lines about the school; what is not known is a gap."""
    values = (plan.school_name, SCHOOL_TYPES.get(plan.school_type or ""), plan.address)
    items = []
    for i, (label, value) in enumerate(zip(form.general, values, strict=True), 1):
        missing = Run(GAP.format(label.lower()), mark="gap")
        items.append(Paragraph((Run(f"{i}. {label}: "), Run(value) if value else missing), "item"))
    return items


def _results(plan: Plan) -> Iterable[Paragraph]:
    """The results of the self-assessment, one line a level."""
    results = plan.self_assessment
    for level, count in sorted(results.level_counts.items()):
        if count.total and count.passed is not None:
            yield paragraph(_count_line(level, count, count.total), "item")
    claims = [f"đạt Mức {results.claimed_level}"] if results.claimed_level else []
    claims += [f"kiểm định chất lượng {results.claimed_accreditation}"] if results.claimed_accreditation else []
    claims += [f"chuẩn quốc gia {results.claimed_national_standard}"] if results.claimed_national_standard else []
    if claims:
        yield paragraph(f"- Tự đánh giá: {', '.join(claims)}.", "item")


def _count_line(level: str, count: LevelCount, total: int) -> str:
    passed = count.passed or 0
    failed = total - passed if count.failed is None else count.failed
    return (
        f"- Mức {level}: đạt {passed}/{total} tiêu chí ({_percent(passed, total)}), "
        f"không đạt {failed}/{total} tiêu chí ({_percent(failed, total)})."
    )


def _percent(part: int, whole: int) -> str:
    """Rounded half up to one decimal, as people count."""
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def _with_texts(action: Action, fields: set[str], edition: Edition | None) -> Action:
    """The action with a text for every value that has none."""
    budget = action.budget_raw
    if budget is None and action.money:
        budget = "\n".join(f"{format_vnd(money.amount_vnd)} ({money.source})" for money in action.money)
    elif budget is None and action.budget_vnd is not None:
        budget = format_vnd(action.budget_vnd) if action.budget_vnd else "Không"
    people = [part for part in (action.lead, action.partners) if part]
    return replace(
        action,
        heading=action.heading or _heading(action, edition),
        time_raw=action.time_raw if action.time_raw is not None else _time(action, apart="time_start" in fields),
        budget_raw=budget,
        lead_and_partners=action.lead_and_partners or ("\n".join(people) or None),
    )


def _heading(action: Action, edition: Edition | None) -> str | None:
    if not action.criterion:
        return action.criterion_title
    code = f"M4.{action.criterion}" if action.level_section == 4 else action.criterion
    known = edition.criterion(code) if edition else None
    title = action.criterion_title or (known.title if known else None)
    return f"Tiêu chí {action.criterion}: {title}" if title else f"Tiêu chí {action.criterion}"


def _time(action: Action, *, apart: bool) -> str | None:
    start, end = (_month(value) for value in (action.start, action.end))
    if not start or not end or (action.start == action.end and not apart):
        return start or end
    return f"{start} - {end}" if apart else f"Từ {_small(start)} đến {_small(end)}"


def _month(value: str | None) -> str | None:
    """``2026-09`` → "Tháng 9/2026", ``2026-2027`` → "Năm học 2026-2027"."""
    if not value:
        return None
    year, _, rest = value.partition("-")
    return f"Năm học {value}" if len(rest) == 4 else f"Tháng {int(rest[:2])}/{year}" if rest else year


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _groups(actions: list[Action], edition: Edition | None) -> list[Group]:
    """Headings of levels and standards wherever they change; the standards are numbered anew at each level (V05)."""
    made: list[Group] = []
    level: int | str | None = None
    standard: str | None = None
    number = 0
    for i, action in enumerate(actions):
        if action.level_section != level and action.level_section is not None:
            level, standard, number = action.level_section, None, 0
            made.append(Group("level", _level_heading(level), i, level=level))
        if action.standard != standard and action.standard is not None:
            standard, number = action.standard, number + 1
            known = edition.standard(standard) if edition else None
            title = known.title if known else None
            text = f"Tiêu chuẩn {standard}: {title}" if title else f"Tiêu chuẩn {standard}"
            made.append(Group("standard", text, i, str(number), standard=standard, title=title))
    return made


def _level_heading(level: int | str) -> str:
    if isinstance(level, str) and "-" in level:
        first, last = map(int, level.split("-"))
        return "MỨC " + ", ".join(map(str, range(first, last + 1)))
    return f"MỨC {level}"
