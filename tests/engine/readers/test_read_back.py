"""What our writers write, our readers read back: the same paragraphs and tables."""

from __future__ import annotations

import pytest

from caitien.engine.document.readers import read_document
from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Row, Run, Table, cell, flat, paragraph
from caitien.engine.document.writers import write_document


def row(*texts: str, header: bool = False) -> Row:
    return Row(tuple(cell(text, "cell_head" if header else "cell") for text in texts), header)


LETTERHEAD = Table(
    (row("UBND XÃ AN HÒA\nTRƯỜNG TIỂU HỌC AN HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),),
    "letterhead",
)
CLOSING = Table((row("Nơi nhận:\n- UBND xã;\n- Lưu VT.", "HIỆU TRƯỞNG\n(Đã ký)\nLê Văn Mẫu"),), "closing")
GRID = Table(
    (
        Row(
            (
                cell("TT", "cell_head", rowspan=2),
                cell("Việc", "cell_head", rowspan=2),
                cell("Thời gian", "cell_head", colspan=2),
            ),
            True,
        ),
        row("Bắt đầu", "Kết thúc", header=True),
        Row((cell("MỨC 1", colspan=4),)),
        row("1", "- Mua sách\n- Sửa kệ | bàn", "9/2026", "5/2027"),
        row("2", "=1+1", "", ""),
    ),
    widths=(0.1, 0.5, 0.2, 0.2),
)
DOCUMENT = Document(
    (
        LETTERHEAD,
        Paragraph((Run("KẾ HOẠCH", bold=True),), "title"),
        paragraph("I. MỤC ĐÍCH"),
        Paragraph((Run("Nâng chất lượng "), Run("toàn diện", italic=True)), "item", marker="1."),
        GRID,
        paragraph("Ghi chú: không có."),
        GRID,
        GRID,
        CLOSING,
    )
)


def shape(document: Document) -> list[object]:
    """Texts with their spans, without what a format cannot hold."""

    def of(block: Block) -> object:
        if isinstance(block, Table):
            return [[(one.text, one.colspan, one.rowspan) for one in line.cells] for line in block.rows]
        return block.full_text if isinstance(block, Paragraph) else block

    return [of(block) for _, block in flat(document)]


@pytest.mark.parametrize("form", ["docx", "xlsx", "txt"])
def test_paragraphs_and_tables_come_back(form: str) -> None:
    assert shape(read_document(write_document(DOCUMENT, form))) == shape(DOCUMENT)


@pytest.mark.parametrize("form", ["docx", "xlsx", "txt"])
def test_blocks_side_by_side_are_not_ruled(form: str) -> None:
    roles = [block.role for block in read_document(write_document(DOCUMENT, form)).blocks if isinstance(block, Table)]
    assert roles == ["letterhead", "grid", "grid", "grid", "letterhead"]


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_look_of_runs_comes_back(form: str) -> None:
    blocks = read_document(write_document(DOCUMENT, form)).blocks
    item = next(block for block in blocks if isinstance(block, Paragraph) and "toàn diện" in block.text)
    assert [run.italic for run in item.runs if run.text.strip()][-2:] == [False, True]


def test_a_cell_of_several_blocks_comes_back() -> None:
    two = Table((Row((Cell((paragraph("a", "cell"), paragraph("b", "cell"))), cell("c"))),) * 2)
    for form in ("docx", "xlsx", "txt"):
        assert shape(read_document(write_document(Document((two,)), form))) == [[[("a\nb", 1, 1), ("c", 1, 1)]] * 2]
