"""The register and the calendar from the data files that ship."""

from __future__ import annotations

import datetime
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from caitien.engine.data_file import read_shipped
from caitien.engine.register.bodies import BodyFinder
from caitien.engine.register.calendar import Calendar, Holidays, YearRule
from caitien.engine.register.model import Body, Regulation
from caitien.engine.register.register import Line, Register

_KNOWN = {field.name for field in fields(Regulation)} - {"amended_by", "replaced_by", "guided_by"}


@lru_cache(maxsize=1)
def register() -> Register:
    """The register that ships."""
    bodies = [(_body(raw), raw["words"], raw["patterns"]) for raw in read_shipped("register", "bodies.yaml")]
    return Register(
        _with_reverse([_regulation(raw) for raw in read_shipped("register", "regulations.yaml")]),
        BodyFinder(bodies),
        [_line(raw) for raw in read_shipped("register", "reporting.yaml")],
    )


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The calendar that ships."""
    raw = read_shipped("calendar", "school-years.yaml")
    rules = [
        YearRule(rule["first"], _pair(rule["year"]), tuple(_pair(semester) for semester in rule["semesters"]))
        for rule in raw["school_years"]
    ]
    fixed = raw["fixed_holidays"]
    return Calendar(rules, {int(year): _holidays(int(year), item, fixed) for year, item in raw["holidays"].items()})


def _day(text: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _regulation(raw: Any) -> Regulation:
    """Lists become tuples, dates days; a key that the model lacks is a fault of the data file and raises."""
    unknown = raw.keys() - _KNOWN
    if unknown:
        raise ValueError(f"regulations.yaml: {raw.get('number')}: {sorted(unknown)}")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    values |= {key: _day(raw.get(key)) for key in ("date", "in_force_from", "in_force_to")}
    return Regulation(**values)


def _with_reverse(listed: list[Regulation]) -> list[Regulation]:
    """Each regulation with what amends, replaces and guides it."""

    def those(number: str | None, relation: str) -> tuple[str, ...]:
        return tuple(other.number or "" for other in listed if number and number in getattr(other, relation))

    return [
        replace(
            item,
            amended_by=those(item.number, "amends"),
            replaced_by=those(item.number, "replaces"),
            guided_by=those(item.number, "guides"),
        )
        for item in listed
    ]


def _body(raw: Any) -> Body:
    return Body(
        id=raw["id"],
        name=raw["name"],
        level=raw["level"],
        exists_from=_day(raw.get("exists_from")),
        exists_to=_day(raw.get("exists_to")),
        successor=raw.get("successor"),
        verified=raw.get("verified", False),
        source=raw.get("source", ""),
    )


def _line(raw: Any) -> Line:
    return Line(
        highest=tuple(raw["highest"]),
        header_parents=tuple(raw["header_parents"]),
        recipients=tuple(raw["recipients"]),
        start=_day(raw.get("from")),
        end=_day(raw.get("to")),
    )


def _pair(raw: Any) -> tuple[str, str]:
    start, end = raw
    return str(start), str(end)


def _holidays(year: int, raw: Any, fixed: list[str]) -> Holidays:
    days = [f"{year}-{day}" for day in fixed] + [str(day) for day in raw["days"]]
    swapped = {str(free): str(worked) for free, worked in raw.get("swapped", {}).items()}
    return Holidays(
        frozenset(datetime.date.fromisoformat(day) for day in days),
        {datetime.date.fromisoformat(free): datetime.date.fromisoformat(worked) for free, worked in swapped.items()},
        raw.get("verified", False),
    )
