"""HTML, text, Excel and JSON."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from caitien.engine.document import json_form
from caitien.engine.document.readers.txt import read_txt
from caitien.engine.document.readers.xlsx import read_xlsx
from caitien.engine.document.tree import Document, Paragraph, Row, Run, Table, cell, paragraph, paragraphs, walk
from caitien.engine.document.writers import FORMATS, write_document
from caitien.engine.document.writers.html import Mark, html_fragment
from caitien.engine.document.writers.txt import text_of
from caitien.engine.errors import UserError
from tests.engine.writers.trees import everything, grid_table, shapes, texts, wide_table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Wanted(HTMLParser):
    """Collects what a browser would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset")]
        if tag in ("script", "link", "iframe", "img"):
            self.fetched.append(tag)


def full_texts(document: Document) -> list[str]:
    return [block.full_text for block in paragraphs(document.blocks) if block.full_text.strip()]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_every_node(format: str) -> None:
    assert len(write_document(everything(), format, title="Thử", author="Trường")) > 100
    assert write_document(Document(), format)


def test_an_unknown_format_is_a_sentence() -> None:
    with pytest.raises(UserError, match=r"odt.*docx, pdf"):
        write_document(Document(), "odt")


def test_json_is_the_tree() -> None:
    data = json.loads(write_document(everything(), "json"))
    assert json_form.from_json(data) == everything()


# --- HTML -------------------------------------------------------------------------------------------------------


def test_the_page_stands_alone_and_holds_every_text() -> None:
    page = write_document(everything(), "html", title="<Thử>").decode()
    seen = Wanted()
    seen.feed(page)
    assert seen.fetched == []
    assert "url(" not in page
    assert "<title>&lt;Thử&gt;</title>" in page
    shown = " ".join(html.fromstring(page).find("body").text_content().split())
    for text in full_texts(everything()):
        assert " ".join(text.replace("\n", "").split()) in shown


def test_every_paragraph_carries_its_address() -> None:
    tree = html.fromstring(html_fragment(everything()))
    by_path = {element.get("data-path"): element for element in tree.iter() if element.get("data-path")}
    for path, marker, text in texts(everything()):
        expected = f"{marker} {text}" if marker else text
        assert by_path[path].text_content() == expected.replace("\n", "")
    assert [element.tag for element in tree.iter("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2", "h3"]


def test_tables_are_tables() -> None:
    tree = html.fromstring(html_fragment(Document((grid_table(),))))
    assert len(tree.findall(".//thead/tr")) == 2
    assert [(th.get("colspan"), th.get("rowspan"), th.get("scope")) for th in tree.findall(".//thead/tr[1]/th")] == [
        (None, "2", "col"),
        (None, "2", "col"),
        ("2", None, "colgroup"),
    ]


def test_marks_lie_at_their_characters() -> None:
    runs = (Run("Kế "), Run("hoạch", bold=True), Run(" năm & học"))
    document = Document((Paragraph(runs),))
    fragment = html_fragment(document, [Mark("0", 1, 5, "error", "f1", "Phải sửa 1"), Mark("0", 11, 14, "info", "f2")])
    assert fragment.count("<mark") == 2
    assert '<mark class="error" id="f1" aria-label="Phải sửa 1">ế <strong>ho</strong></mark>' in fragment
    assert '<mark class="info" id="f2">m &amp;</mark>' in fragment


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.text(max_size=12), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6),
)
def test_marks_never_change_the_text(pieces: list[str], spans: list[tuple[int, int]]) -> None:
    document = Document((Paragraph(tuple(Run(piece) for piece in pieces)),))
    marks = [Mark("0", start, end, id=f"m{i}") for i, (start, end) in enumerate(spans)]
    plain = re.sub(r"</?mark[^>]*>", "", html_fragment(document, marks))
    assert plain == html_fragment(document)


# --- text -------------------------------------------------------------------------------------------------------


def test_text_has_a_line_for_each_line_on_paper() -> None:
    text = text_of(everything())
    assert re.search(r"^UBND XÃ SUỐI MƠ {8,}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$", text, re.MULTILINE)
    assert "\n1. Giữ vững kết quả đã đạt;\n2. Khắc phục điểm yếu <b>&\na) theo dõi hằng tháng\n" in text
    assert "| 1 | - Mua sách | 9/2026 | 5/2027 |\n|  | - Dựng kệ |  |  |\n" in text


