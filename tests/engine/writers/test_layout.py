"""The style sheet: widths, rules, rows that stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.engine.document import layout, table_layout
from caitien.engine.document.metrics import lines_needed, text_width
from caitien.engine.document.tree import PARAGRAPH_ROLES, Document, Paragraph, Row, Section, Table, cell, paragraph
from tests.engine.writers.trees import closing, grid_table, letterhead, wide_table


def test_every_role_has_a_style() -> None:
    assert set(PARAGRAPH_ROLES) <= set(layout.STYLES)


@pytest.mark.parametrize(
    ("role", "size", "bold", "italic"),
    [
        ("country", (12, 13), True, False),
        ("motto", (13, 14), True, False),
        ("authority", (12, 13), False, False),
        ("issuer", (12, 13), True, False),
        ("number", (13, 13), False, False),
        ("place_date", (13, 14), False, True),
        ("title", (13, 14), True, False),
        ("subtitle", (13, 14), True, False),
        ("basis", (13, 14), False, True),
        ("body", (13, 14), False, False),
        ("heading", (13, 14), True, False),
        ("signer_title", (13, 14), True, False),
        ("signer_name", (13, 14), True, False),
        ("recipients_label", (12, 12), True, True),
        ("recipient", (11, 11), False, False),
    ],
)
def test_letters_are_those_of_the_decree(role: str, size: tuple[float, float], bold: bool, italic: bool) -> None:
    style = layout.STYLES[role]
    assert size[0] <= style.size <= size[1]
    assert (style.bold, style.italic) == (bold, italic)


def test_running_text_and_pages_are_those_of_the_decree() -> None:
    body, page = layout.STYLES["body"], layout.PORTRAIT
    assert (body.align, round(body.first, 1)) == ("justify", 12.7)
    assert body.after >= 6
    assert 1 <= body.line <= 1.5
    assert 20 <= page.top <= 25
    assert 20 <= page.bottom <= 25
    assert 30 <= page.left <= 35
    assert 15 <= page.right <= 20
    assert 13 <= layout.PAGE_NUMBER_SIZE <= 14


def test_the_motto_fits_on_one_line_and_its_rule_is_as_wide() -> None:
    left, right = table_layout.widths(letterhead(), layout.PORTRAIT.text_width)
    room = right - 2 * layout.CELL_MARGIN
    country = layout.STYLES["country"]
    assert text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", country.size, bold=True) < room
    motto = paragraph("Độc lập - Tự do - Hạnh phúc", "motto")
    width = text_width(motto.text, layout.STYLES["motto"].size, bold=True)
    assert layout.rule_width(motto, room) == pytest.approx(width)
    issuer = paragraph("TRƯỜNG TIỂU HỌC SUỐI MƠ", "issuer")
    share = layout.rule_width(issuer, left) / text_width(issuer.text, 12, bold=True)
    assert 1 / 3 <= share <= 1 / 2


def test_a_rule_stands_under_the_last_line_of_its_role() -> None:
    lines = [paragraph("TRƯỜNG TIỂU HỌC", "issuer"), paragraph("SUỐI MƠ", "issuer"), paragraph("Số: 1", "number")]
    assert [layout.has_rule(block, after) for block, after in layout.neighbours(lines)] == [False, True, False]


def test_the_signer_stands_in_the_right_half() -> None:
    left, right = table_layout.widths(closing(), 165)
    assert left == pytest.approx(right)


@given(
    st.lists(st.lists(st.text("abc đê ", max_size=60), min_size=1, max_size=9), min_size=1, max_size=6),
    st.floats(60, 300),
)
def test_widths_fill_the_page(rows: list[list[str]], total: float) -> None:
    table = Table(tuple(Row(tuple(cell(text) for text in row)) for row in rows))
    found = table_layout.widths(table, total)
    assert len(found) == table.columns
    assert sum(found) == pytest.approx(total)
    assert min(found) > 0


def test_the_column_with_most_text_is_the_widest_and_no_word_breaks() -> None:
    table = Table((Row((cell("1"), cell("Hiệu trưởng"), cell("Rà soát kế hoạch giáo dục " * 10))),))
    first, second, third = table_layout.widths(table, 165)
    assert first < second < third
    assert second >= text_width("trưởng", table_layout.cell_size(table)) + 2 * layout.CELL_MARGIN


def test_widths_of_the_tree_hold() -> None:
    table = Table((Row((cell("a"), cell("b"))),), widths=(1.0, 3.0))
    assert table_layout.widths(table, 160) == pytest.approx([40, 120])


def test_wide_tables_want_landscape_and_smaller_letters() -> None:
    assert table_layout.is_wide(wide_table())
    assert not table_layout.is_wide(grid_table())
    assert table_layout.cell_size(wide_table()) < table_layout.cell_size(grid_table())


def test_sections_are_opened_into_stretches() -> None:
    inner = Section((paragraph("a"), Section((wide_table(),), landscape=True), paragraph("b")))
    found = layout.stretches(Document((paragraph("x"), inner)).blocks)
    assert [(page is layout.LANDSCAPE, len(blocks)) for page, blocks in found] == [(False, 2), (True, 1), (False, 1)]


def test_lines_are_counted_by_their_words() -> None:
    assert lines_needed("", 50, 12) == 1
    assert lines_needed("một\nhai", 50, 12) == 2
    assert lines_needed("chữ " * 100, 50, 12) == pytest.approx(100 * text_width("chữ ", 12) / 50, rel=0.15)


def test_a_heading_without_rows_is_not_repeated() -> None:
    assert table_layout.heading_rows(Table((grid_table().rows[0],))) == 0
    assert table_layout.heading_rows(grid_table()) == 2
    assert table_layout.group_level(grid_table().rows[2]) == 1
    assert table_layout.group_level(Row((cell(""), cell("")))) == 0
    assert layout.align_of(Paragraph(align="center")) == "center"
    assert layout.align_of(Paragraph(role="title", align="left")) == "center"
