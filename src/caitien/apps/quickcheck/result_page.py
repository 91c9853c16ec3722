"""What the result page shows: findings by weight with their state, the table of actions, counts."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from caitien.apps.quickcheck.models import QuickCheck, Result

SHOWN_FIRST = 6
"""Findings of one weight before "Xem thêm"; those with a red pen are all shown."""
ROWS_FIRST = 30


def result_context(request: HttpRequest, check: QuickCheck, page: Result) -> dict[str, Any]:
    """The context of ``quickcheck/result.html``."""
    findings = [_with_state(found, page) for found in page.findings]
    open_ones = [found for found in findings if found["state"] == "open"]
    if open_ones:
        min(open_ones, key=lambda found: SEVERITIES.index(found["severity"]))["open"] = True
    rows = page.rows if request.GET.get("bang") == "het" else page.rows[:ROWS_FIRST]
    return {
        "section": "start",
        "check": check,
        "page": page,
        "summary": page.summary,
        "heading": _heading(page.summary),
        "told": _told(request),
        "counts": _counts(findings),
        "groups": [group for severity in SEVERITIES if (group := _group(severity, findings))],
        "downloads": downloads(page),
        "facts": page.summary["facts"],
        "columns": page.summary["columns"],
        "rows": [_row(row, page.summary["columns"], findings) for row in rows],
        "more_rows": len(rows) < len(page.rows),
        "act_url": reverse("quickcheck:act", args=[check.token]),
        "unset": _("chưa có"),
        "nothing_title": _("Máy không thấy gì cần sửa"),
        "nothing_text": _("Máy chỉ nhắc những điều máy xem được. Xin thầy cô đọc lại một lượt trước khi trình ký."),
        "no_rows_title": _("Chưa thấy hoạt động nào"),
        "no_rows_text": _("Có thể bảng trong tệp bị mất chữ. Xin xem lại tệp gốc."),
    }


SEVERITIES = ("error", "warning", "info")
NOTES = {
    "error": lambda: _("trái quy định hoặc tự mâu thuẫn"),
    "warning": lambda: _("kế hoạch sẽ rõ và chắc hơn"),
    "info": lambda: _("tùy nhà trường"),
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


def _with_state(found: dict[str, Any], page: Result) -> dict[str, Any]:
    key = found["key"]
    if at := page.fixed.get(key):
        return {**found, "state": "fixed", "at": datetime.datetime.fromisoformat(at)}
    if aside := page.set_aside.get(key):
        return {
            **found,
            "state": "aside",
            "at": datetime.datetime.fromisoformat(aside["at"]),
            "reason": aside["reason"],
        }
    return {**found, "state": "open"}


def _counts(findings: list[dict[str, Any]]) -> dict[str, int]:
    waiting = [found for found in findings if found["state"] == "open"]
    by_severity = Counter(found["severity"] for found in waiting)
    return {
        **{severity: by_severity[severity] for severity in SEVERITIES},
        "total": len(waiting),
        "safe": sum(bool(found["edits"]) for found in waiting),
        "fixed": sum(found["state"] == "fixed" for found in findings),
    }


def _group(severity: str, findings: list[dict[str, Any]]) -> dict[str, Any] | None:
    own = [found for found in findings if found["severity"] == severity]
    if not own:
        return None
    first = len(own) if severity == "error" else SHOWN_FIRST
    waiting = sum(found["state"] == "open" for found in own)
    return {
        "severity": severity,
        "note": NOTES[severity](),
        "count": waiting,
        "first": own[:first],
        "rest": own[first:],
    }


def _row(row: dict[str, Any], columns: list[dict[str, str]], findings: list[dict[str, Any]]) -> dict[str, Any]:
    own = Counter(
        found["severity"] for found in findings if found["action"] == row["index"] and found["state"] == "open"
    )
    cells = [{**column, **row["cells"][column["field"]]} for column in columns]
    return {**row, "cells": cells, "error": own["error"], "warning": own["warning"]}


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
