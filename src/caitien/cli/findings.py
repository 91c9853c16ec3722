"""Findings as plain data: what ``check --format json`` prints, one object each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from caitien.engine.checker.finding import Finding
from caitien.engine.checker.messages import render


def to_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """For each finding its kind and place as the catalogue of kinds names them, its words, and its safe fix."""
    return [_object(finding) for finding in findings]


def _object(finding: Finding) -> dict[str, Any]:
    words = render(finding)
    return {
        "kind": finding.kind,
        "code": words.code,
        "where": finding.where,
        "quote": finding.quote,
        "why": words.why,
        "severity": finding.severity,
        "article": words.article,
        "title": words.title,
        "place": words.where,
        "field": finding.field,
        "start": finding.start,
        "external": finding.external,
        "verified": finding.verified,
        "example": {"wrong": words.wrong, "right": words.right},
        "fix": [{"field": edit.field, "start": edit.start, "old": edit.old, "new": edit.new} for edit in finding.fix],
    }
