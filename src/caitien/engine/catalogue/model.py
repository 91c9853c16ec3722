"""Standards as data: what an edition file holds (design §1.4). No count or code of a criterion stands in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Requirement:
    """One indicator (2018: a, b, c or "*" for a single un-lettered one) or one requirement (57/2026: 1, 2, …)."""

    key: str
    question: str
    """Our own short wording, to be answered yes or no."""
    evidence: tuple[str, ...] = ()
    """Kinds of evidence that would show it. Suggestions only."""
    official: str | None = None
    """The regulation's wording, attached at installation."""


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    """``3.4``; the criteria of level 4 of 2018 are ``M4.1`` …"""
    title: str
    levels: Mapping[int, tuple[Requirement, ...]]
    mandatory: bool = False
    quantitative: tuple[str, ...] = ()
    verified: bool = True
    note: str = ""

    @property
    def max_level(self) -> int:
        """The highest level that the criterion has; 0 where a partial edition does not know its levels."""
        return max(self.levels, default=0)


@dataclass(frozen=True, slots=True)
class Standard:
    code: str
    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    id: str
    """``tt17-2018``, ``tt18-2018``, ``tt19-2018``, ``tt17-2024`` …, ``tt57-preschool``, ``tt57-general`` …"""
    regulation: str
    """``17/2018/TT-BGDĐT``"""
    title: str
    """Name of the edition to show."""
    school_types: tuple[str, ...]
    standards: tuple[Standard, ...]
    level4: tuple[Criterion, ...] = ()
    set: str = ""
    """Name of the set or version within the regulation: ``2018``, ``2024``, ``general``."""
    level_rule: Mapping[str, object] = field(default_factory=dict)
    """The rule by which criteria give the level of the school, as data (`levels`)."""
    rules: Mapping[str, object] = field(default_factory=dict)
    """Council, evidence codes, certificates, deadlines of the regulation, as data (`levels`)."""
    forms: Mapping[str, object] = field(default_factory=dict)
    """Headings and column heads of the official forms."""
    thresholds: tuple[Mapping[str, object], ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    source: str = ""
    verified: bool = True
    partial: bool = False
    """True: counts of some levels are unknown; what needs them "cannot be checked"."""
    totals: Mapping[int, int | None] = field(default_factory=dict)
    """Level → number of criteria that have it; None where unknown."""
    note: str = ""
    hash: str = ""
    """SHA-256 of the bytes of the file."""

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria of all standards in order, without level 4 of 2018."""
        return tuple(criterion for standard in self.standards for criterion in standard.criteria)

    def criterion(self, code: str) -> Criterion | None:
        """The criterion of a code such as ``3.4`` or ``M4.2``, else None."""
        for standard in self.standards:
            for criterion in standard.criteria:
                if criterion.code == code:
                    return criterion
        return next((criterion for criterion in self.level4 if criterion.code == code), None)

    def standard(self, code: str) -> Standard | None:
        """The standard of a code, else None."""
        return next((standard for standard in self.standards if standard.code == code), None)
