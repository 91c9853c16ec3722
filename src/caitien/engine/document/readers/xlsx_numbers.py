"""Numbers, dates and times of a sheet as Excel shows them in a Vietnamese setting: 15.000.000, 68,4%, 05/09/2026."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

BUILTIN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
BUILTIN |= dict.fromkeys((14, 15, 16, 22), "dd/mm/yyyy") | {17: "mm/yyyy"}
BUILTIN |= dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "hh:mm") | {37: "#,##0", 38: "#,##0", 39: "#,##0.00", 49: "@"}
"""Formats without a definition of their own in the file, by number; the others are general."""
LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
SPAN = 2_958_466
"""Days that Excel knows, up to the year 9999."""


class Shape(NamedTuple):
    """What a number format says."""

    kind: str = "general"
    """``general``, ``number``, ``date`` or ``time``."""
    before: str = ""
    after: str = ""
    decimals: int = 0
    thousands: bool = False
    percent: bool = False
    months: bool = False
    """A date shown as month and year only."""


@lru_cache(maxsize=512)
def shape_of(code: str) -> Shape:
    """What a format code such as ``#,##0" đồng"`` says; only its part for positive numbers counts."""
    part = code.split(";")[0]
    bare = LITERAL.sub("", part)
    if not bare.strip() or bare.strip().casefold() in ("general", "@"):
        return Shape()
    if re.search("[dy]", bare, re.I):
        return Shape("date", months=not re.search("d", bare, re.I))
    if re.search("[hms]", bare, re.I):
        return Shape("time" if re.search("[hs]", bare, re.I) else "date", months=True)
    digits = [found.start() for found in re.finditer(r"[0#?]", part)]
    if not digits:
        return Shape()
    return Shape(
        "number",
        before=_literal(part[: digits[0]]),
        after=_literal(part[digits[-1] + 1 :]),
        decimals=len(re.findall(r"[0#?]", bare.partition(".")[2])),
        thousands="," in bare,
        percent="%" in bare,
    )


def _literal(text: str) -> str:
    kept = LITERAL.sub(lambda found: found.group(1) or found.group(2) or "", text)
    return kept.replace("%", "").replace("(", "").replace(")", "")


def shown(text: str, code: str, *, since_1904: bool = False) -> str:
    """The number of a cell as the format shows it; a text that is no number is returned as it is."""
    try:
        value = float(text)
    except ValueError:
        return text
    shape = shape_of(code)
    if shape.kind in ("date", "time") and 0 <= value < SPAN:
        return _date(value + (1462 if since_1904 else 0), shape)
    if shape.kind != "number":
        return plain(value)
    number = value * 100 if shape.percent else value
    written = f"{number:,.{shape.decimals}f}" if shape.thousands else f"{number:.{shape.decimals}f}"
    return shape.before + _vietnamese(written) + ("%" if shape.percent else "") + shape.after


def plain(value: float) -> str:
    """A number without format: whole ones without a fraction, others with a comma."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return _vietnamese(f"{value:.10g}")


def _vietnamese(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))


def _date(value: float, shape: Shape) -> str:
    moment = datetime(1899, 12, 30) + timedelta(days=value if value >= 60 else value + 1)
    if shape.kind == "time":
        return f"{moment:%H:%M}"
    day = f"{moment:%m/%Y}" if shape.months else f"{moment:%d/%m/%Y}"
    return day if value == int(value) or shape.months else f"{day} {moment:%H:%M}"
