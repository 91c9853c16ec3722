"""Small trees for the tests of the writers; all content is invented."""

from __future__ import annotations

from dataclasses import replace

from caitien.engine.document.tree import (
    Cell,
    Document,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Table,
    cell,
    paragraph,
    walk,
)

WIDE_HEADS = ("TT", "Nội dung", "Mục tiêu", "Việc làm", "Chủ trì", "Bắt đầu", "Kết thúc", "Kinh phí", "Ghi chú")


def marked(marker: str, text: str, level: int = 0) -> Paragraph:
    return replace(paragraph(text, "item"), marker=marker, level=level)


def letterhead() -> Table:
    left = (paragraph("UBND XÃ SUỐI MƠ", "authority"), paragraph("TRƯỜNG TIỂU HỌC SUỐI MƠ", "issuer"))
    right = (
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "country"),
        paragraph("Độc lập - Tự do - Hạnh phúc", "motto"),
    )
    below = (paragraph("Số: 12/KH-THSM", "number"),)
    place = (paragraph("Suối Mơ, ngày 05 tháng 9 năm 2026", "place_date"),)
    return Table((Row((Cell(left), Cell(right))), Row((Cell(below), Cell(place)))), "letterhead")


def closing() -> Table:
    left = (
        paragraph("Nơi nhận:", "recipients_label"),
        paragraph("- UBND xã (để báo cáo);", "recipient"),
        paragraph("- Lưu: VT.", "recipient"),
    )
    right = (paragraph("HIỆU TRƯỞNG", "signer_title"), paragraph("Ngô Thị Mẫu", "signer_name"))
    return Table((Row((Cell(left), Cell(right))),), "closing")


def grid_table(rows: int = 2) -> Table:
    """Merged cells, a heading of two rows, a row that heads a group, cells of several paragraphs."""
    head = (
        Row(
            (
                cell("TT", "cell_head", rowspan=2),
                cell("Việc", "cell_head", rowspan=2),
                cell("Thời gian", "cell_head", colspan=2),
            ),
            header=True,
        ),
        Row((cell("Bắt đầu", "cell_head"), cell("Kết thúc", "cell_head")), header=True),
    )
    group = Row((Cell((paragraph("MỨC 2", "group", level=1, align="center"),), 4),))
    body = [
        Row((cell(str(i)), cell("- Mua sách\n- Dựng kệ"), cell("9/2026"), cell("5/2027"))) for i in range(1, rows + 1)
    ]
    return Table((*head, group, *body))


def wide_table(rows: int = 3, words: int = 12) -> Table:
    body = [Row(tuple(cell(f"{i}.{c} " + "chữ " * words) for c in range(len(WIDE_HEADS)))) for i in range(rows)]
    return Table((Row(tuple(cell(head, "cell_head") for head in WIDE_HEADS), header=True), *body))


def everything() -> Document:
    """Every node and many roles."""
    return Document(
        (
            letterhead(),
            paragraph("KẾ HOẠCH", "title"),
            paragraph("Cải tiến chất lượng giáo dục", "subtitle"),
            paragraph("Năm học 2026-2027", "subtitle"),
            paragraph("I. MỤC ĐÍCH", "heading", level=1),
            marked("1.", "Giữ vững kết quả đã đạt;"),
            marked("2.", "Khắc phục điểm yếu <b>&"),
            marked("a)", "theo dõi hằng tháng"),
            marked("b)", "báo cáo cuối kỳ"),
            marked("3.", "Công khai kết quả."),
            marked("-", "việc nhỏ", level=1),
            Paragraph(
                (Run("Chữ "), Run("đậm", bold=True), Run(" và "), Run("nghiêng", italic=True), Run("\nxuống dòng"))
            ),
            Picture("sơ đồ"),
            grid_table(),
            Section((paragraph("II. NỘI DUNG", "heading", level=1), wide_table()), landscape=True),
            paragraph("III. TỔ CHỨC", "heading", level=1),
            paragraph("1. Hiệu trưởng", "heading", level=2),
            paragraph("- Chỉ đạo chung.", "item"),
            closing(),
        )
    )


def texts(document: Document) -> list[tuple[str, str, str]]:
    """Address, marker and text of every paragraph that says something."""
    found = [(path, block) for path, block in walk(document.blocks) if isinstance(block, Paragraph)]
    return [(path, block.marker, block.text) for path, block in found if block.full_text.strip()]


def shapes(document: Document) -> list[list[list[tuple[int, int]]]]:
    """Spans of the cells of every table, row by row."""
    return [
        [[(one.colspan, one.rowspan) for one in row.cells] for row in block.rows]
        for _, block in walk(document.blocks)
        if isinstance(block, Table)
    ]
