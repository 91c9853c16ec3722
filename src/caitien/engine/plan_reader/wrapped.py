"""Cutting the lines of a row into its cells, by how lines break and what cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import fuzz

from caitien.engine.vietnamese.dates import parse_period, points
from caitien.engine.vietnamese.money import AMOUNT, parse_money
from caitien.engine.vietnamese.text import fold

LONGEST = {
    "heading": 12,
    "time_raw": 8,
    "time_start": 6,
    "time_end": 6,
    "budget_raw": 9,
    "note": 6,
    "lead_and_partners": 24,
}
"""Lines that a cell of these columns may have at most; others 45."""
AGAIN = 3.0
"""What it costs a column to go on after the row has come to its end: a page break has cut the row in two."""
NEVER_AGAIN = ("heading", "number", "time_raw", "time_start", "time_end", "budget_raw")
NOTHING = -1e9
EMPTY_COST = {
    "note": 0.0,
    "other_support": -1.0,
    "heading": -0.5,
    "money_source": -0.5,
    "current_state": -1.0,
    "level": 0.0,
}
TIME_WORDS = re.compile(r"tháng|năm|học kỳ|học kì|hk|từ|đến|quý|thường xuyên|cả|hằng|hàng|trong|suốt|\d", re.IGNORECASE)
ROLE = re.compile(
    r"^(?:hieu truong|pho hieu|ban |to |giao vien|gv|ke toan|cong doan|doan |doi |nhan vien|cbql|can bo|bgh|truong |ngan hang|hoi dong|chi |tong phu trach|y te|thu vien|-)"
)
VERB = re.compile(
    r"^(?:-|\+|xay dung|tang cuong|to chuc|dang k|lien ket|nha truong|hieu truong|tham muu|thuc hien|phoi hop|lap |mua|bo sung|boi duong|cu |ra soat|tiep tuc|huy dong|de xuat|de nghi|phan cong|kiem tra|sua|cai tao|trang bi|mo )"
)
MONEY_OPEN = re.compile(r"theo |kinh phi|ngan sach|nguon|xa hoi|tuy |quy ")


@dataclass(slots=True)
class Widths:
    """The usual width of each column in characters, 0 where not known."""

    of_column: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: list[list[list[str]]], columns: Sequence[str]) -> Widths:
        """From rows cut before: the second widest line of each column, so that one bad cut does not count."""
        found = {}
        for column in range(len(columns)):
            lengths = sorted((max(map(len, row[column])) for row in rows if len(row[column]) > 1), reverse=True)
            if lengths:
                found[column] = lengths[1] if len(lengths) > 2 else lengths[0]
        return cls(found)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the breaks of lines are judged by, worked out once a line."""

    length: int
    first_word: int
    bullet: bool
    capital: bool
    sentence_ends: bool
    marked: bool

    @classmethod
    def of(cls, line: str) -> _Facts:
        word = line.split()[0]
        return cls(
            length=len(line),
            first_word=len(word),
            bullet=word in ("-", "–", "+", "*", "•"),
            capital=line[:1].isupper(),
            sentence_ends=line.endswith((".", ";", ":")),
            marked=line.endswith((".", ",", ";", ":")),
        )


@dataclass(slots=True)
class _Cutter:
    """One row: its lines, columns, widths and titles, with the scores already worked out."""

    lines: Sequence[str]
    columns: Sequence[str]
    widths: Widths
    titles: tuple[str, ...]
    facts: Sequence[_Facts]
    known: dict[tuple[int, int, int, bool], float] = field(default_factory=dict)

    def score(self, column: int, start: int, end: int, again: bool) -> float:
        key = (column, start, end, again)
        if key not in self.known:
            self.known[key] = _score(self, column, slice(start, end), again)
        return self.known[key]


def cut_row(lines: Sequence[str], columns: Sequence[str], widths: Widths, titles: tuple[str, ...]) -> list[list[str]]:
    """The lines of each column, in order; every line belongs to one column, a column may stay empty."""
    lines = [line for line in lines if line]
    cutter = _Cutter(lines, columns, widths, titles, [_Facts.of(line) for line in lines])
    count = len(columns)
    steps = [(column, False) for column in range(count)]
    if len(lines) > 2 * count:
        steps += [(column, True) for column, name in enumerate(columns) if name not in NEVER_AGAIN]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(NOTHING, ())] * len(lines)]
    for column, again in steps:
        longest = LONGEST.get(columns[column], 45)
        row: list[tuple[float, tuple[int, ...]]] = []
        for end in range(len(lines) + 1):
            options = [
                (best[start][0] + cutter.score(column, start, end, again), (*best[start][1], end))
                for start in range(max(0, end - longest), end + 1)
                if best[start][0] > NOTHING
            ]
            row.append(max(options, default=(NOTHING, ())))
        best = row
    pieces: list[list[str]] = [[] for _ in range(count)]
    start = 0
    for (column, _), end in zip(steps, best[len(lines)][1], strict=False):
        pieces[column].extend(lines[start:end])
        start = end
    return pieces


