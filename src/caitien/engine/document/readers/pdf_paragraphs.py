"""Lines → paragraphs: which line goes on with the one before, and how their texts are joined."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from caitien.engine.document.readers.pdf_lines import Frame, Line, gap_before, marker_of
from caitien.engine.document.tree import Paragraph, Run
from caitien.engine.vietnamese.legacy import is_syllable

BLANK = 0.25
"""Width of a blank, in heights of a letter (Times)."""
SLACK = 1.5
"""Points by which the width of a line may be misjudged."""
NARROW = 18
"""A column of fewer heights of a letter is narrow: a line that fills it says little about what follows."""
ENDS = tuple('.;:!?…”")')
ATTACHED = re.compile(r"\S[-/–]$")
RANGE = re.compile(r"[-–]\s*\d")
LABEL = re.compile(r"(?:Tiêu chuẩn|Tiêu chí|Mức)\s+\d(?:\.\d{1,2})?", re.IGNORECASE)
IN_NUMBER = re.compile(r"\d[\d/.]|[/.]\d")
CLOSING_MARK = re.compile(r"[.,;:!?)\]”%]")
WORD = re.compile(r"[^\W\d_]+")


def paragraphs_of(lines: list[Line], frame: Frame, role: str) -> list[Paragraph]:
    """The paragraphs that the lines of one column make."""
    if all(frame.balanced(line) for line in lines) and any(line.x0 - frame.left > 0.3 * line.size for line in lines):
        frame = replace(frame, all_centred=True)
    listing = _listing(lines, frame)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(groups[-1], line, frame, listing=listing):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [make_paragraph(group, frame, role) for group in groups]


def _listing(lines: list[Line], frame: Frame) -> str:
    """The marker of the list in the column: that of its first line, or ``";"`` when an item surely ends so."""
    marker = marker_of(lines[0].text) if lines else ""
    if marker or not any(
        line.text.endswith(";") and _leaves_room(line, following, frame) for line, following in pairwise(lines)
    ):
        return marker
    return ";"


def _leaves_room(last: Line, line: Line, frame: Frame) -> bool:
    """Whether the first word of a line could have stood on the line before."""
    return frame.room(last) - BLANK * last.size >= line.first_width + SLACK


def continues(group: list[Line], line: Line, frame: Frame, *, listing: str = "") -> bool:
    """Whether the line goes on with the paragraph of the lines before it.

    `listing` is the marker of the list that the column is known to hold: one of its kind begins a new item. It is
    ``";"`` for a list without markers.
    """
    last = group[-1]
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) or _changes_weight(group, line):
        return False
    if _apart(last, line, frame) or _leaves_room(last, line, frame):
        return False
    if (frame.balanced(last) and frame.centred(line)) or (frame.to_right(last) and frame.to_right(line)):
        return True
    return not _begins(group, line, frame, listing)


def _changes_weight(group: list[Line], line: Line) -> bool:
    """A line wholly bold against lines wholly not bold, or the other way round."""
    if line.bold:
        return not any(word.bold for word in group[-1].words)
    return all(known.bold for known in group) and not any(word.bold for word in line.words)


def _apart(last: Line, line: Line, frame: Frame) -> bool:
    """More space between the lines than between those of a paragraph; small letters go on all the same."""
    if last.page != line.page:
        return False
    usual = frame.pitches.get(round(last.size, 1), 1.75 * last.size)
    limit = usual + max(1.5, 0.08 * last.size)
    if line.text[:1].islower() and not marker_of(line.text):
        limit = 1.6 * usual
    return line.base - last.base > limit


def _begins(group: list[Line], line: Line, frame: Frame, listing: str) -> bool:
    """Whether a line after a full one begins a paragraph by its indent or its marker."""
    if _ended(group, line, frame, listing):
        return True
    first, last = group[0], group[-1]
    step = 0.6 * line.size
    indented = first.x0 - frame.left > step
    marked = "" if _in_brackets(group) else marker_of(line.text)
    if line.x0 - last.x0 > step:
        hanging = len(group) == 1 and marker_of(first.text) and not marked
        return not hanging
    if indented and line.x0 - frame.left < step:
        return False
    if indented and len(group) == 1 and abs(line.x0 - first.x0) < step and not frame.centred(line):
        return bool(marked) or not line.text[:1].islower()
    if len(group) > 1 and first.x0 < last.x0 - step and abs(line.x0 - first.x0) < step:
        return True
    if not marked or (RANGE.match(line.text) and last.text[-1:].isdigit()):
        return False
    return last.text.endswith(ENDS) or (bool(listing) and _kind(listing) == _kind(marked))


def _ended(group: list[Line], line: Line, frame: Frame, listing: str) -> bool:
    """Whether the paragraph ended with a full line, going by its words: the label of a cell, an item of a list, or,
    in justified text, a sentence whose line stops just before the edge."""
    if line.text[:1].islower():
        return False
    last = group[-1]
    if frame.right - frame.left < NARROW * line.size:
        label = LABEL.fullmatch(" ".join(known.text for known in group[:3]))
        if label or (listing == ";" and last.text.endswith(";")):
            return True
    return frame.justified and frame.room(last) > 0.3 * last.size and last.text.endswith(ENDS)


def _kind(marker: str) -> str:
    """What sort of list the marker belongs to: the bullet itself, or its number with digits and letters made alike."""
    return re.sub(r"[^\W\d]+", "a", re.sub(r"[\d.]+", "1", marker.strip("(")))


def _in_brackets(group: list[Line]) -> bool:
    """Whether a bracket is still open, so that "1)" closes it."""
    opened, _, rest = "".join(line.text for line in group[-2:]).rpartition("(")
    return bool(opened) and ")" not in rest


def make_paragraph(group: list[Line], frame: Frame, role: str) -> Paragraph:
    """The paragraph of lines that belong together, with its alignment."""
    if all(frame.centred(line) for line in group):
        align = "center"
    elif all(frame.to_right(line) for line in group):
        align = "right"
    elif len(group) > 1 and all(abs(frame.right - line.x1) < 2.0 for line in group[:-1]):
        align = "justify"
    else:
        align = ""
    return Paragraph(_runs(group, frame), role, align=align, page=group[0].page)


def _runs(lines: list[Line], frame: Frame) -> tuple[Run, ...]:
    """The text of the lines in runs of one style."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        for i, word in enumerate(line.words):
            gap = gap_before(line.words, i)
            if number and not i:
                gap = "" if _unbroken(lines[number - 1], line, frame) else " "
            if runs and (word.bold, word.italic) == (runs[-1].bold, runs[-1].italic):
                runs[-1] = replace(runs[-1], text=runs[-1].text + gap + word.text)
            else:
                if runs and gap:
                    runs[-1] = replace(runs[-1], text=runs[-1].text + gap)
                runs.append(Run(word.text, word.bold, word.italic))
    return tuple(runs)


def _unbroken(last: Line, line: Line, frame: Frame) -> bool:
    """Whether the line was broken inside a word: after a hyphen or slash, or where the column was too narrow for it."""
    before, after = last.text, line.text
    if ATTACHED.search(before):
        return not after.startswith(("-", "–"))
    if CLOSING_MARK.match(after) and not marker_of(after):
        return True
    if " " in before or frame.room(last) > 0.8 * last.size:
        return False
    if before[-1:].isdigit() or after[:1].isdigit():
        return bool(IN_NUMBER.search(before[-1:] + after[:1]))
    left, right = WORD.findall(before), WORD.match(after)
    if not left or not right or not after[:1].islower():
        return False
    return is_syllable(left[-1] + right.group()) and not (is_syllable(left[-1]) and is_syllable(right.group()))
