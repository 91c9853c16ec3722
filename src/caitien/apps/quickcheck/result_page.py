"""What the result page shows: findings by weight with their state, the table of actions, counts."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from caitien.apps.quickcheck.models import QuickCheck, Result

SEVERITIES = ("error", "warning", "info")
NOTES = {
    "error": lambda: _("trái quy định hoặc tự mâu thuẫn"),
    "warning": lambda: _("kế hoạch sẽ rõ và chắc hơn"),
    "info": lambda: _("tùy nhà trường"),
}
SHOWN_FIRST = 6
"""Findings of one weight before "Xem thêm"; those with a red pen are all shown."""
FINDINGS_A_PAGE = 200
ROWS_FIRST, ROWS_A_PAGE = 30, 200

Found = dict[str, Any]


def result_context(request: HttpRequest, check: QuickCheck, page: Result) -> dict[str, Any]:
    """The context of ``quickcheck/result.html``."""
    findings = [_with_state(found, page) for found in page.findings]
    return {
        "section": "start",
        "check": check,
        "page": page,
        "summary": page.summary,
        "heading": _heading(page.summary),
        "told": _told(request),
        "counts": _counts(findings),
        "downloads": downloads(page),
        "facts": [{**fact, "label": _(fact["label"])} for fact in page.summary["facts"]],
        "act_url": reverse("quickcheck:act", args=[check.token]),
        "paper_url": reverse("quickcheck:source", args=[check.token]) if page.summary["heavy"] else "",
        "unset": _("chưa có"),
        "nothing_title": _("Máy không thấy gì cần sửa"),
        "nothing_text": _("Máy chỉ nhắc những điều máy xem được. Xin thầy cô đọc lại một lượt trước khi trình ký."),
        "no_rows_title": _("Chưa thấy hoạt động nào"),
        "no_rows_text": _("Có thể bảng trong tệp bị mất chữ. Xin xem lại tệp gốc."),
        **_findings_part(request, findings, page),
        **_rows_part(request, findings, page),
    }


def _heading(summary: dict[str, Any]) -> str:
    year = summary["school_year"]
    return _("Kế hoạch cải tiến %s") % year.replace("-", "–") if year else _("Kế hoạch cải tiến")


def _told(request: HttpRequest) -> dict[str, str] | None:
    """The word about what was just done: its text, and in its tags the button that undoes it."""
    for message in messages.get_messages(request):
        name, _sign, value = message.extra_tags.partition("=")
        return {"text": str(message), "undo_name": name, "undo_value": value}
    return None


def _with_state(found: Found, page: Result) -> Found:
    key = found["key"]
    if fixed := page.fixed.get(key):
        return {**found, "state": "fixed", "at": datetime.datetime.fromisoformat(fixed)}
    if aside := page.set_aside.get(key):
        at = datetime.datetime.fromisoformat(aside["at"])
        return {**found, "state": "aside", "at": at, "reason": aside["reason"]}
    return {**found, "state": "open"}


def _counts(findings: list[Found]) -> dict[str, int]:
    waiting = [found for found in findings if found["state"] == "open"]
    by_severity = Counter(found["severity"] for found in waiting)
    return {
        **{severity: by_severity[severity] for severity in SEVERITIES},
        "total": len(waiting),
        "safe": sum(bool(found["edits"]) for found in waiting),
        "fixed": sum(found["state"] == "fixed" for found in findings),
    }


def _findings_part(request: HttpRequest, findings: list[Found], page: Result) -> dict[str, Any]:
    """The groups of one page of findings, the weightiest first; `nx` or `bo_qua` names one that must be on it."""
    asked = request.GET.get("bo_qua", "")
    wanted = asked or request.GET.get("nx", "")
    ordered = sorted(findings, key=lambda found: SEVERITIES.index(found["severity"]))
    last = max(0, (len(ordered) - 1) // FINDINGS_A_PAGE)
    at = next((i // FINDINGS_A_PAGE for i, found in enumerate(ordered) if wanted and found["key"] == wanted), None)
    at = min(_number(request, "trang"), last) if at is None else at
    start = at * FINDINGS_A_PAGE
    shown = [{**page.summary["kinds"][found["kind"]], **found} for found in ordered[start : start + FINDINGS_A_PAGE]]
    _open_one(shown, wanted=wanted, asked=asked)
    totals = Counter(found["severity"] for found in findings if found["state"] == "open")
    return {
        "groups": [group for severity in SEVERITIES if (group := _group(severity, shown, totals[severity]))],
        "page_words": f"{start + 1}–{start + len(shown)} / {len(ordered)}" if last else "",
        "previous_page": at if at > 0 else None,
        "next_page": at + 2 if at < last else None,
    }


def _number(request: HttpRequest, name: str) -> int:
    """A page number of the address, from 0; anything odd is the first page."""
    given = request.GET.get(name, "")
    return max(int(given) - 1, 0) if given.isdecimal() and len(given) < 6 else 0


def _open_one(shown: list[Found], *, wanted: str, asked: str) -> None:
    """Open the finding that is wanted, else the weightiest one."""
    waiting = [found for found in shown if found["state"] == "open"]
    for found in [found for found in waiting if found["key"] == wanted] or waiting[:1]:
        found["open"] = True
        found["wanted"] = bool(wanted)
        found["asking"] = bool(asked)


def _group(severity: str, shown: list[Found], total: int) -> dict[str, Any] | None:
    own = [found for found in shown if found["severity"] == severity]
    if not own:
        return None
    first = len(own) if severity == "error" or len(own) <= SHOWN_FIRST + 2 else SHOWN_FIRST
    return {
        "severity": severity,
        "note": NOTES[severity](),
        "count": total,
        "first": own[:first],
        "rest": own[first:],
        "rest_open": any(found.get("wanted") for found in own[first:]),
    }


def _rows_part(request: HttpRequest, findings: list[Found], page: Result) -> dict[str, Any]:
    """The first rows of the table, or a page of them where ``bang`` asks for it."""
    paged = "bang" in request.GET
    start = _number(request, "bang") * ROWS_A_PAGE
    chosen = page.rows[start : start + ROWS_A_PAGE] if paged else page.rows[:ROWS_FIRST]
    columns = [{**column, "label": _(column["label"])} for column in page.summary["columns"]]
    weights: dict[int, Counter[str]] = defaultdict(Counter)
    for found in findings:
        if found["state"] == "open" and found["action"] is not None:
            weights[found["action"]][found["severity"]] += 1
    after = start + len(chosen) if paged else 0
    return {
        "columns": columns,
        "rows": [_row(row, columns, weights[row["index"]]) for row in chosen],
        "more_rows": len(chosen) < len(page.rows) and after < len(page.rows),
        "next_rows": after // ROWS_A_PAGE + 1,
        "many_rows": len(page.rows) > ROWS_A_PAGE,
    }


def _row(row: dict[str, Any], columns: list[dict[str, str]], weights: Counter[str]) -> dict[str, Any]:
    cells = [{**column, **row["cells"][column["field"]]} for column in columns]
    return {**row, "cells": cells, "error": weights["error"], "warning": weights["warning"]}


def downloads(page: Result) -> list[dict[str, str]]:
    """The copies that can be taken away, with a true word about each."""
    patched = page.summary["patchable"]
    return [
        {
            "format": "docx",
            "icon": "file",
            "label": "Word (.docx)",
            "note": _("giữ nguyên cách trình bày của tệp gốc") if patched else _("trình bày theo Nghị định 30/2020"),
        },
        {"format": "pdf", "icon": "printer", "label": "PDF", "note": _("để in và ký, theo Nghị định 30/2020")},
        {"format": "xlsx", "icon": "table", "label": "Excel (.xlsx)", "note": _("bảng hoạt động")},
        {"format": "json", "icon": "keyboard", "label": "JSON", "note": _("cho phần mềm khác")},
    ]
