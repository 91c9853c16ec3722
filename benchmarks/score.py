"""``make score``: reading and findings of the shared cases over docx, pdf and txt, as the shared scorer counts them."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table

from caitien.cli.findings import to_json
from caitien.engine import check, read
from caitien.engine.errors import MissingProgram, UserError
from caitien.engine.plan.json_form import reading_to_json

SHARED = Path(__file__).resolve().parents[1] / os.environ.get("CAITIEN_SHARED", "../shared")
GOALS = {"plan.docx": 0.97, "plan.pdf": 0.93, "source.txt": 0.90, "scan.pdf": 0.70}
FINDINGS_GOAL = 0.75
CONFIDENT, CALIBRATED = 0.9, 0.95


@dataclass
class Score:
    """One file of one case."""

    case: str
    file: str
    damaged: bool = False
    overall: float = 0.0
    findings: float = 0.0
    false_errors: list[str] = field(default_factory=list)
    invented: int = 0
    sure: int = 0
    sure_and_right: int = 0
    problem: str = ""
    details: dict[str, Any] = field(default_factory=dict)


def load_scorer(cases: Path) -> ModuleType:
    """The scorer that lies beside the cases."""
    spec = importlib.util.spec_from_file_location("shared_score", cases / "score.py")
    if spec is None or spec.loader is None or not (cases / "score.py").is_file():
        sys.exit(f"Không thấy {cases / 'score.py'}. Đặt CAITIEN_SHARED là thư mục có cases/.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_file(scorer: ModuleType, folder: Path, name: str) -> Score:
    """Read and check one file and compare both with the truth of its case."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    expected = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    made = Score(folder.name, name, damaged=bool(truth.get("damaged")))
    try:
        reading = read(folder / name)
        got = reading_to_json(reading)
        found = to_json(check(reading).findings)
    except MissingProgram as error:
        made.problem = str(error)
        return made
    except UserError as error:
        made.problem = f"không đọc được: {error}"
        return made
    plan_score, finding_score = scorer.score(truth, got), scorer.score(expected, found)
    made.overall = plan_score["overall"]
    made.findings = finding_score["kinds_without_info"]["f1"]
    made.invented = len(plan_score["actions"]["spurious"])
    made.false_errors = false_errors(expected, found)
    made.sure, made.sure_and_right = calibration(scorer, truth, got)
    made.details = {
        "components": plan_score["components"],
        "fields": {name: value for name, value in plan_score["fields"].items() if value < 1},
        "missed": finding_score["missed"],
        "spurious": finding_score["spurious"],
    }
    return made


def false_errors(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    """Kinds reported as error more often than the truth has them at any weight."""
    surplus = Counter(one["kind"] for one in found if one["severity"] == "error")
    surplus.subtract(one["kind"] for one in expected)
    return sorted(kind for kind, count in surplus.items() for _ in range(count))


def calibration(scorer: ModuleType, truth: dict[str, Any], got: dict[str, Any]) -> tuple[int, int]:
    """How many scalar fields were read with confidence, and how many of those are right."""
    accept = truth.get("accept") or {}
    pairs = scorer.match_actions(truth["actions"], got["actions"], accept)
    matched = {j: i for i, j in pairs}
    sure = right = 0
    for path, place in got["places"].items():
        if place["confidence"] < CONFIDENT:
            continue
        known = compared(scorer, truth, got, path, matched)
        if known is None:
            continue
        name, expected, value, where = known
        sure += 1
        right += scorer.same(expected, value, name, accept.get(where, ()))
    return sure, right


def compared(
    scorer: ModuleType, truth: dict[str, Any], got: dict[str, Any], path: str, matched: dict[int, int]
) -> tuple[str, Any, Any, str] | None:
    """(field, truth, value read, path in the truth) of a field that both sides have; None for others."""
    if path in scorer.HEADER:
        return path, truth.get(path), got.get(path), path
    if not path.startswith("actions["):
        return None
    index, _, name = path.removeprefix("actions[").partition("].")
    if name not in scorer.ACTION:
        return None
    action = got["actions"][int(index)]
    if int(index) not in matched:
        return name, object(), action[name], path
    at = matched[int(index)]
    return name, truth["actions"][at].get(name), action[name], f"actions[{at}].{name}"


def print_table(console: Console, scores: list[Score]) -> None:
    """Rows are cases, columns the formats: reading overall and F1 of the findings."""
    files = [name for name in GOALS if any(one.file == name for one in scores)]
    table = Table(title="Điểm đọc (overall) và F1 các lỗi tìm được (kinds_without_info)")
    table.add_column("ca")
    for name in files:
        table.add_column(f"{name}\nđọc", justify="right")
        table.add_column("\nlỗi", justify="right")
    by_place = {(one.case, one.file): one for one in scores}
    for case in sorted({one.case for one in scores}):
        cells = [_cells(by_place.get((case, name))) for name in files]
        table.add_row(case, *(text for pair in cells for text in pair))
    table.add_section()
    for label, only in (("trung bình", lambda one: True), ("ca không hỏng", lambda one: not one.damaged)):
        table.add_row(label, *_means([one for one in scores if not one.problem and only(one)], files))
    table.add_row("cần đạt", *(text for name in files for text in (f"{GOALS[name]:.2f}", f"{FINDINGS_GOAL:.2f}")))
    console.print(table)


def _cells(one: Score | None) -> tuple[str, str]:
    if one is None:
        return "", ""
    return ("–", "–") if one.problem else (f"{one.overall:.3f}", f"{one.findings:.3f}")


def _means(scores: Iterable[Score], files: list[str]) -> list[str]:
    cells = []
    for name in files:
        here = [one for one in scores if one.file == name]
        cells += [
            f"{statistics.mean(x):.3f}" if x else "" for x in ([s.overall for s in here], [s.findings for s in here])
        ]
    return cells


def print_remarks(console: Console, scores: list[Score]) -> None:
    """False errors, invented actions, calibration, and files that were not scored."""
    for one in scores:
        where = f"{one.case}/{one.file}"
        if one.problem:
            console.print(f"{where}: {one.problem}")
        if one.false_errors:
            console.print(f"{where}: báo sai ở mức “phải sửa”: {', '.join(one.false_errors)}")
        if one.invented:
            console.print(f"{where}: {one.invented} hoạt động không có thật")
    sure, right = sum(one.sure for one in scores), sum(one.sure_and_right for one in scores)
    if sure:
        console.print(
            f"Ô đọc với độ tin từ {CONFIDENT}: {right}/{sure} đúng ({right / sure:.1%}, cần {CALIBRATED:.0%})"
        )


def main() -> None:
    """Print the table; with ``--details`` also what was wrong where; ``--json`` prints everything as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=SHARED / "cases")
    parser.add_argument("--only", default="", help="a part of case/file")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    scorer = load_scorer(options.cases)
    scores = [
        score_file(scorer, folder, name)
        for folder in sorted(options.cases.iterdir())
        if (folder / "truth.json").is_file()
        for name in GOALS
        if (folder / name).is_file() and options.only in f"{folder.name}/{name}"
    ]
    if options.json:
        print(json.dumps([vars(one) for one in scores], ensure_ascii=False, indent=1))
        return
    console = Console(width=None if sys.stdout.isatty() else 120)
    print_table(console, scores)
    print_remarks(console, scores)
    if options.details:
        for one in scores:
            console.print(f"\n{one.case}/{one.file}", json.dumps(one.details, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
