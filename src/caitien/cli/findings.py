"""Findings as plain data: what ``check --format json`` prints, one object each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from caitien.engine.checker.finding import Finding
from caitien.engine.checker.messages import render
from caitien.engine.checker.run import build_case, text_hash
from caitien.engine.document.locations import Location, locations, words
from caitien.engine.plan.model import Reading


def to_json(findings: Iterable[Finding], reading: Reading | None = None) -> list[dict[str, Any]]:
    """For each finding its kind and place as the catalogue of kinds names them, its words, and its safe fix.

    With the reading also ``at``, where on the paper the field stands, and ``hash``, by which a finding can be set aside.
    """
    if reading is None:
        return [_object(finding) for finding in findings]
    located, case = locations(reading.document), build_case(reading)
    return [
        _object(finding) | {"at": _at(finding, reading, located), "hash": text_hash(finding, case)}
        for finding in findings
    ]


def _at(finding: Finding, reading: Reading, located: dict[str, Location]) -> str:
    place = reading.places.get(finding.field)
    return words(located.get(place.path, Location(place.page))) if place else ""


def _object(finding: Finding) -> dict[str, Any]:
    said = render(finding)
    return {
        "kind": finding.kind,
        "code": said.code,
        "where": finding.where,
        "quote": finding.quote,
        "why": said.why,
        "severity": finding.severity,
        "article": said.article,
        "title": said.title,
        "place": said.where,
        "field": finding.field,
        "start": finding.start,
        "external": finding.external,
        "verified": finding.verified,
        "example": {"wrong": said.wrong, "right": said.right},
        "fix": [{"field": edit.field, "start": edit.start, "old": edit.old, "new": edit.new} for edit in finding.fix],
    }
