"""Files to measure with: the shared cases where they are, else plans made by the generator."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SHARED = ROOT / os.environ.get("CAITIEN_SHARED", "../shared")


def files(name: str) -> list[tuple[str, bytes]]:
    """The file of this name of every case, ``plan.docx`` or ``plan.pdf``."""
    found = [(path.parent.name, path.read_bytes()) for path in sorted((SHARED / "cases").glob(f"*/{name}"))]
    return found or [(f"plan {i}", made(i, Path(name).suffix[1:])) for i in range(4)]


def made(number: int, format: str) -> bytes:
    """A plan of the generator, written in this format."""
    from caitien.engine import write
    from tests.make.plans import make_plan

    types = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level")
    layouts = ("table", "tables", "blocks")
    plan = make_plan(number, school_type=types[number % 5], layout=layouts[number % 3])
    return write(plan, format)
