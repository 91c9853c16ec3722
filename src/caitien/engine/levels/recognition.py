"""What a level corresponds to, and the conditions of recognition (B6, B7; R10). The program never says "recognised"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from caitien.engine.catalogue import Edition
from caitien.engine.levels.edition_rules import rule_of


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Grade (cấp độ, 2018 only) and degree of the national standard (mức độ) that go with a level, if any."""

    grade: int | None
    degree: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """``state``: ``open`` (something not yet judged), ``not_met`` or ``met``; ``codes``: the conditions concerned."""

    state: str
    codes: tuple[str, ...]
    text: str


def corresponds(edition: Edition, level: int | None) -> Correspondence:
    """What the level would correspond to if the competent authority confirms it."""
    rule: Any = edition.rules.get("recognition", {})
    grade = rule.get("grade", {}).get("by_level", {}).get(level)
    degree = rule.get("degree", {}).get("by_level", {}).get(level)
    parts = [f"Cấp độ {grade}"] if grade else []
    parts += [f"Mức độ {degree} của chuẩn quốc gia"] if degree else []
    if not parts:
        return Correspondence(None, None, "")
    who = rule["degree"].get("decided_by") if degree else None
    return Correspondence(
        grade, degree, f"Tương ứng {' và '.join(parts)}" + (f"; thẩm quyền công nhận: {who}" if who else "")
    )


def consecutive_years(complete: Collection[str], before: str) -> int:
    """How many school years in a row, ending just before the year of consideration, have all the data asked for."""
    count, first = 0, int(before[:4])
    while f"{first - count - 1}-{first - count}" in complete:
        count += 1
    return count


def conditions(edition: Edition, answers: Mapping[str, bool | None], *, years: int, level: int | None) -> Conditions:
    """The conditions of recognition together (R10; B6): `answers` to those that people judge, years in a row, level.

    Which conditions there are stands in the edition; 2018 asks for one more beside the external result. Unset is
    "not yet judged", never "no".
    """
    rule = rule_of(edition, "recognition")
    asked = rule.get("conditions") or {"a": rule["condition"], "c": "level_reached"}
    found = {code: answers.get(code) for code in asked}
    for code, condition in asked.items():
        if condition.endswith("consecutive_years_of_data"):
            found[code] = years >= rule["consecutive_years_of_data"]
        elif condition == "level_reached":
            found[code] = None if level is None else level >= 1
    missing = tuple(code for code, answer in found.items() if answer is None)
    failed = tuple(code for code, answer in found.items() if answer is False)
    if missing:
        return Conditions("open", missing, f"Chưa xét xong: còn điều kiện {', '.join(missing)}.")
    if failed:
        return Conditions("not_met", failed, f"Chưa đủ điều kiện: {', '.join(failed)}.")
    return Conditions("met", (), f"Đáp ứng các điều kiện. {corresponds(edition, level).text}.")
