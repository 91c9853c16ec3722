"""What the reading pages show: rules by group, regulations by their part, the choice of rule sets."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from caitien.engine.catalogue import editions
from caitien.engine.checker.codes import CODES
from caitien.engine.checker.help import HelpPage, help_page
from caitien.engine.checker.run import rule
from caitien.engine.register import Regulation, register
from caitien.engine.vietnamese.text import fold

GROUPS = {
    1: "Phần đầu, mẫu và phần cuối văn bản",
    2: "Căn cứ và cơ quan",
    3: "Bố cục",
    4: "Kết quả tự đánh giá",
    5: "Tiêu chuẩn và tiêu chí",
    6: "Mục tiêu, công việc, mục đích",
    7: "Người phụ trách",
    8: "Thời gian",
    9: "Kinh phí và điều kiện hỗ trợ",
    10: "Câu chữ",
    11: "Biểu 2 của Thông tư 57/2026",
}
ROLES = {
    "standards": "Tiêu chuẩn và quy trình",
    "amendment": "Văn bản sửa đổi",
    "guidance": "Văn bản hướng dẫn",
    "consolidated": "Văn bản hợp nhất",
    "general": "Luật và văn bản chung",
}


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as the pages show it."""

    page: HelpPage
    severity: str
    hedged: bool

    def __getattr__(self, name: str) -> str:
        return str(getattr(self.page, name))


@dataclass(frozen=True, slots=True)
class RuleGroup:
    number: int
    title: str
    pages: tuple[RuleEntry, ...]


@cache
def _rules() -> tuple[RuleEntry, ...]:
    made = ((help_page(kind), rule(kind)) for kind in CODES.values())
    return tuple(RuleEntry(page, its.severity, its.hedged) for page, its in made)


def rule_groups(sought: str = "") -> list[RuleGroup]:
    """The rules by the hundreds of their codes; only those whose texts hold every word sought."""
    words = fold(sought).split()
    groups = []
    for number, title in GROUPS.items():
        own = tuple(
            one
            for one in _rules()
            if int(one.page.code[2:]) // 100 == number and all(word in _searchable(one) for word in words)
        )
        if own:
            groups.append(RuleGroup(number, title, own))
    return groups


@cache
def _searchable(one: RuleEntry) -> str:
    page = one.page
    return fold(f"{page.code} {page.kind} {page.title} {page.why} {page.article} {page.wrong} {page.right}")


def rule_page(code: str) -> RuleEntry | None:
    """The rule of a code (CT201), None when there is none."""
    return next((one for one in _rules() if one.page.code == code.upper()), None)


@cache
def rulesets() -> tuple[tuple[str, str], ...]:
    """(id, title) of the editions one may ask for, newest first."""
    newest_first = sorted(editions(), key=lambda edition: edition.valid_from or "", reverse=True)
    return tuple((edition.id, edition.title) for edition in newest_first)


@dataclass(frozen=True, slots=True)
class RegulationEntry:
    """A regulation with its standing today, in words."""

    anchor: str
    name: str
    text: str
    state: str
    state_words: str
    lines: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class RegulationGroup:
    title: str
    entries: tuple[RegulationEntry, ...]


def regulations(today: datetime.date) -> list[RegulationGroup]:
    """The register by the part regulations play, each with its standing on this day."""
    found = []
    for role, title in ROLES.items():
        own = [one for one in register().regulations if one.role == role]
        own.sort(key=lambda one: (one.date.isoformat() if one.date else str(one.year or ""), one.name), reverse=True)
        if own:
            found.append(RegulationGroup(title, tuple(_entry(one, today) for one in own)))
    return found


def _entry(one: Regulation, today: datetime.date) -> RegulationEntry:
    state, words = _state(one, today)
    lines = [
        f"Ban hành {_day(one.date)}" if one.date else "",
        f"Hiệu lực từ {_day(one.in_force_from)}" if one.in_force_from else "",
        f"Thay thế: {', '.join(one.replaces)}" if one.replaces else "",
        f"Sửa đổi: {', '.join(one.amends)}" if one.amends else "",
        f"Hướng dẫn: {', '.join(one.guides)}" if one.guides else "",
    ]
    return RegulationEntry(
        anchor=fold(one.number or one.name).replace("/", "-").replace(" ", "-"),
        name=one.name,
        text=one.title or one.subject,
        state=state,
        state_words=words,
        lines=tuple(filter(None, [one.issuer or "", " · ".join(filter(None, lines))])),
        verified=one.verified,
    )


def _state(one: Regulation, today: datetime.date) -> tuple[str, str]:
    if not one.number:
        return "unknown", "không tra hiệu lực theo số"
    status = register().status(one.number, today)
    by = f", thay bằng {', '.join(status.by)}" if status.by else ""
    words = {
        "in_force": "đang hiệu lực",
        "not_yet": "chưa hiệu lực",
        "amended": f"đang hiệu lực, đã sửa đổi bởi {', '.join(status.by)}",
        "ended": f"hết hiệu lực từ {_day(status.since)}{by}" if status.since else f"hết hiệu lực{by}",
        "lapsed": "văn bản gốc đã hết hiệu lực",
    }
    if status.state == "in_force" and not one.verified:
        return "unknown", "chưa biết văn bản thay thế"
    return ("ended" if status.state == "lapsed" else status.state), words.get(status.state, "chưa rõ hiệu lực")


def _day(date: datetime.date | None) -> str:
    return f"{date:%d/%m/%Y}" if date else ""
