"""``caitien compare``: what changed from one plan to the next, and what was carried over word for word."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterable, Iterator

from caitien.cli.fields import named, shortened
from caitien.engine import read
from caitien.engine.comparison import ActionChange, Change, Comparison, compare
from caitien.engine.plan.model import Action, Plan

LONGEST = 160
KINDS = {"added": "Thêm", "dropped": "Bỏ", "changed": "Đổi", "same": "Giữ nguyên"}


def run(options: argparse.Namespace) -> int:
    """Print the comparison of two files."""
    old, new = read(options.old).plan, read(options.new).plan
    found = compare(old, new)
    if options.format == "json":
        print(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines(found, old, new)))
    return 0


def as_json(found: Comparison) -> dict[str, object]:
    """The comparison as plain data, each action with its kind of change."""
    data = dataclasses.asdict(found)
    data["actions"] = [{"kind": change.kind, **dataclasses.asdict(change)} for change in found.actions]
    return data


def lines(found: Comparison, old: Plan, new: Plan) -> Iterator[str]:
    """The comparison in words."""
    yield from _part("Đầu văn bản và người ký", (_change(change) for change in found.head))
    yield from _part("Kết quả tự đánh giá", (_change(change) for change in found.results))
    yield from _part("Căn cứ, vấn đề, phân công, nơi nhận", (_entry(change) for change in found.lists))
    yield from _part("Hoạt động", (line for change in found.actions for line in _action(change, old, new)))
    carried = (
        f"{named(one.field)}: {shortened(one.text, LONGEST)}{'' if one.exact else ' (chỉ khác năm, tháng)'}"
        for one in found.carried
    )
    yield from _part("Chép nguyên từ kế hoạch trước", carried)


def _part(title: str, entries: Iterable[str]) -> Iterator[str]:
    yield f"{title}:"
    yield from [f"  {entry}" for entry in entries] or ["  không có gì"]


def _change(change: Change) -> str:
    before, after = (shortened(text, LONGEST) or "(không có)" for text in (change.old, change.new))
    return f"{named(change.field)}: {before} → {after}"


def _entry(change: Change) -> str:
    kind = KINDS["dropped"] if change.old else KINDS["added"]
    return f"{kind} {named(change.field)}: {shortened(change.old or change.new, LONGEST)}"


def _action(change: ActionChange, old: Plan, new: Plan) -> Iterator[str]:
    pair = change.pair
    if pair.new is not None:
        yield f"{KINDS[change.kind]} hoạt động {pair.new + 1}: {_name(new.actions[pair.new])}"
    elif pair.old is not None:
        yield f"{KINDS[change.kind]} hoạt động {pair.old + 1} của kế hoạch trước: {_name(old.actions[pair.old])}"
    yield from (f"  {_change(one).partition(', ')[2]}" for one in change.changes)


def _name(action: Action) -> str:
    title = action.criterion_title or action.target or ""
    return shortened(f"tiêu chí {action.criterion} {title}" if action.criterion else title, LONGEST) or "(chưa ghi tên)"
