"""Edits of single characters: in a copy of the Word file, or in a copy of the plan."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.engine.document.docx_letters import letters_of
from caitien.engine.document.patch import Patched, apply_edits_docx
from caitien.engine.document.readers import read_document
from caitien.engine.document.readers.docx import docx_paragraph_elements
from caitien.engine.document.readers.ooxml import parse_xml
from caitien.engine.document.tree import Cell, Document, Paragraph, Row, Run, Table, paragraph, paragraphs
from caitien.engine.document.writers.docx import write_docx
from caitien.engine.plan.model import Action, LegalBasis, Place, Plan, PlanSection
from caitien.engine.plan_reader import read_plan
from caitien.engine.reports import plan_document
from caitien.engine.reports.edits import apply_edits_plan, block_places
from tests.make.plans import make_plan


@dataclass(frozen=True)
class Edit:
    field: str
    start: int
    old: str
    new: str


def written(*blocks: Paragraph | Table) -> tuple[bytes, Document]:
    data = write_docx(Document(blocks))
    return data, read_document(data)


def lines(data: bytes) -> list[str]:
    return [block.full_text for block in paragraphs(read_document(data).blocks)]


def patched(block: Paragraph, *edits: Edit, start: int = 0) -> Patched[Edit]:
    data, document = written(block)
    return apply_edits_docx(data, edits, {"f": Place("0", start)}, document)


def test_only_the_characters_change_and_their_looks_stay() -> None:
    block = Paragraph((Run("Bính"), Run(" Thạnh, ngày", bold=True), Run("  30 ", italic=True), Run("tháng 8")))
    result = patched(block, Edit("f", 0, "Bính Thạnh", "Bình Thạnh"))
    assert result.not_applied == ()
    runs = read_document(result.data).blocks[0].runs  # type: ignore[union-attr]
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Bình", False, False),
        (" Thạnh, ngày", True, False),
        ("  30 ", False, True),
        ("tháng 8", False, False),
    ]


def test_all_other_parts_keep_their_bytes() -> None:
    block = paragraph("sai chính tã")
    data, _ = written(block)
    result = patched(block, Edit("f", 10, "tã", "tả"))
    before, after = (zipfile.ZipFile(io.BytesIO(content)) for content in (data, result.data))
    assert before.namelist() == after.namelist()
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]


@pytest.mark.parametrize(
    ("text", "edit", "expected"),
    [
        ("công khai ,minh bạch", ("khai ,minh", "khai, minh"), "công khai, minh bạch"),
        ("nhà nhà trường", ("nhà nhà", "nhà"), "nhà trường"),
        ("a b", ("", "x"), "xa b"),
        ("lệ:100%", ("lệ:100%", "lệ: 100%"), "lệ: 100%"),
        ("chữ\tvà\nchữ", ("chữ và", "chữ, và"), "chữ,\tvà\nchữ"),
        ("đúng", ("đúng", "đúng"), "đúng"),
        ("  cách  xa  ", ("cách xa", "cách gần"), "  cách  gần  "),
    ],
)
def test_characters_are_found_with_blanks_counting_as_one(text: str, edit: tuple[str, str], expected: str) -> None:
    result = patched(paragraph(text), Edit("f", 0, *edit))
    assert (lines(result.data), result.not_applied) == ([expected], ())


def test_composed_and_decomposed_letters_are_the_same() -> None:
    block = Paragraph((Run("Hie\u0323\u0302u"), Run(" trươ\u0309ng")))
    data, document = written(block)
    assert document.blocks[0].text == "Hiệu trưởng"  # type: ignore[union-attr]
    result = apply_edits_docx(data, [Edit("f", 0, "Hiệu trưởng", "Hiệu phó")], {"f": Place("0")}, document)
    assert lines(result.data) == ["Hiệu phó"]


def test_the_occurrence_nearest_to_the_place_is_meant() -> None:
    text = "tã " * 5
    result = patched(paragraph(text.strip()), Edit("f", 6, "tã", "tả"))
    assert lines(result.data) == ["tã tã tả tã tã"]


def test_several_edits_of_one_paragraph_are_made_together() -> None:
    edits = [Edit("f", 0, "mot", "một"), Edit("f", 8, "ba", "bốn"), Edit("f", 4, "hai", "hai,")]
    assert lines(patched(paragraph("mot hai ba"), *edits).data) == ["một hai, bốn"]


def test_what_is_not_there_or_overlaps_is_handed_back() -> None:
    gone, twice = Edit("f", 0, "không có", "x"), Edit("f", 2, "i ba", "y")
    unknown = Edit("g", 0, "hai", "x")
    result = patched(paragraph("hai ba"), Edit("f", 0, "hai", "Hai"), gone, twice, unknown)
    assert result.not_applied == (gone, twice, unknown)
    assert lines(result.data) == ["Hai ba"]


def test_text_far_from_its_place_is_left_alone() -> None:
    edit = Edit("f", 0, "tã", "tả")
    assert patched(paragraph("x " * 60 + "tã"), edit).not_applied == (edit,)


def test_automatic_numbers_are_no_part_of_the_text() -> None:
    block = Paragraph((Run("Rà soat"),), "item", marker="1.")
    result = patched(block, Edit("f", 3, "soat", "soát"), start=3)
    assert lines(result.data) == ["1. Rà soát"]


def test_a_field_may_go_on_in_the_next_paragraph_of_its_cell() -> None:
    cells = (Cell((paragraph("- một", "cell"), paragraph("- hia", "cell"))), Cell((paragraph("hia", "cell"),)))
    data, document = written(Table((Row(cells),)))
    result = apply_edits_docx(data, [Edit("f", 4, "hia", "hai")], {"f": Place("0.0.0.0")}, document)
    assert lines(result.data) == ["- một", "- hai", "hia"]


def test_a_field_of_two_cells_is_found_by_its_only_occurrence() -> None:
    data, document = written(
        Table((Row((Cell((paragraph("Từ 9/2026", "cell"),)), Cell((paragraph("Đên 5/2027", "cell"),)))),))
    )
    places = {
        "actions[0].time_raw": Place(""),
        "actions[0].start": Place("0.0.0.0"),
        "actions[0].end": Place("0.0.1.0"),
    }
    result = apply_edits_docx(data, [Edit("actions[0].time_raw", 12, "Đên", "Đến")], places, document)
    assert lines(result.data) == ["Từ 9/2026", "Đến 5/2027"]


def test_a_place_that_is_a_table_means_its_only_fitting_paragraph() -> None:
    table = Table((Row((Cell((paragraph("tổng số", "cell"),)), Cell((paragraph("tông số", "cell"),)))),))
    data, document = written(table)
    result = apply_edits_docx(data, [Edit("f", 0, "tông", "tổng")], {"f": Place("0")}, document)
    assert lines(result.data) == ["tổng số", "tổng số"]


@settings(max_examples=100, deadline=None)
@given(st.data(), st.lists(st.text("abc ,\t", min_size=1, max_size=8), min_size=1, max_size=4))
def test_any_passage_can_be_replaced(data: st.DataObject, pieces: list[str]) -> None:
    block = Paragraph(tuple(Run(piece, bold=i % 2 == 1) for i, piece in enumerate(pieces)))
    if not block.text.strip():
        return
    content, document = written(block)
    root = parse_xml(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    text = letters_of(docx_paragraph_elements(root)["0"]).text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text("xy ", max_size=5))
    edit = Edit("f", start, text[start:end], new)
    result = apply_edits_docx(content, [edit], {"f": Place("0")}, document)
    assert result.not_applied == ()
    expected = text[:start] + new + text[end:]
    assert " ".join("\n".join(lines(result.data)).split()) == " ".join(expected.split())


def test_a_whole_plan_is_mended_in_place() -> None:
    plan = make_plan(3)
    plan.actions[0].tasks[0] = plan.actions[0].tasks[0].replace(" ", " ,", 1)
    plan.header.motto[1] = "Độc lập-Tự do-Hạnh phúc"
    data = write_docx(plan_document(plan))
    reading = read_plan(read_document(data))
    task = reading.plan.actions[0].tasks[0]
    at = task.index(" ,")
    edits = [
        Edit("actions[0].tasks[0]", at, " ,", " "),
        Edit("header.motto[1]", 0, reading.plan.header.motto[1], "Độc lập - Tự do - Hạnh phúc"),
    ]
    result = apply_edits_docx(data, edits, reading.places, reading.document)
    assert result.not_applied == ()
    again = read_plan(read_document(result.data)).plan
    assert again.actions[0].tasks[0] == task.replace(" ,", " ", 1)
    assert again.header.motto[1] == "Độc lập - Tự do - Hạnh phúc"
    assert again.actions[1:] == reading.plan.actions[1:]


def test_kept_blocks_have_places() -> None:
    reading = read_plan(read_document(write_docx(plan_document(make_plan(3)))))
    places = block_places(reading.plan, reading.document)
    kept = [
        f"sections[{i}].content[{j}]"
        for i, section in enumerate(reading.plan.sections)
        for j, piece in enumerate(section.content)
        if isinstance(piece, Paragraph)
    ]
    assert kept
    assert set(kept) <= set(places)


# --- edits of the plan ------------------------------------------------------------------------------------------


def test_texts_of_the_plan_are_edited_in_a_copy() -> None:
    plan = Plan(actions=[Action(tasks=["một ,hai ,ba"], target="Đạt")])
    edits = [
        Edit("actions[0].tasks[0]", 3, " ,", ", "),
        Edit("actions[0].tasks[0]", 8, " ,", ", "),
        Edit("actions[0].target", 0, "Đạt", "Đạt mức 2"),
    ]
    changed, left = apply_edits_plan(plan, edits)
    assert (changed.actions[0].tasks, changed.actions[0].target, left) == (["một, hai, ba"], "Đạt mức 2", [])
    assert plan.actions[0].tasks == ["một ,hai ,ba"]


def test_fields_that_hold_the_same_text_are_edited_along() -> None:
    action = Action(
        criterion_title="Thư viên",
        heading="Tiêu chí 3.6: Thư viên",
        lead_and_partners="Văn thu\nKế toán",
        lead="Văn thu",
    )
    changed, left = apply_edits_plan(
        Plan(actions=[action]),
        [
            Edit("actions[0].criterion_title", 4, "viên", "viện"),
            Edit("actions[0].lead_and_partners", 0, "Văn thu", "Văn thư"),
        ],
    )
    assert left == []
    assert changed.actions[0].heading == "Tiêu chí 3.6: Thư viện"
    assert changed.actions[0].lead == "Văn thư"


def test_kept_blocks_and_inline_bases_are_edited() -> None:
    block = Paragraph((Run("Theo "), Run("Thông tu số 1", bold=True), Run(" và công văn")))
    table = Table((Row((Cell((paragraph("ô một", "cell"),)), Cell((paragraph("ô hia", "cell"),)))),))
    plan = Plan(
        legal_bases=[LegalBasis("Thông tu số 1", inline=True)],
        sections=[PlanSection("bases", "II", "CĂN CỨ", [block, table])],
    )
    changed, left = apply_edits_plan(
        plan,
        [
            Edit("legal_bases[0].text", 6, "tu", "tư"),
            Edit("sections[0].content[1]", 2, "hia", "hai"),
            Edit("sections[0].title", 0, "CĂN", "CÁC"),
        ],
    )
    assert left == []
    assert [run.text for run in changed.sections[0].content[0].runs] == ["Theo ", "Thông tư số 1", " và công văn"]  # type: ignore[union-attr]
    assert [one.text for one in paragraphs((changed.sections[0].content[1],))] == ["ô một", "ô hai"]  # type: ignore[arg-type]
    assert changed.sections[0].title == "CÁC CỨ"


@pytest.mark.parametrize("field", ["actions[9].target", "nothing", "actions[0].target", "header.motto[x]", "date"])
def test_edits_that_fit_nowhere_are_handed_back(field: str) -> None:
    edit = Edit(field, 0, "không có", "x")
    changed, left = apply_edits_plan(Plan(actions=[Action(target="Đạt")]), [edit])
    assert left == [edit]
    assert changed.actions[0].target == "Đạt"
