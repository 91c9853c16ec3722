"""Lines and cells that name a level, a standard or a criterion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from caitien.engine.vietnamese.text import squeeze

_MARKER = r"(?:[\W_]*(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ]|[IVX]{1,4})[.)/:]\s*|\d{1,2}(?:\.\d{1,2}){1,2}\s+)?[\W_]*)"
_OF_LEVEL = (
    r"các|những|nhóm|phần|bảng|tiêu chí|nội dung|hoạt động|kế hoạch|giải pháp|biện pháp|cải tiến|chưa đạt|không đạt|còn|đối với|để đạt|"
    r"ở|thuộc|của|về|nâng lên|lên|theo|chất lượng|giáo dục|thực hiện|yêu cầu"
)
"""Words that may lead up to a level in a line that heads actions."""
LEVEL_LINE = re.compile(
    rf"^{_MARKER}(?:(?:{_OF_LEVEL})\s+)*mức\s*(?P<levels>[1-9](?:\s*(?:,|;|và|-|–|&|\+)\s*(?:mức\s*)?[1-9])*)\s*[:.]?\s*(?P<rest>\([^)]*\))?\s*$",
    re.IGNORECASE,
)
STANDARD = re.compile(
    rf"^{_MARKER}(?:tiêu\s*chuẩn|TC)\s*(?:số\s*)?(?P<code>[1-9])(?!\s*[.,]?\d)\s*(?P<sep>[:.;–-]?)\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
CRITERION = re.compile(
    rf"^{_MARKER}(?:tiêu\s*chí|TC|t/c)\s*(?:số\s*)?(?P<code>[1-9]\s*\.\s*\d{{1,2}}|M4\.\d|\d{{1,2}})(?P<more>(?:\s*[,;&]\s*(?:tiêu\s*chí\s*)?[1-9]\.\d{{1,2}}|\s+và\s+(?:tiêu\s*chí\s*)?[1-9]\.\d{{1,2}})*)(?![\d])\s*(?:\(mức\s*4\))?\s*(?P<sep>[:.;–-]?)\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
BARE_CRITERION = re.compile(
    r"^\s*(?P<code>[1-9]\.\d{1,2})(?P<more>(?:\s*[,;&]\s*[1-9]\.\d{1,2})*)(?!\d|\.\d)\s*(?P<sep>[:.;–-]?)\s*(?P<title>.*)$",
    re.DOTALL,
)
CLAUSE = re.compile(
    r"^\W*khoản\s*(?P<code>[1-9])\s*,?\s*(?:điều\s*22)?\s*(?P<sep>[:.;–-]?)\s*(?P<title>.*)$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion as named: "3.3" or, at level 4, "2"; further codes; its title or None."""

    code: str
    more: tuple[str, ...]
    title: str | None


def level_of(text: str) -> int | str | None:
    """The level of a line that says nothing but a level: 1 … 4, "1-3" for a group, any other digit as it stands."""
    match = LEVEL_LINE.match(squeeze(text))
    if not match:
        return None
    levels = sorted({int(digit) for digit in re.findall(r"[1-9]", match["levels"])})
    return levels[0] if len(levels) == 1 else f"{levels[0]}-{levels[-1]}"


def standard_of(text: str) -> tuple[str, str | None] | None:
    """(code, title) of a line that names a standard."""
    match = STANDARD.match(squeeze(text))
    if not match or (not match["sep"] and match["title"] and not match["title"][0].isupper()):
        return None
    return match["code"], squeeze(match["title"]) or None


def criterion_of(text: str, *, bare: bool = False) -> Criterion | None:
    """The criterion that a line or cell begins with; `bare` also takes a code without the word before it."""
    text = text.strip()
    match = CRITERION.match(text) or CLAUSE.match(text) or (BARE_CRITERION.match(text) if bare else None)
    if not match:
        return None
    title = squeeze(match["title"])
    if not match["sep"] and title and title[0].islower() and "\n" not in text and not bare:
        return None
    more = tuple(re.findall(r"[1-9]\.\d{1,2}", match.groupdict().get("more") or ""))
    return Criterion(re.sub(r"\s|^M4\.", "", match["code"]), more, title or None)
