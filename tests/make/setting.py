"""Everything that is drawn before the first line of a plan is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from caitien.engine.catalogue import Edition
from tests.make.phrases import Filler
from tests.make.schools import School, make_school
from tests.make.standards import edition_of
from tests.make.words import Style, months_between, shifted, words_of


@dataclass(frozen=True, slots=True)
class Setting:
    """School, date, edition and habits of one plan."""

    rng: Random
    form: str
    layout: str
    school: School
    edition: Edition
    year: str
    date: str
    style: Style

    @property
    def words(self) -> dict[str, str]:
        return words_of(self.school, date=self.date, year=self.year)

    @property
    def before(self) -> str:
        """The school year before."""
        return f"{int(self.year[:4]) - 1}-{self.year[:4]}"

    @property
    def months(self) -> list[str]:
        """Months in which work of this plan may happen; that of the plan itself when enough of it is left."""
        first = 0 if int(self.date[8:]) <= 20 else 1
        return months_between(self.date[:7], f"{self.year[5:]}-06")[first:]

    def filler(self) -> Filler:
        return Filler(self.rng, self.words, self.style.padded)

    def number(self, kind: str, symbol: str) -> str:
        """A document number such as ``32/BC-THSN``."""
        return f"{self.rng.randint(5, 190):02d}/{kind}-{symbol}"

    def day_before(self, low: int, high: int) -> str:
        """A day so many days before the plan."""
        return shifted(self.date, -self.rng.randint(low, high))


def make_setting(seed: int, *, form: str, school_type: str, layout: str, school_year: str | None) -> Setting:
    """Draw school, date and habits; the same arguments give the same setting."""
    rng = Random(f"{seed} {form} {school_type} {layout} {school_year}")
    first = int(school_year[:4]) if school_year else (2026 if form == "tt57" else rng.randint(2018, 2025))
    # The guidance to the circulars of 2018 came at the end of that year: the first plans were made in January 2019.
    start = "2019-01-08" if first == 2018 else f"{first}-09-03"
    return Setting(
        rng=rng,
        form=form,
        layout=layout,
        school=make_school(rng, school_type),
        edition=edition_of(form, school_type),
        year=f"{first}-{first + 1}",
        date=shifted(start, rng.randint(0, 38)),
        style=Style.draw(rng),
    )


@lru_cache(maxsize=1)
def sentences() -> dict[str, Any]:
    """The sentences of the sections (sections.yaml)."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "sections.yaml").read_text(encoding="utf-8"))
    return loaded
