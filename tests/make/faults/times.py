"""Faults of time."""

from __future__ import annotations

import re
from random import Random

from caitien.engine.plan.model import Action, Plan
from tests.make.faults.kit import Fault, Spoiled, fresh, pick_action


def _plain(action: Action) -> bool:
    """Whether the action has months of start and end."""
    return len(action.start or "") == 7 and len(action.end or "") == 7


def _month(iso: str) -> str:
    return f"tháng {int(iso[5:])}/{iso[:4]}"


def _set_time(action: Action, start: str | None, end: str | None, text: str) -> None:
    action.start, action.end, action.time_raw = start, end, text


def _moved(text: str, by: int) -> str:
    return re.sub(r"20\d\d", lambda found: str(int(found[0]) + by), text)


def date_outside_school_year(plan: Plan, rng: Random) -> Spoiled | None:
    """Everything of one action happens a year too early or too late."""
    index = pick_action(plan, rng, _plain)
    if index is None:
        return None
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    by = rng.choice((-1, 1))
    start, end = _moved(action.start or "", by), _moved(action.end or "", by)
    _set_time(action, start, end, _moved(action.time_raw or "", by))
    action.tasks = [_moved(task, by) for task in action.tasks]
    return spoilt, f"actions[{index}].time"


def date_reversed(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, lambda action: _plain(action) and action.start != action.end)
    if index is None:
        return None
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    start, end = action.start or "", action.end or ""
    columns = {column.field for column in plan.columns}
    text = f"{_month(end)} - {_month(start)}" if "time_start" in columns else f"Từ {_month(end)} đến {_month(start)}"
    _set_time(action, end, start, text)
    return spoilt, f"actions[{index}].time"


def missing_end_date(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, _plain)
    if index is None:
        return None
    spoilt = fresh(plan)
    start = plan.actions[index].start or ""
    _set_time(spoilt.actions[index], start, None, f"Từ {_month(start)}")
    return spoilt, f"actions[{index}].time"


def vague_time(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    _set_time(
        spoilt.actions[index],
        None,
        None,
        rng.choice(["Thường xuyên", "Hằng tháng", "Theo kế hoạch", "Khi có điều kiện"]),
    )
    return spoilt, f"actions[{index}].time"


def date_conflict(plan: Plan, rng: Random) -> Spoiled | None:
    """A task goes on for years, or begins before the column says."""
    index = pick_action(plan, rng, lambda action: _plain(action) and (action.start or "")[5:] not in ("08", "09"))
    if index is None:
        return None
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    early = f"{(plan.school_year or '')[:4]}-09"
    action.tasks[0] = rng.choice(
        [
            f"Trong năm học {plan.school_year} và những năm tiếp theo, nhà trường duy trì nội dung này.",
            f"Từ {_month(early)}, họp thống nhất cách làm và phân công cụ thể.",
        ]
    )
    return spoilt, f"actions[{index}].time|actions[{index}].tasks"


def stale_year_reference(plan: Plan, rng: Random) -> Spoiled | None:
    """Last year's plan is named where this one is meant."""
    first = int((plan.school_year or "0000")[:4])
    before = f"{first - 1}-{first}"
    index = rng.randrange(len(plan.organisation))
    spoilt = fresh(plan)
    duty = rng.choice(
        [
            f"Niêm yết kế hoạch cải tiến của năm học {before} tại bảng tin.",
            f"Triển khai kế hoạch cải tiến năm học {before} tới các tổ.",
        ]
    )
    spoilt.organisation[index].duties[-1] = duty
    return spoilt, f"organisation[{index}]"


def stale_deadline(plan: Plan, rng: Random) -> Spoiled | None:
    """A deadline that had passed when the plan was issued."""
    if not plan.date:
        return None
    year = int(plan.date[:4])
    index = rng.randrange(len(plan.organisation))
    spoilt = fresh(plan)
    day = rng.choice([f"15/01/{year - 1}", f"20/5/{year - 1}", f"10 tháng 12 năm {year - 1}"])
    spoilt.organisation[index].duties[-1] = f"Nộp sản phẩm cải tiến cho thư ký trước ngày {day}."
    return spoilt, f"organisation[{index}]"


FAULTS: dict[str, Fault] = {
    "date_outside_school_year": date_outside_school_year,
    "date_reversed": date_reversed,
    "missing_end_date": missing_end_date,
    "vague_time": vague_time,
    "date_conflict": date_conflict,
    "stale_year_reference": stale_year_reference,
    "stale_deadline": stale_deadline,
}
