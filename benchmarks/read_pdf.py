"""Reading a PDF plan beside pdfplumber's text and tables of the same pages."""

from __future__ import annotations

import io
import resource
import statistics
import sys

import pdfplumber
from cases import files
from timing import medians, tell

from caitien.engine import read
from caitien.engine.document.readers.pdf import read_pdf

LIMIT, MEMORY = 1.2, 300


def plumbed(data: bytes) -> None:
    """What pdfplumber gives of every page: its text and its tables."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


def main() -> int:
    """Ratios for each file; 1 when the middle one or the memory is over its limit."""
    samples = files("plan.pdf")
    for _, data in samples:
        read(data, "plan.pdf")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    trees, plans = [], []
    for name, data in samples:
        tree, plan, theirs = medians(
            lambda data=data: read_pdf(data),
            lambda data=data: read(data, "plan.pdf"),
            lambda data=data: plumbed(data),
        )
        trees.append(tree / theirs)
        plans.append(plan / theirs)
        print(f"{name}: cây {tree * 1000:.1f} ms, kế hoạch {plan * 1000:.1f} ms, pdfplumber {theirs * 1000:.1f} ms")
    kept = tell("đọc pdf thành kế hoạch / pdfplumber", statistics.median(plans), "×", LIMIT)
    kept &= tell("đọc pdf thành cây / pdfplumber", statistics.median(trees), "×", LIMIT)
    return not (tell("bộ nhớ khi đọc pdf", memory, "MB", MEMORY) and kept)


if __name__ == "__main__":
    sys.exit(main())
