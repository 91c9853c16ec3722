"""Starting: ``caitien --help``, the migrations of an empty database, and the first ``make demo`` of a fresh copy."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from cases import ROOT
from timing import medians, tell

BIN = Path(sys.executable).parent
HELP, MIGRATIONS, FIRST_DEMO, SECOND_DEMO = 0.3, 15, 90, 10


def main() -> int:
    """1 when a limit is broken."""
    (help_time,) = medians(lambda: subprocess.run([BIN / "caitien", "--help"], stdout=subprocess.DEVNULL, check=True))
    kept = [tell("caitien --help", help_time, "s", HELP), tell("tạo cơ sở dữ liệu mới", migrations(), "s", MIGRATIONS)]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "caitien"
        subprocess.run(["git", "clone", "-q", ROOT, copy], check=True)
        kept.append(tell("make demo lần đầu, tới khi trang trả lời", demo(copy), "s", FIRST_DEMO))
        kept.append(tell("make demo lần sau", demo(copy), "s", SECOND_DEMO))
    return not all(kept)


def migrations() -> float:
    """Seconds to make an empty SQLite database ready."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        command = [sys.executable, "-m", "caitien.manage", "migrate", "--verbosity", "0"]
        subprocess.run(command, env={**os.environ, "CAITIEN_VAR": folder}, check=True)
        return time.perf_counter() - start


def demo(copy: Path) -> float:
    """Seconds from ``make demo`` to the first page; then everything is stopped."""
    start = time.perf_counter()
    with subprocess.Popen(
        ["make", "demo"], cwd=copy, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if "http://" in line:
                    address = next(word for word in line.split() if word.startswith("http://"))
                    urllib.request.urlopen(address, timeout=30).read()
                    return time.perf_counter() - start
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=60)
    sys.exit("make demo kết thúc mà chưa in địa chỉ")


if __name__ == "__main__":
    sys.exit(main())
