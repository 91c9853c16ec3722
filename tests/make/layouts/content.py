"""Contents of the samples: what a school wrote, as data, and the ground truth that follows from it.

The truth has the form of the shared cases (truth.json). Months, amounts and levels stand in the content as somebody
read them; nothing is taken from our reader.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "samples"
HEADER = ("school_name", "authority", "doc_number", "place", "date", "school_year", "school_type")
ACTION = [
    "standard",
    "criterion",
    "level_section",
    "criterion_title",
    "target",
    "current_state",
    "tasks",
    "lead_and_partners",
    "start",
    "end",
    "time_raw",
    "budget_raw",
    "budget_vnd",
    "other_support",
    "note",
    "indicator",
    "evidence",
    "progress",
]

Content = dict[str, Any]


@lru_cache(maxsize=1)
def all_samples() -> dict[str, Content]:
    """Name → content of every sample, in order."""
    return {file.parent.name: load(file) for file in sorted(FOLDER.glob("*/content.yaml"))}


def gaps() -> dict[str, Any]:
    """What is known not to be read or found well enough yet."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "gaps.yaml").read_text(encoding="utf-8"))
    return found


def load(file: Path) -> Content:
    content: Content = yaml.safe_load(file.read_text(encoding="utf-8"))
    content["name"] = file.parent.name
    for action in content.get("actions") or []:
        _complete(action, content)
    return content


def _complete(action: dict[str, Any], content: Content) -> None:
    """Fill what the short form leaves out: two leads or times are one text each, a level without headings is none."""
    if "lead" in action:
        action["lead_and_partners"] = "\n".join(part for part in (action["lead"], action.get("partners")) if part)
    if "from" in action:
        action["time_raw"] = " - ".join(part for part in (action["from"], action.get("to")) if part)
    if "criterion" in action:
        action["criterion"] = str(action["criterion"])
    if content.get("levels") is False:
        action["level_section"] = None
    else:
        action["level_section"] = action.get("level")
    four = action.get("level") == 4 and "." not in str(action.get("criterion"))
    action["standard"] = None if four else str(action["standard"]) if "standard" in action else None


def truth(content: Content) -> dict[str, Any]:
    """The ground truth in the form of the shared cases."""
    results = content.get("results") or {}
    found: dict[str, Any] = {name: content.get(name) for name in HEADER}
    found["date"] = str(content["date"]) if content.get("date") else None
    found["legal_bases"] = [
        {"text": basis["text"], "number": basis.get("number"), "date": _text(basis.get("date"))}
        for basis in bases(content)
    ]
    found["self_assessment"] = {
        "level_counts": {
            str(level): {"pass": counts[0], "total": counts[1], "fail": counts[2]}
            for level, counts in (results.get("counts") or {}).items()
        },
        "claimed_level": results.get("level"),
        "claimed_accreditation": results.get("accreditation"),
        "claimed_national_standard": results.get("national_standard"),
    }
    found["actions"] = [{name: action.get(name) for name in ACTION} for action in content.get("actions") or []]
    found["organisation"] = [
        {"role": role["role"], "duties": role.get("duties") or []} for role in content.get("organisation") or []
    ]
    found["recipients"] = [line.rstrip(";. ") for line in content.get("recipients") or []]
    signer = content.get("signer") or {}
    found["signer"] = {"title": signer.get("title"), "name": signer.get("name")} if signer else None
    found["signed_digitally"] = bool(content.get("signature"))
    found["accept"] = content.get("accept") or {}
    if "total_vnd" in content:
        found["total_budget_vnd"] = content["total_vnd"]
    return found


def bases(content: Content) -> list[dict[str, Any]]:
    """The bases among the pieces of all sections, in order."""
    pieces = [piece for section in content["sections"] for piece in section.get("text") or []]
    return [piece["basis"] for piece in pieces if isinstance(piece, dict) and "basis" in piece]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
