"""Files made to break a reader: each ends in a plan or in one sentence, never in another error."""

from __future__ import annotations

import io
import zipfile

import pytest

from caitien.engine import read
from caitien.engine.errors import Unreadable
from tests.engine.readers.office_files import NAMES, docx, p, package, tc, xlsx

OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
CELL = tc("Kế hoạch cải tiến chất lượng", '<w:gridSpan w:val="{}"/>')


def parts(data: bytes) -> dict[str, str | bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def with_parts(**changed: str) -> bytes:
    """A Word file of one heading in which these parts of the folder ``word`` are others."""
    sound = parts(docx(p("Kế hoạch cải tiến chất lượng giáo dục"), styles=f"<w:styles {NAMES}/>"))
    return package({**sound, **{f"word/{name}.xml": content for name, content in changed.items()}})


@pytest.mark.parametrize("part", ["document", "styles", "_rels/document.xml.rels"])
def test_no_part_may_fetch_a_file_of_the_machine(part: str) -> None:
    name = f"word/{part}" if part.endswith(".rels") else f"word/{part}.xml"
    sound = parts(docx(p("Kế hoạch"), styles=f"<w:styles {NAMES}/>"))
    content = sound[name].decode() if isinstance(sound[name], bytes) else sound[name]
    with pytest.raises(Unreadable, match="DTD"):
        read(package({**sound, name: OUTSIDE + str(content)}), "a.docx")


@pytest.mark.parametrize("span", ["999999999", "-5", "0", "x", ""])
def test_a_cell_as_wide_as_it_likes_is_still_a_cell(span: str) -> None:
    heading = p("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC")
    table = f"<w:tbl><w:tr>{CELL.format(span)}{tc('Tiêu chí 1.1')}</w:tr></w:tbl>"
    assert read(docx(heading + table), "a.docx").document.blocks


def test_names_inside_a_package_lead_nowhere() -> None:
    sound = parts(docx(p("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC")))
    read(package({**sound, "../../evil.txt": "x", "/evil.txt": "x"}), "a.docx")


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_unpacked(way: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", way) as archive:
        for name, content in parts(docx(p("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"))).items():
            archive.writestr(name, content)
    assert read(stream.getvalue(), "a.docx").document.blocks


def test_cells_that_stand_nowhere_are_no_fault() -> None:
    rows = '<row r="99999999999"><c r="ZZZZZZ99999999999" t="inlineStr"><is><t>KH</t></is></c></row>'
    with pytest.raises(Unreadable):
        read(xlsx(rows + '<row r="-1"><c r="!!" t="s"><v>99999</v></c></row>'), "a.xlsx")


def test_a_document_without_its_text_is_broken() -> None:
    with pytest.raises(Unreadable):
        read(with_parts(document="<x/>"), "a.docx")


def pdf(content: bytes, *, pages: str = "[3 0 R]", count: int = 1, trailer: str = "") -> bytes:
    """A PDF of one page object with this content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids{pages}/Count {count}>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = (
        f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    )
    return out + head.encode()


TEXT = b"BT /F 12 Tf 100 100 Td (ke hoach) Tj ET"
STANDARD = f"/Encrypt<</Filter/Standard/V 1/R 2/O({'1' * 32})/U({'2' * 32})/P -4>>/ID[(a)(b)]"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf(TEXT, pages="[2 0 R 2 0 R 3 0 R]", count=3), "Thầy cô"),
        (pdf(TEXT, pages=f"[{'3 0 R ' * 5000}]", count=5000), "5000 trang"),
        (pdf(TEXT, trailer=STANDARD), "mật khẩu"),
    ],
    ids=["pages within themselves", "five thousand pages", "locked"],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read(data, "a.pdf")
