"""What changed from one plan to the next: head, results, bases, actions, duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from caitien.engine.comparison.carried import CarriedText, carried_texts
from caitien.engine.comparison.match import Pair, match_actions
from caitien.engine.plan.model import Action, Plan
from caitien.engine.vietnamese.text import same, squeeze

HEAD = (
    "form",
    "edition",
    "school_name",
    "authority",
    "doc_number",
    "place",
    "date",
    "school_year",
    "school_type",
    "address",
    "total_budget_raw",
)
ACTION = (
    "standard",
    "criterion",
    "criterion_title",
    "level_section",
    "target",
    "target_level",
    "current_state",
    "tasks",
    "lead_and_partners",
    "time_raw",
    "budget_raw",
    "other_support",
    "note",
    "indicator",
    "evidence",
    "progress",
)
COUNTS = ("passed", "total", "failed")


@dataclass(frozen=True, slots=True)
class Change:
    """One field with its text before and after; "" is absent. `field` is the path in the plan that has the text."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action of both plans with what changed in it, or one that was added or dropped."""

    pair: Pair
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> str:
        """``added``, ``dropped``, ``changed`` or ``same``."""
        if self.pair.old is None:
            return "added"
        if self.pair.new is None:
            return "dropped"
        return "changed" if self.changes else "same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two plans, and what stayed word for word."""

    head: list[Change] = field(default_factory=list)
    results: list[Change] = field(default_factory=list)
    lists: list[Change] = field(default_factory=list)
    """Legal bases, problems, duties and recipients that were added or dropped."""
    actions: list[ActionChange] = field(default_factory=list)
    carried: list[CarriedText] = field(default_factory=list)


def compare(old: Plan, new: Plan) -> Comparison:
    """Compare two plans; upper and lower case and blanks make no difference."""
    return Comparison(
        head=[*_fields(old, new, HEAD), *_signer(old, new)],
        results=list(_results(old, new)),
        lists=[change for name, entries in _lists(new).items() for change in _set(name, _lists(old)[name], entries)],
        actions=[_action(old, new, pair) for pair in match_actions(old, new)],
        carried=carried_texts(old, new),
    )


def _text(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(str(item) for item in value)
    return "" if value is None else str(value)


def _fields(old: object, new: object, names: Iterable[str], prefix: str = "") -> Iterator[Change]:
    for name in names:
        before, after = _text(getattr(old, name, None)), _text(getattr(new, name, None))
        if not same(before, after):
            yield Change(f"{prefix}{name}", before, after)


def _signer(old: Plan, new: Plan) -> Iterator[Change]:
    yield from _fields(old.signer, new.signer, ("title", "name"), "signer.")


def _results(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = old.self_assessment, new.self_assessment
    for level in sorted({*before.level_counts, *after.level_counts}):
        prefix = f"self_assessment.level_counts.{level}."
        yield from _fields(before.level_counts.get(level), after.level_counts.get(level), COUNTS, prefix)
    claims = ("claimed_level", "claimed_accreditation", "claimed_national_standard")
    yield from _fields(before, after, claims, "self_assessment.")


def _lists(plan: Plan) -> dict[str, dict[str, str]]:
    """Name of a list → its entries: what tells an entry from others → its text."""
    problems = [f"{problem.criterion or problem.criterion_text}: {problem.weakness}" for problem in plan.problems]
    duties = [f"{part.role or ''}: {duty}" for part in plan.organisation for duty in part.duties]
    return {
        "legal_bases": {basis.number or _key(basis.text): basis.text for basis in plan.legal_bases},
        "problems": {_key(text): text for text in problems},
        "organisation": {_key(text): text for text in duties},
        "recipients": {_key(text): text for text in plan.recipients},
    }


def _key(text: str) -> str:
    return squeeze(text).casefold().strip(" .;,")


def _set(name: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    yield from (Change(name, text, "") for key, text in old.items() if key not in new)
    yield from (Change(name, "", text) for key, text in new.items() if key not in old)


def _action(old: Plan, new: Plan, pair: Pair) -> ActionChange:
    if pair.old is None or pair.new is None:
        return ActionChange(pair)
    before: Action = old.actions[pair.old]
    after: Action = new.actions[pair.new]
    return ActionChange(pair, tuple(_fields(before, after, ACTION, f"actions[{pair.new}].")))
