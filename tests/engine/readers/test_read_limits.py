"""Bad input: one clear sentence in Vietnamese, never a traceback or a hang."""

from __future__ import annotations

import contextlib
import io
import struct
import time
import zipfile

import pytest

from caitien.engine.document.readers import limits, read_document
from caitien.engine.document.readers.kinds import kind_of
from caitien.engine.errors import Unreadable, UserError
from tests.engine.readers.office_files import docx, first, p, package, tbl, tc, texts, tr, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def refusal(data: bytes, name: str = "") -> str:
    with pytest.raises(Unreadable) as caught:
        read_document(data, name)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    return sentence


@pytest.mark.parametrize("data", [b"", b"   \r\n\t ", b"\x00" * 50, b"\xff\xfe", b"\xef\xbb\xbf\n\n"])
def test_empty(data: bytes) -> None:
    assert refusal(data) == "Tệp rỗng, không có chữ nào để đọc. Thầy cô kiểm tra lại và chọn tệp khác."


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xd8\xff\xe0..JFIF",
        b"GIF89a....",
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypheic....",
        b"II*\x00....",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>',
    ],
)
def test_pictures(data: bytes) -> None:
    assert refusal(data).startswith("Đây là ảnh. Ảnh chưa đọc được chữ.")


@pytest.mark.parametrize(
    ("data", "thing"),
    [
        (package({"ppt/presentation.xml": "<a/>"}), "bài trình chiếu PowerPoint"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "bài trình chiếu PowerPoint"),
        (b"Rar!\x1a\x07\x00....", "tệp nén RAR"),
        (b"7z\xbc\xaf\x27\x1c....", "tệp nén 7z"),
        (b"\x1f\x8b\x08....", "tệp nén gzip"),
        (package({"ke-hoach.docx": b"PK"}), "tệp nén"),
        (b"<!DOCTYPE html><html><body>a</body></html>", "trang web"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "trang web"),
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            "văn bản Word dạng XML",
        ),
        (b'<?xml version="1.0"?><data/>', "tệp dữ liệu XML"),
        (b"{\\rtf1\\ansi a}", "văn bản RTF"),
        (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "văn bản OpenDocument"),
        (b"MZ\x90\x00....", "chương trình máy tính"),
        (b"SQLite format 3\x00....", "cơ sở dữ liệu SQLite"),
        (b"\x00\x01\x02\x03" * 100, "tệp không rõ loại"),
        (OLE, "tệp không rõ loại"),
    ],
)
def test_other_kinds_are_named(data: bytes, thing: str) -> None:
    assert refusal(data).startswith(f"Đây là {thing}. ")
    assert refusal(data, "C:\\ke hoach.DOCX").startswith(f"Tệp mang đuôi .docx nhưng thực ra là {thing}. ")


def test_a_wrong_ending_is_no_fault() -> None:
    assert first(read_document(docx(p("chữ")), "ke-hoach.pdf")).text == "chữ"
    assert first(read_document("chữ".encode(), "ke-hoach.docx")).text == "chữ"


def test_locked_files() -> None:
    locked = refusal(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx")
    assert locked == "Tệp đang đặt mật khẩu. Thầy cô mở tệp, bỏ mật khẩu rồi gửi lại."
    marked = bytearray(docx(p("a")))
    for place in (marked.find(b"PK\x01\x02") + 8, marked.find(b"PK\x03\x04") + 6):
        marked[place] |= 1
    assert refusal(bytes(marked)) == locked


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.95])
def test_broken_zip(kept: float) -> None:
    data = docx(p("chữ " * 5000))
    assert refusal(data[: int(len(data) * kept)]).startswith("Tệp bị hỏng")


def test_damaged_content() -> None:
    data = bytearray(docx(p("chữ " * 5000)))
    middle = data.find(b"word/document.xml") + 60
    data[middle : middle + 20] = b"\xff" * 20
    assert refusal(bytes(data)).startswith("Tệp bị hỏng")


