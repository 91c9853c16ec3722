"""The tests that use a database run on SQLite like all others, and here once more on PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ADDRESS = os.environ.get("CAITIEN_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
FOLDERS = ("tests/apps", "tests/journeys")
PATIENCE = 900


@pytest.fixture
def postgresql() -> str:
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        psycopg.connect(ADDRESS, connect_timeout=3).close()
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL at {ADDRESS}: the tests of the database ran on SQLite only")
    return ADDRESS


def test_everything_with_a_database_works_on_postgresql(postgresql: str, tmp_path: Path) -> None:
    environment = {**os.environ, "CAITIEN_DATABASE": postgresql, "CAITIEN_VAR": str(tmp_path)}
    for name in [name for name in environment if name.startswith(("PYTEST_", "COV_"))]:
        del environment[name]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *FOLDERS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr[-5000:]
