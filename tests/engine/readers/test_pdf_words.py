"""Letters of a PDF become words; old letters become Unicode; what is not shown is not read."""

from __future__ import annotations

import pytest

from caitien.engine.document.readers.pdf import read_pdf
from caitien.engine.document.readers.pdf_words import ASLANT, LEVEL, Glyph, Style, words_of
from caitien.engine.document.tree import Paragraph, Table, paragraphs
from tests.engine.readers.pdf_files import drawn, printed, stream, texts

PLAIN = Style(10.0, False, False, None, LEVEL, False, None)


def glyphs(*pieces: tuple[str, float], style: Style = PLAIN, blank: bool = False, loose: bool = False) -> list[Glyph]:
    """Letters 5 points wide at these places."""
    return [Glyph(letter, x, x + 5, 100.0, style, blank, loose) for letter, x in pieces]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (glyphs(("a", 0), ("b", 5), ("c", 13.5)), ["ab", "c"]),
        (glyphs(("a", 0), ("b", 7)), ["ab"]),
        (glyphs(("a", 0), ("b", 7), loose=True), ["a", "b"]),
        (glyphs(("a", 0), ("b", 5), blank=True), ["a", "b"]),
        (glyphs(("f", 0), ("i", 0)), ["fi"]),
        (glyphs(("a", 0), ("\u0301", 1), ("b", 5)), ["áb"]),
        ([*glyphs(("a", 0)), Glyph("b", 5, 10, 120.0, PLAIN, False, False)], ["a", "b"]),
    ],
)
def test_gaps(found: list[Glyph], expected: list[str]) -> None:
    assert [word.text for word in words_of(found)] == expected


def test_a_change_of_style_glues_words() -> None:
    bold = PLAIN._replace(bold=True)
    words = words_of(glyphs(("a", 0)) + glyphs(("b", 5), style=bold) + glyphs(("c", 10), style=bold, blank=True))
    assert [(word.text, word.bold, word.glued) for word in words] == [
        ("a", False, False),
        ("b", True, True),
        ("c", True, False),
    ]


def test_letters_set_wide_apart_stay_a_word() -> None:
    places = zip("KẾHOẠCH", range(0, 49, 7), strict=True)
    wide = [Glyph(letter, x, x + 5, 100.0, PLAIN, x in (21, 42), True) for letter, x in places]
    assert [word.text for word in words_of(wide)] == ["KẾH", "OẠC", "H"]


def test_a_mark_drawn_apart_is_not_read_twice() -> None:
    mark = Glyph("ơ", 6, 8, 101.0, PLAIN, False, True)
    assert [word.text for word in words_of([*glyphs(("N", 0), ("ơ", 5), ("i", 10)), mark])] == ["Nơi"]


def test_old_letters_by_their_font() -> None:
    content = b"BT /F2 12 Tf 1 0 0 1 100 700 Tm (V\xa8n b\xb6n nh\xb5 tr\xad\xeang) Tj ET"
    assert texts(read_pdf(drawn(content))) == ["Văn bản nhà trường"]


def test_an_old_font_that_only_kept_its_name() -> None:
    old = PLAIN._replace(encoding="tcvn3")
    letters = glyphs(*zip("nhà trường", range(0, 50, 5), strict=True), style=old)
    found = [letter._replace(blank=letter.text == "t" or letter.blank) for letter in letters if letter.text != " "]
    assert [word.text for word in words_of(found)] == ["nhà", "trường"]


def test_hidden_turned_and_cut_off_text_is_not_read() -> None:
    content = b"BT /F1 12 Tf 1 0 0 1 100 700 Tm (Doc) Tj 3 Tr 0 -20 Td (an) Tj ET "
    content += b"BT 0 Tr /F1 12 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (BAN SAO) Tj ET "
    content += b"q 90 600 100 20 re W n BT /F1 12 Tf 1 0 0 1 100 604 Tm (trong) Tj 0 30 Td (ngoai) Tj ET Q"
    document = read_pdf(drawn(content))
    assert texts(document) == ["Doc", "trong"]
    assert document.losses == ("Chữ xoay nghiêng (như dấu chìm) không được đọc.",)
    assert words_of(glyphs(("a", 0), style=PLAIN._replace(turned=ASLANT))) == []


