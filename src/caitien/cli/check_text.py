"""Findings as plain text for a terminal or a file."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from caitien.cli.examine import Outcome
from caitien.engine.checker.messages import SEVERITY_WORDS

WIDTH = 100
COLOURS = {"error": "31", "warning": "33", "info": "34"}
MOST_COMMON = 5


def counts_text(findings: Iterable[dict[str, Any]]) -> str:
    """``7 phải sửa, 18 nên sửa, 12 gợi ý``."""
    counts = Counter(finding["severity"] for finding in findings)
    told = [f"{counts[severity]} {word.lower()}" for severity, word in SEVERITY_WORDS.items() if counts[severity]]
    return ", ".join(told) or "không thấy lỗi nào"


def file_text(outcome: Outcome, *, colours: bool = False) -> str:
    """All findings of a file, what was not checked, what was fixed."""
    lines = [f"{outcome.file}: {counts_text(outcome.findings)}"]
    for finding in outcome.findings:
        lines += ["", *_finding(finding, colours=colours)]
    for label, entries in (("Bỏ qua có lý do", outcome.set_aside), ("Chưa kiểm tra", outcome.not_checked)):
        if entries:
            lines += ["", f"  {label}:", *(f"    {entry}" for entry in entries)]
    return "\n".join([*lines, *([""] if outcome.notes else []), *(f"  {note}" for note in outcome.notes)])


def _finding(finding: dict[str, Any], *, colours: bool) -> Iterator[str]:
    weight = SEVERITY_WORDS[finding["severity"]]
    if colours:
        weight = f"\x1b[{COLOURS[finding['severity']]}m{weight}\x1b[0m"
    at = f" ({finding['at']})" if finding["at"] else ""
    yield f"  {weight} {finding['code']} {finding['place']}{at}"
    if finding["quote"]:
        yield _wrapped(f"“{finding['quote']}”")
    yield _wrapped(finding["why"])
    if finding["article"]:
        yield _wrapped(f"Căn cứ: {finding['article']}")
    for edit in finding["fix"]:
        yield _wrapped(f"Sửa giúp được: “{edit['old']}” thành “{edit['new']}”")


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, initial_indent="    ", subsequent_indent="    ")


def summary_text(outcomes: list[Outcome]) -> str:
    """The state of all files and the commonest findings, by the number of files that have them."""
    read = [outcome for outcome in outcomes if not outcome.error]
    clean = sum(not outcome.findings for outcome in read)
    lines = [
        f"Tổng kết {len(outcomes)} tệp: {clean} không thấy lỗi, {len(read) - clean} có chỗ cần xem, "
        f"{len(outcomes) - len(read)} không đọc được.",
        f"  {counts_text(finding for outcome in read for finding in outcome.findings)}",
    ]
    common = Counter(title for outcome in read for title in {(f["code"], f["title"]) for f in outcome.findings})
    for (code, title), files in common.most_common(MOST_COMMON):
        lines.append(f"  {code} {title}: {files} tệp")
    return "\n".join(lines)
