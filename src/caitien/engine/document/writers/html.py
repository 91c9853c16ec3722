"""Document tree → HTML: semantic, escaped, with the address of every block in ``data-path``.

`write_html` gives a page that stands alone, without a request to any host. `html_fragment` gives the blocks for a page
of ours, with marks at the places of findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from caitien.engine.document import layout, table_layout
from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Picture, Row, Run, Section, Table, walk
from caitien.engine.document.writers.docx_parts import ILLEGAL

CONTENTS = "<!--contents-->"
"""Stands for the automatic contents until all is written; no text can hold it, all of it is escaped."""
MARKED_TAGS = {"inserted": "ins", "deleted": "del", "gap": "mark"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of the full text of the paragraph at `path`, to be wrapped in ``<mark>``."""

    path: str
    start: int
    end: int
    css_class: str = ""
    id: str = ""
    label: str = ""
    """What a screen reader hears."""


def write_html(document: Document, *, title: str = "") -> bytes:
    """A complete page in UTF-8."""
    shown = escape(title or "Kế hoạch cải tiến chất lượng giáo dục")
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" '
        f'content="width=device-width, initial-scale=1">\n<title>{shown}</title>\n<style>\n{_style_sheet()}</style>\n'
        f"</head>\n<body>\n<main>\n{html_fragment(document)}</main>\n</body>\n</html>\n"
    ).encode()


def html_fragment(document: Document, marks: Iterable[Mark] = ()) -> str:
    """The blocks of the document; marks that overlap or lie outside their paragraph are cut to fit."""
    by_path: dict[str, list[Mark]] = {}
    for mark in marks:
        by_path.setdefault(mark.path, []).append(mark)
    made = "".join(_blocks(document.blocks, "", by_path, width=layout.PORTRAIT.text_width))
    return made.replace(CONTENTS, _contents(document)) if CONTENTS in made else made


def _contents(document: Document) -> str:
    """The headings as links to their places."""
    listed = {id(block) for _, block in layout.headings(document.blocks)}
    links = [
        f'<li class="level-{layout.style_of(block).outline}"><a href="#muc-{path}">{escape(block.full_text)}</a></li>\n'
        for path, block in walk(document.blocks)
        if isinstance(block, Paragraph) and id(block) in listed
    ]
    return f'<nav><ul class="contents">\n{"".join(links)}</ul></nav>\n'


def _blocks(blocks: tuple[Block, ...], path: str, marks: Mapping[str, list[Mark]], *, width: float) -> Iterator[str]:
    for i, (block, following) in enumerate(layout.neighbours(blocks)):
        here = f"{path}.{i}" if path else str(i)
        match block:
            case Paragraph():
                yield _paragraph(block, here, marks.get(here, []), ruled=layout.has_rule(block, following))
                if block.role == "contents":
                    yield CONTENTS
            case Picture():
                note = layout.picture_note(block)
                yield f'<p class="note" data-path="{here}">{escape(note.text)}</p>\n'
            case Section():
                turned = ' class="landscape"' if block.landscape else ""
                room = layout.page_of(block).text_width if block.landscape else width
                inside = "".join(_blocks(block.blocks, here, marks, width=room))
                yield f'<section data-path="{here}"{turned}>\n{inside}</section>\n'
            case Table():
                yield _table(block, here, marks, width=width)


def _paragraph(block: Paragraph, path: str, marks: list[Mark], *, ruled: bool) -> str:
    outline = layout.style_of(block).outline
    tag = f"h{outline + 1}" if outline else "h1" if block.role == "title" else "p"
    classes = [block.role] if block.role != "body" else []
    classes += ["ruled"] if ruled else []
    align = layout.align_of(block)
    classes += [align] if align != layout.style_of(block).align else []
    named = f' class="{" ".join(classes)}"' if classes else ""
    named += f' id="muc-{path}"' if outline else ""
    marker = (Run(f"{block.marker} "),) if block.marker else ()
    return f'<{tag}{named} data-path="{path}">{_marked((*marker, *block.runs), marks)}</{tag}>\n'


def _marked(runs: tuple[Run, ...], marks: list[Mark]) -> str:
    """The runs with the marks laid over them; a mark that begins inside another begins where that one ends."""
    length = sum(len(run.text) for run in runs)
    pieces: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start, end = max(mark.start, done), min(mark.end, length)
        if start >= end:
            continue
        pieces.append(_cut(runs, done, start))
        about = f' class="{escape(mark.css_class)}"' if mark.css_class else ""
        about += f' id="{escape(mark.id)}"' if mark.id else ""
        about += f' aria-label="{escape(mark.label)}"' if mark.label else ""
        pieces.append(f"<mark{about}>{_cut(runs, start, end)}</mark>")
        done = end
    return "".join([*pieces, _cut(runs, done, length)])