def test_symbol_letters_become_bullets() -> None:
    fonts = b"<</Type/Font/Subtype/Type1/BaseFont/Wingdings/Encoding/WinAnsiEncoding>>"
    pdf = drawn(b"BT /F1 12 Tf 1 0 0 1 120 700 Tm (Viec) Tj /F3 12 Tf -20 0 Td (\xfc) Tj ET", more=[fonts])
    pdf = pdf.replace(b"/F2 6 0 R>>/XObject<</X1 7 0 R>>", b"/F2 6 0 R/F3 7 0 R>>/XObject<<       >>")
    assert texts(read_pdf(pdf)) == ["✓ Viec"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_are_shown_turned(turn: int) -> None:
    across = {0: (1, 0, 0, 1, 100, 700), 90: (0, 1, -1, 0, 150, 100), 180: (-1, 0, 0, -1, 495, 142)}
    matrix = across.get(turn, (0, -1, 1, 0, 450, 700))
    place = b" ".join(b"%d" % number for number in matrix)
    down = {0: b"0 -20", 90: b"0 -20", 180: b"0 -20", 270: b"0 -20"}[turn]
    content = b"BT /F1 12 Tf %s Tm (Dong mot.) Tj %s Td (Dong hai.) Tj ET" % (place, down)
    document = read_pdf(drawn(content, page=b"/Rotate %d" % turn))
    assert texts(document) == ["Dong mot.", "Dong hai."]


def test_a_visible_signature_is_read() -> None:
    form = stream(
        b"BT /F1 8 Tf 1 0 0 1 2 4 Tm (Ky boi: Le Van Mau) Tj ET",
        b"/Type/XObject/Subtype/Form/BBox[0 0 150 20]/Resources<</Font<</F1 5 0 R>>>>",
    )
    widget = b"<</Type/Annot/Subtype/Widget/FT/Sig/F 4/Rect[300 100 450 120]/AP<</N 7 0 R>>>>"
    content = b"BT /F1 12 Tf 1 0 0 1 100 700 Tm (Ke hoach cai tien) Tj ET"
    document = read_pdf(drawn(content, page=b"/Annots[8 0 R]", more=[form, widget]))
    assert "Ky boi: Le Van Mau" in [block.full_text for block in paragraphs(document.blocks)]


def test_letters_without_meaning_are_told() -> None:
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 1/LastChar 1/Widths[9]"
    font += b"/CharProcs<</g 8 0 R>>/Encoding<</Type/Encoding/Differences[1/g]>>/Resources<<>>>>"
    content = (
        b"BT /F1 12 Tf 1 0 0 1 100 700 Tm (Ke hoach cai tien chat luong) Tj /F3 12 Tf 0 -20 Td (\x01\x01\x01\x01) Tj ET"
    )
    pdf = drawn(content, more=[font, stream(b"9 0 d0 0 0 5 5 re f")])
    pdf = pdf.replace(b"/F2 6 0 R>>/XObject<</X1 7 0 R>>", b"/F2 6 0 R/F3 7 0 R>>/XObject<<       >>")
    document = read_pdf(pdf)
    assert texts(document)[0] == "Ke hoach cai tien chat luong"
    assert [loss for loss in document.losses if loss.startswith("Trang 1: có chữ")]


def test_the_shape_of_a_document() -> None:
    document = read_pdf(printed("Một đoạn.\n\n#table(columns: 2, [A], [B])"))
    paragraph, table = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert (document.source_format, document.pages, paragraph.role, paragraph.page) == ("pdf", 1, "body", 1)
    assert {block.role for cell in table.rows[0].cells for block in cell.blocks if isinstance(block, Paragraph)} == {
        "cell"
    }