def _score(cutter: _Cutter, column: int, part: slice, again: bool) -> float:
    """How likely the lines are the whole content of the column (or, `again`, the rest of it after a page break)."""
    name, lines = cutter.columns[column], cutter.lines[part]
    if not lines:
        return 0.0 if again else EMPTY_COST.get(name, -2.5)
    breaks = _breaks(cutter.facts[part], cutter.widths.of_column.get(column))
    total = breaks + _opening(lines[0], again) + _ending(lines[-1], name)
    if again:
        return total - AGAIN - 3.0 * (name == "note")
    return total + _content(name, " ".join(lines), lines, cutter.titles)


def _breaks(lines: Sequence[_Facts], width: int | None) -> float:
    """A line inside a cell was full: the word that follows did not fit any more."""
    widest = max(line.length for line in lines)
    limit = max(widest, width or 0)
    total = 0.0
    for line, following in pairwise(lines):
        if following.bullet:
            continue
        if line.length + 1 + following.first_word <= limit - 1:
            total -= 0.4 if line.sentence_ends else 1.6
        if following.capital and not line.marked:
            total -= 0.3
    if width and widest > width + 2:
        total -= 0.8 * (widest - width - 2)
    if width and len(lines) >= 3 and widest < width - 5:
        total -= 1.2
    return total


def _opening(line: str, again: bool) -> float:
    lower = line[:1].islower()
    if again:
        return 1.0 if lower else -1.0
    return -4.0 if lower else 0.6


def _ending(line: str, name: str) -> float:
    if line.endswith((",", "-", "(", "/")) or re.search(r"\b(?:và|của|cho|từ|đến|với|các|theo|tháng)$", line):
        return -2.5
    return (
        0.8 if line.endswith((".", ";")) and name in ("tasks", "lead_and_partners", "other_support", "target") else 0.0
    )


def _content(name: str, text: str, lines: Sequence[str], titles: tuple[str, ...]) -> float:
    words = fold(text)
    if name == "heading":
        return _as_title(words, titles)
    if name in ("time_raw", "time_start", "time_end"):
        return _as_time(text)
    if name == "budget_raw":
        return _as_money(text, words)
    timely = 0.0
    if len(text) < 45 and name != "tasks":
        timely = 2.5 * bool(points(text)) + 2.0 * (name != "other_support" and parse_money(text) is not None)
    role, verb = bool(ROLE.match(words)), bool(VERB.match(words))
    match name:
        case "tasks":
            return -timely + 1.5 * verb + min(len(text) / 80, 1.5)
        case "lead_and_partners" | "lead" | "partners":
            return -timely + 2.0 * role - max(len(text) - 160, 0) / 40
        case "note":
            return -timely - 2.5 - 0.5 * len(lines)
    return -timely


def _as_title(words: str, titles: tuple[str, ...]) -> float:
    if not titles:
        return -1.2
    best = max(fuzz.ratio(words, title) for title in titles)
    start = max(fuzz.ratio(words, title[: len(words)]) for title in titles)
    return 6.0 * (best / 100) if best > 70 else 2.0 * (start / 100) if start > 85 else -3.0


def _as_time(text: str) -> float:
    found = parse_period(text, "2000-2001")
    strange = [word for word in re.findall(r"[^\W\d]+", text) if not TIME_WORDS.fullmatch(word)]
    if not (found.start or found.end or re.match(r"thường xuyên|hằng|hàng", text, re.IGNORECASE)):
        return -6.0
    return 5.0 - 1.5 * len(strange) - max(len(text) - 50, 0) / 8


def _as_money(text: str, words: str) -> float:
    amount = parse_money(text)
    if amount is not None:
        rest = AMOUNT.sub("", text).strip(" .;,()")
        return 5.0 - max(len(text) - 40, 0) / 10 - 3.0 * bool(rest and amount and not MONEY_OPEN.search(fold(rest)))
    return 1.5 if MONEY_OPEN.search(words) and len(text) < 90 else -5.0
