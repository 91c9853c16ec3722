"""The one command: it prepares, serves, works and stops cleanly; and the same on PostgreSQL."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from tests.apps.makers import plan_docx

MOST_SECONDS = 60
Start = Callable[..., "Running"]


class Running:
    """A started program."""

    def __init__(self, process: subprocess.Popen[str], address: str, seconds: float) -> None:
        self.process, self.address, self.seconds = process, address, seconds
        self.browser: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        return str(self.browser.open(self.address + path, timeout=MOST_SECONDS).read().decode())

    def send(self, data: bytes, name: str) -> str:
        """Upload a file as a browser does; the address of its check."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get("/"))
        assert token
        line = uuid.uuid4().hex
        fields = {'name="csrfmiddlewaretoken"': token[1].encode(), f'name="tep"; filename="{name}"': data}
        parts = [
            f"--{line}\r\nContent-Disposition: form-data; {about}\r\n\r\n".encode() + value + b"\r\n"
            for about, value in fields.items()
        ]
        body = b"".join(parts) + f"--{line}--\r\n".encode()
        request = Request(f"{self.address}/", body, {"Content-Type": f"multipart/form-data; boundary={line}"})
        return str(self.browser.open(request, timeout=MOST_SECONDS).geturl()).removeprefix(self.address)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=MOST_SECONDS)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with a data folder of its own on a free port."""
    started: list[Running] = []

    def begin(**environment: str) -> Running:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-m", "caitien.cli", "serve", "--port", str(port)]
        settings = {**os.environ, "CAITIEN_VAR": str(tmp_path / "var"), **environment}
        begun = time.monotonic()
        process = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True, start_new_session=True)
        assert process.stdout
        line = process.stdout.readline()
        address = re.search(r"http://\S+", line)
        assert address, line
        started.append(Running(process, address[0], time.monotonic() - begun))
        return started[-1]

    yield begin
    for running in started:
        if running.process.poll() is None:
            os.killpg(running.process.pid, signal.SIGKILL)


def until(true: Callable[[], bool]) -> None:
    """Ask again and again until it is so."""
    end = time.monotonic() + MOST_SECONDS
    while not true():
        assert time.monotonic() < end, "it did not happen in time"


def check_a_plan(running: Running) -> None:
    address = running.send(plan_docx(), "ke-hoach.docx")
    until(lambda: 'id="danh-sach"' in running.get(address))
    assert "Căn cứ đã hết hiệu lực" in running.get(address)


def children(process: int) -> set[int]:
    tasks = Path(f"/proc/{process}/task")
    return {int(child) for task in tasks.glob("*/children") for child in task.read_text().split()}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc: processes cannot be followed here")
def test_it_serves_works_and_leaves_nothing_behind(start: Start) -> None:
    running = start()
    check_a_plan(running)
    workers = children(running.process.pid)
    assert len(workers) >= 2
    assert running.stop() == 0
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in workers))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc: processes cannot be followed here")
def test_a_worker_that_dies_is_replaced(start: Start) -> None:
    running = start()
    until(lambda: bool(worker_of(running)))
    os.kill(worker_of(running)[0], signal.SIGKILL)
    check_a_plan(running)


def worker_of(running: Running) -> list[int]:
    lines = {one: Path(f"/proc/{one}/cmdline") for one in children(running.process.pid)}
    return [one for one, line in lines.items() if line.exists() and b"caitien.manage\0worker" in line.read_bytes()]


def test_the_second_start_finds_everything_prepared(start: Start, tmp_path: Path) -> None:
    start().stop()
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / "var/static").rglob("*.css")}
    second = start()
    assert made
    assert {path: path.stat().st_mtime_ns for path in made} == made
    assert second.seconds < 30


def test_a_port_in_use_is_told_in_one_sentence(start: Start, tmp_path: Path) -> None:
    running = start()
    port = running.address.rpartition(":")[2]
    again = [sys.executable, "-m", "caitien.cli", "serve", "--port", port]
    settings = {**os.environ, "CAITIEN_VAR": str(tmp_path / "var")}
    told = subprocess.run(again, env=settings, capture_output=True, text=True, timeout=MOST_SECONDS)
    assert told.returncode == 2
    assert f"Cổng {port}" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_same_on_postgresql(postgresql: str, start: Start) -> None:
    running = start(CAITIEN_DATABASE=postgresql)
    check_a_plan(running)
    assert running.stop() == 0
