"""The actions of a made plan: one for each failed criterion, consistent in time, money and words."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from random import Random

from caitien.engine.plan.model import Action, Column, Group, Plan
from tests.make.phrases import Filler, entries
from tests.make.results import Results
from tests.make.setting import Setting, sentences

MILLION = 10**6
SPANS = {5: [(9, 11, 1), (1, 3, 5)], 6: [(10, 11, 12), (1, 2, 3)]}
"""Manner of time → months of the semesters or quarters that are named instead of months."""


@dataclass(frozen=True, slots=True)
class Times:
    """Months of one action: first, middle, last, and the words for them."""

    first: str
    middle: str
    last: str

    def words(self, at: Setting) -> dict[str, str]:
        """Marks ``t1`` … ``t3`` (months) and ``d1`` … ``d3`` (days in them, after the day of the plan)."""
        found = {}
        for i, month in enumerate((self.first, self.middle, self.last), start=1):
            found[f"t{i}"] = at.style.month(month)
            found[f"d{i}"] = at.style.day(f"{month}-{26 if i == 1 else 18 + i:02d}")
        return found


def draw_times(at: Setting) -> Times:
    """Three months in order, from the month of the plan on."""
    months = at.months
    fixed = [span for span in SPANS.get(at.style.time, []) if f"{_year_of(at, span[0])}-{span[0]:02d}" in months]
    if fixed:
        return Times(*(f"{_year_of(at, month)}-{month:02d}" for month in at.rng.choice(fixed)))
    first = at.rng.randrange(min(3, len(months) - 2))
    last = at.rng.randrange(max(first + 2, len(months) // 2), len(months))
    middle = at.rng.randrange(first + 1, last)
    return Times(months[first], months[middle], months[last])


def _year_of(at: Setting, month: int) -> str:
    return at.year[:4] if month >= 8 else at.year[5:]


QUARTERS = {("01", "03"): "I", ("04", "06"): "II", ("07", "09"): "III", ("10", "12"): "IV"}


def write_times(action: Action, at: Setting, times: Times) -> None:
    """The time column in the manner of the plan."""
    action.start, action.end = times.first, times.last
    first, last = at.style.month(times.first), at.style.month(times.last)
    match at.style.time:
        case 0:
            action.time_raw = f"Từ {first} đến {last}"
        case 1 | 2:
            action.time_raw = f"{first.capitalize()} - {last.capitalize()}"
        case 5 if (int(times.first[5:]), int(times.last[5:])) in ((9, 1), (1, 5)):
            action.time_raw = f"Học kỳ {'I' if times.first.endswith('09') else 'II'} năm học {at.year}"
        case 6 if (times.first[5:], times.last[5:]) in QUARTERS:
            action.time_raw = f"Quý {QUARTERS[times.first[5:], times.last[5:]]}/{times.first[:4]}"
        case 3:
            action.time_raw = f"{_day(times.first, 26)} - {_day(times.last, None)}"
        case _:
            action.time_raw = f"{first.capitalize()} đến {last}"


def _day(month: str, day: int | None) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{day or calendar.monthrange(year, number)[1]:02d}/{number:02d}/{year}"


def draw_cost(entry: dict[str, str], rng: Random) -> tuple[int, str]:
    """(đồng, source) of an entry; (0, "") when nothing has to be paid."""
    if "cost" not in entry:
        return 0, ""
    span, source = entry["cost"].split(" ", 1)
    low, high = map(int, span.split("-"))
    return rng.randint(2 * low, 2 * high) * MILLION // 2, source


def write_money(action: Action, at: Setting, entry: dict[str, str], filler: Filler) -> None:
    """Budget and other support; with the unit in the column head the source stands in the support column."""
    vnd, source = draw_cost(entry, at.rng)
    action.budget_vnd = vnd
    help_text = filler.fill(entry["help"]) if "help" in entry else "Không"
    if unit_in_head(at):
        action.budget_raw = f"{vnd / MILLION:g}".replace(".", ",")
        paid = f"Nguồn kinh phí: {source}"
        action.other_support = help_text if not vnd else paid if help_text == "Không" else f"{paid}; {help_text}"
        return
    action.other_support = help_text
    if not vnd:
        action.budget_raw = "Không"
    elif at.style.money < 2:
        action.budget_raw = f"{at.style.amount(vnd)} ({source})"
    else:
        action.budget_raw = f"{at.style.amount(vnd)} từ {source}"


def unit_in_head(at: Setting) -> bool:
    """Whether the budget column is headed "(triệu đồng)"."""
    return at.style.columns == 3 and at.form == "2018"


def write_lead(action: Action, at: Setting, entry: dict[str, str], filler: Filler) -> None:
    """Who leads and who helps, in one cell or two."""
    lead, partners = (_fitting(filler.fill(entry[key]), at, lead=key == "lead") for key in ("lead", "with"))
    if two_leads(at):
        action.lead, action.partners = lead, partners
        action.lead_and_partners = f"{lead}\n{partners}"
        return
    action.lead_and_partners = (
        f"Chủ trì: {lead}\nPhối hợp: {partners}",
        f"{lead} chủ trì; {partners[0].lower()}{partners[1:]} phối hợp",
        f"Chủ trì: {lead}; phối hợp: {partners}",
        f"{lead} (chủ trì); {partners}",
    )[at.style.lead or 2 * (at.layout == "blocks")]


def two_leads(at: Setting) -> bool:
    return at.style.columns == 2 and at.form == "2018"


def _fitting(text: str, at: Setting, *, lead: bool) -> str:
    """Names of posts that this type of school has."""
    if at.school.school_type == "upper_secondary":
        return text.replace("Tổng phụ trách Đội", "Bí thư Đoàn trường" if lead else "Bí thư các chi đoàn")
    return text.replace("Bí thư Đoàn trường", "Bí thư Chi đoàn")


def make_action(at: Setting, code: str) -> tuple[Action, str, dict[str, str]]:
    """(action without heading, weakness, entry) for a criterion of the edition."""
    entry = at.rng.choice(entries(at.edition.id, code))
    times = draw_times(at)
    filler = at.filler()
    filler.words = {**filler.words, **times.words(at)}
    weak = filler.fill(entry["weak"])
    filler.fill(entry.get("cause", ""))
    action = Action(criterion=code, criteria=[code], target=filler.fill(entry["aim"]))
    action.tasks = [_fitting(filler.fill(text), at, lead=False) + "." for text in entry["do"]]
    if at.rng.random() < 0.3:
        action.tasks.append(at.rng.choice(sentences()["tasks"]))
    write_times(action, at, times)
    write_money(action, at, entry, filler)
    write_lead(action, at, entry, filler)
    level = re.search(r"(?:đạt\s+)?mức\s*([1-4])\b", action.target or "", re.IGNORECASE)
    action.target_level = int(level[1]) if level else None
    return action, weak, {key: filler.fill(entry[key]) for key in ("measure", "proof", "cause") if key in entry}


def write_actions(plan: Plan, at: Setting, results: Results) -> None:
    """Actions of the form of 2018 under their level and standard headings, and the columns."""
    for level in sorted(results.failed):
        plan.groups.append(Group("level", f"MỨC {level}", len(plan.actions), level=level))
        standard, row = "", 0
        for code in results.failed[level]:
            own = "" if level == 4 else code.split(".")[0]
            if own and own != standard:
                row += 1
                _standard_row(plan, at, own, row)
                standard = own
            _write_action(plan, at, level, code)
            if at.style.numbers == 2 and at.layout != "blocks":
                plan.actions[-1].number = str(sum(action.level_section == level for action in plan.actions))
    plan.columns = columns(at)
    plan.standards_seen = list(dict.fromkeys(group.standard for group in plan.groups if group.standard))
    if at.layout == "table" and at.style.numbers != 1 and any(action.budget_vnd for action in plan.actions):
        _write_total(plan, at)


def _standard_row(plan: Plan, at: Setting, code: str, row: int) -> None:
    standard = at.edition.standard(code)
    assert standard is not None
    number = None if at.style.numbers == 2 or at.layout == "blocks" else str(row)
    text = f"Tiêu chuẩn {code}: {standard.title}"
    plan.groups.append(Group("standard", text, len(plan.actions), number, standard=code, title=standard.title))


def _write_action(plan: Plan, at: Setting, level: int, code: str) -> None:
    action, weak, _ = make_action(at, code)
    criterion = at.edition.criterion(code)
    assert criterion is not None
    bare = code.removeprefix("M4.")
    action.criterion, action.criteria = bare, [bare]
    action.standard = None if level == 4 else code.split(".")[0]
    action.level_section = level
    action.criterion_title = criterion.title
    action.heading = f"Tiêu chí {bare}: {criterion.title}"
    if at.style.columns == 1:
        action.current_state = f"{weak}."
    if at.layout != "blocks":
        action.note = ""
    plan.actions.append(action)


def _write_total(plan: Plan, at: Setting) -> None:
    total = sum(action.budget_vnd or 0 for action in plan.actions)
    plan.total_budget_vnd = total
    plan.total_budget_raw = f"{total / MILLION:g}".replace(".", ",") if unit_in_head(at) else at.style.amount(total)


def columns(at: Setting) -> list[Column]:
    """Columns of the table, or labels of the blocks, in order."""
    blocks = at.layout == "blocks"
    found = [] if blocks else [Column("number", "TT"), Column("heading", "Tiêu chuẩn, tiêu chí")]
    if at.style.columns == 1:
        found.append(Column("current_state", "Hiện trạng"))
    plain = blocks or at.style.columns == 1
    found.append(Column("target", "Kết quả cần đạt" if plain else "Kết quả cần đạt (so với hiện trạng)"))
    found.append(Column("tasks", "Công việc/giải pháp cần thực hiện"))
    if two_leads(at):
        parent = "" if blocks else "Thực hiện"
        found += [Column("lead", "Chủ trì", parent), Column("partners", "Phối hợp", parent)]
    else:
        found.append(Column("lead_and_partners", "Chủ trì và phối hợp thực hiện"))
    found += _time_columns(at)
    found.append(Column("budget_raw", "Dự kiến kinh phí (triệu đồng)" if unit_in_head(at) else "Dự kiến kinh phí"))
    found.append(Column("other_support", "Điều kiện hỗ trợ khác"))
    return found if blocks else [*found, Column("note", "Ghi chú")]


def _time_columns(at: Setting) -> list[Column]:
    if at.style.time not in (1, 2, 3):
        return [Column("time_raw", "Thời gian thực hiện và hoàn thành")]
    if at.layout == "blocks":
        return [Column("time_start", "Thời gian thực hiện"), Column("time_end", "Thời gian hoàn thành")]
    parent = "Thời gian thực hiện và hoàn thành"
    return [Column("time_start", "Bắt đầu", parent), Column("time_end", "Kết thúc", parent)]
