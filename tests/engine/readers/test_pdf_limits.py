"""Bad PDFs: one clear sentence, never a traceback or a hang."""

from __future__ import annotations

import sys
import tracemalloc
from contextlib import suppress
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.engine.document.readers import pdf, pdf_open
from caitien.engine.document.readers.pdf import read_pdf
from caitien.engine.document.tree import paragraphs
from caitien.engine.errors import MissingProgram, Unreadable, UserError
from tests.engine.readers.pdf_files import drawn, packed, printed, stream, texts

TEXT = b"BT /F1 12 Tf 1 0 0 1 100 700 Tm (Ke hoach) Tj ET"
PLAN = printed("= Kế hoạch\n\nNội dung.\n\n#table(columns: 3, [TT], [Việc], [Kinh phí], [1], [Sửa mái], [Không])")


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(3000), b"khong phai pdf", PLAN[:300]])
def test_broken(data: bytes) -> None:
    assert refusal(data) == pdf_open.BROKEN


def test_no_pages() -> None:
    pages = packed([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"])
    assert refusal(pages) in (pdf_open.EMPTY, pdf_open.BROKEN)


def test_locked() -> None:
    """Encrypted with a password that is not the empty one."""
    key = b"<" + b"ab" * 32 + b">"
    lock = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O " + key + b"/U " + key + b">>"
    data = packed(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", lock],
        b"/Encrypt 3 0 R/ID[<%s><%s>]" % (b"00" * 16, b"00" * 16),
    )
    assert refusal(data) == pdf_open.LOCKED


def test_too_many_pages() -> None:
    assert read_pdf(drawn(TEXT, pages=200)).pages == 200
    assert refusal(drawn(TEXT, pages=500)) == (
        "Tệp PDF dài 500 trang, mức nhận là 200 trang. Thầy cô tách riêng phần kế hoạch rồi gửi lại."
    )


def test_a_content_that_unpacks_without_end() -> None:
    tracemalloc.start()
    try:
        assert refusal(drawn(bytes(120 * pdf_open.STEP) * 16)) == pdf_open.TOO_LARGE
    finally:
        tracemalloc.stop()


def test_pictures_may_be_large() -> None:
    picture = stream(bytes(3), b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB")
    assert texts(read_pdf(drawn(TEXT + b" q 50 0 0 50 300 300 cm /X1 Do Q", more=[picture]))) == ["Ke hoach"]


def test_letters_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LETTERS", 50_000)
    content = b"BT /F1 1 Tf 1 0 0 1 10 800 Tm (" + b"a" * 20_000 + b") Tj ET"
    assert read_pdf(drawn(content, pages=2)).pages == 2
    assert refusal(drawn(content, pages=3)) == pdf.TOO_MUCH


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 1e39 Tf 1e38 0 0 1e38 1e38 1e38 Tm (abc) Tj ET 1e38 1e38 m 1e39 1e38 l S ",
        b"".join(b"%d 0 m %d 800 l S 0 %d m 590 %d l S\n" % (i, i, i, i) for i in range(0, 590, 4)),
        b"".join(b"%d %d m %d %d l S\n" % (i % 500, i // 500, i % 500 + 9, i // 500) for i in range(30_000)),
        b"BT /F1 2 Tf 1 0 0 1 10 700 Tm " + b"(ab ) Tj 3 0 Td " * 9_000 + b" ET ",
        b"q " * 5_000,
    ],
)
def test_strange_contents(content: bytes) -> None:
    words = " ".join(paragraph.text for paragraph in paragraphs(read_pdf(drawn(content + TEXT)).blocks)).split()
    assert {"Ke", "hoach"} <= set(words)


def test_no_text_is_a_scan_or_nothing() -> None:
    with pytest.raises((Unreadable, MissingProgram)) as caught:
        read_pdf(drawn(b"100 100 m 200 200 l S"))
    assert "bản quét" in str(caught.value).lower()


def test_ten_at_once() -> None:
    """pdfium serves one thread at a time; all get their document."""
    found: list[int | None] = []
    threads = [Thread(target=lambda: found.append(read_pdf(PLAN).pages)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [1] * 10


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=30))
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    data = bytearray(PLAN)
    for place, value in changes:
        data[place % len(data)] = value
    with pytest.MonkeyPatch.context() as patch, suppress(UserError):
        patch.setitem(sys.modules, "tesserocr", None)
        read_pdf(bytes(data))


OPERATORS = st.sampled_from(
    b"BT|ET|q|Q|(a b) Tj|[(a) -900 (b)] TJ|1 0 0 1 90 90 Tm|0 1 -1 0 90 90 Tm|0 Tf|10 10 100 20 re|W n|f|S|5 5 m|80 5 l|"
    b"h|/X1 Do|/F1 12 Tf|3 Tr|1e9 0 Td|0 0 0 0 0 0 cm|2 0 0 2 0 0 cm|0 -14 Td|/Nothing gs|/P <</A 1>> BDC|EMC".split(
        b"|"
    )
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(OPERATORS, max_size=60))
def test_any_operators(operators: list[bytes]) -> None:
    """A form that shows itself and every order of operators."""
    form = stream(b"/X1 Do BT /F1 9 Tf 5 5 Td (form) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]")
    document = read_pdf(drawn(TEXT + b"\n" + b"\n".join(operators), more=[form]))
    assert document.pages == 1
