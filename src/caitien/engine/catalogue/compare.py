"""What changed from one edition to another, by code. Across regulations the codes mean other things: see `mapping`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caitien.engine.catalogue.model import Criterion, Edition
from caitien.engine.vietnamese.text import same

KINDS = {
    "standard_added": "thêm tiêu chuẩn",
    "standard_removed": "bỏ tiêu chuẩn",
    "standard_title": "đổi tên tiêu chuẩn",
    "criterion_added": "thêm tiêu chí",
    "criterion_removed": "bỏ tiêu chí",
    "criterion_title": "đổi tên tiêu chí",
    "mandatory": "đổi tính bắt buộc",
    "level_added": "thêm mức",
    "level_removed": "bỏ mức",
    "requirement_added": "thêm yêu cầu",
    "requirement_removed": "bỏ yêu cầu",
    "requirement_text": "đổi lời yêu cầu",
    "total": "đổi số tiêu chí",
    "level_rule": "đổi quy tắc tính mức",
}
"""Kind of change → how to say it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``code`` is that of the standard or criterion, ``""`` for the edition as a whole."""

    kind: str
    code: str
    level: int | None = None
    key: str = ""
    old: str = ""
    new: str = ""


def compare(old: Edition, new: Edition) -> list[Change]:
    """All differences in the order of the codes; of partial editions only what both know."""
    changes = [
        *_standards(old, new),
        *(change for code in _codes(old, new) for change in _criterion(old.criterion(code), new.criterion(code))),
        *_totals(old, new),
    ]
    if old.level_rule != new.level_rule:
        changes.append(Change("level_rule", "", old=str(old.level_rule["kind"]), new=str(new.level_rule["kind"])))
    return changes


def _codes(old: Edition, new: Edition) -> list[str]:
    every = {criterion.code for edition in (old, new) for criterion in (*edition.criteria, *edition.level4)}
    return sorted(every, key=lambda code: (code.startswith("M"), [int(part) for part in code.strip("M").split(".")]))


def _standards(old: Edition, new: Edition) -> Iterator[Change]:
    for code in sorted({standard.code for standard in (*old.standards, *new.standards)}, key=int):
        before, after = old.standard(code), new.standard(code)
        if before is None or after is None:
            kind = "standard_added" if before is None else "standard_removed"
            yield Change(kind, code, old=before.title if before else "", new=after.title if after else "")
        elif not same(before.title, after.title):
            yield Change("standard_title", code, old=before.title, new=after.title)


def _criterion(before: Criterion | None, after: Criterion | None) -> Iterator[Change]:
    if before is None or after is None:
        here = before or after
        assert here is not None
        kind = "criterion_added" if before is None else "criterion_removed"
        yield Change(kind, here.code, old=before.title if before else "", new=after.title if after else "")
        return
    if not same(before.title, after.title):
        yield Change("criterion_title", after.code, old=before.title, new=after.title)
    if before.mandatory != after.mandatory:
        yield Change("mandatory", after.code, old=_yes_no(before.mandatory), new=_yes_no(after.mandatory))
    if not before.levels or not after.levels:
        return
    for level in sorted({*before.levels, *after.levels}):
        yield from _level(before, after, level)


def _yes_no(mandatory: bool) -> str:
    return "bắt buộc" if mandatory else "không bắt buộc"


def _level(before: Criterion, after: Criterion, level: int) -> Iterator[Change]:
    if level not in before.levels or level not in after.levels:
        yield Change("level_added" if level in after.levels else "level_removed", after.code, level)
        return
    old, new = _questions(before, level), _questions(after, level)
    for key in [*old, *(key for key in new if key not in old)]:
        if key not in old or key not in new:
            kind = "requirement_added" if key in new else "requirement_removed"
            yield Change(kind, after.code, level, key, old.get(key, ""), new.get(key, ""))
        elif not same(old[key], new[key]):
            yield Change("requirement_text", after.code, level, key, old[key], new[key])


def _questions(criterion: Criterion, level: int) -> Mapping[str, str]:
    return {requirement.key: requirement.question for requirement in criterion.levels[level]}


def _totals(old: Edition, new: Edition) -> Iterator[Change]:
    for level in sorted({*old.totals, *new.totals}):
        before, after = old.totals.get(level, 0), new.totals.get(level, 0)
        if before is not None and after is not None and before != after:
            yield Change("total", "", level, old=str(before), new=str(after))
