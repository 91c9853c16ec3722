"""Small tools over python-docx: paragraphs, ruled tables with spans, numbered lists, old fonts."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.make.layouts.encodings import nfd, tcvn3, vni

ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a ruled table as laid out; "\\n" begins a paragraph, "\\v" is a soft line break."""

    text: str = ""
    across: int = 1
    down: int = 1
    bold: bool = False


@dataclass(slots=True)
class Paper:
    """A Word file being written; `letters` is "", "nfd", "tcvn3" or "vni"."""

    letters: str = ""
    file: Any = field(default_factory=Document)

    def __post_init__(self) -> None:
        style = self.file.styles["Normal"]
        style.font.name = {"tcvn3": ".VnTime", "vni": "VNI-Times"}.get(self.letters, "Times New Roman")
        style.font.size = Pt(13)
        for section in self.file.sections:
            section.page_width, section.page_height = Mm(210), Mm(297)
            section.left_margin, section.right_margin = Mm(30), Mm(15)

    def paragraph(self, text: str = "", *, bold: bool = False, align: str = "", where: Any = None) -> Any:
        """A paragraph at the end of the file, or of a cell; a line break is a soft one."""
        made = (where if where is not None else self.file).add_paragraph()
        self.write(made, text, bold=bold)
        if align:
            made.alignment = ALIGN[align]
        return made

    def write(self, paragraph: Any, text: str, *, bold: bool = False) -> None:
        """Add a run in the letters of the file."""
        font = None
        if self.letters == "tcvn3":
            text, capital = tcvn3(text)
            font = ".VnTimeH" if capital else ".VnTime"
        elif self.letters == "vni":
            text, font = vni(text), "VNI-Times"
        elif self.letters == "nfd":
            text = nfd(text)
        run = paragraph.add_run(text.replace("\v", "\n"))
        run.bold = bold or None
        if font:
            run.font.name = font

    def table(self, rows: list[list[Box]], *, widths: list[int] | None = None, head: int = 0) -> Any:
        """A ruled table; a cell that reaches down is given only in its first row. `head` rows repeat on every page."""
        columns = sum(box.across for box in rows[0])
        table = self.file.add_table(rows=len(rows), cols=columns)
        table.style = "Table Grid"
        grid = [list(row.cells) for row in table.rows]
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            column = 0
            for box in row:
                while (r, column) in taken:
                    column += 1
                self._place(grid, (r, column), box)
                taken |= {(r + i, column + j) for i in range(box.down) for j in range(box.across)}
                column += box.across
        _set_widths(table, widths or [])
        for row in table.rows[:head]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def _place(self, grid: list[list[Any]], at: tuple[int, int], box: Box) -> None:
        row, column = at
        cell = grid[row][column]
        if box.across > 1 or box.down > 1:
            cell = cell.merge(grid[row + box.down - 1][column + box.across - 1])
        for i, line in enumerate(box.text.split("\n")):
            target = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            self.write(target, line, bold=box.bold)

    def plain_table(self, left: list[tuple[str, bool]], right: list[tuple[str, bool]]) -> None:
        """Two columns without rules, each line (text, bold)."""
        table = self.file.add_table(rows=1, cols=2)
        for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
            for i, (text, bold) in enumerate(lines):
                target = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                self.write(target, text, bold=bold)
                target.alignment = ALIGN["center"]

    def numbered(self, paragraph: Any, list_id: int, level: int = 0) -> None:
        """Let Word number the paragraph; `list_id` is one of `define_lists`."""
        properties = paragraph._p.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", level), ("w:numId", list_id)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), str(value))
            number.append(element)
        properties.append(number)

    def define_lists(self, formats: list[tuple[str, str]]) -> list[int]:
        """Numberings such as ("upperRoman", "%1."); returns their ids."""
        part = self.file.part.numbering_part.element
        ids = []
        for i, (kind, text) in enumerate(formats):
            abstract, number = str(90 + i), 90 + i
            part.insert(0, _abstract(abstract, kind, text))
            made = OxmlElement("w:num")
            made.set(qn("w:numId"), str(number))
            link = OxmlElement("w:abstractNumId")
            link.set(qn("w:val"), abstract)
            made.append(link)
            part.append(made)
            ids.append(number)
        return ids

    def landscape(self) -> None:
        """The pages from here on lie."""
        section = self.file.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)

    def portrait(self) -> None:
        """The pages from here on stand again."""
        section = self.file.add_section()
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)

    def data(self) -> bytes:
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()


def _abstract(identity: str, kind: str, text: str) -> Any:
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), identity)
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", text), ("w:lvlJc", "left")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    return abstract


def _set_widths(table: Any, widths: list[int]) -> None:
    table.autofit = not widths
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Mm(width)