def test_a_table_in_text_is_read_back() -> None:
    table = Table(tuple(Row(tuple(cell(f"{r}{c}\nhai") for c in range(3)), header=r == 0) for r in range(3)))
    blocks = read_txt(write_document(Document((table,)), "txt")).blocks
    assert [[one.text for one in row.cells] for row in blocks[0].rows] == [
        [one.text for one in row.cells] for row in table.rows
    ]


# --- Excel ------------------------------------------------------------------------------------------------------


def test_a_workbook_is_read_back() -> None:
    document = everything()
    again = read_xlsx(write_document(document, "xlsx"))
    kept = [text.replace("\n", " ") for text in full_texts(document)]
    shown = [text for text in full_texts(again) if text != "[Hình: sơ đồ]"]
    assert " ".join(shown).split() == " ".join(kept).split()
    assert shapes(again)[1:3] == shapes(document)[1:3]


def test_what_looks_like_a_formula_stays_words() -> None:
    wicked = ["=1+1", '=HYPERLINK("http://a")', "+84 912", "-5 em", "@SUM(A1)", "=cmd|' /C calc'!A0"]
    table = Table((Row(tuple(cell(text) for text in wicked)),))
    data = write_document(Document((*(paragraph(text) for text in wicked), table)), "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    filled = [one for row in sheet.iter_rows() for one in row if one.value is not None]
    assert sorted(one.value for one in filled) == sorted(wicked * 2)
    assert {one.data_type for one in filled} == {"s"}
    assert all(one.quotePrefix for one in filled)


def test_a_text_too_long_for_a_cell_is_a_sentence() -> None:
    with pytest.raises(UserError, match="Excel không chứa được"):
        write_document(Document((paragraph("a" * 40_000),)), "xlsx")


def test_the_sheet_prints_landscape_with_its_heading_rows() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_document(Document((grid_table(), wide_table())), "xlsx"))).active
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    first = 2 + len(grid_table().rows)
    assert sheet.print_title_rows == f"${first}:${first}"


def test_a_narrow_and_a_wide_table_share_the_columns() -> None:
    document = Document((grid_table(), wide_table(1)))
    tables = [
        block for _, block in walk(read_xlsx(write_document(document, "xlsx")).blocks) if isinstance(block, Table)
    ]
    assert [table.columns for table in tables] == [4, 9]


# --- contents ---------------------------------------------------------------------------------------------------


def with_contents() -> Document:
    return Document((paragraph("MỤC LỤC", "contents"), *everything().blocks))


def test_a_document_that_asks_gets_its_contents() -> None:
    wanted = ["I. MỤC ĐÍCH", "II. NỘI DUNG", "III. TỔ CHỨC", "1. Hiệu trưởng"]
    word = etree.fromstring(
        zipfile.ZipFile(io.BytesIO(write_document(with_contents(), "docx"))).read("word/document.xml")
    )
    links = word.findall(f".//{W}hyperlink")
    assert ["".join(link.itertext()) for link in links] == wanted
    marks = [mark.get(f"{W}name") for mark in word.iter(f"{W}bookmarkStart")]
    assert [link.get(f"{W}anchor") for link in links] == marks
    assert "TOC" in (word.findtext(f".//{W}instrText") or "")
    kinds = [char.get(f"{W}fldCharType") for char in word.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    page = html.fromstring(html_fragment(with_contents()))
    assert [link.text for link in page.findall(".//nav//a")] == wanted
    assert all(page.find(f".//*[@id='{link.get('href')[1:]}']") is not None for link in page.findall(".//nav//a"))
    assert text_of(with_contents()).splitlines()[1:5] == [*wanted[:3], "  " + wanted[3]]
    first = pypdfium2.PdfDocument(write_document(with_contents(), "pdf"))[0].get_textpage().get_text_bounded()
    assert re.search(r"II\. NỘI DUNG[ .]*2", first)


def test_contents_without_headings_are_empty() -> None:
    document = Document((paragraph("MỤC LỤC", "contents"), paragraph("Lời.")))
    for format in FORMATS:
        assert write_document(document, format)
