"""What the checker works with: the case it is given, the rules, and the findings it returns.

A finding carries a kind, a place and parameters; its sentences are made outside (`messages.py` for the Vietnamese,
gettext for other languages), so the same finding can be shown by the page, the command line and a printed list.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from caitien.engine.document.tree import Document
from caitien.engine.plan.model import Action, LevelCount, Place, Plan
from caitien.engine.plan.passages import Passage, passages

if TYPE_CHECKING:
    from caitien.engine.catalogue import Edition
    from caitien.engine.register import Calendar, Register

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `old` by `new` in one field of the plan, from character `start` of that field's text."""

    field: str
    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place.

    ``where`` begins with one of the places of the catalogue of kinds (``header``, ``I.3``, ``basis[2]``,
    ``actions[3].time`` …); ``field`` is the path of the plan field it was found in, which leads to the source.
    """

    kind: str
    where: str
    severity: str
    quote: str = ""
    field: str = ""
    start: int = 0
    """Where the quote begins in the text of the field."""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)
    variant: str = ""
    """Which of the rule's messages says it, when it has several."""
    article: str = ""
    """The provision this finding rests on; empty: that of the rule."""
    external: bool = False
    """Rests on knowledge outside the document (regulations, bodies)."""
    verified: bool = True
    """False: the provision is known from memory or one source only, and the page says so."""
    fix: tuple[Edit, ...] = ()
    """A change that is safe to make without asking: it alters no meaning."""


@dataclass(frozen=True)
class Case:
    """All that a rule may look at. What is absent is None, and rules that need it report "not checked"."""

    plan: Plan
    document: Document | None = None
    places: Mapping[str, Place] = dataclasses.field(default_factory=dict)
    edition: Edition | None = None
    register: Register | None = None
    calendar: Calendar | None = None
    previous_plan: Plan | None = None
    assessment: Mapping[str, int | None] | None = None
    """Criterion → level set by the council; None = not yet set."""
    figures: Mapping[str, object] | None = None
    as_of: datetime.date | None = None
    """Date of the law: the plan's own date, else 1 August of its school year."""

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text of the plan with the name of its place."""
        return passages(self.plan)

    @property
    def actions(self) -> Sequence[Action] | None:
        """The actions; None where none was read."""
        return self.plan.actions or None

    @property
    def results(self) -> Mapping[str, LevelCount] | None:
        """The numbers of criteria by level; None where the plan gives none."""
        return self.plan.self_assessment.level_counts or None

    @property
    def school_year(self) -> str | None:
        """The school year of the plan."""
        return self.plan.school_year


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its help page is the docstring of its module."""

    kind: str
    severity: str
    check: Callable[[Case], Iterator[Finding]]
    messages: Mapping[str, str]
    """Variant → sentence with {parameters}; ``""`` is the usual one. Vietnamese, says what is wrong and why."""
    article: str = ""
    needs: tuple[str, ...] = ()
    """Fields of the case without which the rule is "not checked": ``edition``, ``register`` …"""
    hedged: bool = False
    """True: decided by wording tests; the sentence says "có thể"."""
    form: str = ""
    """The form of plan it is for, ``2018`` or ``tt57``; empty: both."""
    unseen: Callable[[Case], Iterable[str]] | None = None
    """What it could not look at in a case although its needs are there; these too are "not checked"."""
