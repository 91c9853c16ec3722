"""Automatic numbers and bullets, as Word prints them."""

from __future__ import annotations

import pytest

from caitien.engine.document.readers.docx_numbering import letter, roman
from caitien.engine.document.tree import Document, Paragraph
from tests.engine.readers.office_files import NAMES, p, read, styles


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    begin = f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'{begin}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}</w:numbering>'
    )


def item(level: int = 0, number: int = 1, text: str = "x") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def markers(document: Document) -> list[str]:
    return [block.marker for block in document.blocks if isinstance(block, Paragraph)]


def test_levels_count_restart_and_show_those_above() -> None:
    lists = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."))
    body = item(0) + item(1) + item(1) + item(2) + item(2) + item(0) + item(1) + item(2)
    assert markers(read(body, numbering=lists)) == ["I.", "1.", "2.", "2.1.", "2.2.", "II.", "1.", "1.1."]


def test_letters_bullets_and_legal_numbers() -> None:
    lists = numbering(
        level(0, "upperRoman", "%1"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "lowerLetter", "%3)"),
        level(3, "bullet", "\uf0b7"),
        level(4, "bullet", "-"),
        level(5, "none", ""),
    )
    body = item(0) + item(1) + item(2) + item(2) + item(3) + item(4) + item(5)
    assert markers(read(body, numbering=lists)) == ["I", "1.1", "a)", "b)", "•", "-", ""]


def test_items_have_role_and_level_and_number_zero_takes_the_list_away() -> None:
    lists = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    blocks = read(item(0) + item(1) + item(0, number=0), numbering=lists).blocks
    found = [(block.role, block.level) for block in blocks if isinstance(block, Paragraph)]
    assert found == [("item", 0), ("item", 1), ("body", 0)]


def test_a_second_list_of_the_same_kind_counts_on_unless_it_says_where_to_start() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    lists = numbering(level(0, "decimal", "%1."), nums=nums)
    assert markers(read(item() + item(number=2) + item(number=3) + item(number=3), numbering=lists)) == [
        "1.",
        "2.",
        "1.",
        "2.",
    ]


def test_a_level_may_keep_counting() -> None:
    lists = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>', start=3))
    assert markers(read(item(0) + item(1) + item(0) + item(1), numbering=lists)) == ["1.", "3)", "2.", "4)"]


def test_styles_bring_their_list_and_level() -> None:
    lists = numbering(
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="De1"/>'), level(1, "decimal", "%2.", '<w:pStyle w:val="De2"/>')
    )
    one = (
        '<w:style w:type="paragraph" w:styleId="De{0}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("a", '<w:pStyle w:val="De1"/>') + p("b", '<w:pStyle w:val="De2"/>') + p("c", '<w:pStyle w:val="De2"/>')
    document = read(body, numbering=lists, styles=styles(one.format(1) + one.format(2)))
    assert markers(document) == ["I.", "1.", "2."]


def test_a_list_may_point_to_a_list_style() -> None:
    lists = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "Điều %1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    sheet = styles(
        '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert markers(read(item(), numbering=lists, styles=sheet)) == ["Điều 1."]


def test_a_list_that_is_not_defined_gives_no_marker() -> None:
    assert markers(read(item(number=9) + item(level=8), numbering=numbering(level(0, "decimal", "%1.")))) == ["", ""]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (90, "xc"), (2026, "mmxxvi"), (0, "0")]
)
def test_roman(number: int, text: str) -> None:
    assert roman(number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "a"), (26, "z"), (27, "aa"), (0, "0")])
def test_letter(number: int, text: str) -> None:
    assert letter(number) == text
