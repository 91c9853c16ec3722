"""The tests that use a database run on SQLite like all others, and here once more on PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PATIENCE = 900


def test_the_tests_of_the_apps_pass_on_postgresql(postgresql: str, tmp_path: Path) -> None:
    environment = {**os.environ, "CAITIEN_DATABASE": postgresql, "CAITIEN_VAR": str(tmp_path)}
    for name in [name for name in environment if name.startswith(("PYTEST_", "COV_"))]:
        del environment[name]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "tests/apps"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr[-5000:]
