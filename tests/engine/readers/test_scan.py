"""Scans: pages that are pictures, made here by printing, turning and spoiling a page."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFilter

from caitien.engine.document.readers import scan
from caitien.engine.document.readers.pdf import read_pdf
from caitien.engine.document.readers.pdf_open import PDFIUM
from caitien.engine.document.readers.scan_image import cleaned, dark_dots, find_runs, skew_of
from caitien.engine.document.readers.scan_vocabulary import with_marks
from caitien.engine.document.readers.scan_words import Seen, _is_noise, _pointed
from caitien.engine.document.tree import Document, Table, paragraphs
from caitien.engine.errors import MissingProgram, Unreadable
from tests.engine.readers.pdf_files import printed, rows_of, tables, texts

PLAN = """
#align(center)[*KẾ HOẠCH* \\ *Cải tiến chất lượng giáo dục năm học 2026-2027*]

I. MỤC ĐÍCH, YÊU CẦU

Nhà trường rà soát sách trong thư viện, lập danh mục sách cần bổ sung và phân công nhân viên thư viện giới thiệu sách
mới vào giờ chào cờ hằng tuần; mỗi tổ chuyên môn chọn một tiết đọc sách tại lớp trong tháng.

#table(columns: (10mm, 30mm, 1fr, 30mm),
  [*TT*], [*Tiêu chí*], [*Công việc cần thực hiện*], [*Thời gian*],
  table.cell(colspan: 4)[*Tiêu chuẩn 3: Cơ sở vật chất*],
  [1], [Tiêu chí 3.2], [Thay bóng đèn của 5 phòng học, sơn lại tường ngoài], [Tháng 9/2026],
  [2], [Tiêu chí 3.4], [Mua thêm 20 đầu sách cho tủ sách lớp học], [Từ 10/2026 đến 5/2027])
"""

reads_pictures = pytest.mark.skipif(
    importlib.util.find_spec("tesserocr") is None or not (scan.DATA / "vie.traineddata").is_file(),
    reason="reading scans needs tesserocr and vie.traineddata (make ocr)",
)


def photographed(data: bytes, *, turn: float = 0.0, dots: int = 200, specks: int = 0) -> Image.Image:
    """The first page as a grey picture, turned by degrees and with dark specks."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        picture = document[0].render(scale=dots / 72).to_pil().convert("L")
        document.close()
    picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    rng = Random(1)
    for _ in range(specks):
        picture.putpixel((rng.randrange(picture.width), rng.randrange(picture.height)), 60)
    return picture


