"""Invented schools: name, place, bodies above them on a date, people."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from caitien.engine.vietnamese.text import fold

LABELS = {
    "preschool": "Trường Mầm non",
    "primary": "Trường Tiểu học",
    "lower_secondary": "Trường Trung học cơ sở",
    "upper_secondary": "Trường Trung học phổ thông",
    "multi_level": "Trường Tiểu học và Trung học cơ sở",
    "continuing": "Trung tâm Giáo dục thường xuyên",
}
SYMBOLS = {
    "preschool": "MN",
    "primary": "TH",
    "lower_secondary": "THCS",
    "upper_secondary": "THPT",
    "multi_level": "TH&THCS",
    "continuing": "GDTX",
}
END_OF_DISTRICTS = "2025-07-01"


@dataclass(frozen=True, slots=True)
class School:
    """A school as its papers name it."""

    school_type: str
    name: str
    own: str
    commune: str
    district: str
    province: str
    head: str
    vice: str

    @property
    def symbol(self) -> str:
        """Letters after "KH-" in the numbers of its papers."""
        bare = unicodedata.normalize("NFC", self.own)
        return SYMBOLS[self.school_type] + "".join(word[0] for word in re.findall(r"\w+", bare)).upper()

    @property
    def slug(self) -> str:
        """The name as web and mail addresses hold it: ``thsuoingan``."""
        kind = SYMBOLS[self.school_type].replace("&", "")
        return re.sub(r"\W", "", fold(kind + self.own))

    @property
    def under_department(self) -> bool:
        """Whether the provincial department (Sở) manages it (G4)."""
        return self.school_type in ("upper_secondary", "continuing")

    def parent(self, date: str) -> str:
        """The managing body above it on a day, in ordinary letters."""
        if self.under_department:
            return f"Sở Giáo dục và Đào tạo {self.province}"
        return f"UBND {self.commune if date >= END_OF_DISTRICTS else self.district}"

    def education_office(self, date: str) -> str:
        """The office that guides it in education matters on a day."""
        if self.under_department:
            return f"Sở Giáo dục và Đào tạo {self.province}"
        if date >= END_OF_DISTRICTS:
            return f"Phòng Văn hóa - Xã hội {self.commune}"
        return f"Phòng Giáo dục và Đào tạo {self.district}"


@lru_cache(maxsize=1)
def _stock() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "schools.yaml").read_text(encoding="utf-8"))
    return loaded


def make_person(rng: Random) -> str:
    """A name nobody is meant by."""
    people = _stock()["people"]
    return " ".join(rng.choice(people[part]) for part in ("family", "middle", "given"))


def make_school(rng: Random, school_type: str) -> School:
    """A school of the type at an invented place."""
    stock = _stock()
    own = rng.choice(stock["names"][school_type])
    return School(
        school_type=school_type,
        name=f"{LABELS[school_type]} {own}",
        own=own,
        commune=rng.choice(stock["communes"]),
        district=rng.choice(stock["districts"]),
        province=rng.choice(stock["provinces"]),
        head=make_person(rng),
        vice=make_person(rng),
    )
