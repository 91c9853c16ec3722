"""Whatever the bytes are: a tree, or one sentence."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.engine.document.json_form import from_json, to_json
from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Table, grid, walk
from caitien.engine.document.writers import write_document
from caitien.engine.errors import UserError
from tests.engine.readers.office_files import package
from tests.engine.readers.test_read_back import DOCUMENT

FILES = {form: write_document(DOCUMENT, form) for form in ("docx", "xlsx", "txt")}
PIECES = st.sampled_from(
    [
        "\t",
        "\n",
        "\n\n",
        " \n",
        "|",
        "+--+--+",
        "1. ",
        "- ",
        "II. ",
        "\f",
        '"',
        "Kế hoạch ",
        "năm học 2026-",
        "x" * 90,
        "tiêu chí 1.2:",
    ]
)
VALUES = st.sampled_from(
    [b"", b"-1", b"0", b"99999999999", b"abc", b"1.5", b"A1:ZZZ999", b"continue", b"restart", b"1"]
)
usual = settings(max_examples=150, deadline=None, derandomize=True)


def check(data: bytes) -> None:
    """The file is read to a sound tree or refused."""
    with suppress(UserError):
        document = read_document(data)
        assert from_json(to_json(document)) == document
        for _, block in walk(document.blocks):
            if isinstance(block, Table):
                assert len({len(line) for line in grid(block)}) <= 1


@usual
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
)
def test_bytes(data: bytes, start: bytes) -> None:
    check(start + data)


@usual
@given(st.lists(PIECES, max_size=60))
def test_texts(pieces: list[str]) -> None:
    check("".join(pieces).encode())


@usual
@given(st.sampled_from(["docx", "xlsx"]), st.integers(0, 10**6), st.integers(0, 255))
def test_office_files_with_a_changed_byte(form: str, place: int, value: int) -> None:
    data = bytearray(FILES[form])
    data[place % len(data)] = value
    check(bytes(data))


@usual
@given(st.sampled_from(["docx", "xlsx"]), st.lists(st.tuples(st.integers(0, 10**6), VALUES), min_size=1, max_size=6))
def test_office_files_with_changed_attributes(form: str, changes: list[tuple[int, bytes]]) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[form])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if name.endswith(("document.xml", "numbering.xml", "styles.xml", "sheet1.xml"))]
    for place, value in changes:
        name = names[place % len(names)]
        quoted = parts[name].split(b'"')
        quoted[place % (len(quoted) // 2) * 2 + 1] = value
        parts[name] = b'"'.join(quoted)
    check(package({**parts}))
