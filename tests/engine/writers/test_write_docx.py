"""Word files: what is written is read back; the XML keeps the order that Word wants."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from caitien.engine.document import layout
from caitien.engine.document.readers.docx import read_docx
from caitien.engine.document.tree import Document, Paragraph, Run, Section, Table, paragraph, walk
from caitien.engine.document.writers.docx import write_docx
from tests.engine.writers.trees import everything, grid_table, marked, shapes, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs highlight u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
    "lvl": "start numFmt suff lvlText lvlJc pPr rPr",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "numbering": "abstractNum num",
}
"""The children of some elements in the order of the schema (ISO 29500-1)."""


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def main_xml(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def test_everything_is_read_back_as_it_was_written() -> None:
    document = everything()
    again = read_docx(write_docx(document))
    picture = next(i for i, block in enumerate(document.blocks) if type(block).__name__ == "Picture")
    written = [*texts(document), (str(picture), "", "[Hình: sơ đồ]")]
    assert sorted(texts(again)) == sorted(written)
    assert shapes(again) == shapes(document)


def test_looks_of_runs_sections_and_heading_rows_are_read_back() -> None:
    again = read_docx(write_docx(everything()))
    mixed = next(
        block for _, block in walk(again.blocks) if isinstance(block, Paragraph) and block.text.startswith("Chữ")
    )
    assert [(run.text, run.bold, run.italic) for run in mixed.runs] == [
        ("Chữ ", False, False),
        ("đậm", True, False),
        (" và ", False, False),
        ("nghiêng", False, True),
        ("\nxuống dòng", False, False),
    ]
    assert [type(block) for block in again.blocks if isinstance(block, Section) and block.landscape] == [Section]
    tables = [block for _, block in walk(again.blocks) if isinstance(block, Table) and block.role == "grid"]
    assert [sum(row.header for row in table.rows) for table in tables] == [2, 1]
    levels = [
        block.level for _, block in walk(again.blocks) if isinstance(block, Paragraph) and block.role == "heading"
    ]
    assert levels == [1, 1, 1, 2]


@pytest.mark.parametrize(
    "markers",
    [
        ["1.", "2.", "3."],
        ["1.", "a)", "b)", "2.", "a)"],
        ["-", "-", "+", "-"],
        ["1.1.", "1.2.", "2.1."],
        ["01", "02", "09", "10"],
        ["I.", "II.", "IV."],
        ["c)", "d)", "đ)", "e)"],
        ["Điều 1.", "Điều 2."],
        ["(1)", "(2)"],
        ["i)", "ii)", "iv)"],
        ["7)", "3)", "3)"],
        ["100%", "•"],
        ["A.", "B."],
    ],
)
def test_markers_are_real_numbering_and_come_back(markers: list[str]) -> None:
    data = write_docx(Document(tuple(marked(marker, "việc") for marker in markers)))
    assert [marker for _, marker, _ in texts(read_docx(data))] == markers
    assert len(main_xml(data).findall(f".//{W}numPr")) == len(markers)
    assert b"vi\xe1\xbb\x87c" in parts(data)["word/document.xml"]
    assert all(marker.encode() not in parts(data)["word/document.xml"] for marker in markers if len(marker) > 2)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6),
    st.lists(st.sampled_from(["", "1.", "2.", "-", "a)", "1.2.", "%1", "Phần II:", "đ)"]), min_size=6, max_size=6),
)
def test_any_text_gives_a_file_that_opens(lines: list[str], markers: list[str]) -> None:
    blocks = tuple(marked(marker, line) for line, marker in zip(lines, markers, strict=False))
    data = write_docx(Document(blocks))
    assert len(docx.Document(io.BytesIO(data)).paragraphs) >= len(lines)
    read_docx(data)


def test_children_stand_in_the_order_of_the_schema() -> None:
    for name, content in parts(write_docx(everything())).items():
        if not name.endswith(".xml"):
            continue
        for element in etree.fromstring(content).iter():
            kind = etree.QName(element).localname
            if kind in ORDER and len(element):
                order = ORDER[kind].split()
                found = [order.index(etree.QName(child).localname) for child in element]
                assert found == sorted(found), f"{name}: {kind}"


def test_nothing_of_a_theme_and_the_language_is_vietnamese() -> None:
    files = parts(write_docx(everything()))
    assert not any("theme" in name for name in files)
    styles = files["word/styles.xml"].decode()
    assert "asciiTheme" not in styles
    assert f'w:eastAsia="{layout.FONT}"' in styles
    assert 'w:lang w:val="vi-VN"' in styles
    names = re.findall(r'<w:name w:val="([^"]+)"', styles)
    assert len(names) == len(set(names))
    used = set(re.findall(r'<w:pStyle w:val="([^"]+)"', files["word/document.xml"].decode()))
    assert used <= set(re.findall(r'w:styleId="([^"]+)"', styles))


def test_pages_are_as_the_decree_wants() -> None:
    sections = main_xml(write_docx(everything())).findall(f".//{W}sectPr")
    sizes = [[int(section.find(W + "pgSz").get(W + side)) for side in "wh"] for section in sections]
    assert sizes == [[11906, 16838], [16838, 11906], [11906, 16838]]
    for section in sections:
        margins = {
            side: int(section.find(W + "pgMar").get(W + side)) / 1440 * 25.4
            for side in ("top", "left", "right", "bottom")
        }
        assert margins == pytest.approx({"top": 20, "left": 30, "right": 15, "bottom": 20}, abs=0.1)
    assert [section.find(W + "titlePg") is not None for section in sections] == [True, False, False]


def test_short_rows_stay_whole_and_tall_ones_may_break() -> None:
    tall = grid_table(1)
    long = "Rất nhiều chữ. " * 400
    row = tall.rows[-1]
    tall = Table(
        (*tall.rows[:-1], type(row)((row.cells[0], type(row.cells[1])((paragraph(long, "cell"),)), *row.cells[2:])))
    )
    rows = main_xml(write_docx(Document((tall,)))).findall(f".//{W}tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, True, True, False]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, True, False, False]


def test_gaps_and_changes_are_marked() -> None:
    runs = (Run("cũ", mark="deleted"), Run("mới", mark="inserted"), Run("[chưa có: chỉ số]", mark="gap"))
    root = main_xml(write_docx(Document((Paragraph(runs),))))
    assert root.findtext(f".//{W}del//{W}delText") == "cũ"
    assert root.findtext(f".//{W}ins//{W}t") == "mới"
    assert root.find(f".//{W}highlight") is not None


def test_equal_documents_are_equal_files() -> None:
    assert write_docx(everything(), title="Kế hoạch") == write_docx(everything(), title="Kế hoạch")


def test_properties_are_escaped() -> None:
    data = write_docx(Document(), title="A < B & C", author='"Tổ"')
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == ("A < B & C", '"Tổ"', "vi-VN")


def test_real_documents_lose_no_word(shared: Path) -> None:
    for path in sorted(shared.glob("cases/*/plan.docx")):
        document = read_docx(path.read_bytes())
        assert texts(read_docx(write_docx(document))) == texts(document), path.parent.name