def _cut(runs: tuple[Run, ...], start: int, end: int) -> str:
    written = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            written.append(_run(run, text))
    return "".join(written)


def _run(run: Run, text: str) -> str:
    shown = escape(ILLEGAL.sub("", text), quote=False).replace("\n", "<br>")
    for wanted, tag in ((run.underline, "u"), (run.italic, "em"), (run.bold, "strong")):
        shown = f"<{tag}>{shown}</{tag}>" if wanted else shown
    tag = MARKED_TAGS.get(run.mark, "")
    about = ' class="gap"' if run.mark == "gap" else ""
    return f"<{tag}{about}>{shown}</{tag}>" if tag else shown


def _table(table: Table, path: str, marks: Mapping[str, list[Mark]], *, width: float) -> str:
    heads = table_layout.heading_rows(table) if table.role == "grid" else 0
    rows = [_row(row, f"{path}.{r}", marks, head=r < heads) for r, row in enumerate(table.rows)]
    widths = table_layout.widths(table, width)
    columns = "".join(f'<col style="width:{100 * column / width:.1f}%">' for column in widths)
    role = "" if table.role == "grid" else ' role="presentation"'
    top = f"<thead>\n{''.join(rows[:heads])}</thead>\n" if heads else ""
    return (
        f'<div class="table {table.role}" data-path="{path}"><table{role}><colgroup>{columns}</colgroup>\n{top}'
        f"<tbody>\n{''.join(rows[heads:])}</tbody>\n</table></div>\n"
    )


def _row(row: Row, path: str, marks: Mapping[str, list[Mark]], *, head: bool) -> str:
    cells = "".join(_cell(cell, f"{path}.{c}", marks, head=head) for c, cell in enumerate(row.cells))
    grouped = ' class="group"' if table_layout.group_level(row) else ""
    return f"<tr{grouped}>{cells}</tr>\n"


def _cell(cell: Cell, path: str, marks: Mapping[str, list[Mark]], *, head: bool) -> str:
    tag = "th" if head else "td"
    about = ' scope="col"' if head and cell.colspan == 1 else ' scope="colgroup"' if head else ""
    about += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    about += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    content = "".join(_blocks(cell.blocks, path, marks, width=layout.PORTRAIT.text_width))
    return f'<{tag}{about} data-path="{path}">{content}</{tag}>'


def _style_sheet() -> str:
    """The style sheet of `layout.py` as CSS."""
    page, wide = layout.PORTRAIT, layout.LANDSCAPE.text_width
    margin = (page.text_width - wide) / 2
    rules = [
        f"body{{margin:0;font:14pt/1.3 '{layout.FONT}',Tinos,'Liberation Serif',serif;color:#000;background:#fff}}",
        f"main{{max-width:{page.text_width}mm;margin:0 auto;padding:{page.top}mm 4mm}}",
        "p,h1,h2,h3,h4{margin:0;font-size:inherit;font-weight:inherit}",
        ".table{overflow-x:auto}table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{vertical-align:top}",
        ".grid td,.grid th{border:1px solid #000;padding:2px 5px;overflow-wrap:break-word}th{vertical-align:middle}",
        ".grid{margin:6pt 0 8pt}.letterhead,.closing{margin-bottom:8pt}mark.gap{background:#fff3a0}",
        ".ruled::after{content:'';display:block;width:40%;margin:2pt auto 0;border-bottom:1px solid #000}",
        ".motto.ruled::after{width:62%}.subtitle.ruled::after{width:16%}",
        f".landscape .grid table{{min-width:{wide}mm}}.landscape .grid p{{font-size:{layout.WIDE_CELL_SIZE}pt}}",
        f"@media screen and (min-width:{wide + 20}mm){{.landscape{{width:{wide}mm;margin-left:{margin}mm}}}}",
        f"@page{{size:A4;margin:{page.top}mm {page.right}mm {page.bottom}mm {page.left}mm}}",
        "@page wide{size:A4 landscape}section.landscape{page:wide}thead{display:table-header-group}",
        "@media print{main{max-width:none;padding:0}}",
    ]
    for key, style in layout.STYLES.items():
        selector = {"body": "p", "heading": "h2", "heading 2": "h3", "heading 3": "h4"}.get(key, f".{key}")
        rules.append(
            f"{selector}{{font-size:{style.size:g}pt;text-align:{style.align};text-indent:{style.first:g}mm;"
            f"margin:{style.before:g}pt 0 {style.after:g}pt;font-weight:{'bold' if style.bold else 'normal'};"
            f"font-style:{'italic' if style.italic else 'normal'}}}"
        )
    rules.append(
        ".contents{list-style:none;padding:0}.level-2{margin-left:6mm}.level-3{margin-left:12mm}.center{text-align:center;text-indent:0}.right{text-align:right;text-indent:0}"
    )
    return "\n".join(rules) + "\n"
