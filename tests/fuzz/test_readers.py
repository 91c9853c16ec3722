"""Whatever the bytes: a reading, or one sentence for the user. ``make fuzz`` runs 20,000 cases, ``make test`` a few."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caitien.cli.findings import to_json
from caitien.engine import check, read, write
from caitien.engine.document.readers import read_document
from caitien.engine.errors import UserError
from caitien.engine.plan_reader import read_plan
from caitien.engine.plan_reader.recognise import seems_to_be
from tests.fuzz import mutations

CASES = int(os.environ.get("CAITIEN_FUZZ_CASES", "200"))
PATIENCE = 20
"""Seconds after which a reader counts as hanging."""

KINDS = {
    "docx, bytes": (mutations.spoilt_bytes("docx"), 0.1),
    "docx, elements": (mutations.spoilt_package("docx"), 0.25),
    "xlsx, bytes": (mutations.spoilt_bytes("xlsx"), 0.05),
    "xlsx, elements": (mutations.spoilt_package("xlsx"), 0.15),
    "pdf, bytes": (mutations.spoilt_bytes("pdf"), 0.05),
    "pdf, pages": (mutations.odd_pdf(), 0.1),
    "txt": (mutations.odd_text(), 0.15),
    "json": (mutations.odd_json(), 0.1),
    "anything": (st.binary(max_size=300), 0.05),
}
"""Kind → its files and its share of the cases."""


@pytest.fixture(autouse=True)
def _no_recognition(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Odd pages have no text and would all be recognised letter by letter, which takes seconds each."""
    monkeypatch.setattr("caitien.engine.document.readers.scan.DATA", tmp_path)
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_reading_or_one_sentence(kind: str) -> None:
    files, share = KINDS[kind]

    @settings(
        max_examples=max(int(CASES * share), 5),
        deadline=None,
        derandomize=CASES < 1000,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    @given(files)
    def run(data: bytes) -> None:
        with _limit():
            examine(data, kind)

    run()


def examine(data: bytes, kind: str) -> None:
    """Read as the program does, and go on with what was read, be it a plan or not."""
    try:
        reading = read(data, "plan.json") if kind == "json" else read_plan(read_document(data))
        seems_to_be(reading)
        to_json(check(reading).findings, reading)
        write(reading, "txt")
    except UserError as error:
        said = str(error)
    else:
        return
    assert len(said) > 10
    assert "\n" not in said


@contextmanager
def _limit() -> Iterator[None]:
    def stop(signum: int, frame: object) -> None:
        raise TimeoutError(f"no answer within {PATIENCE} s")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
