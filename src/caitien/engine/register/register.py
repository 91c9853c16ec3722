"""The register: what a text cites, whether it stands on a day, and what is right for a school."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caitien.engine.register.bodies import BodyFinder
from caitien.engine.register.citations import CitationFinder
from caitien.engine.register.model import Body, BodyMention, Mention, Regulation, ReportingLine, Status
from caitien.engine.vietnamese.text import fold

YEAR = re.compile(r"/((?:19|20)\d\d)(?:/|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the reporting table: highest education levels, days, header parents, ids of the recipients."""

    highest: tuple[str, ...]
    header_parents: tuple[str, ...]
    recipients: tuple[str, ...]
    start: datetime.date | None = None
    end: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the row holds on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Register:
    """Regulations and bodies. Every question that depends on time takes the day; nothing asks the clock."""

    def __init__(self, regulations: Iterable[Regulation], finder: BodyFinder, lines: Iterable[Line] = ()) -> None:
        self.regulations: tuple[Regulation, ...] = tuple(regulations)
        self._bodies = finder
        self._lines = tuple(lines)
        self._citations = CitationFinder(self.regulations)

    @property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies by id."""
        return self._bodies.bodies

    def regulation(self, number: str) -> Regulation | None:
        """The regulation of a number or alias, however it is spaced or spelt (``TT-BGD&ĐT``); else None."""
        return self._citations.by_number(number)

    def find(self, text: str) -> list[Mention]:
        """Every regulation of the register that the text names, by number or (laws) by title, in order."""
        return self._citations.find(text)

    def titled(self, text: str) -> Regulation | None:
        """The regulation whose whole title stands in the text; of several the one with the longest title."""
        folded = fold(text)
        found = [item for item in self.regulations if item.title and _has_title(folded, item.title)]
        return max(found, key=lambda item: len(item.title or ""), default=None)

    def status(self, number: str, date: datetime.date) -> Status:
        """How the regulation stands on the day, with what ended or changed it and since when."""
        found = self.regulation(number)
        if found is None:
            return Status("unknown")
        start = found.in_force_from or found.date
        if (start and date < start) or (start is None and date.year < (_year(found) or 0)):
            return Status("not_yet", found, start, (), found.verified)
        if found.in_force_to and date > found.in_force_to:
            since = found.in_force_to + datetime.timedelta(days=1)
            return Status("ended", found, since, found.replaced_by, found.verified)
        over = [self.status(item, date) for item in found.guides]
        if over and all(status.state == "ended" for status in over):
            by = tuple(dict.fromkeys(number for status in over for number in status.by))
            return Status("lapsed", found, over[0].since, by, False)
        return self._in_force(found, date)

    def _in_force(self, found: Regulation, date: datetime.date) -> Status:
        changes = [self.regulation(number) for number in found.amended_by]
        changed = [item for item in changes if item and item.in_force_from and item.in_force_from <= date]
        if not changed:
            return Status("in_force", found, found.in_force_from, (), found.verified)
        since = min(item.in_force_from for item in changed if item.in_force_from)
        return Status("amended", found, since, tuple(item.number or "" for item in changed), found.verified)

    def right_for(self, number: str, school_type: str) -> bool | None:
        """Whether the regulation is made for this type of school; None: not in the register or not tied to types."""
        found = self.regulation(number)
        return school_type in found.school_types if found and found.school_types else None

    def bases_for(self, school_type: str, date: datetime.date) -> list[Regulation]:
        """What a plan of this school may rest on that day: the standards in force, their amendments, the guidance."""
        roles = ("standards", "amendment", "guidance")
        made_for = [item for item in self.regulations if item.role in roles and school_type in item.school_types]
        standing = [item for item in made_for if self._stands(item, date)]
        return sorted(standing, key=lambda item: roles.index(item.role))

    def _stands(self, item: Regulation, date: datetime.date) -> bool:
        return self.status(item.number or "", date).state in ("in_force", "amended")

    def body(self, id: str) -> Body | None:
        """The body of an id, else None."""
        return self.bodies.get(id)

    def body_mentions(self, text: str, date: datetime.date) -> list[BodyMention]:
        """Every body that the text names with its state on the day, in order."""
        return self._bodies.find(text, date)

    def reporting_line(
        self, school_type: str, date: datetime.date, *, highest: str | None = None
    ) -> ReportingLine | None:
        """Header parent and recipients that day. A school of several levels needs `highest`, its highest education
        level; None where that is not given or no rule is known (continuing education)."""
        top = highest or school_type
        line = next((line for line in self._lines if top in line.highest and line.holds_on(date)), None)
        if line is None:
            return None
        return ReportingLine(line.header_parents, tuple(self.bodies[id] for id in line.recipients))


def _year(regulation: Regulation) -> int | None:
    match = YEAR.search(regulation.number or "")
    return regulation.year or (int(match[1]) if match else None)


def _has_title(folded: str, title: str) -> bool:
    """ "Ban hành" opens a title or not, as the sentence around it wants."""
    core = fold(title).removeprefix("ban hanh ")
    return re.search(rf"(?<!\w){re.escape(core)}(?!\w)", folded) is not None
