from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from caitien.cli import main
from caitien.engine import write
from caitien.engine.plan.model import Plan
from tests.make.plans import make_plan


class Done(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def caitien(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Done]:
    """Runs the command line as the program does, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CAITIEN_VAR", raising=False)

    def run(*arguments: str | Path) -> Done:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = capsys.readouterr()
        return Done(status, captured.out, captured.err)

    return run


@pytest.fixture
def faulty() -> Plan:
    """A plan with one fault that the program may mend by itself and one that it may not."""
    plan = make_plan(1)
    plan.actions[0].tasks[0] += " Giáo viên giáo viên cùng dự ."
    plan.actions[1].lead_and_partners = plan.actions[1].lead = plan.actions[1].partners = ""
    return plan


@pytest.fixture
def plan_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a plan to a file of the format that its name tells."""

    def save(plan: Plan, name: str = "ke-hoach.docx") -> Path:
        path = tmp_path / name
        path.write_bytes(write(plan, path.suffix.removeprefix(".")))
        return path

    return save
