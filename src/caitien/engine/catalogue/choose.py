"""Which edition a plan is judged by: that of its assessment, found from what the plan itself says (T8).

Of the editions for the type of school each fact of the plan keeps those it fits best; a fact that fits none, or all,
decides nothing. What remains is decided by the date.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from caitien.engine.catalogue.load import editions, editions_of
from caitien.engine.catalogue.model import Criterion, Edition
from caitien.engine.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a plan shows of its edition; all may be absent."""

    form: str | None = None
    """``2018`` or ``tt57``."""
    school_type: str | None = None
    numbers: tuple[str, ...] = ()
    """Numbers of the regulations cited, ``17/2018/TT-BGDĐT``."""
    totals: Mapping[int, int] = field(default_factory=dict)
    """Level → number of criteria, as stated."""
    criteria: tuple[tuple[str, str], ...] = ()
    """(code, title) of the criteria named; level 4 as ``M4.1``; title may be empty."""
    date: datetime.date | None = None
    """Date of the plan, else 1 August of its school year."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The edition chosen (None: nothing fits), and why, as Vietnamese phrases.

    ``sure``: it was the only one left that the plan can mean; else the date decided between several.
    """

    edition: Edition | None
    reasons: tuple[str, ...]
    sure: bool


def edition_of_plan(facts: PlanFacts) -> Choice:
    """The edition that the plan's own facts point to: a plan of 2025 that counts 25/25/19/6 gets that of 2018."""
    left = [edition for edition in editions_of(facts.school_type) if _begun(facts, edition)]
    reasons = ["loại trường"] if facts.school_type else []
    for reason, fits in _TESTS:
        points = [fits(facts, edition) for edition in left]
        if points and max(points) > 0 and min(points) < max(points):
            left = [edition for edition, point in zip(left, points, strict=True) if point == max(points)]
            reasons.append(reason)
    if len(left) == 1:
        return Choice(left[0], tuple(reasons), sure=True)
    dated = _by_date(left, facts)
    return Choice(dated, (*reasons, "ngày của kế hoạch") if dated else tuple(reasons), sure=False)


def _by_date(left: list[Edition], facts: PlanFacts) -> Edition | None:
    if facts.date is None or facts.school_type is None or not left:
        return None
    return max(left, key=lambda edition: edition.valid_from or "")


def _begun(facts: PlanFacts, edition: Edition) -> bool:
    """No plan is judged by an edition that came later, save where its form shows that the date is wrong."""
    return facts.date is None or (edition.valid_from or "") <= facts.date.isoformat() or facts.form == "tt57"


def _form(facts: PlanFacts, edition: Edition) -> int:
    """Biểu 2 belongs to its own regulation; the older form says nothing, it may be used on."""
    return int(edition.id.startswith(f"{facts.form}-"))


def _regulation(facts: PlanFacts, edition: Edition) -> int:
    """Twice as much for the edition's own regulation as for one of the same year (cited for the wrong school type)."""
    if edition.regulation in facts.numbers:
        return 2
    cited = {known.regulation for known in editions()} & set(facts.numbers)
    return int(_year(edition.regulation) in {_year(number) for number in cited})


def _year(number: str) -> str:
    return number.split("/")[1]


def _totals(facts: PlanFacts, edition: Edition) -> int:
    known = {level: total for level, total in facts.totals.items() if edition.totals.get(level) is not None}
    return 0 if any(edition.totals[level] != total for level, total in known.items()) else len(known)


def _codes(facts: PlanFacts, edition: Edition) -> int:
    return sum(edition.criterion(code) is not None for code, _ in facts.criteria)


def _titles(facts: PlanFacts, edition: Edition) -> int:
    return sum(_same_title(edition.criterion(code), title) for code, title in facts.criteria)


def _same_title(criterion: Criterion | None, title: str) -> bool:
    return criterion is not None and bool(title) and fold(criterion.title) == fold(title)


_TESTS: tuple[tuple[str, Callable[[PlanFacts, Edition], int]], ...] = (
    ("mẫu kế hoạch", _form),
    ("thông tư được dẫn", _regulation),
    ("tổng số tiêu chí của các mức", _totals),
    ("mã các tiêu chí", _codes),
    ("tên các tiêu chí", _titles),
)