@pytest.mark.parametrize("xml", ["", "<w:document", "không phải XML", "<a/>"])
def test_main_part_is_no_document(xml: str) -> None:
    assert refusal(package({"word/document.xml": xml})).startswith("Tệp bị hỏng")
    assert refusal(package({"xl/workbook.xml": xml})).startswith(("Tệp bị hỏng", "Bảng tính không có chữ"))


def test_zip_bomb_by_ratio() -> None:
    bomb = package({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
    assert len(bomb) < 100_000
    assert refusal(bomb).startswith("Tệp nén quá lớn")


def test_zip_bomb_that_lies_about_its_size() -> None:
    honest = package({"word/document.xml": b" " * 30_000_000})
    place = honest.rfind(b"PK\x01\x02") + 24
    assert struct.unpack("<I", honest[place : place + 4]) == (30_000_000,)
    lying = honest[:place] + struct.pack("<I", 1000) + honest[place + 4 :]
    assert refusal(lying).startswith(("Tệp nén quá lớn", "Tệp bị hỏng"))


def test_zip_of_too_many_files() -> None:
    many = package({"word/document.xml": "<a/>"} | {f"word/media/{i}": b"" for i in range(limits.MEMBERS)})
    assert refusal(many).startswith("Tệp nén quá lớn")


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("declaration", [LAUGHS, '<!DOCTYPE x SYSTEM "file:///etc/passwd">', "<!DOCTYPE x>"])
def test_entities_and_dtd(declaration: str) -> None:
    text = "&b;" if declaration == LAUGHS else "a"
    for content in (f"{declaration}<a>{text}</a>".encode(), f"{declaration}<a>{text}</a>".encode("utf-16")):
        for part in ("word/document.xml", "xl/workbook.xml"):
            assert refusal(package({part: content})).startswith("Tệp chứa khai báo lạ (DTD)")


def test_xml_nested_without_end() -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    assert refusal(docx(deep)).startswith("Tệp bị hỏng")


def test_too_many_elements() -> None:
    assert refusal(docx("<w:p/>" * 2_100_000)).startswith("Tệp nén quá lớn")


def test_too_large() -> None:
    assert refusal(b"a" * (limits.FILE_SIZE + 1)).startswith("Tệp nặng 21 MB, mức nhận là 20 MB.")


def test_ten_megabytes_without_a_blank() -> None:
    began = time.perf_counter()
    assert len(first(read_document(b"a" * 10_000_000)).text) == 10_000_000
    assert len(first(read_document(docx(p("a" * 9_000_000)))).text) == 9_000_000
    assert refusal(docx(p("a" * 11_000_000))).startswith("Tệp bị hỏng")
    assert time.perf_counter() - began < 120  # a guard against hanging, no measurement


@pytest.mark.parametrize("line", ["|" * 5000, "\t" * 5000, "-" * 5000 + "x", "a. " * 3000, " \t" * 3000, "1." * 4000])
def test_hostile_lines_take_no_time(line: str) -> None:
    began = time.perf_counter()
    with contextlib.suppress(UserError):
        read_document("\n".join([line] * 30).encode())
    assert time.perf_counter() - began < 120  # a guard against hanging, no measurement


def test_a_sheet_with_far_cells_and_a_merge_of_everything_is_no_hang() -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>chữ</v></c></row><row r="9999999"><c r="XFD9999999"><v>1</v></c></row>'
    began = time.perf_counter()
    document = read_document(xlsx(rows, '<mergeCells><mergeCell ref="A1:XFD9999999"/></mergeCells>' * 100))
    assert texts(document) == ["chữ"]
    assert any("chỉ đọc" in loss for loss in document.losses)
    assert time.perf_counter() - began < 120  # a guard against hanging, no measurement


def test_rows_beyond_the_limit_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 3)
    assert texts(read_document(docx(tbl(*(tr(tc(str(i))) for i in range(9)))))) == ["0", "1", "2"]


def test_kind_of_a_package_with_other_part_names() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("a")))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(
                name.replace("word/document", "word/document2"),
                old.read(name).replace(b"word/document.", b"word/document2."),
            )
    assert kind_of(stream.getvalue()) == "docx"
    assert texts(read_document(stream.getvalue())) == ["a"]
