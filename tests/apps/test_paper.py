"""The document on the page: marks over its text, numbers beside it, fixes in it."""

from __future__ import annotations

import re
from typing import Any

from caitien.apps.quickcheck.edits import PlacedEdit, apply
from caitien.apps.quickcheck.paper import painted
from caitien.engine.document.tree import Cell, Document, Paragraph, Row, Run, Section, Table, paragraph

KINDS = {"typo": {"title": "Chữ <sai>"}}


def found(key: str, spot: tuple[str, int, int] | None, severity: str = "info", **edit: Any) -> dict[str, Any]:
    edits = [{"path": spot[0], "at": spot[1], "at_end": spot[2], **edit}] if edit and spot else []
    return {"key": key, "number": 1, "kind": "typo", "severity": severity, "spot": spot, "edits": edits}


def paint(*findings: dict[str, Any], text: str = "một hai ba bốn", state: dict[str, str] | None = None) -> str:
    html = painted(Document((paragraph(text),)), list(findings), KINDS, state or {})
    return re.sub(r"<a class.*?</a>", "#", html)


def test_a_mark_lies_over_its_words_with_its_number_before_it() -> None:
    assert '#<mark class="found found-info k-a">hai</mark>' in paint(found("a", ("0", 4, 7)))


def test_marks_that_overlap_are_parted_and_keep_both_numbers() -> None:
    html = paint(found("a", ("0", 0, 7)), found("b", ("0", 4, 10), "error"))
    assert '#<mark class="found found-info k-a">một </mark>' in html
    assert '#<mark class="found found-error k-a k-b">hai</mark>' in html
    assert '<mark class="found found-error k-b"> ba</mark>' in html


def test_two_findings_at_one_place_have_two_numbers() -> None:
    assert "##<mark" in paint(found("a", ("0", 4, 7)), found("b", ("0", 4, 7)))


def test_what_is_absent_has_no_mark() -> None:
    assert "<mark" not in paint(found("a", None))


def test_a_place_beyond_the_text_is_cut_to_fit() -> None:
    assert "<mark" in paint(found("a", ("0", 12, 99)))


def test_a_fix_is_shown_and_later_marks_move_along() -> None:
    fixed = found("a", ("0", 4, 7), old="hai", new="hai mươi")
    html = paint(fixed, found("b", ("0", 11, 14)), state={"a": "fixed"})
    assert '<mark class="found found-settled k-a"><ins>hai mươi</ins></mark>' in html
    assert '<mark class="found found-info k-b">bốn</mark>' in html


def test_words_taken_out_leave_the_number_in_place() -> None:
    html = paint(found("a", ("0", 3, 7), old=" hai", new=""), state={"a": "fixed"})
    assert "một" in html
    assert "hai" not in html
    assert html.count("#") == 1


def test_text_and_titles_are_escaped() -> None:
    html = painted(Document((paragraph("<b>một</b>"),)), [found("a", ("0", 3, 6))], KINDS, {})
    assert "<b>" not in html
    assert "Chữ &lt;sai&gt;" in html


def test_headings_stand_below_those_of_the_page_and_nothing_is_styled_inline() -> None:
    table = Table((Row((Cell((paragraph("a", "cell"),)), Cell((paragraph("b", "cell"),)))),), widths=(1, 2))
    html = painted(Document((paragraph("KẾ HOẠCH", "title"), table)), [], KINDS, {})
    assert "<h3" in html
    assert "<h1" not in html
    assert "style=" not in html


def test_a_wide_table_scrolls_by_keyboard() -> None:
    row = Row(tuple(Cell((paragraph(str(i), "cell"),)) for i in range(10)))
    assert 'class="paper-grid paper-wide" tabindex="0"' in painted(Document((Table((row,)),)), [], KINDS, {})


def test_edits_reach_into_sections_and_cells_and_keep_the_looks_of_the_runs() -> None:
    inner = Paragraph((Run("một ", bold=True), Run("hai hai")))
    tree = Document((Section((Table((Row((Cell((inner,)),)),)),)),))
    changed = apply(tree, [PlacedEdit("0.0.0.0.0", 4, 11, "hai")])
    cell = changed.blocks[0].blocks[0].rows[0].cells[0].blocks[0]  # type: ignore[union-attr]
    assert isinstance(cell, Paragraph)
    assert cell.runs == (Run("một ", bold=True), Run("hai", mark="inserted"))


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    changed = apply(Document((paragraph("một hai ba"),)), [PlacedEdit("0", 4, 7, "2"), PlacedEdit("0", 6, 10, "3")])
    assert changed.blocks[0].text == "một 2 ba"  # type: ignore[union-attr]


def test_a_number_made_by_the_list_is_never_changed() -> None:
    numbered = paragraph("một", "item", marker="1.")
    assert apply(Document((numbered,)), [PlacedEdit("0", 0, 2, "2.")]).blocks == (numbered,)
