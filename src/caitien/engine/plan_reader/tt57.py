"""The tables and items that only Biểu 2 of Thông tư 57/2026 has: I general, IV problems, VI reviews."""

from __future__ import annotations

import re

from caitien.engine.plan.model import Plan, PlanSection, Problem, Review, Slot
from caitien.engine.plan_reader.marks import criterion_of, standard_of
from caitien.engine.plan_reader.matrix import Box, boxes_of
from caitien.engine.plan_reader.names import plain_name
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace, kept
from caitien.engine.vietnamese.text import fold, squeeze

PROBLEM_COLUMNS = (
    ("number", r"^s?tt$"),
    ("cause", r"nguyen nhan"),
    ("weakness", r"han che|diem yeu|ton tai|van de"),
    ("state", r"hien trang|thuc trang"),
    ("criterion_text", r"tieu chi"),
    ("standard_text", r"tieu chuan"),
)
REVIEW_COLUMNS = (
    ("moment", r"thoi diem|thoi gian"),
    ("content", r"noi dung"),
    ("result", r"ket qua"),
    ("adjustment", r"dieu chinh"),
    ("reviewer", r"nguoi"),
)
GENERAL = re.compile(
    r"^\W*(?:\d{1,2}\s*[.)]\s*|[a-zđ]\s*[.)]\s*)?(?P<name>tên (?:cơ sở giáo dục|trường|đơn vị)|địa chỉ)\s*:\s*(?P<value>.+)$",
    re.IGNORECASE,
)


def _columns(boxes: list[list[Box]], patterns: tuple[tuple[str, str], ...]) -> tuple[int, dict[str, int]]:
    """(heading row, field → column) of the first row in which most of the heads are found."""
    for row, line in enumerate(boxes[:3]):
        found: dict[str, int] = {}
        for column, box in enumerate(line):
            words = fold(box.text)
            field = next((name for name, pattern in patterns if name not in found and re.search(pattern, words)), None)
            if field and len(words) < 60:
                found[field] = column
        if len(found) >= len(patterns) - 2:
            return row, found
    return -1, {}


def read_problems(plan: Plan, items: list[Item], section: PlanSection, trace: Trace) -> None:
    """Table IV: priority problems; other items are kept."""
    for item in items:
        if isinstance(item, Grid):
            boxes = boxes_of(item.table, item.path)
            row, columns = _columns(boxes, PROBLEM_COLUMNS)
            if columns:
                _slot(section, "problems")
                trace.use_below(item.path, item.table)
                for line in boxes[row + 1 :]:
                    _problem(plan, line, columns, trace)
                continue
        _keep(section, item, trace)


def _problem(plan: Plan, boxes: list[Box], columns: dict[str, int], trace: Trace) -> None:
    values = {name: boxes[column] for name, column in columns.items()}
    filled = {name: box.text for name, box in values.items() if box.text}
    if not set(filled) - {"number"} or all(re.fullmatch(r"\(?\d\)?", text) for text in filled.values()):
        return
    problem = Problem(**{name: squeeze(text) if name == "number" else text for name, text in filled.items()})
    standard = standard_of(problem.standard_text) or re.search(r"\d", problem.standard_text)
    problem.standard = standard[0] if standard else None
    criterion = criterion_of(problem.criterion_text, bare=True)
    problem.criterion = criterion.code if criterion else None
    if problem.standard is None and problem.criterion and "." in problem.criterion:
        problem.standard = problem.criterion.split(".")[0]
    index = len(plan.problems)
    problem.id = f"p{index + 1}"
    plan.problems.append(problem)
    for name, box in values.items():
        if box.lines:
            trace.note(f"problems[{index}].{name}", box.lines[0], "column")


def read_reviews(plan: Plan, items: list[Item], section: PlanSection, trace: Trace) -> None:
    """Table VI: reviews; other items are kept."""
    for item in items:
        if isinstance(item, Grid):
            boxes = boxes_of(item.table, item.path)
            row, columns = _columns(boxes, REVIEW_COLUMNS)
            if columns:
                _slot(section, "reviews")
                trace.use_below(item.path, item.table)
                for line in boxes[row + 1 :]:
                    values = {name: line[column].text for name, column in columns.items()}
                    if values.get("moment") and not re.fullmatch(r"\(?\d\)?", values["moment"]):
                        index = len(plan.reviews)
                        plan.reviews.append(Review(**values))
                        trace.note(f"reviews[{index}].moment", line[columns["moment"]].lines[0], "column")
                continue
        _keep(section, item, trace)


def _slot(section: PlanSection, field: str) -> None:
    if Slot(field) not in section.content:
        section.content.append(Slot(field))


def _keep(section: PlanSection, item: Item, trace: Trace) -> None:
    if isinstance(item, Grid):
        trace.use_below(item.path, item.table)
        section.content.append(kept(item.table))
    elif item.first:
        trace.use(item)
        section.content.append(kept(item.block))


def read_general(plan: Plan, items: list[Item], trace: Trace) -> None:
    """Name and address of the school in section I."""
    for item in items:
        match = GENERAL.match(item.text) if isinstance(item, Line) else None
        if not match or not isinstance(item, Line):
            continue
        value = squeeze(match["value"]).rstrip(".;")
        if fold(match["name"]).startswith("ten") and plan.school_name is None:
            plan.school_name = plain_name(value)
            trace.note("school_name", item, "label")
        elif fold(match["name"]) == "dia chi":
            plan.address = value
            trace.note("address", item, "label")
