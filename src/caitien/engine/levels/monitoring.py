"""Was the plan followed through the year? R7: enough dated reviews, each fixed moment, a result, a reviewer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from caitien.engine.catalogue import Edition
from caitien.engine.levels.edition_rules import rule_of
from caitien.engine.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class ReviewDone:
    """One review of the plan as recorded: moment as in the form, day, result, reviewer."""

    moment: str
    day: datetime.date | None
    result: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Monitoring:
    """``count``: complete reviews in the year; ``missing``: fixed moments without one; ``asked``: reviews asked for."""

    ok: bool
    count: int
    asked: int
    missing: tuple[str, ...]


def monitoring(
    edition: Edition, reviews: Sequence[ReviewDone], *, first_day: datetime.date, last_day: datetime.date
) -> Monitoring:
    """The reviews within a school year, given by its days. Two reviews in May leave the first moment missing."""
    rule = rule_of(edition, "monitoring")
    done = [
        review
        for review in reviews
        if review.day and first_day <= review.day <= last_day and review.result.strip() and review.reviewer.strip()
    ]
    held = {fold(review.moment) for review in done}
    missing = tuple(moment for moment in rule["moments"] if fold(moment) not in held)
    asked = rule["min_reviews_per_school_year"]
    return Monitoring(len(done) >= asked and not missing, len(done), asked, missing)


def monitoring_ok(
    edition: Edition, reviews: Sequence[ReviewDone], *, first_day: datetime.date, last_day: datetime.date
) -> bool:
    """Whether the reviews of the year satisfy the regulation."""
    return monitoring(edition, reviews, first_day=first_day, last_day=last_day).ok


def due_moments(edition: Edition, state: Monitoring, ends: Sequence[datetime.date], today: datetime.date) -> list[str]:
    """Fixed moments that are over without a review; `ends` are the days they end, in the order of the edition."""
    rule = rule_of(edition, "monitoring")
    return [
        moment for moment, end in zip(rule["moments"], ends, strict=True) if moment in state.missing and today > end
    ]


def done_text(done: int, total: int) -> str:
    """``3/7``: work done is shown as a count, not as a score."""
    return f"{done}/{total}"
