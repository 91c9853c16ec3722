"""From what the engine returns to what pages keep: findings in words, rows of the table, facts, counts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_noop

from caitien.apps.quickcheck.locate import Locator
from caitien.engine.checker.codes import KINDS
from caitien.engine.checker.finding import Edit, Finding
from caitien.engine.checker.help import help_page
from caitien.engine.checker.messages import NEEDS, render
from caitien.engine.checker.run import Report
from caitien.engine.plan.model import Action, Plan, Reading

ACTION = re.compile(r"actions\[(\d+)\]")
COLUMNS = (
    ("name", gettext_noop("Nội dung cải tiến")),
    ("target", gettext_noop("Mục tiêu")),
    ("time", gettext_noop("Thời gian")),
    ("lead", gettext_noop("Phụ trách")),
    ("budget", gettext_noop("Kinh phí")),
    ("evidence", gettext_noop("Minh chứng dự kiến")),
    ("note", gettext_noop("Ghi chú")),
)
OPTIONAL_COLUMNS = ("evidence", "note")


def shown_findings(reading: Reading, report: Report) -> list[dict[str, Any]]:
    """Every finding as plain data, numbered in the order of the document; those with no place there come last."""
    locator = Locator(reading)
    spotted = sorted(
        ((locator.spot(finding), finding) for finding in report.findings),
        key=lambda pair: locator.sort_key(pair[0]),
    )
    seen: dict[str, int] = {}
    shown = []
    for number, (spot, finding) in enumerate(spotted, start=1):
        key = _key(finding, seen)
        shown.append({"number": number, "key": key, "spot": spot, **_words(finding), "edits": _edits(finding, locator)})
    return shown


def _edits(finding: Finding, locator: Locator) -> list[dict[str, Any]]:
    """The safe fix with its places in the source; nothing when a part of it was not found there."""
    made = []
    for edit in finding.fix:
        spot = locator.edit(edit)
        if spot is None:
            return []
        path, start, end = spot
        made.append({**asdict(edit), "path": path, "at": start, "at_end": end})
    return made


def as_finding(found: dict[str, Any]) -> Finding:
    """A shown finding as the engine corrects it."""
    fix = tuple(Edit(edit["field"], edit["start"], edit["old"], edit["new"]) for edit in found["edits"])
    return Finding(found["kind"], "", found["severity"], quote=found["quote"], fix=fix)


def _key(finding: Finding, seen: dict[str, int]) -> str:
    """Short, the same for the same finding in every run; the n-th of its like is told apart by its turn."""
    base = f"{finding.kind}|{finding.where}|{finding.field}|{finding.start}|{finding.quote}"
    seen[base] = seen.get(base, 0) + 1
    return hashlib.sha256(f"{base}|{seen[base]}".encode()).hexdigest()[:12]


def _words(finding: Finding) -> dict[str, Any]:
    words = render(finding)
    action = ACTION.match(finding.where)
    own = words.article if words.article != help_page(finding.kind).article else ""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "where": words.where,
        "quote": finding.quote,
        "why": words.why,
        "article": own,
        "action": int(action[1]) if action else None,
    }


def kinds_of(report: Report) -> dict[str, dict[str, str]]:
    """What all findings of a kind have in common, said once."""
    pages = {finding.kind: help_page(finding.kind) for finding in report.findings}
    return {
        kind: {
            "code": page.code,
            "title": page.title,
            "common_article": page.article,
            "wrong": page.wrong,
            "right": page.right,
        }
        for kind, page in pages.items()
    }


def summary_of(reading: Reading, report: Report) -> dict[str, Any]:
    """What the page says about the whole plan."""
    plan = reading.plan
    columns = [
        {"field": field, "label": label}
        for field, label in COLUMNS
        if field not in OPTIONAL_COLUMNS or any(getattr(action, field) is not None for action in plan.actions)
    ]
    return {
        "school_year": plan.school_year,
        "pages": reading.document.pages,
        "actions": len(plan.actions),
        "doubts": len(reading.doubts),
        "columns": columns,
        "facts": _facts(reading),
        "kinds": kinds_of(report),
        "losses": list(reading.document.losses),
        "not_checked": [
            {"code": KINDS[kind], "title": help_page(kind).title, "reason": NEEDS.get(need, need)}
            for kind, need in report.not_checked
        ],
    }


def _facts(reading: Reading) -> list[dict[str, str]]:
    plan = reading.plan
    signer = " ".join(filter(None, (plan.signer.title, plan.signer.name))) if plan.signer else ""
    facts = (
        (gettext_noop("Trường"), "school_name", plan.school_name or ""),
        (gettext_noop("Cơ quan chủ quản"), "authority", plan.authority or ""),
        (gettext_noop("Số, ký hiệu"), "doc_number", plan.doc_number or ""),
        (gettext_noop("Ngày ban hành"), "date", _date(plan.date)),
        (gettext_noop("Năm học"), "school_year", (plan.school_year or "").replace("-", "–")),
        (gettext_noop("Căn cứ"), "legal_bases", f"{len(plan.legal_bases)} văn bản" if plan.legal_bases else ""),
        (gettext_noop("Người ký"), "signer.name", signer),
    )
    return [{"label": label, "value": value, "doubt": reading.doubts.get(field, "")} for label, field, value in facts]


def _date(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def rows_of(reading: Reading) -> list[dict[str, Any]]:
    """The actions, one row each, a cell being its text and the doubt about it."""
    return [
        {"index": i, "number": action.number or str(i + 1), "cells": _cells(reading, i, action)}
        for i, action in enumerate(reading.plan.actions)
    ]


def _cells(reading: Reading, index: int, action: Action) -> dict[str, dict[str, str]]:
    cells = {
        "name": (_name(action, reading.plan), ("criterion", "criterion_title", "heading")),
        "target": (action.target or action.current_state, ("target", "current_state")),
        "time": (action.time_raw, ("time_raw", "start", "end")),
        "lead": (action.lead_and_partners, ("lead_and_partners", "lead", "partners")),
        "budget": (_money(action), ("budget_raw", "budget_vnd")),
        "evidence": (action.evidence, ("evidence",)),
        "note": (action.note, ("note",)),
    }
    return {
        name: {
            "text": text or "",
            "doubt": next((d for field in fields if (d := reading.doubts.get(f"actions[{index}].{field}"))), ""),
        }
        for name, (text, fields) in cells.items()
    }


def _name(action: Action, plan: Plan) -> str:
    if action.criterion and action.criterion_title:
        return f"{action.criterion}. {action.criterion_title}"
    if action.criterion:
        return f"Tiêu chí {action.criterion}"
    return action.heading or action.criterion_title or ""


def _money(action: Action) -> str | None:
    if action.budget_vnd:
        return f"{action.budget_vnd:,} đ".replace(",", ".")
    return action.budget_raw
