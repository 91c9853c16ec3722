"""Which action of the new plan goes on with which of the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from caitien.engine.plan.model import Action, Plan
from caitien.engine.vietnamese.text import fold

ALIKE = 60.0
"""Likeness in percent from which two actions without a common id or criterion are taken for the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices in the old and the new plan; None where the action is new or was dropped.

    ``how``: ``id``, ``criterion``, ``text`` or ``""`` for one alone; ``likeness`` of their texts from 0 to 1.
    """

    old: int | None
    new: int | None
    how: str = ""
    likeness: float = 0.0


def match_actions(old: Plan, new: Plan) -> list[Pair]:
    """Pairs by id, then by criterion (where both plans use the same standards), then by text.

    In the order of the new plan; what was dropped comes last.
    """
    old_texts, new_texts = ([action_text(action) for action in plan.actions] for plan in (old, new))
    pairs = _Pairs(old_texts, new_texts)
    pairs.by_key("id", [a.id or None for a in old.actions], [a.id or None for a in new.actions])
    pairs.by_key("text", [text or None for text in old_texts], [text or None for text in new_texts])
    if old.form == new.form and old.edition == new.edition:
        pairs.by_key("criterion", [_criterion(a) for a in old.actions], [_criterion(a) for a in new.actions])
    pairs.by_text()
    return pairs.all()


def action_text(action: Action) -> str:
    """What an action is about, for comparing: title, target and tasks, folded."""
    return fold(" ".join([action.criterion_title or "", action.target or "", *action.tasks]))


def _criterion(action: Action) -> Hashable | None:
    """Level 4 of 2018 numbers its criteria anew."""
    return (action.level_section == 4, action.criterion) if action.criterion else None


class _Pairs:
    """Pairs found so far, and what is left on both sides."""

    def __init__(self, old_texts: list[str], new_texts: list[str]) -> None:
        self.old_texts, self.new_texts = old_texts, new_texts
        self.old_left, self.new_left = dict.fromkeys(range(len(old_texts))), dict.fromkeys(range(len(new_texts)))
        self.found: list[Pair] = []

    def add(self, old: int, new: int, how: str, likeness: float) -> None:
        del self.old_left[old], self.new_left[new]
        self.found.append(Pair(old, new, how, likeness / 100))

    def by_key(self, how: str, old_keys: list[Hashable | None], new_keys: list[Hashable | None]) -> None:
        """Pair those left that have the same key; of several the most alike."""
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (left, keys) in enumerate(((self.old_left, old_keys), (self.new_left, new_keys))):
            for index in left:
                if keys[index] is not None:
                    groups[keys[index]][side].append(index)
        for olds, news in groups.values():
            self._most_alike(how, olds, news)

    def _most_alike(self, how: str, olds: Iterable[int], news: list[int]) -> None:
        scored = [(fuzz.ratio(self.old_texts[o], self.new_texts[n]), -abs(o - n), o, n) for o in olds for n in news]
        for likeness, _, old, new in sorted(scored, reverse=True):
            if old in self.old_left and new in self.new_left:
                self.add(old, new, how, likeness)

    def by_text(self) -> None:
        """Pair what is left by likeness, each new action with the old one that it resembles most."""
        for new in list(self.new_left):
            choices = {old: self.old_texts[old] for old in self.old_left}
            best = process.extractOne(self.new_texts[new], choices, scorer=fuzz.ratio, score_cutoff=ALIKE)
            if best and self.new_texts[new]:
                self.add(best[2], new, "text", best[1])

    def all(self) -> list[Pair]:
        added = [Pair(None, new) for new in self.new_left]
        kept = sorted([*self.found, *added], key=lambda pair: -1 if pair.new is None else pair.new)
        return [*kept, *(Pair(old, None) for old in self.old_left)]
