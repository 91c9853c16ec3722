"""Numbers of official documents: 17/2018/TT-BGDĐT, 5932/BGDĐT-QLCL, 72/KH-ABC; of the Party: 12-NQ/ĐU."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SYMBOL = r"[A-ZĐÂĂÊÔƠƯ][A-Za-zĐđÂĂÊÔƠƯ0-9&.]*"
NUMBER = re.compile(
    rf"(?<![\w/])(?P<serial>\d{{1,5}})\s*/\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?"
    rf"(?P<symbol>{_SYMBOL}(?:\s?[-–]\s?{_SYMBOL})*|QH\d+)"
)

PARTY = re.compile(r"(?<![\w/])\d{1,4}\s?-\s?[A-ZĐ]{2,3}\s?/\s?[A-ZĐ][A-Za-zĐđ]{1,5}(?![\w-])")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number as found: its normal form and where it stands."""

    value: str
    start: int
    end: int


def find_numbers(text: str) -> Iterator[DocumentNumber]:
    """Every document number in the text, in order."""
    found = [*_state(text), *(DocumentNumber(re.sub(r"\s", "", one[0]), *one.span()) for one in PARTY.finditer(text))]
    yield from sorted(found, key=lambda number: number.start)


def _state(text: str) -> Iterator[DocumentNumber]:
    for match in NUMBER.finditer(text):
        symbol = re.sub(r"\s*[-–]\s*", "-", match["symbol"])
        if "-" not in symbol and not re.fullmatch(r"QH\d+|[A-ZĐ]{2,}[\w&]*", symbol):
            continue
        year = f"/{match['year']}" if match["year"] else ""
        end = match.end() - len(match[0]) + len(match[0].rstrip(". "))
        yield DocumentNumber(f"{match['serial']}{year}/{symbol.rstrip('.')}", match.start(), end)


def first_number(text: str) -> str | None:
    """The first document number in its normal form, else None."""
    return next((number.value for number in find_numbers(text)), None)
