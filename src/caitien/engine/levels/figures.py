"""Figures beside the judgement: exact comparisons (A9) and the refusal to fail a school by a figure alone (R3)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from caitien.engine.catalogue import Edition


def ratio_ok(passed: int, total: int, threshold: int) -> bool | None:
    """Whether `passed` of `total` reach a threshold in percent, by exact fractions: 18 of 19 miss 95 %.

    None where there is nobody to count: the requirement does not apply.
    """
    return None if total == 0 else passed * 100 >= threshold * total


def ratings_ok(
    ratings: Sequence[str],
    scale: Sequence[str],
    *,
    at_least: Mapping[str, int],
    every: str | None = None,
    years: int = 5,
) -> bool | None:
    """Whether yearly ratings satisfy a rule: so many years at each rating of `at_least` or better, and all at `every`.

    `scale` goes from the lowest to the highest. None while years are missing: ask, do not fail.
    """
    if len(ratings) < years:
        return None
    rank = [scale.index(rating) for rating in ratings[-years:]]
    enough = all(sum(value >= scale.index(rating) for value in rank) >= count for rating, count in at_least.items())
    return enough and (every is None or min(rank) >= scale.index(every))


def refusal(edition: Edition, code: str, *, reason: str, named: Sequence[str], day: datetime.date) -> str | None:
    """Why "not met" cannot be saved for a criterion, or None when it can (R3; editions whose figures only support).

    `named` are the keys of its requirements that the reason refers to, ``1/2`` (level/key). A figure alone names
    none, whatever it is; until the end of the transition that is the regulation's own rule, later the program's.
    """
    if "quantitative_data" not in edition.rules:
        return None
    criterion = edition.criterion(code)
    known = (
        {f"{level}/{item.key}" for level, items in criterion.levels.items() for item in items} if criterion else set()
    )
    if reason.strip() and known.intersection(named):
        return None
    if not reason.strip():
        return f"Xin ghi lý do tiêu chí {code} không đạt: yêu cầu nào chưa đáp ứng và nhà trường thấy gì."
    article = _transition(edition, day)
    because = f" ({article})" if article else ""
    return (
        f"Số liệu chỉ để theo dõi, không thay cho kết luận{because}. Xin nêu yêu cầu của tiêu chí {code} chưa đáp ứng."
    )


def _transition(edition: Edition, day: datetime.date) -> str:
    """The article that forbids figures as the only ground on this day."""
    rule: Any = edition.rules["quantitative_data"]
    inside = rule["support_only_from"] <= day.isoformat() <= rule["support_only_to"]
    return str(rule["basis"]) if inside else ""
