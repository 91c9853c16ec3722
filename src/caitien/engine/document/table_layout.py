"""How tables stand on the page: widths of their columns, rows that stay whole, heading rows and group rows."""

from __future__ import annotations

from collections.abc import Sequence

from caitien.engine.document.layout import CELL_MARGIN, LANDSCAPE, STYLES, WIDE_CELL_SIZE, style_of
from caitien.engine.document.metrics import MM, lines_needed, text_width
from caitien.engine.document.tree import Cell, Row, Table, grid, paragraphs

WIDE = 8
"""Tables of so many columns stand on landscape pages, in smaller letters."""
BLANK_SHARE = 0.4
"""Width of an empty column, to be filled by hand, in proportion to the mean."""
WHOLE_ROW = 0.4
"""Rows of up to this share of a landscape page stay on one page."""
HEAD_LINES = 3
"""Lines that the head of a column should not exceed."""
WIDEST_LEAST = 45.0
"""No column claims more than this by its longest word, mm."""
BLOCK_SHARES = {"letterhead": (68.0, 97.0), "closing": (82.5, 82.5)}
"""Widths of the two columns of the unruled blocks: the motto must fit on one line; the signer stands at the right."""


def cell_size(table: Table) -> float:
    """Size of the letters in a ruled table, points."""
    return WIDE_CELL_SIZE if table.columns >= WIDE else STYLES["cell"].size


def is_wide(table: Table) -> bool:
    """Whether the table wants a landscape page."""
    return table.role == "grid" and table.columns >= WIDE


def widths(table: Table, total: float) -> list[float]:
    """Widths of the columns in mm, `total` together: as the tree says, else by what stands in them."""
    columns = max(table.columns, 1)
    shares: Sequence[float] = table.widths if len(table.widths) == columns else ()
    if table.role in BLOCK_SHARES and columns == 2:
        shares = BLOCK_SHARES[table.role]
    if not shares or sum(shares) <= 0:
        shares = _shares_by_content(table)
    return _wide_enough([total * share / sum(shares) for share in shares], _least_widths(table))


def _columns_of_cells(table: Table) -> list[tuple[int, int, Cell]]:
    """(row, column, cell) of the cells of one column each."""
    found = [(r, column, table.rows[r].cells[c]) for r, c, column in places(table)]
    return [(r, column, cell) for r, column, cell in found if cell.colspan == 1]


def _shares_by_content(table: Table) -> list[float]:
    """A column gets by the root of its text, which makes rows low; text that never is the longest of its row counts
    for less."""
    columns = range(max(table.columns, 1))
    lengths = [[0 for _ in columns] for _ in table.rows]
    for r, column, cell in _columns_of_cells(table):
        if not table.rows[r].header:
            lengths[r][column] = len(cell.text)
    shares = [sum(max(row[i], 1) ** 2 / max(*row, 1) for row in lengths) ** 0.5 for i in columns]
    blank = BLANK_SHARE * sum(shares) / len(shares)
    return [share if any(row[i] for row in lengths) else max(share, blank) for i, share in enumerate(shares)]


def _least_widths(table: Table) -> list[float]:
    """So wide, within reason, that no word of a column breaks and its head takes few lines."""
    size = cell_size(table)
    least = [0.0] * max(table.columns, 1)
    for r, column, cell in _columns_of_cells(table):
        for block in paragraphs(cell.blocks):
            bold = style_of(block).bold
            words = [text_width(word, size, bold=bold) for word in block.full_text.split()]
            needed = max(words, default=0.0)
            if table.rows[r].header:
                needed = max(needed, 1.3 * sum(words) / HEAD_LINES)
            least[column] = max(least[column], min(needed + 2 * CELL_MARGIN + 0.5, WIDEST_LEAST))
    return least


def _wide_enough(wanted: list[float], least: list[float]) -> list[float]:
    """What too narrow columns lack is taken from the others, in proportion to what these can spare."""
    lack = sum(max(low - width, 0.0) for width, low in zip(wanted, least, strict=True))
    spare = sum(max(width - low, 0.0) for width, low in zip(wanted, least, strict=True))
    if not lack or lack > spare:
        return wanted
    kept = 1 - lack / spare
    return [low if width < low else low + (width - low) * kept for width, low in zip(wanted, least, strict=True)]


def whole_rows(table: Table, columns: Sequence[float]) -> list[bool]:
    """For each row whether it is kept on one page: all but the tall ones (`WHOLE_ROW`).

    `columns` are the widths of the columns in mm. The rows of unruled blocks always stay whole.
    """
    if table.role != "grid":
        return [True] * len(table.rows)
    size = cell_size(table)
    limit = LANDSCAPE.text_height / MM * WHOLE_ROW
    tallest = [0.0] * len(table.rows)
    for r, c, column in places(table):
        cell = table.rows[r].cells[c]
        room = sum(columns[column : column + cell.colspan]) - 2 * CELL_MARGIN
        lines = sum(lines_needed(block.full_text, max(room, 5.0), size) for block in paragraphs(cell.blocks))
        tallest[r] = max(tallest[r], lines * size * 1.2 / cell.rowspan)
    return [height <= limit for height in tallest]


def heading_rows(table: Table) -> int:
    """How many rows at the top are heading rows; one of them must be left as body for Word to repeat them."""
    count = next((r for r, row in enumerate(table.rows) if not row.header), len(table.rows))
    return count if count < len(table.rows) else 0


def group_level(row: Row) -> int:
    """1 for a row that heads a group of rows, 2 for one within such a group, 0 for an ordinary row."""
    levels = [block.level for cell in row.cells for block in paragraphs(cell.blocks) if block.text.strip()]
    grouped = levels and all(block.role == "group" for cell in row.cells for block in paragraphs(cell.blocks))
    return max(1, max(levels)) if grouped else 0


def places(table: Table) -> list[tuple[int, int, int]]:
    """(row, index of the cell in it, first column) of every cell, in reading order."""
    first: dict[tuple[int, int], int] = {}
    for line in grid(table):
        for column, at in enumerate(line):
            if at:
                first.setdefault(at, column)
    return [(r, c, column) for (r, c), column in sorted(first.items())]
