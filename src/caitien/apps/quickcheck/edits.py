"""Safe edits laid onto a document tree. An edit stands at characters of the full text of one paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from caitien.engine.document.tree import Block, Cell, Document, Paragraph, Run, Section, Table


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """Write `new` for the characters `start` to `end` of the paragraph at `path`."""

    path: str
    start: int
    end: int
    new: str

    def moved(self, at: int) -> int:
        """Where a character of the old text stands in the new one; within the edit it goes to its beginning."""
        if at <= self.start:
            return at
        return self.start if at < self.end else at + len(self.new) - (self.end - self.start)


def apply(document: Document, edits: Iterable[PlacedEdit]) -> Document:
    """The document with the edits made; the new words are marked as inserted. Of two that overlap the first is made."""
    by_path: dict[str, list[PlacedEdit]] = {}
    for edit in sorted(edits, key=lambda edit: edit.start):
        before = by_path.setdefault(edit.path, [])
        if not before or before[-1].end <= edit.start:
            before.append(edit)
    return replace(document, blocks=_blocks(document.blocks, "", by_path)) if by_path else document


def _blocks(blocks: tuple[Block, ...], path: str, edits: dict[str, list[PlacedEdit]]) -> tuple[Block, ...]:
    return tuple(_block(block, f"{path}.{i}" if path else str(i), edits) for i, block in enumerate(blocks))


def _block(block: Block, path: str, edits: dict[str, list[PlacedEdit]]) -> Block:
    match block:
        case Paragraph():
            return _paragraph(block, edits[path]) if path in edits else block
        case Section():
            return replace(block, blocks=_blocks(block.blocks, path, edits))
        case Table():
            rows = tuple(
                replace(row, cells=tuple(_cell(cell, f"{path}.{r}.{c}", edits) for c, cell in enumerate(row.cells)))
                for r, row in enumerate(block.rows)
            )
            return replace(block, rows=rows)
    return block


def _cell(cell: Cell, path: str, edits: dict[str, list[PlacedEdit]]) -> Cell:
    return replace(cell, blocks=_blocks(cell.blocks, path, edits))


def _paragraph(block: Paragraph, edits: list[PlacedEdit]) -> Paragraph:
    """Edits from the last to the first, so that the places of those before stay true. Markers are never changed."""
    offset = len(block.marker) + 1 if block.marker else 0
    runs = block.runs
    for edit in reversed(edits):
        if edit.start >= offset:
            runs = _cut_in(runs, edit.start - offset, edit.end - offset, edit.new)
    return replace(block, runs=runs)


def _cut_in(runs: tuple[Run, ...], start: int, end: int, new: str) -> tuple[Run, ...]:
    """The new words take the looks of the first that they replace."""
    made: list[Run] = []
    at, written = 0, not new
    for i, run in enumerate(runs):
        head, tail = run.text[: max(start - at, 0)], run.text[max(end - at, 0) :]
        at += len(run.text)
        made += [replace(run, text=head)] if head else []
        if not written and (at > start or i == len(runs) - 1):
            made.append(replace(run, text=new, mark="inserted"))
            written = True
        made += [replace(run, text=tail)] if tail else []
    return tuple(made)
