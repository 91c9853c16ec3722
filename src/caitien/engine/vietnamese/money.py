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
    rf"(?<![\w/.,])(?P<figure>{_FIGURE})\s*(?P<unit>tỷ|tỉ|triệu|trđ|tr|nghìn|ngàn|k|đồng|đ|vnđ|vnd)(?P<short>\d{{1,3}})?(?![\w])"
    rf"(?:\s*(?P<rest>{_FIGURE})\s*(?P<rest_unit>triệu|nghìn|ngàn)(?![\w]))?(?:\s*(?:đồng|đ|vnđ|vnd)(?![\w]))?",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"(?:không(?:\s+(?:có|cần|dùng|sử dụng|phát sinh))*(?:\s+kinh phí)?(?:\s+phát sinh)?|0+\s*(?:đồng|đ|vnđ|triệu đồng)?|0 đồng)\s*[.;]?",
    re.IGNORECASE,
)
PLAIN = re.compile(r"(?<![\d/.,%])\d{1,3}(?:\.\d{3})+(?![\d/.,%])")
"""A figure that its dots show to be an amount, without a unit."""
LEAST_PLAIN = 10_000
"""A smaller figure among words may count pupils."""
NAMED_AMOUNT = re.compile(r"[^:\d\n]{2,40}:\s*(?P<amount>[^\n]*\d[^\n]*|không(?:\s+có)?)", re.IGNORECASE)
UNIT_WORDS = (
    ("tỷ", 10**9),
    ("tỉ", 10**9),
    ("triệu", 10**6),
    ("trđ", 10**6),
    ("nghìn", 1000),
    ("ngàn", 1000),
    ("1.000", 1000),
    ("1000", 1000),
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
        if match["short"]:
            total += Decimal(f"0.{match['short']}") * unit
        if match["rest"]:
            total += figure(match["rest"]) * UNITS[match["rest_unit"].casefold()]
        yield Amount(int(total), match.start(), match.end())


def unit_of_heading(heading: str) -> int:
    """The unit that a column head or a line names ("Kinh phí (triệu đồng)", "Đơn vị tính: 1.000đ"), else 1."""
    for named in re.findall(r"\(([^)]*)\)|((?:đvt|đơn vị)\b.{0,40})", heading, re.IGNORECASE):
        words = " ".join(named).casefold()
        for word, unit in UNIT_WORDS:
            if word in words:
                return unit
    return 1


def parse_money(text: str, *, unit: int = 1) -> int | None:
    """The amount of a cell in whole đồng; 0 when it says that none is needed, None when it names no amount.

    Several amounts are added, unless one is the sum of the others or named as such ("trong đó", "gồm").
    """
    bare = text.strip().strip(".;").strip()
    if not bare:
        return None
    if NOTHING.fullmatch(bare):
        return 0
    lines = [NAMED_AMOUNT.fullmatch(line.strip()) for line in bare.split("\n")]
    named = [parse_money(line["amount"], unit=unit) for line in lines if line]
    if len(named) == len(lines) and None not in named:
        return sum(amount or 0 for amount in named)
    found = [amount.vnd for amount in find_amounts(bare)]
    if not found:
        return _without_unit(bare, unit)
    if re.search(r"trong đó|bao gồm|gồm|tổng", bare, re.IGNORECASE) or found[0] == sum(found[1:]):
        return found[0]
    return found[-1] if found[-1] == sum(found[:-1]) else sum(found)


def _without_unit(text: str, unit: int) -> int | None:
    """A figure that stands alone, or the only one among words whose dots show that it is an amount."""
    alone = re.fullmatch(rf"({_FIGURE})", text)
    if alone:
        thousands = re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", alone[1]) and unit == 1
        value = Decimal(re.sub(r"\D", "", alone[1])) if thousands else figure(alone[1])
        return int(value * unit)
    plain = PLAIN.findall(text)
    amount = int(figure(plain[0]) * unit) if len(plain) == 1 else 0
    return amount if amount >= LEAST_PLAIN else None


def format_vnd(amount: int) -> str:
    """``6.500.000 đ``"""
    return f"{amount:,}".replace(",", ".") + " đ"
