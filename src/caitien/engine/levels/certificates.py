"""Certificates and deadlines: expiry, renewal, upgrade (B8, B9; R10) and the day of the report (R5)."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Any

from caitien.engine.catalogue import Edition
from caitien.engine.levels.edition_rules import rule_of

REMINDERS = (12, 9, 6)
"""Months before the expiry at which to remind; our own choice."""


@dataclass(frozen=True, slots=True)
class Expiry:
    """Last day named; ``inferred``: computed from the day of signing because none is printed on the paper."""

    day: datetime.date
    inferred: bool


@dataclass(frozen=True, slots=True)
class Timing:
    """``state``: ``in_time``, ``on_the_day`` (people judge: it says "before"), ``late``, ``open``, ``overdue``."""

    state: str
    deadline: datetime.date
    days: int
    """Days left (negative: gone by) on the day of approval, or today while not approved."""


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later or earlier, the last of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def expiry(edition: Edition, signed: datetime.date, *, printed: datetime.date | None = None) -> Expiry:
    """When a certificate ends: the date printed on it, else the regulation's years after signing."""
    years = rule_of(edition, "certificate")
    return Expiry(printed, False) if printed else Expiry(add_months(signed, 12 * years["valid_years"]), True)


def renewal_deadline(edition: Edition, expires: datetime.date) -> datetime.date | None:
    """By when self-assessment and registration must be done (B8: five months before); None where no rule is known."""
    rule = rule_of(edition, "certificate")
    months = rule.get("self_assessment_months_before_expiry")
    return add_months(expires, -months) if months else None


def renewal_state(edition: Edition, expires: datetime.date, today: datetime.date) -> str:
    """``quiet``, ``soon`` (from the first reminder on), ``late`` (renewal day gone by) or ``expired``."""
    if today > expires:
        return "expired"
    deadline = renewal_deadline(edition, expires)
    if deadline and today > deadline:
        return "late"
    return "soon" if today >= add_months(expires, -REMINDERS[0]) else "quiet"


def reminders(expires: datetime.date) -> list[datetime.date]:
    """Days on which to remind of the renewal."""
    return [add_months(expires, -months) for months in REMINDERS]


def upgrade_from(edition: Edition, recognised: datetime.date) -> datetime.date:
    """First day on which a higher grade or degree may be considered (B9; Điều 19 k4). A possibility, no right."""
    rule = rule_of(edition, "cycle")
    return add_months(recognised, 12 * rule["upgrade_after_years"])


def report_deadline(edition: Edition, school_year: str) -> datetime.date | None:
    """The day before which the report of a school year ``2026-2027`` is to be approved; None where no rule is known."""
    rule: Any = edition.rules.get("deadlines", {})
    asked = rule.get("report_approved")
    return datetime.date.fromisoformat(f"{school_year[5:]}-{asked['before']}") if asked else None


def report_timing(deadline: datetime.date, *, approved: datetime.date | None, today: datetime.date) -> Timing:
    """Where a report stands. "Trước 15/6" read strictly leaves out the day itself, so that day is only pointed out."""
    days = (deadline - (approved or today)).days
    if approved is None:
        return Timing("open" if days > 0 else "overdue", deadline, days)
    return Timing("in_time" if days > 0 else "on_the_day" if days == 0 else "late", deadline, days)
