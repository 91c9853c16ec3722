"""Checking a plan that has been read: all rules over each case, the largest counts."""

from __future__ import annotations

import sys

from cases import files
from timing import medians, tell

from caitien.engine import check, read

LIMIT_MS = 20


def main() -> int:
    """Milliseconds for each file; 1 when the slowest is over the limit."""
    slowest = 0.0
    for name, data in files("plan.docx"):
        reading = read(data, "plan.docx")
        (taken,) = medians(lambda reading=reading: check(reading), rounds=15)
        print(f"{name}: {taken * 1000:.1f} ms, {len(reading.plan.actions)} hoạt động")
        slowest = max(slowest, taken)
    return not tell("kiểm tra ca chậm nhất", slowest * 1000, "ms", LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
