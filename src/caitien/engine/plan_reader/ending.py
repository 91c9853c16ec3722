"""The end of the document: recipients, signer, digital signature."""

from __future__ import annotations

import re

from caitien.engine.plan.model import DigitalSignature, Plan, Signer
from caitien.engine.plan_reader.header import _grid_lines
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace, kept, parted_lines
from caitien.engine.vietnamese.text import CAPITALS, fold, is_upper, squeeze, without_bullet

RECIPIENTS = re.compile(r"^\W*noi nhan\b")
SIGNER = re.compile(
    r"^(?:(?:tm|kt|q|tl|tuq|thua lenh|thua uy quyen)\s*\.?\s*)?(?:quyen\s+)?(?:pho\s+)?(?:hieu truong|giam doc|chu tich(?: hoi dong.*)?|thu truong don vi|nguoi dung dau.*|truong ban|hoi dong tu danh gia)\b"
)
ON_BEHALF = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\s*\.", re.IGNORECASE)
NOTE = re.compile(r"^\(.*\)$|^(?:đã ký|ký tên|ký, ghi rõ họ tên)\W*$", re.IGNORECASE)
NAME = re.compile(rf"^[{CAPITALS}][\w’']*(?:\s+[{CAPITALS}][\w’']*){{1,5}}$")
DEGREE = re.compile(r"^(?:(?:ThS|TS|CN|Ths|Th\.S|Cử nhân|Thạc sĩ)\.?\s+)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
STAMP = re.compile(
    r"(?P<iso>20\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\s?[+-]\d\d:?\d\d|Z)?)|(?:ngày|thời gian) ký\s*:?\s*(?P<vn>[\d/:\sT+-]{8,})",
    re.IGNORECASE,
)
SIGNATURE_WORDS = re.compile(
    r"(?:Location|Protect document|Reason|Signature Not Verified|Digitally signed)\W*", re.IGNORECASE
)
SIGNED_BY = re.compile(r"(?:người ký|ký bởi|được ký bởi|signed by)\s*:?\s*(?P<name>[^\n,;]{3,80})", re.IGNORECASE)


def split_ending(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The items of the last section, and those from "Nơi nhận" or the signer on."""
    for index, item in enumerate(items):
        if isinstance(item, Grid):
            lines = _grid_lines(item.path, item.table)
            if (
                any(RECIPIENTS.match(fold(line.text)) or is_signer(line) for line in lines)
                and len(item.table.rows) <= 6
            ):
                return items[:index], items[index:]
        elif RECIPIENTS.match(fold(item.text)) or (is_signer(item) and index >= len(items) - 14):
            return items[:index], items[index:]
    return items, []


def is_signer(line: Line) -> bool:
    """Whether the line is the title of a signer, in capitals."""
    return is_upper(line.text) and bool(SIGNER.match(fold(line.text))) and len(line.text) < 70


def read_ending(plan: Plan, items: list[Item], trace: Trace) -> None:
    """Fill recipients, signer and signature; what is none of them is kept after the plan."""
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Grid):
            lines += _grid_lines(item.path, item.table)
        elif item.first:
            lines += parted_lines(item.path, item.block)
    mode = ""
    signer: list[Line] = []
    for line in lines:
        if _digital(plan, line, trace):
            continue
        words = fold(line.text)
        if RECIPIENTS.match(words):
            mode = "recipients"
            _label(plan, line, trace)
        elif (
            is_signer(line)
            or (signer and NOTE.match(line.text))
            or (not signer and ON_BEHALF.match(line.text) and is_upper(line.text))
        ):
            signer.append(line)
            mode = "signer"
        elif (
            mode == "signer"
            and not re.match(r"^\W*-", line.text)
            and (NAME.match(DEGREE.sub("", line.text)) or is_upper(line.text))
        ):
            signer.append(line)
        elif plan.recipients_label is not None and mode:
            _recipient(plan, line, trace)
        else:
            trace.use(line)
            plan.closing.append(kept(line.block))
    _signer(plan, signer, trace)


def _label(plan: Plan, line: Line, trace: Trace) -> None:
    label, colon, rest = line.text.partition(":")
    plan.recipients_label = label.strip() + colon
    trace.note("recipients_label", line, "closing")
    if rest.strip():
        for part in re.split(r";|(?<=\S)\s+-\s", rest):
            _recipient(plan, Line(line.path, part.strip(), line.block), trace)


def _recipient(plan: Plan, line: Line, trace: Trace) -> None:
    text = squeeze(without_bullet(line.text)).rstrip(" ;.,/")
    if not text:
        trace.use(line)
        return
    if plan.recipients and not re.match(r"^\s*[-–+•*]", line.text) and text[0].islower():
        plan.recipients[-1] += " " + text
        trace.use(line)
        return
    trace.note(f"recipients[{len(plan.recipients)}]", line, "closing")
    plan.recipients.append(text)


def _digital(plan: Plan, line: Line, trace: Trace) -> bool:
    """Text that a digital signature leaves: account, time, "ký bởi"."""
    email, stamp, by = EMAIL.search(line.text), STAMP.search(line.text), SIGNED_BY.search(line.text)
    if not (by or stamp or (email and len(line.text) < 80)):
        leftover = plan.signature is not None and SIGNATURE_WORDS.fullmatch(line.text) is not None
        if leftover:
            trace.use(line)
        return leftover
    plan.signed_digitally = True
    plan.signature = plan.signature or DigitalSignature()
    if email:
        plan.signature.account = email[0]
    if stamp:
        plan.signature.timestamp = squeeze(stamp["iso"] or stamp["vn"])
    if by:
        plan.signature.name = squeeze(by["name"])
    for name in ("signed_digitally", "signature"):
        trace.note(name, line, "closing")
    return True


def _signer(plan: Plan, lines: list[Line], trace: Trace) -> None:
    if not lines:
        return
    titles = [line for line in lines if is_upper(line.text) and SIGNER.match(fold(line.text))]
    notes = [line for line in lines if NOTE.match(line.text)]
    names = [line for line in lines if line not in titles and line not in notes]
    plan.signer = Signer(
        title=titles[-1].text if titles else None,
        name=DEGREE.sub("", names[-1].text) if names else None,
        on_behalf="\n".join(line.text for line in titles[:-1]) or None,
        note=notes[0].text if notes else None,
    )
    trace.use(*lines)
    for name, found in (("title", titles), ("name", names)):
        if found:
            trace.note(f"signer.{name}", found[-1], "closing")
