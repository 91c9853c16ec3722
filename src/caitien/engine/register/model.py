"""Regulations and bodies with their dates, as the register holds them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regulation or official letter that a plan may cite. What is not known is None and `verified` is False."""

    number: str | None
    kind: str
    """``Thông tư``, ``Nghị định``, ``Công văn`` …"""
    role: str
    """``standards``, ``amendment``, ``guidance``, ``consolidated`` or ``general``."""
    title: str | None
    """As printed, without kind, number and issuer."""
    subject: str
    """What it is about, in our own words."""
    date: datetime.date | None = None
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None
    """Last day in force; None: not known to have ended."""
    year: int | None = None
    """Year of issue, where it is known."""
    issuer: str | None = None
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    consolidates: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    guided_by: tuple[str, ...] = ()
    school_types: tuple[str, ...] = ()
    """Empty: not tied to types of school."""
    aliases: tuple[str, ...] = ()
    verified: bool = False
    source: str = ""

    @property
    def name(self) -> str:
        """``Thông tư 17/2018/TT-BGDĐT``; a law without a number goes by its title."""
        return f"{self.kind} {self.number}" if self.number else self.title or self.kind


@dataclass(frozen=True, slots=True)
class Mention:
    """A regulation of the register named in a text."""

    regulation: Regulation
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Status:
    """Standing of a regulation on a day.

    ``state``: ``unknown`` (not in the register), ``not_yet``, ``in_force``, ``amended`` (in force, changed by `by`),
    ``ended`` (replaced by `by`), ``lapsed`` (guides only regulations that have ended, an inference).
    """

    state: str
    regulation: Regulation | None = None
    since: datetime.date | None = None
    by: tuple[str, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """An authority and the days between which it exists."""

    id: str
    name: str
    level: str
    exists_from: datetime.date | None = None
    exists_to: datetime.date | None = None
    successor: str | None = None
    verified: bool = False
    source: str = ""

    def state_on(self, day: datetime.date) -> str:
        """``exists``, ``ended`` or ``not_yet``."""
        if self.exists_to and day > self.exists_to:
            return "ended"
        return "not_yet" if self.exists_from and day < self.exists_from else "exists"


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a text. ``state`` is that on the day asked, or on the day of the document that the text cites
    the body for ("Công văn số … ngày 23/8/2024 của Phòng …"): then `cited_on` is that day."""

    body: Body
    text: str
    start: int
    end: int
    state: str
    successor: Body | None = None
    cited_on: datetime.date | None = None
    former: bool = False
    """The text itself calls it former ("cũ", "trước đây")."""


@dataclass(frozen=True, slots=True)
class ReportingLine:
    """Header parent and recipients of a school's documents on a day (G4, inferred from the rules on management)."""

    header_parents: tuple[str, ...]
    """Beginnings of the line above the school's name; a place name follows."""
    recipients: tuple[Body, ...]
    verified: bool = False
