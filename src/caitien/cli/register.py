"""``caitien register``: a regulation with its standing on a day, and the right bases for a school."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable, Iterator

from caitien.engine.errors import UserError
from caitien.engine.register import register
from caitien.engine.register.model import Regulation, Status

STATES = {
    "unknown": "không có trong danh mục",
    "not_yet": "chưa có hiệu lực",
    "in_force": "đang có hiệu lực",
    "amended": "đang có hiệu lực, đã được sửa đổi",
    "ended": "đã hết hiệu lực",
    "lapsed": "hướng dẫn cho văn bản đã hết hiệu lực (suy luận)",
}
RELATIONS = (
    ("amends", "Sửa đổi"),
    ("replaces", "Thay thế"),
    ("guides", "Hướng dẫn"),
    ("consolidates", "Hợp nhất"),
    ("amended_by", "Được sửa đổi bởi"),
    ("replaced_by", "Được thay thế bởi"),
    ("guided_by", "Được hướng dẫn bởi"),
)


def run(options: argparse.Namespace) -> int:
    """Print the answer; UserError for a number that the register does not have."""
    lines = _show(options) if options.action == "show" else _for(options)
    print("\n".join(lines))
    return 0


def _show(options: argparse.Namespace) -> Iterator[str]:
    day = options.date or datetime.date.today()
    status = register().status(options.number, day)
    if status.regulation is None:
        raise UserError(f"Danh mục chưa có văn bản “{options.number}”. Xin ghi đủ số, ví dụ 17/2018/TT-BGDĐT.")
    yield from regulation_lines(status.regulation)
    yield f"Ngày {_day(day)}: {_standing(status)}"


def regulation_lines(regulation: Regulation) -> Iterator[str]:
    """Name, title, dates and relations of a regulation."""
    yield regulation.name
    if regulation.title:
        yield f"Tên: {regulation.title}"
    yield f"Về: {regulation.subject}"
    yield from _dates(regulation)
    yield from (f"{label}: {', '.join(found)}" for name, label in RELATIONS if (found := getattr(regulation, name)))
    yield f"Nguồn: {regulation.source}{'' if regulation.verified else ' (chưa đối chiếu với bản gốc)'}"


def _dates(regulation: Regulation) -> Iterator[str]:
    named = (
        ("Ban hành", regulation.date),
        ("Có hiệu lực từ", regulation.in_force_from),
        ("Có hiệu lực đến hết", regulation.in_force_to),
    )
    yield from (f"{label}: {_day(day)}" for label, day in named if day)


def _standing(status: Status) -> str:
    since = f" từ {_day(status.since)}" if status.since and status.state != "not_yet" else ""
    by = f", xem {', '.join(status.by)}" if status.by else ""
    return f"{STATES[status.state]}{since}{by}"


def _for(options: argparse.Namespace) -> Iterator[str]:
    found = register()
    yield f"Căn cứ cho kế hoạch lập ngày {_day(options.date)}:"
    yield from _listed(_cited(item) for item in found.bases_for(options.school_type, options.date))
    line = found.reporting_line(options.school_type, options.date)
    if line is None:
        yield "Chưa rõ cơ quan chủ quản và nơi nhận của loại trường này."
        return
    yield f"Dòng trên tên trường (suy luận): {' hoặc '.join(line.header_parents)} …"
    yield "Nơi nhận (suy luận):"
    yield from _listed(body.name for body in line.recipients)


def _cited(regulation: Regulation) -> str:
    date = f" ngày {_day(regulation.date)}" if regulation.date else ""
    title = f", {regulation.title}" if regulation.title else ""
    return f"{regulation.name}{date}{title}{'' if regulation.verified else ' (chưa đối chiếu với bản gốc)'}"


def _listed(items: Iterable[str]) -> list[str]:
    return [f"- {item}" for item in items] or ["- (danh mục chưa có)"]


def _day(day: datetime.date) -> str:
    return f"{day:%d/%m/%Y}"
