"""No sentence of the shared plans stands in the project: the program must not know what it is measured with."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.architecture.sources import ROOT, tracked

WORDS = 14
"""So many syllables in a row, peculiar to one plan and unknown to the regulations, are a copied sentence.

Shorter ones are the language of all schools ("phối hợp với ban đại diện cha mẹ học sinh").
"""
OWN_WORDS = ("target", "current_state", "other_support", "note", "indicator", "evidence")

Run = tuple[str, ...]


def _runs(text: str) -> set[Run]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return {tuple(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}


def _sentences(plan: dict[str, Any]) -> Iterator[str]:
    """What the school wrote itself: targets, tasks, duties; no heads, bases and results, which follow forms."""
    for action in plan["actions"]:
        yield from (action.get(name) or "" for name in OWN_WORDS)
        yield from action.get("tasks") or []
    for part in plan["organisation"]:
        yield from part["duties"]


def test_no_sentence_of_a_shared_plan_stands_in_the_project(shared: Path) -> None:
    plans = [json.loads(path.read_text(encoding="utf-8")) for path in shared.glob("cases/*/truth.json")]
    written = {run for plan in plans for text in _sentences(plan) for run in _runs(text)}
    sources = Counter(
        run for path in shared.glob("cases/*/source.txt") for run in _runs(path.read_text(encoding="utf-8"))
    )
    law = {run for path in (shared / "reference").iterdir() for run in _runs(path.read_text(encoding="utf-8"))}
    peculiar = {run for run in written if sources[run] <= 1} - law
    assert len(peculiar) > 1000
    found = []
    for path in tracked():
        copied = _runs(path.read_text(encoding="utf-8", errors="replace")) & peculiar
        found += [f"{path.relative_to(ROOT)}: {' '.join(run)}" for run in sorted(copied)]
    assert found == []