def bound(*pictures: Image.Image, dots: int = 200) -> bytes:
    """A PDF whose pages are these pictures."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=dots, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def words(document: Document) -> Counter[str]:
    return Counter(" ".join(paragraph.full_text for paragraph in paragraphs(document.blocks)).split())


@reads_pictures
@pytest.mark.parametrize(("turn", "dots", "specks"), [(0.0, 200, 0), (0.7, 150, 900), (-1.2, 300, 0)])
def test_a_scan_gives_the_tree_of_the_page(turn: float, dots: int, specks: int) -> None:
    data = printed(PLAN)
    expected = read_pdf(data)
    document = read_pdf(bound(photographed(data, turn=turn, dots=dots, specks=specks), dots=dots))
    assert (document.source_format, document.pages) == ("scan", 1)
    assert document.losses[0] == scan.RECOGNISED
    found, wanted = words(document), words(expected)
    assert (found & wanted).total() >= 0.9 * wanted.total()
    (table,), (original,) = tables(document), tables(expected)
    assert [len(row.cells) for row in table.rows] == [len(row.cells) for row in original.rows]
    assert [row[:2] for row in rows_of(table)[2:]] == [["1", "Tiêu chí 3.2"], ["2", "Tiêu chí 3.4"]]
    assert len(texts(document)) == len(texts(expected))


@reads_pictures
def test_a_page_that_lies_on_its_side() -> None:
    picture = photographed(printed(PLAN)).transpose(Image.Transpose.ROTATE_90)
    document = scan.read_scan(bound(picture))
    assert "KẾ HOẠCH" in texts(document)[0]


def joined(first: bytes, second: bytes) -> bytes:
    """The pages of both files in one."""
    out = io.BytesIO()
    with PDFIUM, pypdfium2.PdfDocument(first) as whole, pypdfium2.PdfDocument(second) as other:
        whole.import_pages(other)
        whole.save(out)
    return out.getvalue()


@reads_pictures
def test_a_picture_among_pages_of_text() -> None:
    document = read_pdf(joined(printed("Trang có chữ."), bound(photographed(printed("Trang là ảnh quét.")))))
    assert document.source_format == "pdf"
    assert texts(document) == ["Trang có chữ.", "Trang là ảnh quét."]
    assert document.losses[0] == scan.RECOGNISED


@reads_pictures
def test_nothing_to_read() -> None:
    with pytest.raises(Unreadable, match="không có chữ nào đọc được"):
        scan.read_scan(bound(Image.new("L", (1654, 2339), 255)))


@reads_pictures
def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "PAGES", 1)
    blank = Image.new("L", (200, 300), 255)
    with pytest.raises(Unreadable, match="Bản quét dài 2 trang"):
        scan.read_scan(bound(blank, blank))


def test_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(MissingProgram, match="tesserocr"):
        read_pdf(bound(Image.new("L", (200, 300), 255)))


def test_without_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = bound(Image.new("L", (200, 300), 255))
    monkeypatch.setitem(sys.modules, "caitien.engine.document.readers.scan", None)
    with pytest.raises(MissingProgram, match="bản quét"):
        read_pdf(picture)


@reads_pictures
def test_the_data_are_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    picture = bound(photographed(printed("Trang là ảnh quét.")))
    with pytest.raises(MissingProgram, match=r"vie\.traineddata"):
        scan.read_scan(picture, tmp_path)
    monkeypatch.setenv("TESSDATA_PREFIX", str(scan.DATA))
    monkeypatch.setattr(scan, "DATA", tmp_path)
    assert texts(scan.read_scan(picture)) == ["Trang là ảnh quét."]
    monkeypatch.delenv("TESSDATA_PREFIX")
    with pytest.raises(MissingProgram):
        scan.read_scan(picture)


def test_a_page_of_text_beside_a_picture_is_read_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    document = read_pdf(joined(printed("Trang có chữ."), bound(Image.new("L", (200, 300), 200))))
    assert texts(document) == ["Trang có chữ."]
    assert document.losses == ("Trang 2 là ảnh quét, chữ trong ảnh chưa được đọc.",)


@pytest.mark.parametrize("turn", [0.0, 0.5, -1.3, 3.2])
def test_skew(turn: float) -> None:
    assert skew_of(photographed(printed(PLAN), turn=turn)) == pytest.approx(-turn, abs=0.15)


def test_runs_are_rules_and_not_letters() -> None:
    picture = Image.new("L", (400, 300), 255)
    pen = ImageDraw.Draw(picture)
    pen.line((50, 100, 350, 102), fill=0, width=2)
    pen.line((200, 50, 200, 250), fill=120, width=1)
    pen.rectangle((20, 20, 30, 40), fill=0)
    level = find_runs(picture, 66)
    assert {start for _, start, _ in level} <= set(range(48, 60)) | set(range(100, 300))
    assert min(start for _, start, _ in level) <= 51
    assert max(end for _, _, end in level) >= 349
    upright = find_runs(picture, 46, upright=True)
    assert {at for at, _, _ in upright} <= {199, 200, 201}
    assert find_runs(Image.new("L", (100, 100), 255), 20) == []


def test_specks_go_and_dots_of_letters_stay() -> None:
    picture = photographed(printed("#set text(size: 14pt)\n1. Tiêu chí 3.2: i i i"), specks=6000)
    dark = dark_dots(cleaned(picture)).histogram()[255]
    clean = dark_dots(cleaned(photographed(printed("#set text(size: 14pt)\n1. Tiêu chí 3.2: i i i")))).histogram()[255]
    assert dark == pytest.approx(clean, rel=0.06)


@pytest.mark.parametrize(
    ("shown", "recognised", "expected"), [("3.2", "32", "3.2"), ("32", "32", "32"), ("2026", "202", "202")]
)
def test_the_point_between_digits_is_seen(shown: str, recognised: str, expected: str) -> None:
    picture = photographed(printed(f"#set text(size: 12pt)\n#set par(first-line-indent: 0pt)\n{shown}"))
    box = dark_dots(picture).getbbox()
    assert box is not None
    word = Seen(recognised, box, float(box[3]), 12.0, 90.0, 0)
    assert _pointed(word, picture.filter(ImageFilter.GaussianBlur(0.4))).text == expected


@pytest.mark.parametrize(
    ("recognised", "expected"),
    [
        ("Tiêu chuấn 3: Tố chức", "Tiêu chuẩn 3: Tổ chức"),
        ("NỘI DỤNG KẾ HOACH", "NỘI DUNG KẾ HOẠCH"),
        ("đối mới, đối; mới", "đổi mới, đối; mới"),
        ("giáo viên và nhân viên.", "giáo viên và nhân viên."),
        ("(Kể hoạch)", "(Kế hoạch)"),
    ],
)
def test_marks_of_usual_words_are_set_right(recognised: str, expected: str) -> None:
    words = [Seen(word, (0, 0, 1, 1), 0.0, 12.0, 90.0, 0) for word in recognised.split()]
    assert " ".join(word.text for word in with_marks(words)) == expected


@pytest.mark.parametrize(
    ("text", "confidence", "noise"),
    [
        ("|", 90, True),
        ("'", 50, True),
        ("-", 50, False),
        ("-", 20, True),
        ("ễ", 10, True),
        ("3", 10, False),
        ("Có", 60, False),
    ],
)
def test_noise(text: str, confidence: float, noise: bool) -> None:
    assert _is_noise(text, confidence) is noise


def test_hidden_text_behind_a_picture_is_used_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """As scanners with recognition of their own write it."""
    from tests.engine.readers.pdf_files import drawn, stream

    monkeypatch.setitem(sys.modules, "tesserocr", None)
    picture = stream(bytes(3), b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB")
    content = b"q 595 0 0 842 0 0 cm /X1 Do Q BT 3 Tr /F1 12 Tf 1 0 0 1 100 700 Tm (Ke hoach) Tj ET"
    document = read_pdf(drawn(content, more=[picture]))
    assert (texts(document), document.source_format) == (["Ke hoach"], "scan")
    assert not any(isinstance(block, Table) for block in document.blocks)
