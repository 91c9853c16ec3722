"""Amounts of money in running text and table cells, whole đồng."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = {
    "tỷ": 10**9,
    "tỉ": 10**9,
    "triệu": 10**6,
    "tr": 10**6,
    "trđ": 10**6,
    "nghìn": 1000,
    "ngàn": 1000,
    "k": 1000,
    "đồng": 1,
    "đ": 1,
    "vnđ": 1,
    "vnd": 1,
}
_FIGURE = r"\d+(?:[.,\s]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
AMOUNT = re.compile(
    rf"(?<![\w/.,])(?P<figure>{_FIGURE})\s*(?P<unit>tỷ|tỉ|triệu|trđ|tr|nghìn|ngàn|k|đồng|đ|vnđ|vnd)(?![\w])"
    rf"(?:\s*(?P<rest>{_FIGURE})\s*(?P<rest_unit>triệu|nghìn|ngàn)(?![\w]))?(?:\s*(?:đồng|đ|vnđ|vnd)(?![\w]))?",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"(?:không(?:\s+(?:có|cần|dùng|sử dụng|phát sinh))*(?:\s+kinh phí)?(?:\s+phát sinh)?|0+\s*(?:đồng|đ|vnđ|triệu đồng)?|0 đồng)\s*[.;]?",
    re.IGNORECASE,
)
UNIT_OF_HEAD = re.compile(
    r"\(?\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*(tỷ|tỉ|triệu|nghìn|ngàn|1\.000)?\s*(?:đồng|đ|vnđ)\s*\)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    vnd: int
    start: int
    end: int


def figure(text: str) -> Decimal:
    """A Vietnamese figure: dot for thousands, comma for decimals; both also the other way where only that fits."""
    bare = re.sub(r"\s", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", bare):
        return Decimal(bare.replace(",", ""))
    return Decimal(bare.replace(",", "."))


def find_amounts(text: str) -> Iterator[Amount]:
    """Every amount with a unit of money."""
    for match in AMOUNT.finditer(text):
        unit = UNITS[match["unit"].casefold()]
        written = match["figure"]
        value = figure(written)
        if unit == 1 and re.fullmatch(r"\d{1,3}(?:,\d{3})+", written):
            value = Decimal(written.replace(",", ""))
        total = value * unit
        if match["rest"]:
            total += figure(match["rest"]) * UNITS[match["rest_unit"].casefold()]
        yield Amount(int(total), match.start(), match.end())


def unit_of_heading(heading: str) -> int:
    """The unit that a column head names ("Kinh phí (triệu đồng)" → 1000000), else 1."""
    for bracket in re.findall(r"\(([^)]*)\)|(?:đvt|đơn vị(?: tính)?)\s*:?\s*(\S+ ?\S*)", heading, re.IGNORECASE):
        named = " ".join(bracket).casefold()
        for word, unit in (
            ("tỷ", 10**9),
            ("tỉ", 10**9),
            ("triệu", 10**6),
            ("trđ", 10**6),
            ("nghìn", 1000),
            ("ngàn", 1000),
            ("1.000", 1000),
        ):
            if word in named:
                return unit
    return 1


def parse_money(text: str, *, unit: int = 1) -> int | None:
    """The amount of a cell in whole đồng; 0 when it says that none is needed, None when it names no amount.

    Several amounts are added, unless the first is named as the sum of the rest ("trong đó", "gồm").
    """
    bare = text.strip().strip(".;").strip()
    if not bare:
        return None
    if NOTHING.fullmatch(bare):
        return 0
    found = list(find_amounts(bare))
    if not found:
        alone = re.fullmatch(rf"({_FIGURE})", bare)
        if not alone:
            return None
        thousands = re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", alone[1]) and unit == 1
        value = Decimal(re.sub(r"\D", "", alone[1])) if thousands else figure(alone[1])
        return int(value * unit)
    if re.search(r"trong đó|bao gồm|gồm|tổng", bare, re.IGNORECASE):
        return found[0].vnd
    return sum(amount.vnd for amount in found)


def format_vnd(amount: int) -> str:
    """``6.500.000 đ``"""
    return f"{amount:,}".replace(",", ".") + " đ"
