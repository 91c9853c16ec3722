"""The Word reader on small files made for one trait each."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from caitien.engine.document.readers import read_document
from caitien.engine.document.readers.docx import docx_paragraph_elements
from caitien.engine.document.readers.docx_styles import W
from caitien.engine.document.readers.ooxml import open_package, parse_xml, read_part
from caitien.engine.document.tree import Paragraph, Picture, Run, Section, Table, walk
from tests.engine.readers.office_files import docx, first, p, package, r, read, styles, tbl, tc, texts, tr

UNDERLINED = '<w:i/><w:u w:val="single"/>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr name="Khung"/>'
    "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_runs_of_one_look_are_joined_and_keep_bold_italic_underline() -> None:
    body = f"<w:p>{r('Số: ')}{r('12/', '<w:b/>')}{r('KH', '<w:b/>')}{r(' nghiêng', UNDERLINED)}</w:p>"
    assert first(read(body)).runs == (
        Run("Số: "),
        Run("12/KH", bold=True),
        Run(" nghiêng", italic=True, underline=True),
    )


@pytest.mark.parametrize("off", ['<w:b w:val="0"/>', '<w:b w:val="false"/>', '<w:u w:val="none"/>'])
def test_a_look_that_is_switched_off_is_off(off: str) -> None:
    assert first(read(p("chữ", look=off))).runs == (Run("chữ"),)


def test_bold_comes_from_paragraph_and_character_styles_and_both_together_cancel_out() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Goc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:jc w:val="center"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>'
    )
    strong = '<w:rStyle w:val="Manh"/>'
    body = p("a", '<w:pStyle w:val="Dam"/>') + p("b", look=strong) + p("c", '<w:pStyle w:val="Dam"/>', strong)
    found = [block for block in read(body, styles=sheet).blocks if isinstance(block, Paragraph)]
    assert [(block.bold, block.align) for block in found] == [(True, "center"), (True, ""), (False, "center")]


def test_styles_that_are_based_on_each_other_do_not_hang() -> None:
    ring = styles(
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    assert first(read(p("a", '<w:pStyle w:val="A"/>'), styles=ring)).runs[0].italic


def test_insertions_links_controls_and_fields_are_read_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{r('một ')}<w:ins>{r('hai ')}</w:ins><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
        f"<w:hyperlink>{r('ba ')}</w:hyperlink><w:smartTag>{r('bốn ')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{r('năm ')}</w:sdtContent></w:sdt><w:moveFrom>{r('đi')}</w:moveFrom>"
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("sáu")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        f"<w:sdt><w:sdtContent>{p('cả đoạn')}</w:sdtContent></w:sdt>"
    )
    assert texts(read(body)) == ["một hai ba bốn năm sáu", "cả đoạn"]


def test_breaks_tabs_hyphens_and_symbols() -> None:
    body = (
        '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:noBreakHyphen/>'
        '<w:softHyphen/><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )
    assert first(read(body)).text == "a\tb\nc-d✓"


def test_text_is_composed_even_where_a_run_ends_between_letter_and_mark() -> None:
    apart = unicodedata.normalize("NFD", "kế hoạch")
    body = f"<w:p>{r(apart[:3])}{r(apart[3:4], '<w:i/>')}{r(apart[4:], '<w:b/>')}</w:p>"
    assert first(read(body)).text == "kế hoạch"
    assert first(read(p("a\u00a0b\u00adc\u200bd Ðội"))).text == "a bcd Đội"


def test_hidden_text_is_left_out_and_said() -> None:
    document = read(f"<w:p>{r('hiện')}{r(' ẩn', '<w:vanish/>')}</w:p>")
    assert texts(document) == ["hiện"]
    assert "Có chữ ẩn trong tệp Word, không đọc phần này." in document.losses


def test_capitals_of_the_style_are_shown() -> None:
    assert first(read(p("Kế hoạch", look="<w:caps/>"))).text == "KẾ HOẠCH"


@pytest.mark.parametrize(
    ("font", "written", "meant"),
    [
        (".VnTime", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        (".VnTimeH", "KÕ ho¹ch c¶i tiÕn", "KẾ HOẠCH CẢI TIẾN"),
        ("VNI-Times", "Keá hoaïch caûi tieán chaát löôïng", "Kế hoạch cải tiến chất lượng"),
        (".VnTime", "Trường đã gõ Unicode", "Trường đã gõ Unicode"),
    ],
)
def test_old_fonts_become_unicode(font: str, written: str, meant: str) -> None:
    assert first(read(p(written, look=f'<w:rFonts w:ascii="{font}"/>'))).text == meant


def test_an_old_font_that_only_kept_its_name_converts_nothing() -> None:
    old = '<w:rFonts w:ascii=".VnTime"/>'
    assert first(read(f"<w:p>{r('là ', old)}{r('trường', old + '<w:b/>')}</w:p>")).text == "là trường"


def test_line_ends_inside_a_run_are_blanks() -> None:
    assert first(read(p("hai\n từ"))).text == "hai  từ"


def test_old_letters_are_found_without_their_font() -> None:
    written = "Tr­êng tiÓu häc x©y dùng kÕ ho¹ch c¶i tiÕn chÊt l­îng gi¸o dôc n¨m häc nµy"
    assert first(read(p(written))).text == "Trường tiểu học xây dựng kế hoạch cải tiến chất lượng giáo dục năm học này"


def test_headings_come_from_outline_levels_and_titles_from_styles() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    )
    body = (
        p("T", '<w:pStyle w:val="t"/>')
        + p("I", '<w:pStyle w:val="u1"/>')
        + p("1", '<w:outlineLvl w:val="1"/>')
        + p("x")
    )
    found = [(block.role, block.level) for block in read(body, styles=sheet).blocks if isinstance(block, Paragraph)]
    assert found == [("title", 0), ("heading", 1), ("heading", 2), ("body", 0)]


def test_text_boxes_and_pictures_follow_their_anchor_and_are_read_once() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr name="Picture 1" descr="Con dấu"/><a:graphic><a:graphicData>'
        "<pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    line = '<w:r><w:pict><v:line from="0,0" to="9,9"/></w:pict></w:r>'
    body = f"<w:p>{r('neo')}{BOX.format(p('trong khung'))}{picture}{line}</w:p>" + p("sau")
    document = read(body)
    assert [getattr(block, "text", None) for block in document.blocks] == ["neo", None, "trong khung", "sau"]
    assert document.blocks[1] == Picture("Con dấu")


def test_only_landscape_pages_make_a_section() -> None:
    portrait = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    blocks = read(p("a", portrait) + p("b") + p("c", landscape) + p("d") + portrait).blocks
    assert [type(block) for block in blocks] == [Paragraph, Section, Paragraph]
    assert isinstance(blocks[1], Section)
    assert blocks[1].landscape
    assert [block.text for block in blocks[1].blocks if isinstance(block, Paragraph)] == ["b", "c"]


def test_pages_are_counted_by_the_breaks_word_remembered_and_once_across_a_row() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    cell = f"<w:tc><w:p>{r('đầu')}{turn}{r(' cuối')}</w:p></w:tc>"
    document = read(p("a") + f"<w:p>{turn}{r('b')}</w:p>" + tbl(tr(cell, cell)) + p("c"))
    assert [getattr(block, "page", None) for block in document.blocks] == [1, 2, None, 3]
    assert document.pages == 3


def test_footnotes_stand_at_the_end_and_running_heads_are_listed() -> None:
    note = (
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2">{p("theo số liệu cuối năm")}</w:footnote></w:footnotes>'
    )
    header = f'<w:hdr xmlns:w="{W[1:-1]}">{p("Phòng lưu trữ")}</w:hdr>'
    footer = f'<w:ftr xmlns:w="{W[1:-1]}">{p("Trang 2/9")}</w:ftr>'
    body = f'<w:p>{r("Có 25 lớp")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    document = read(body, footnotes=note, header=header, footer=footer)
    assert texts(document) == ["Có 25 lớp", "1 theo số liệu cuối năm"]
    assert [block.role for block in document.blocks if isinstance(block, Paragraph)] == ["body", "note"]
    assert any("Phòng lưu trữ" in loss for loss in document.losses)
    assert not any("Trang 2" in loss for loss in document.losses)


def test_macros_are_not_run_only_mentioned() -> None:
    parts = {
        "word/document.xml": read_part(open_package(docx(p("chữ"))), "word/document.xml") or b"",
        "word/vbaProject.bin": b"x",
    }
    document = read_document(package(parts))
    assert (texts(document), document.losses) == (["chữ"], ("Tệp có macro: không chạy, chỉ đọc phần chữ.",))


def test_strict_files_are_read_like_others() -> None:
    plain = read_part(open_package(docx(p("chữ", look="<w:b/>"))), "word/document.xml") or b""
    strict = plain.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert first(read_document(package({"word/document.xml": strict}))).runs == (Run("chữ", bold=True),)


def test_every_paragraph_of_the_tree_leads_to_its_element() -> None:
    nested = f"<w:tc>{tbl(tr(tc('trong'), tc()))}{p('sau')}</w:tc>"
    landscape = '<w:sectPr><w:pgSz w:w="9" w:h="5"/></w:sectPr>'
    body = (
        p("a") + p() + f"<w:p>{r('b')}{BOX.format(p('khung'))}</w:p>" + tbl(tr(tc("x"), nested)) + p("cuối") + landscape
    )
    data = docx(body)
    elements = docx_paragraph_elements(parse_xml(read_part(open_package(data), "word/document.xml") or b""))
    found = {path: block for path, block in walk(read_document(data).blocks) if isinstance(block, Paragraph)}
    assert elements.keys() == found.keys()
    for path, block in found.items():
        own = "".join(piece.text or "" for piece in elements[path].iterfind(f"{W}r/{W}t"))
        assert own == block.text, path


def test_the_five_plans_lead_to_their_elements(shared: Path) -> None:
    for file in sorted(shared.glob("cases/*/plan.docx")):
        data = file.read_bytes()
        elements = docx_paragraph_elements(parse_xml(read_part(open_package(data), "word/document.xml") or b""))
        found = {path: block for path, block in walk(read_document(data).blocks) if isinstance(block, Paragraph)}
        assert elements.keys() == found.keys()
        for path, block in found.items():
            own = unicodedata.normalize("NFC", "".join(piece.text or "" for piece in elements[path].iter(W + "t")))
            assert own.split() == block.text.split(), (file, path)


def test_nothing_of_the_text_is_lost(shared: Path) -> None:
    for file in sorted(shared.glob("cases/*/plan.docx")):
        data = file.read_bytes()
        root = parse_xml(read_part(open_package(data), "word/document.xml") or b"")
        words = unicodedata.normalize("NFC", " ".join(piece.text or "" for piece in root.iter(W + "t"))).split()
        assert " ".join(texts(read_document(data))).split() == words
        assert any(isinstance(block, Table) for _, block in walk(read_document(data).blocks))
