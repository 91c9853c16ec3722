"""``make bench``: every benchmark in a process of its own, one after the other; ARGS=name runs those named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOT_MEASURES = {"run", "score", "timing", "cases"}


def main(names: list[str]) -> int:
    """Run all or those named; 1 when a budget was broken."""
    found = [path for path in sorted(HERE.glob("*.py")) if path.stem not in NOT_MEASURES]
    broken = []
    for path in [path for path in found if not names or path.stem in names]:
        print(f"\n== {path.stem}", flush=True)
        if subprocess.run([sys.executable, path], check=False).returncode:
            broken.append(path.stem)
    print(f"\nVượt hạn mức hoặc hỏng: {', '.join(broken)}" if broken else "\nTất cả trong hạn mức.")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
