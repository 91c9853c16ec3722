"""Ruled tables in PDF: grids with spans, tables over pages, rows that go on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.engine.document.readers.pdf import read_pdf
from caitien.engine.document.readers.pdf_layout import blocks_of
from caitien.engine.document.readers.pdf_page import Page, Rule, Word
from caitien.engine.document.tree import Picture, Section, Table, flat, grid, walk
from tests.engine.readers.pdf_files import drawn, printed, rows_of, stream, tables, texts

TASK = "Lập danh mục sách cần mua, xin báo giá, trình hiệu trưởng duyệt rồi mua trước tháng 10. "
HEAD = "table.header([*TT*], [*Tiêu chí*], [*Công việc*], [*Thời gian*])"


def test_spans_of_heading_and_group_rows() -> None:
    source = """#table(columns: (10mm, 40mm, 1fr, 25mm, 25mm),
      table.cell(rowspan: 2)[*TT*], table.cell(rowspan: 2)[*Tiêu chí*], table.cell(rowspan: 2)[*Công việc*],
      table.cell(colspan: 2)[*Thời gian*], [*Bắt đầu*], [*Kết thúc*],
      table.cell(colspan: 5)[*MỨC 1*],
      [1], [Tiêu chí 3.2], [\\- Sơn tường; \\ \\- Thay cửa], [9/2026], [5/2027])"""
    (table,) = tables(read_pdf(printed(source)))
    assert rows_of(table) == [
        ["TT", "Tiêu chí", "Công việc", "Thời gian"],
        ["Bắt đầu", "Kết thúc"],
        ["MỨC 1"],
        ["1", "Tiêu chí 3.2", "- Sơn tường;\n- Thay cửa", "9/2026", "5/2027"],
    ]
    assert [(cell.colspan, cell.rowspan) for cell in table.rows[0].cells] == [(1, 2), (1, 2), (1, 2), (2, 1)]
    assert table.rows[2].cells[0].colspan == 5
    assert [row.header for row in table.rows] == [True, True, False, False]
    assert table.columns == 5
    assert sum(table.widths) == pytest.approx(1, abs=0.01)


def test_a_row_of_column_numbers_belongs_to_the_heading() -> None:
    source = "#table(columns: 3, [*TT*], [*Nội dung*], [*Kinh phí*], [(1)], [(2)], [(3)], [1], [Mua sách], [Không])"
    (table,) = tables(read_pdf(printed(source)))
    assert [row.header for row in table.rows] == [True, True, False]


def long_table(rows: int, head: str = HEAD, tasks: int = 3) -> str:
    body = "".join(
        f"[{i}], [Tiêu chí {i % 5 + 1}.{i % 6 + 1}], [{TASK * tasks}], [Tháng {i % 9 + 1}/2027]," for i in range(rows)
    )
    return f"#table(columns: (10mm, 25mm, 1fr, 25mm), {head}, {body})"


@pytest.mark.parametrize("tasks", [1, 2, 5, 9])
def test_one_table_over_pages_with_repeated_heading(tasks: int) -> None:
    (table,) = tables(read_pdf(printed(long_table(12, tasks=tasks))))
    assert len(table.rows) == 13
    assert [row.header for row in table.rows] == [True] + [False] * 12
    assert rows_of(table)[1:] == [
        [str(i), f"Tiêu chí {i % 5 + 1}.{i % 6 + 1}", (TASK * tasks).strip(), f"Tháng {i % 9 + 1}/2027"]
        for i in range(12)
    ]
    pages = [row.page for row in table.rows]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert pages[0] == 1


def test_one_table_over_pages_without_repeated_heading() -> None:
    head = "[*TT*], [*Tiêu chí*], [*Công việc*], [*Thời gian*]"
    (table,) = tables(read_pdf(printed(long_table(12, head))))
    assert [row[0] for row in rows_of(table)] == ["TT", *map(str, range(12))]


def test_a_list_in_a_row_goes_on_over_the_page() -> None:
    tasks = " \\ ".join(f"\\- Việc {i}: {TASK}" for i in range(40))
    (table,) = tables(read_pdf(printed(f"#table(columns: (10mm, 1fr), [TT], [Việc], [1], [{tasks}], [2], [Xong])")))
    assert [row[0] for row in rows_of(table)] == ["TT", "1", "2"]
    assert rows_of(table)[1][1].split("\n") == [f"- Việc {i}: {TASK.strip()}" for i in range(40)]


def test_a_cell_over_several_rows_goes_on_over_the_page() -> None:
    body = "".join(f"[{TASK * 4}], [Tháng {i}]," for i in range(1, 9))
    source = f"#v(150mm)#table(columns: (25mm, 1fr, 25mm), table.cell(rowspan: 8)[Tiêu chí 3.2], {body})"
    (table,) = tables(read_pdf(printed(source)))
    assert len(table.rows) == 8
    assert (table.rows[0].cells[0].text, table.rows[0].cells[0].rowspan) == ("Tiêu chí 3.2", 8)
    assert [row[-1] for row in rows_of(table)] == [f"Tháng {i}" for i in range(1, 9)]


@pytest.mark.parametrize(("wide_first", "down"), [(True, 195), (False, 180)])
def test_merged_rows_alone_on_a_page_belong_to_the_table(wide_first: bool, down: int) -> None:
    wide = f"table.cell(colspan: 2)[Tổng cộng {TASK * 8}], [150 triệu đồng],"
    narrow = f"[1], [{TASK * 8}], [Tháng 9],"
    rows = (wide, narrow) if wide_first else (narrow, wide)
    source = f"#v({down}mm)\n#set table.cell(breakable: false)\n#table(columns: (30mm, 1fr, 30mm), {''.join(rows)})"
    document = read_pdf(printed(source))
    assert document.pages == 2
    (table,) = tables(document)
    spans = [[cell.colspan for cell in row.cells] for row in table.rows]
    assert sorted(spans) == [[1, 1, 1], [2, 1]]
    assert table.columns == 3
    assert [row.page for row in table.rows] == [1, 2]


def test_cells_drawn_as_boxes() -> None:
    boxes = b"".join(b"%d %d 100 40 re S\n" % place for place in ((100, 700), (200, 700), (100, 660), (200, 660)))
    words = b"".join(
        b"BT /F1 12 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % place
        for place in ((110, 715, b"Viec"), (210, 715, b"Kinh phi"), (110, 675, b"Mua sach"), (210, 675, b"Khong"))
    )
    shading = b"0.9 g 100 660 200 80 re f 0 g\n"
    assert rows_of(tables(read_pdf(drawn(shading + boxes + words)))[0]) == [["Viec", "Kinh phi"], ["Mua sach", "Khong"]]


def test_small_tables_stay_apart() -> None:
    small = "#table(columns: (30mm, 1fr), [Tiêu chí], [{}], [Kinh phí], [Không])\n\nTiêu chí sau:\n\n"
    document = read_pdf(printed("".join(small.format(f"3.{i}") for i in range(1, 5))))
    assert [rows_of(table)[0] for table in tables(document)] == [["Tiêu chí", f"3.{i}"] for i in range(1, 5)]
    assert texts(document) == ["Tiêu chí sau:"] * 4


def test_another_table_on_the_next_page_is_no_continuation() -> None:
    source = "#table(columns: (30mm, 1fr), [A], [B])#pagebreak()#table(columns: (50mm, 1fr), [C], [D])"
    assert [rows_of(table) for table in tables(read_pdf(printed(source)))] == [[["A", "B"]], [["C", "D"]]]


def test_landscape_pages_stand_in_a_section() -> None:
    source = f"Mở đầu.\n#page(flipped: true)[{long_table(9)}]\nKết thúc."
    document = read_pdf(printed(source))
    kinds = [type(block) for block in document.blocks]
    assert kinds.count(Section) == 1
    (section,) = (block for block in document.blocks if isinstance(block, Section))
    assert section.landscape
    assert len(section.blocks) == 1
    assert texts(document) == ["Mở đầu.", "Kết thúc."]


def test_text_turned_upright_in_a_heading() -> None:
    source = "#table(columns: (12mm, 40mm), [#rotate(-90deg, reflow: true)[Số TT]], [Việc], [1], [Trồng cây])"
    assert rows_of(tables(read_pdf(printed(source)))[0]) == [["Số TT", "Việc"], ["1", "Trồng cây"]]


def test_a_frame_around_the_page_is_no_table() -> None:
    source = "#set page(background: rect(width: 190mm, height: 277mm))\nKẾ HOẠCH\n\nNội dung."
    document = read_pdf(printed(source))
    assert not tables(document)
    assert texts(document) == ["KẾ HOẠCH", "Nội dung."]


def test_underlines_and_open_sides() -> None:
    document = read_pdf(printed("#underline[Mục tiêu] chung #underline[của kế hoạch]"))
    assert texts(document) == ["Mục tiêu chung của kế hoạch"]
    source = (
        "#table(columns: 2, stroke: (x, y) => (top: 1pt, bottom: 1pt, right: if x == 0 { 1pt }), [A], [B], [C], [D])"
    )
    assert rows_of(tables(read_pdf(printed(source)))[0]) == [["A", "B"], ["C", "D"]]


def test_rules_drawn_as_thin_boxes_and_dots() -> None:
    """As Word draws them: each edge a filled box of its own; and a dotted rule in many pieces."""
    edges = [(100, 700, 100, 0.5), (200, 700, 100, 0.5), (100, 650, 200, 0.5), (100, 600, 200, 0.5)]
    edges += [(100, 600, 0.5, 100), (300, 600, 0.5, 100)]
    boxes = b"".join(b"%.1f %.1f %.1f %.1f re f\n" % edge for edge in edges)
    dots = b"".join(b"200 %d 0.5 1.5 re f\n" % y for y in range(600, 700, 3))
    words = b"".join(
        b"BT /F1 12 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % place
        for place in ((110, 670, b"Viec"), (210, 670, b"Kinh phi"), (110, 620, b"Mua sach"), (210, 620, b"Khong"))
    )
    (table,) = tables(read_pdf(drawn(boxes + dots + words)))
    assert rows_of(table) == [["Viec", "Kinh phi"], ["Mua sach", "Khong"]]


def test_rules_and_words_inside_a_form() -> None:
    form = b"10 10 m 110 10 l S 10 40 m 110 40 l S 10 10 m 10 40 l S 60 10 m 60 40 l S 110 10 m 110 40 l S "
    form += b"BT /F1 10 Tf 1 0 0 1 15 20 Tm (Mot) Tj ET BT /F1 10 Tf 1 0 0 1 65 20 Tm (Hai) Tj ET"
    more = stream(form, b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</Font<</F1 5 0 R>>>>")
    assert rows_of(tables(read_pdf(drawn(b"q 2 0 0 2 50 500 cm /X1 Do Q", more=[more])))[0]) == [["Mot", "Hai"]]


def test_pictures_keep_their_place() -> None:
    source = '#set par(first-line-indent: 0pt)\nTrên.\n\n#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" '
    source += 'width=\\"90\\" height=\\"90\\"><image width=\\"90\\" height=\\"90\\" href=\\"data:image/png;base64,'
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    source += pixel + '\\"/></svg>"))\n\nDưới.'
    document = read_pdf(printed(source))
    assert [getattr(block, "text", type(block).__name__) for _, block in flat(document)] == [
        "Trên.",
        "Picture",
        "Dưới.",
    ]
    assert isinstance(document.blocks[1], Picture)


PLACES = st.floats(0, 600)
WORDS = st.builds(
    Word,
    st.sampled_from(["Việc", "1", "TT", "-", "2026-", "Tiêu chí", "a)", "nhà", ";"]),
    PLACES,
    PLACES,
    PLACES,
    st.sampled_from([8.0, 11.0, 13.0]),
    st.booleans(),
    spaced=st.booleans(),
)
RULES = st.builds(
    Rule, st.sampled_from([50.0, 100.0, 101.0, 250.0, 400.0]), st.just(50.0), st.sampled_from([250.0, 400.0])
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.builds(
            Page,
            st.just(1),
            st.just(600.0),
            st.just(800.0),
            st.lists(WORDS, max_size=25),
            st.lists(RULES),
            st.lists(RULES),
        ),
        max_size=3,
    )
)
def test_whatever_lies_on_the_pages_the_tree_is_sound(pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        page.number = number
        page.words = [word._replace(x1=word.x0 + 5 * len(word.text)) for word in page.words]
    blocks = blocks_of(pages)
    kept = "".join(block.text for _, block in walk(blocks) if hasattr(block, "runs"))
    assert len("".join(kept.split())) <= sum(len("".join(word.text.split())) for page in pages for word in page.words)
    for _, block in walk(blocks):
        if isinstance(block, Table):
            places = [place for line in grid(block) for place in line]
            assert None not in places
