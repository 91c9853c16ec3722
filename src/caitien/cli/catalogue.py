"""``caitien catalogue``: editions of the standards – list, show, compare, attach official wording, validate a file."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path

from caitien.cli.places import official_folder
from caitien.engine import catalogue
from caitien.engine.catalogue import Criterion, Edition, Requirement
from caitien.engine.errors import UserError

WIDTH = 100
SOUND, FAULTY = 0, 1


def run(options: argparse.Namespace) -> int:
    """Do what ``options.action`` names; 1 when a file to validate has faults."""
    return ACTIONS[options.action](options)


def _list(options: argparse.Namespace) -> int:
    for edition in catalogue.editions():
        marks = "".join(mark for mark in (_partial(edition), _unverified(verified=edition.verified)) if mark)
        print(f"{edition.id:15} {edition.title} ({_validity(edition)}){marks}")
    return SOUND


def _partial(edition: Edition) -> str:
    return " · chưa đủ số liệu" if edition.partial else ""


def _unverified(*, verified: bool) -> str:
    return "" if verified else " · chưa đối chiếu"


def _validity(edition: Edition) -> str:
    start, end = _day(edition.valid_from), _day(edition.valid_to)
    return f"hiệu lực {start} – {end}" if end else f"hiệu lực từ {start}" if start else "chưa rõ hiệu lực"


def _day(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def _show(options: argparse.Namespace) -> int:
    edition = catalogue.with_official(catalogue.edition(options.set), official_folder())
    print("\n".join(criterion_lines(edition, options.criterion) if options.criterion else edition_lines(edition)))
    return SOUND


def edition_lines(edition: Edition) -> Iterator[str]:
    """Head, totals, standards with their criteria."""
    yield f"{edition.id} · {edition.title}"
    yield f"{_validity(edition)} · nguồn: {edition.source}"
    totals = (f"mức {level}: {'chưa rõ' if total is None else total}" for level, total in edition.totals.items())
    yield f"Số tiêu chí theo mức: {', '.join(totals)}"
    for standard in edition.standards:
        yield f"\nTiêu chuẩn {standard.code}. {standard.title}"
        yield from (_criterion_line(criterion) for criterion in standard.criteria)
    if edition.level4:
        yield "\nMức 4"
        yield from (_criterion_line(criterion) for criterion in edition.level4)


def _criterion_line(criterion: Criterion) -> str:
    required = " (bắt buộc)" if criterion.mandatory else ""
    return f"  {criterion.code:5} {criterion.title}{required}{_unverified(verified=criterion.verified)}"


def criterion_lines(edition: Edition, code: str) -> Iterator[str]:
    """Title, note, and for each level the questions with the kinds of evidence and the official wording attached."""
    criterion = edition.criterion(code) or edition.criterion(code.upper())
    if criterion is None:
        raise UserError(f"Bộ {edition.id} không có tiêu chí “{code}”. Gõ “caitien catalogue show {edition.id}” để xem.")
    yield _criterion_line(criterion).strip()
    if criterion.note:
        yield textwrap.fill(f"Ghi chú: {criterion.note}", WIDTH)
    for level, requirements in criterion.levels.items():
        yield f"\nMức {level}"
        for requirement in requirements:
            yield from _requirement_lines(requirement)


def _requirement_lines(requirement: Requirement) -> Iterator[str]:
    key = "" if requirement.key == "*" else f"{requirement.key}) "
    yield textwrap.fill(f"{key}{requirement.question}", WIDTH, initial_indent="  ", subsequent_indent="     ")
    if requirement.evidence:
        yield _inner(f"Minh chứng: {'; '.join(requirement.evidence)}")
    if requirement.official:
        yield _inner(f"Lời thông tư: {requirement.official}")


def _inner(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="     ", subsequent_indent="       ")


def _compare(options: argparse.Namespace) -> int:
    old, new = catalogue.edition(options.old), catalogue.edition(options.new)
    if old.regulation.split("/")[1] != new.regulation.split("/")[1]:
        print("Hai bộ thuộc hai thông tư khác nhau: cùng mã chưa chắc cùng nội dung.")
    changes = catalogue.compare(old, new)
    for change in changes:
        where = " ".join(filter(None, (change.code, f"mức {change.level}" if change.level else "", change.key)))
        texts = " → ".join(text for text in (change.old, change.new) if text)
        print(textwrap.fill(f"{where}: {catalogue.CHANGE_KINDS[change.kind]}: {texts}".strip(": "), WIDTH))
    print(f"{len(changes)} chỗ khác nhau.")
    return SOUND


def _attach(options: argparse.Namespace) -> int:
    edition = catalogue.edition(options.set)
    made = catalogue.attach(edition, Path(options.file), official_folder())
    print(
        f"Đã đặt lời văn cho {len(made.matched) + len(made.whole_level)} yêu cầu của {edition.id} vào {made.overlay}."
    )
    _places("Dùng lời của cả mức vì cách chia khác nhau", made.whole_level)
    _places("Chưa có lời văn", made.unmatched)
    _places("Có trong tệp nhưng không có chỗ", made.unused)
    for code, ours, theirs in made.other_titles:
        print(f"Tên tiêu chí {code} khác nhau: “{ours}” và “{theirs}”.")
    return SOUND


def _places(label: str, places: tuple[str, ...]) -> None:
    if places:
        print(textwrap.fill(f"{label} ({len(places)}): {', '.join(places)}", WIDTH))


def _validate(options: argparse.Namespace) -> int:
    faults = catalogue.validate(Path(options.file))
    print("\n".join(faults) if faults else "Tệp đúng khuôn.")
    return FAULTY if faults else SOUND


ACTIONS = {"list": _list, "show": _show, "compare": _compare, "attach": _attach, "validate": _validate}
