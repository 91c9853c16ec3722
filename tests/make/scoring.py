"""How much of a plan a reader got: field by field against the ground truth, in the manner of the shared cases.

A value is right when it is equal after composition of letters, folding of blanks and letter case, and dropping of
bullets; nothing else is forgiven. An action that was not found counts as wrong in all its fields.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.make.layouts.content import ACTION, HEADER

WEIGHTS = {
    "header": 15,
    "legal_bases": 10,
    "self_assessment": 10,
    "actions": 20,
    "action_fields": 30,
    "organisation": 7,
    "recipients": 3,
    "signer": 5,
}
BULLET = re.compile(r"^\s*[-–—+•*·▪]+\s*", re.MULTILINE)


@dataclass(slots=True)
class Score:
    """Parts between 0 and 1, their weighted mean, and what differs."""

    parts: dict[str, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def overall(self) -> float:
        total = sum(WEIGHTS[name] for name in self.parts)
        return sum(WEIGHTS[name] * value for name, value in self.parts.items()) / total


def plain(value: object) -> str:
    """A value for comparing."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = "\n".join(str(item) for item in value)
    text = BULLET.sub("", unicodedata.normalize("NFC", str(value)).replace("\u00ad", ""))
    return re.sub(r"\s+", " ", text).strip().casefold()


def score(truth: dict[str, Any], got: dict[str, Any]) -> Score:
    """Compare the JSON form of a plan with a ground truth."""
    made = Score()
    accept = truth.get("accept") or {}
    made.parts["header"] = _mean(_right(made, name, truth.get(name), got.get(name), accept) for name in HEADER)
    made.parts["legal_bases"] = _bases(made, truth["legal_bases"], got.get("legal_bases") or [])
    made.parts["self_assessment"] = _results(made, truth, got, accept)
    _actions(made, truth["actions"], got.get("actions") or [], accept)
    made.parts["organisation"] = _organisation(made, truth["organisation"], got.get("organisation") or [])
    names = [[plain(line).strip(" .;,:") for line in found.get("recipients") or []] for found in (truth, got)]
    made.parts["recipients"] = _f1(made, "recipients", *names)
    made.parts["signer"] = _signer(made, truth, got)
    return made


def _right(made: Score, name: str, truth: object, got: object, accept: dict[str, list[Any]]) -> float:
    allowed = [plain(truth), *(plain(value) for value in accept.get(name, []))]
    if plain(got) in allowed:
        return 1.0
    made.wrong.append(f"{name}: {got!r} instead of {truth!r}")
    return 0.0


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 1.0


def _f1(made: Score, name: str, truth: list[Any], got: list[Any]) -> float:
    """Agreement of two lists without regard to order."""
    here, there = Counter(truth), Counter(got)
    both = sum((here & there).values())
    for missing in (here - there).elements():
        made.wrong.append(f"{name}: missing {missing!r}")
    for extra in (there - here).elements():
        made.wrong.append(f"{name}: too much {extra!r}")
    return 2 * both / (len(truth) + len(got)) if truth or got else 1.0


def _bases(made: Score, truth: list[dict[str, Any]], got: list[dict[str, Any]]) -> float:
    numbers = [[plain(basis.get("number")) for basis in found if basis.get("number")] for found in (truth, got)]
    dated = [
        [(plain(b.get("number")), plain(b.get("date"))) for b in found if b.get("number")] for found in (truth, got)
    ]
    texts = [[plain(basis["text"]).rstrip(".;, ") for basis in found] for found in (truth, got)]
    return _mean(
        [
            _f1(made, "basis number", *numbers),
            _f1(made, "basis date", *dated),
            _f1(made, "basis", *texts),
        ]
    )


def _results(made: Score, truth: dict[str, Any], got: dict[str, Any], accept: dict[str, list[Any]]) -> float:
    here, there = truth["self_assessment"], got.get("self_assessment") or {}
    found = []
    for level in sorted({*here["level_counts"], *(there.get("level_counts") or {})}):
        one, other = here["level_counts"].get(level, {}), (there.get("level_counts") or {}).get(level) or {}
        for name in ("pass", "total", "fail"):
            if one.get(name) is not None or other.get(name) is not None:
                found.append(_right(made, f"level_counts.{level}.{name}", one.get(name), other.get(name), {}))
    for name in ("claimed_level", "claimed_accreditation", "claimed_national_standard"):
        if here.get(name) is not None or there.get(name) is not None:
            path = f"self_assessment.{name}"
            found.append(_right(made, path, here.get(name), there.get(name), accept))
    return _mean(found)


def _pairs(truth: list[dict[str, Any]], got: list[dict[str, Any]]) -> dict[int, int]:
    """Action of the truth → action found: the k-th of a criterion (level 4 apart) belongs to the k-th."""
    free = list(range(len(got)))
    pairs = {}
    for strict in (True, False):
        for i, action in enumerate(truth):
            if i in pairs:
                continue
            key = _key(action, strict)
            match = next((j for j in free if _key(got[j], strict) == key), None)
            if match is not None:
                pairs[i] = match
                free.remove(match)
    return pairs


def _key(action: dict[str, Any], strict: bool) -> tuple[bool, str]:
    return (strict and plain(action.get("level_section")) == "4", plain(action.get("criterion")))


def _actions(made: Score, truth: list[dict[str, Any]], got: list[dict[str, Any]], accept: dict[str, list[Any]]) -> None:
    pairs = _pairs(truth, got)
    made.parts["actions"] = 2 * len(pairs) / (len(truth) + len(got)) if truth or got else 1.0
    if len(pairs) < len(truth) or len(pairs) < len(got):
        made.wrong.append(f"actions: {len(pairs)} of {len(truth)} matched, {len(got)} found")
    shares = []
    for name in ACTION:
        values = []
        for i, action in enumerate(truth):
            other = got[pairs[i]] if i in pairs else {}
            if plain(action.get(name)) or plain(other.get(name)):
                path = f"actions[{i}].{name}"
                values.append(_right(made, path, action.get(name), other.get(name), accept) if i in pairs else 0.0)
        if values:
            shares.append(_mean(values))
    if shares:
        made.parts["action_fields"] = _mean(shares)


def _organisation(made: Score, truth: list[dict[str, Any]], got: list[dict[str, Any]]) -> float:
    roles = [[plain(role.get("role")).strip(" .:;") for role in found] for found in (truth, got)]
    duties = [[plain(duty) for role in found for duty in role.get("duties") or []] for found in (truth, got)]
    return _mean([_f1(made, "role", *roles), _f1(made, "duty", *duties)])


def _signer(made: Score, truth: dict[str, Any], got: dict[str, Any]) -> float:
    here, there = truth.get("signer") or {}, got.get("signer") or {}
    found = [_right(made, f"signer.{name}", here.get(name), there.get(name), {}) for name in ("title", "name")]
    digital = [bool(plan.get("signed_digitally")) for plan in (truth, got)]
    return _mean([*found, _right(made, "signed_digitally", *digital, {})])
