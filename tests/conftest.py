"""What all tests share: where the shared cases lie, and no silent skips in CI (``CAITIEN_CI=1``)."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
IN_CI = os.environ.get("CAITIEN_CI") == "1"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with cases and references; the test is skipped where it is absent."""
    place = (ROOT / os.environ.get("CAITIEN_SHARED", "../shared")).resolve()
    if not (place / "cases").is_dir():
        pytest.skip("no shared cases: CAITIEN_SHARED names no folder with cases/")
    return place


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if IN_CI and report.skipped:
        _fail(report)
    return report


def _fail(report: Any) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"CI runs everything, this was skipped: {reason}"
