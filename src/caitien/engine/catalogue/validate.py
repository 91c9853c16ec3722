"""Is an edition file sound? Its content goes in, one Vietnamese sentence per fault comes out, with the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

import yaml

from caitien.engine.catalogue.shape import Fault, Path, shape_faults
from caitien.engine.data_file import Loader, parse_yaml
from caitien.engine.errors import Unreadable, UserError


def validate(path: FilePath) -> list[str]:
    """All faults of an edition file with their lines; empty when it is sound. A missing file raises `Unreadable`."""
    try:
        data = path.read_bytes()
    except OSError:
        raise Unreadable(f"Không mở được tệp {path.name}. Xin xem lại đường dẫn.") from None
    try:
        raw = parse_yaml(data, path.name)
    except UserError as error:
        return [str(error)]
    root = yaml.compose(data.decode("utf-8-sig"), Loader=Loader)
    return [f"Dòng {_line(root, fault.path)}: {fault.text}" for fault in faults(raw)]


def faults(raw: Any) -> list[Fault]:
    """All faults in the parsed content of an edition file; what stands together is checked when the shape is right."""
    return shape_faults(raw) or [fault for check in CHECKS for fault in check(raw)]


def _line(node: yaml.Node | None, path: Path) -> int:
    """The line of the deepest part of the path that exists."""
    line = node.start_mark.line + 1 if node else 1
    for step in path:
        found: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == str(step)), None)
            line = next((key.start_mark.line + 1 for key, _ in node.value if key.value == str(step)), line)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
            line = found.start_mark.line + 1
        if found is None:
            break
        node = found
    return line


def _all_criteria(raw: Any) -> Iterator[tuple[Path, Any]]:
    for i, standard in enumerate(raw["standards"]):
        for k, criterion in enumerate(standard["criteria"]):
            yield ("standards", i, "criteria", k), criterion
    for i, criterion in enumerate(raw.get("level4", [])):
        yield ("level4", i), criterion


def _codes(raw: Any) -> Iterator[Fault]:
    """Standards are 1, 2, …; their criteria s.1, s.2, …; those of level 4 M4.1, M4.2, …"""
    for i, standard in enumerate(raw["standards"]):
        if standard["code"] != str(i + 1):
            yield _misplaced(("standards", i, "code"), f"Tiêu chuẩn {standard['code']}", str(i + 1))
        for k, criterion in enumerate(standard["criteria"]):
            expected = f"{standard['code']}.{k + 1}"
            if criterion["code"] != expected:
                yield _misplaced(("standards", i, "criteria", k, "code"), f"Tiêu chí {criterion['code']}", expected)
    for i, criterion in enumerate(raw.get("level4", [])):
        if criterion["code"] != f"M4.{i + 1}":
            yield _misplaced(("level4", i, "code"), f"Tiêu chí {criterion['code']}", f"M4.{i + 1}")


def _misplaced(path: Path, name: str, expected: str) -> Fault:
    return Fault(path, f"{name}: theo thứ tự trong tệp, mã ở chỗ này là {expected}.")


def _levels(raw: Any) -> Iterator[Fault]:
    """The levels of a criterion follow each other from 1 (level 4: only 4); keys of a level differ."""
    for path, criterion in _all_criteria(raw):
        levels, name = list(criterion["levels"]), f"Tiêu chí {criterion['code']}"
        expected = [4] if path[0] == "level4" else list(range(1, len(levels) + 1))
        if levels != expected:
            yield Fault((*path, "levels"), f"{name}: các mức cần liền nhau, bắt đầu từ mức {expected[0]}.")
        elif not levels and not raw.get("partial"):
            yield Fault((*path, "levels"), f"{name}: chưa có yêu cầu của mức nào.")
        for level, requirements in criterion["levels"].items():
            keys = [str(requirement["key"]) for requirement in requirements]
            if len(set(keys)) < len(keys) or ("*" in keys and len(keys) > 1):
                listed = ", ".join(keys)
                yield Fault((*path, "levels", level), f"{name}, mức {level}: khóa yêu cầu trùng nhau ({listed}).")


def _totals(raw: Any) -> Iterator[Fault]:
    """Totals are those counted in the file; a partial edition may leave them null."""
    counted = Counter(level for _, criterion in _all_criteria(raw) for level in criterion["levels"])
    for level in sorted({*raw["totals"], *counted}, key=str):
        stated = raw["totals"].get(level)
        if raw.get("partial") and (stated is None or isinstance(stated, int)):
            continue
        if stated != counted[level]:
            text = f"Số tiêu chí mức {level}: ghi {stated}, còn trong tệp đếm được {counted[level]}."
            yield Fault(("totals", level), text)


def _dates(raw: Any) -> Iterator[Fault]:
    start, end = raw["valid_from"], raw.get("valid_to")
    if start and end and str(end) < str(start):
        yield Fault(("valid_to",), f"Hiệu lực: ngày cuối {end} đứng trước ngày đầu {start}.")


def _level_rule(raw: Any) -> Iterator[Fault]:
    rule = raw["level_rule"]
    check = LEVEL_RULES.get(rule["kind"])
    if check is None:
        known = ", ".join(LEVEL_RULES)
        yield Fault(("level_rule", "kind"), f"Quy tắc tính mức: “{rule['kind']}” chưa có; các loại là {known}.")
        return
    for text in check(raw, rule):
        yield Fault(("level_rule",), f"Quy tắc tính mức: {text}")


def _all_rule(raw: Any, rule: Any) -> Iterator[str]:
    if not isinstance(rule.get("levels"), int) or rule["levels"] < 1:
        yield "khóa levels cần là số mức chung (ví dụ 3)."
    if bool(rule.get("level4")) != bool(raw.get("level4")):
        yield "khóa level4 và danh sách level4 cần cùng có hoặc cùng vắng."


def _mandatory_rule(raw: Any, rule: Any) -> Iterator[str]:
    codes = [criterion["code"] for path, criterion in _all_criteria(raw) if path[0] == "standards"]
    flagged = [criterion["code"] for _, criterion in _all_criteria(raw) if criterion.get("mandatory")]
    if sorted(rule.get("mandatory") or []) != sorted(flagged):
        yield "danh sách mandatory khác các tiêu chí có mandatory: true."
    levels = rule.get("levels")
    if not isinstance(levels, dict) or list(levels) != list(range(1, len(levels) + 1)):
        yield "khóa levels cần ghi các mức liền nhau từ mức 1."
        return
    for level, need in levels.items():
        keys = {"mandatory_at_least", "others_at_least", "others_count"}
        if not isinstance(need, dict) or not keys <= need.keys() <= {*keys, "every_other_at_least"}:
            yield f"mức {level} cần các khóa {', '.join(sorted(keys))}."
        elif not all(isinstance(value, int) for value in need.values()):
            yield f"mức {level}: các giá trị cần là số nguyên."
        elif need["others_count"] > len(codes) - len(flagged):
            yield f"mức {level} đòi {need['others_count']} tiêu chí khác, tệp chỉ có {len(codes) - len(flagged)}."


LEVEL_RULES: Mapping[str, Callable[[Any, Any], Iterator[str]]] = {
    "all": _all_rule,
    "mandatory-and-count": _mandatory_rule,
}


def _thresholds(raw: Any) -> Iterator[Fault]:
    codes = {criterion["code"] for _, criterion in _all_criteria(raw)}
    for i, threshold in enumerate(raw.get("thresholds", [])):
        if not isinstance(threshold, dict) or threshold.get("criterion") not in codes:
            text = f"Ngưỡng thứ {i + 1}: khóa criterion cần là mã của một tiêu chí trong tệp."
            yield Fault(("thresholds", i), text)


CHECKS = (_codes, _levels, _totals, _dates, _level_rule, _thresholds)
