"""Medians and lines that all benchmarks share."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

ROUNDS = 7


def medians(*calls: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median time of each call in seconds; the calls take turns, so that a busy machine slows all alike."""
    times: list[list[float]] = [[] for _ in calls]
    for call in calls:
        call()
    for _ in range(rounds):
        for call, taken in zip(calls, times, strict=True):
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def tell(what: str, value: float, unit: str, limit: float, *, at_least: bool = False) -> bool:
    """Print a line with the limit; whether it is kept."""
    kept = value >= limit if at_least else value <= limit
    sign = "≥" if at_least else "≤"
    print(f"{what:58} {value:9.3f} {unit:3} ({sign} {limit:g}) {'' if kept else 'VƯỢT'}".rstrip(), flush=True)
    return kept
