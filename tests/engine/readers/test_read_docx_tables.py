"""Tables of Word files: merged, nested, ruled or not, and long ones."""

from __future__ import annotations

import io

import docx as python_docx

from caitien.engine.document.readers import read_document
from caitien.engine.document.readers.limits import TABLE_DEPTH
from caitien.engine.document.tree import Paragraph, Table, grid, paragraphs
from tests.engine.readers.office_files import docx, outline, p, read, styles, table, tbl, tc, texts, tr

SPAN = '<w:gridSpan w:val="{}"/>'
START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LINES = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'


def test_spans_across_and_down() -> None:
    rows = (
        tr(tc("TT", START), tc("Thời gian", SPAN.format(2)), properties="<w:tblHeader/>"),
        tr(tc("", ON), tc("Bắt đầu"), tc("Kết thúc"), properties="<w:tblHeader/>"),
        tr(tc("MỨC 1", SPAN.format(3))),
        tr(tc("1"), tc("9/2026"), tc("5/2027")),
    )
    found = table(read(tbl(*rows, grid=(1000, 2000, 1000))))
    assert outline(found) == [
        [("TT", 1, 2), ("Thời gian", 2, 1)],
        [("Bắt đầu", 1, 1), ("Kết thúc", 1, 1)],
        [("MỨC 1", 3, 1)],
        [("1", 1, 1), ("9/2026", 1, 1), ("5/2027", 1, 1)],
    ]
    assert [row.header for row in found.rows] == [True, True, False, False]
    assert found.widths == (0.25, 0.5, 0.25)
    assert [block.role for block in paragraphs((found,))][:5] == ["cell_head"] * 4 + ["cell"]


def test_gaps_before_and_after_the_cells_are_empty_cells() -> None:
    row = tr(tc("giữa"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>')
    found = table(read(tbl(row, tr(tc("a"), tc("b"), tc("c"), tc("d")))))
    assert outline(found)[0] == [("", 1, 1), ("giữa", 1, 1), ("", 2, 1)]
    assert found.columns == 4


def test_a_merge_that_goes_on_under_another_width_is_a_cell_of_its_own() -> None:
    found = table(read(tbl(tr(tc("a", SPAN.format(2) + START)), tr(tc("", ON), tc("b")))))
    assert outline(found) == [[("a", 2, 1)], [("", 1, 1), ("b", 1, 1)]]
    assert all(place is not None for line in grid(found) for place in line)


def test_text_hidden_in_a_merged_cell_is_said() -> None:
    document = read(tbl(tr(tc("a", START)), tr(tc("che", ON))))
    assert texts(document) == ["a"]
    assert "Có chữ bị che trong ô đã gộp, Word không hiện nên không đọc." in document.losses


def test_deleted_rows_are_left_out_and_rows_in_controls_are_read() -> None:
    rows = tr(tc("xóa"), properties="<w:del/>") + f"<w:sdt><w:sdtContent>{tr(tc('còn'))}</w:sdtContent></w:sdt>"
    assert texts(read(tbl(rows))) == ["còn"]


def test_several_paragraphs_stay_and_empty_ones_only_in_empty_cells() -> None:
    cells = f"<w:tc>{p('một')}{p()}{p('hai')}</w:tc><w:tc>{p()}{p()}</w:tc>"
    blocks = table(read(tbl(f"<w:tr>{cells}</w:tr>"))).rows[0].cells
    assert [[block.text for block in paragraphs(cell.blocks)] for cell in blocks] == [["một", "hai"], [""]]


def test_a_table_inside_a_cell_is_a_block_of_it() -> None:
    inner = tbl(tr(tc("trong")))
    cell = table(read(tbl(f"<w:tr><w:tc>{p('trước')}{inner}{p('sau')}</w:tc></w:tr>"))).rows[0].cells[0]
    assert [type(block) for block in cell.blocks] == [Paragraph, Table, Paragraph]


def test_tables_nested_too_deep_become_paragraphs() -> None:
    body = p("đáy")
    for _ in range(40):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    document = read(body)
    assert texts(document) == ["đáy"]
    assert any(str(TABLE_DEPTH) in loss for loss in document.losses)


def test_a_table_without_lines_is_a_letterhead() -> None:
    ruled_style = styles(f'<w:style w:type="table" w:styleId="Luoi"><w:tblPr>{LINES}</w:tblPr></w:style>')
    roles = {
        "none": table(read(tbl(tr(tc("a"), tc("b"))))).role,
        "own": table(read(tbl(tr(tc("a")), properties=LINES))).role,
        "style": table(read(tbl(tr(tc("a")), properties='<w:tblStyle w:val="Luoi"/>'), styles=ruled_style)).role,
        "cell": table(read(tbl(tr(tc("a", '<w:tcBorders><w:left w:val="single"/></w:tcBorders>'))))).role,
        "nil": table(read(tbl(tr(tc("a")), properties=LINES.replace("single", "nil")))).role,
    }
    assert roles == {"none": "letterhead", "own": "grid", "style": "grid", "cell": "grid", "nil": "letterhead"}


def test_files_of_python_docx_are_read() -> None:
    made = python_docx.Document()
    made.add_heading("Mục đích", 1)
    grid_table = made.add_table(2, 3, style="Table Grid")
    grid_table.cell(0, 0).merge(grid_table.cell(1, 0)).text = "gộp"
    grid_table.cell(0, 1).merge(grid_table.cell(0, 2)).text = "ngang"
    stream = io.BytesIO()
    made.save(stream)
    document = read_document(stream.getvalue())
    assert isinstance(document.blocks[0], Paragraph)
    assert (document.blocks[0].role, document.blocks[0].level) == ("heading", 1)
    assert table(document).role == "grid"
    assert outline(table(document))[0] == [("gộp", 1, 2), ("ngang", 2, 1)]


def test_two_thousand_rows_are_read() -> None:
    rows = "".join(tr(*(tc(f"ô {i}.{j}") for j in range(10))) for i in range(2000))
    data = docx(tbl(rows, properties=LINES))
    found = table(read_document(data))
    assert len(found.rows) == 2000
    assert found.rows[-1].cells[-1].text == "ô 1999.9"
