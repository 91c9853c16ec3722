"""When a school discloses its results: yearly day, updates after a change, how long it stays (G1)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from caitien.engine.data_file import read_shipped
from caitien.engine.register.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The rule of the regulation in force; `verified` False: known from a retelling."""

    regulation: str
    article: str
    day: str
    """Month and day, ``06-30``: to be disclosed before it."""
    update_working_days: int
    keep_years: int
    verified: bool

    def due(self, year: int) -> datetime.date:
        """The day of a calendar year before which everything is disclosed."""
        return datetime.date.fromisoformat(f"{year}-{self.day}")

    def update_due(self, change: datetime.date, calendar: Calendar) -> datetime.date:
        """The last day to update after a change: 04/11/2024 gives 18/11/2024."""
        return calendar.add_working_days(change, self.update_working_days)

    def stays_until(self, published: datetime.date) -> datetime.date:
        """The day from which a disclosure may be taken down; published on 29 February: 1 March."""
        try:
            return published.replace(year=published.year + self.keep_years)
        except ValueError:
            return datetime.date(published.year + self.keep_years, 3, 1)


@lru_cache(maxsize=1)
def disclosure() -> Disclosure:
    """The rule that ships."""
    raw = read_shipped("calendar", "disclosure.yaml")
    return Disclosure(
        raw["regulation"], raw["article"], raw["due"], raw["update_working_days"], raw["keep_years"], raw["verified"]
    )
