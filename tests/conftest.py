"""What all tests share: where the shared cases lie, and no silent skips in CI (``CAITIEN_CI=1``)."""

from __future__ import annotations

import os
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[1]
POSTGRESQL = os.environ.get("CAITIEN_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
IN_CI = os.environ.get("CAITIEN_CI") == "1"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with cases and references; the test is skipped where it is absent."""
    place = (ROOT / os.environ.get("CAITIEN_SHARED", "../shared")).resolve()
    if not (place / "cases").is_dir():
        pytest.skip("no shared cases: CAITIEN_SHARED names no folder with cases/")
    return place


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The address of an empty database of PostgreSQL, gone afterwards; the test is skipped where no server answers."""
    psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL: psycopg is not installed")
    try:
        connection = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL at {POSTGRESQL}: the database was tested on SQLite only")
    name = f"caitien_{uuid.uuid4().hex[:12]}"
    connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
    yield urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()
    connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    connection.close()


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
