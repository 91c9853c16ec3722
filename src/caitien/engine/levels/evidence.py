"""Evidence codes of both generations: ``[H1-1.10-03]`` (2018, D1) and ``MC.1.1.01`` (57/2026, R8).

Codes are built from numbers, never from other codes; a code is never changed and never given again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caitien.engine.catalogue import Edition
from caitien.engine.levels.edition_rules import rule_of

_PATTERNS = {
    "H": re.compile(r"\[H(?P<box>[1-9]\d*)-(?P<standard>[1-9])\.(?P<criterion>[1-9]\d?)-(?P<serial>\d{2,3})\]"),
    "MC": re.compile(r"MC\.(?P<standard>[1-9])\.(?P<criterion>[1-9]\d?)\.(?P<serial>\d{2,})"),
}
_FOUND = re.compile(r"\[H\d+-\d+\.\d+-\d+\]|(?<!\w)MC\.\d+\.\d+\.\d+(?!\w|\.\d)")


@dataclass(frozen=True, slots=True)
class EvidenceCode:
    """A code in its parts; ``str(code)`` is the code."""

    style: str
    """``H`` or ``MC``."""
    standard: int
    criterion: int
    serial: int
    box: int = 0
    """Box (hộp) of an ``H`` code, usually the number of the standard."""

    @property
    def home(self) -> str:
        """The criterion that gave the code."""
        return f"{self.standard}.{self.criterion}"

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Numeric: 1.10 comes after 1.9."""
        return self.standard, self.criterion, self.serial

    def __str__(self) -> str:
        if self.style == "H":
            return f"[H{self.box}-{self.home}-{self.serial:02d}]"
        return f"MC.{self.home}.{self.serial:02d}"


def style_of(edition: Edition) -> str:
    """The style of codes of the edition's regulation, ``H`` or ``MC``."""
    rule = rule_of(edition, "evidence_code")
    return "H" if str(rule["pattern"]).startswith("[H") else "MC"


def parse_code(text: str) -> EvidenceCode | None:
    """The code that the text is, else None; a padded criterion number and serial 00 are no codes."""
    for style, pattern in _PATTERNS.items():
        match = pattern.fullmatch(text.strip())
        if match and int(match["serial"]):
            box = int(match["box"]) if style == "H" else 0
            return EvidenceCode(style, int(match["standard"]), int(match["criterion"]), int(match["serial"]), box)
    return None


def valid_code(text: str, edition: Edition) -> bool:
    """Whether the text is a code of the edition's pattern and of one of its criteria."""
    rule = rule_of(edition, "evidence_code")
    code = parse_code(text)
    return code is not None and bool(re.fullmatch(rule["regex"], text)) and edition.criterion(code.home) is not None


def next_code(edition: Edition, home: str, issued: Iterable[str], *, box: int | None = None) -> EvidenceCode:
    """The next code of a criterion; `issued` are all codes ever given, deleted ones and those of others too."""
    if edition.criterion(home) is None:
        raise ValueError(home)
    standard, criterion = (int(part) for part in home.split("."))
    style = style_of(edition)
    codes = [code for code in map(parse_code, issued) if code and code.style == style and code.home == home]
    serial = 1 + max((code.serial for code in codes), default=0)
    return EvidenceCode(style, standard, criterion, serial, (box or standard) if style == "H" else 0)


def find_codes(text: str) -> Iterator[tuple[str, int, int]]:
    """Everything in the text that is written like a code, right or wrong: (text, start, end)."""
    for match in _FOUND.finditer(text):
        yield match[0], match.start(), match.end()


def serial_gaps(codes: Iterable[str]) -> dict[str, list[int]]:
    """Criterion → serials missing below its highest. For a hint only: codes are never renumbered."""
    serials: dict[str, set[int]] = {}
    for code in map(parse_code, codes):
        if code:
            serials.setdefault(code.home, set()).add(code.serial)
    gaps = {home: sorted(set(range(1, max(found))) - found) for home, found in serials.items()}
    return {home: missing for home, missing in gaps.items() if missing}
