"""Two hundred plans at once: two processes beside one, and the memory that it takes.

What the machine itself gives two processes at this moment is measured beside it: a busy machine gives nobody more.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from cases import made
from timing import medians, tell

PLANS, ROUNDS = 200, 5
FASTER, MEGABYTES = 1.7, 300
CAITIEN = Path(sys.executable).parent / "caitien"
COUNT = "for number in range(20_000_000): pass"


def main() -> int:
    """The gain and the largest process; 1 when a limit is broken."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(PLANS):
            path = Path(folder) / f"{number}.docx"
            path.write_bytes(made(number, "docx"))
            paths.append(str(path))
        one, two = medians(lambda: run(paths, 1), lambda: run(paths, 2), rounds=ROUNDS)
    alone, beside = medians(lambda: count(1), lambda: count(2), rounds=ROUNDS)
    print(f"{PLANS} kế hoạch: một tiến trình {one:.2f} s, hai tiến trình {two:.2f} s, máy có {os.cpu_count()} nhân")
    print(f"máy lúc này cho hai tiến trình đếm số: {2 * alone / beside:.2f} ×")
    kept = tell("hai tiến trình nhanh hơn một", one / two, "×", FASTER, at_least=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return not (tell("bộ nhớ của tiến trình lớn nhất", peak, "MB", MEGABYTES) and kept)


def count(processes: int) -> None:
    """So many processes that only count, at once."""
    started = [subprocess.Popen([sys.executable, "-c", COUNT]) for _ in range(processes)]
    for process in started:
        process.wait()


def run(paths: list[str], jobs: int) -> None:
    """Check all files by the command line."""
    command = [CAITIEN, "check", *paths, "--format", "json", "-o", os.devnull, "--jobs", str(jobs)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())


if __name__ == "__main__":
    sys.exit(main())
