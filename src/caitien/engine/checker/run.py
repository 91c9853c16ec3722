"""Running the rules over a case."""

from __future__ import annotations

import datetime
import hashlib
import importlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from caitien.engine.checker.codes import CODES, KINDS
from caitien.engine.checker.finding import SEVERITIES, Case, Finding, Rule
from caitien.engine.document.tree import Document
from caitien.engine.errors import UserError
from caitien.engine.levels import plan_edition
from caitien.engine.plan.model import Place, Plan, Reading
from caitien.engine.register import calendar, register
from caitien.engine.vietnamese.text import squeeze

RULES_VERSION = "2026.1"
"""Version of the rule set, kept with every frozen snapshot."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that people set aside: it lapses when the text it was about changes."""

    code: str
    where: str
    text_hash: str
    reason: str


@dataclass(slots=True)
class Report:
    """What the rules found, what they could not look at, and what was set aside."""

    findings: list[Finding] = field(default_factory=list)
    not_checked: list[tuple[str, str]] = field(default_factory=list)
    """(kind, part of the case that it needs and that is absent)."""
    suppressed: list[tuple[Finding, str]] = field(default_factory=list)


@cache
def rule(kind: str) -> Rule:
    """The rule of a kind; its module is named after it."""
    module = importlib.import_module(f"caitien.engine.checker.rules.{kind}")
    found: Rule = module.RULE
    return found


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    return tuple(rule(kind) for kind in CODES.values())


def build_case(
    source: Plan | Reading,
    *,
    document: Document | None = None,
    places: Mapping[str, Place] | None = None,
    previous_plan: Plan | None = None,
    as_of: datetime.date | None = None,
) -> Case:
    """The case of a plan: its edition, the register and calendar, and the date by which the law is judged (§1.3)."""
    plan = source.plan if isinstance(source, Reading) else source
    if isinstance(source, Reading):
        document, places = source.document, source.places
    return Case(
        plan=plan,
        document=document,
        places=places or {},
        edition=plan_edition(plan).edition,
        register=register(),
        calendar=calendar(),
        previous_plan=previous_plan,
        as_of=as_of or date_of_law(plan),
    )


def date_of_law(plan: Plan) -> datetime.date | None:
    """The plan's own date, else 1 August of its school year."""
    if plan.date:
        return datetime.date.fromisoformat(plan.date)
    return datetime.date(int(plan.school_year[:4]), 8, 1) if plan.school_year else None


def run(
    case: Case,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    suppressions: Collection[Suppression] = (),
) -> Report:
    """Every finding of the rules chosen, by weight and then in the order of the document.

    `select` and `ignore` hold codes, groups of codes ("CT2") or kinds. UserError for an unknown one.
    """
    report = Report()
    wanted, unwanted = kinds_of(select), kinds_of(ignore)
    for one in rules():
        if (wanted and one.kind not in wanted) or one.kind in unwanted:
            continue
        if not one.form or one.form == case.plan.form:
            _check(one, case, report)
    _set_aside(report, case, suppressions)
    order = _order(case)
    report.findings.sort(
        key=lambda found: (
            SEVERITIES.index(found.severity),
            order.get(found.where, order.get(_root(found.where), 0)),
            found.start,
        )
    )
    return report


def _check(one: Rule, case: Case, report: Report) -> None:
    """Run one rule, or note what it needs and the case has not."""
    missing = [need for need in one.needs if getattr(case, need) is None]
    report.not_checked += [(one.kind, need) for need in missing]
    if missing:
        return
    report.findings += (_in_basis(found, case.plan) for found in one.check(case))
    if one.unseen:
        report.not_checked += [(one.kind, need) for need in one.unseen(case)]


def _in_basis(found: Finding, plan: Plan) -> Finding:
    """A finding in a paragraph that holds several bases belongs to the basis that it quotes."""
    if not re.match(r"sections\[\d+\]\.content", found.field) or found.where.startswith("basis"):
        return found
    for i, basis in enumerate(plan.legal_bases):
        if basis.inline and found.quote and found.quote in basis.text:
            return replace(found, where=f"basis[{i}]")
    return found


def kinds_of(names: Collection[str]) -> set[str]:
    """The kinds of codes ("CT801"), groups of codes ("CT8") or kinds. UserError for an unknown one."""
    found: set[str] = set()
    for name in names:
        kinds = [kind for code, kind in CODES.items() if kind == name or code == name.upper()]
        kinds = kinds or [kind for code, kind in CODES.items() if code[:-2] == name.upper()]
        if not kinds:
            raise UserError(f"Không có mã lỗi “{name}”. Gõ “caitien rules” để xem danh mục.")
        found.update(kinds)
    return found


def _root(where: str) -> str:
    return where.split(".")[0]


def _order(case: Case) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, passage in enumerate(case.passages, start=1):
        found.setdefault(passage.where, at)
        found.setdefault(_root(passage.where), at)
    return found


def text_hash(finding: Finding, case: Case) -> str:
    """Hash of the text by which a suppression holds or lapses: what is quoted, else all that stands at the place."""
    root = _root(finding.where)
    text = finding.quote or " ".join(one.text for one in case.passages if _root(one.where) == root)
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:16]


def suppress(finding: Finding, case: Case, reason: str) -> Suppression:
    """The suppression that sets a finding aside for as long as its text stays as it is."""
    return Suppression(KINDS[finding.kind], finding.where, text_hash(finding, case), reason)


def _set_aside(report: Report, case: Case, suppressions: Collection[Suppression]) -> None:
    held = {(one.code, one.where, one.text_hash): one.reason for one in suppressions}
    if not held:
        return
    kept = []
    for found in report.findings:
        reason = held.get((KINDS[found.kind], found.where, text_hash(found, case)))
        if reason is None:
            kept.append(found)
        else:
            report.suppressed.append((found, reason))
    report.findings = kept
