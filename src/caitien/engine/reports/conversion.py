"""A plan of the 2018 form as a draft of Biểu 2 of Thông tư 57/2026.

What the school wrote is carried over; what the new form asks beyond that stays empty and is shown as a gap. Nothing is
written in the school's place. The new criteria come from a mapping that is advice, and say so.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace

from caitien.engine.catalogue import Edition, EditionMapping, PlanFacts, edition, edition_of_plan, mappings
from caitien.engine.document.tree import Block, Paragraph, Run, paragraph
from caitien.engine.errors import UserError
from caitien.engine.plan.model import Action, Plan, PlanSection, Problem, Review, Slot
from caitien.engine.reports.forms import FORMS, Form
from caitien.engine.reports.pieces import GAP, without_page
from caitien.engine.reports.skeleton import complete, general_items
from caitien.engine.vietnamese.money import unit_of_heading

TARGET = "tt57"
CARRIED = "Nội dung chuyển từ kế hoạch theo mẫu 2018:"
BASES = (
    ("1. Báo cáo tự đánh giá năm học ", "năm học, số và ngày của báo cáo tự đánh giá"),
    ("2. Kết quả rà soát việc thực hiện kế hoạch cải tiến chất lượng năm học trước: ", "kết quả rà soát"),
    ("3. Kế hoạch năm học và định hướng phát triển của cơ sở giáo dục: ", "số và ngày của kế hoạch năm học"),
)
"""The items of section II of the form, and what a plan of 2018 does not say of them."""


def convert(plan: Plan, form: str = TARGET) -> Plan:
    """A draft of the plan in another form; `plan_document(draft, gaps=True)` shows what the school has to add.

    Raises UserError when there is no way from the form of the plan to that one.
    """
    if form == plan.form:
        return deepcopy(plan)
    if form != TARGET or plan.form != "2018":
        raise UserError("CaiTien chỉ chuyển kế hoạch theo mẫu 2018 sang Biểu 2 của Thông tư 57/2026.")
    old = complete(deepcopy(plan))
    advice = _advice(old)
    target = edition(advice.new) if advice else None
    draft = _draft(old, target)
    unit = _unit(old)
    draft.actions = [
        _action(replace(action, budget_raw=_with_unit(action.budget_raw, unit)), i, advice, target)
        for i, action in enumerate(old.actions)
    ]
    draft.problems = _problems(old.actions, advice, target)
    _link(old.actions, draft)
    draft.sections = _sections(old, draft, FORMS[TARGET])
    return draft


def _advice(plan: Plan) -> EditionMapping | None:
    """The mapping from the edition of the plan to that of Biểu 2."""
    known = plan.edition
    if known is None:
        named = tuple((_code(action), action.criterion_title or "") for action in plan.actions if action.criterion)
        chosen = edition_of_plan(PlanFacts("2018", plan.school_type, criteria=named)).edition
        known = chosen.id if chosen else None
    return next((found for found in mappings() if found.old == known and found.new.startswith(f"{TARGET}-")), None)


def _draft(old: Plan, target: Edition | None) -> Plan:
    """Header, people and recipients are those of the old plan; number and date belong to the paper that was issued."""
    draft = deepcopy(old)
    draft.form, draft.layout, draft.edition = TARGET, "table", target.id if target else None
    draft.columns = [replace(column) for column in FORMS[TARGET].columns]
    draft.header.number, draft.header.place_date = None, None
    draft.doc_number, draft.date = None, None
    draft.groups, draft.empty_rows, draft.standards_seen = [], [], []
    draft.signature, draft.signed_digitally = None, False
    draft.reviews = [Review(moment) for moment in FORMS[TARGET].review_moments]
    return draft


def _unit(old: Plan) -> str:
    """The unit in the head of the old column of money ("triệu đồng"), which the new column does not have."""
    heading = next((column.heading for column in old.columns if column.field == "budget_raw"), "")
    named = re.search(r"\(([^)]*)\)", heading)
    return named[1].strip() if named and unit_of_heading(heading) > 1 else ""


def _with_unit(text: str | None, unit: str) -> str | None:
    """A bare figure with its unit."""
    return f"{text} {unit}" if text and unit and re.fullmatch(r"[\d.,\s]*[1-9][\d.,\s]*", text) else text


def _code(action: Action) -> str:
    """Code of the criterion in its edition; level 4 has codes of its own."""
    level4 = action.level_section == 4 and action.criterion and "." not in action.criterion
    return f"M4.{action.criterion}" if level4 else action.criterion or ""


def _new_codes(action: Action, advice: EditionMapping | None) -> tuple[str, ...]:
    found = advice.criteria.get(_code(action)) if advice else None
    return found.new if found else ()


def _action(action: Action, index: int, advice: EditionMapping | None, target: Edition | None) -> Action:
    """One row of table V; the level of 2018 means nothing in the new form."""
    codes = _new_codes(action, advice)
    known = target.criterion(codes[0]) if target and codes else None
    support = action.other_support if (action.other_support or "").strip(" .").casefold() not in ("", "không") else ""
    resources = "\n".join(text for text in (action.budget_raw, support) if text)
    return replace(
        action,
        number=str(index + 1),
        level_section=None,
        standard=known.code.split(".")[0] if known else None,
        criterion=known.code if known else None,
        criteria=[known.code] if known else [],
        criterion_title=f"{known.title} {_origin(action, codes)}" if known else _old_name(action),
        heading=f"Tiêu chí {known.code}: {known.title} {_origin(action, codes)}" if known else _old_name(action),
        budget_raw=resources or None,
        other_support=None,
        progress="",
        problem_ids=[],
    )


def _origin(action: Action, codes: tuple[str, ...]) -> str:
    """Says that the criterion is advice, where it comes from and what else it could be."""
    others = f"; cũng có thể là {', '.join(codes[1:])}" if len(codes) > 1 else ""
    return f"(gợi ý, chuyển từ tiêu chí {action.criterion} cũ{others})"


def _old_name(action: Action) -> str | None:
    title = action.criterion_title or action.heading
    if not action.criterion:
        return title
    return f"{title or 'Nội dung'} (tiêu chí {action.criterion} cũ)"


def _problems(actions: list[Action], advice: EditionMapping | None, target: Edition | None) -> list[Problem]:
    """Table IV: one row for each old criterion that the plan works on; weakness and cause are the school's to say."""
    made: dict[str, Problem] = {}
    for action in actions:
        codes = _new_codes(action, advice)
        known = target.criterion(codes[0]) if target and codes else None
        standard = target.standard(codes[0].split(".")[0]) if target and codes else None
        key = _code(action) or action.criterion_title or ""
        if key in made:
            continue
        made[key] = Problem(
            id=f"p{len(made) + 1}",
            number=str(len(made) + 1),
            standard=standard.code if standard else None,
            criterion=known.code if known else None,
            standard_text=f"Tiêu chuẩn {standard.code}: {standard.title}" if standard else "",
            criterion_text=(
                f"Tiêu chí {known.code}: {known.title} {_origin(action, codes)}" if known else _old_name(action) or ""
            ),
            state=action.current_state or "",
        )
    return list(made.values())


def _link(old: list[Action], draft: Plan) -> None:
    """Each action names the problem that came from its old criterion."""
    keys = list(dict.fromkeys(_code(action) or action.criterion_title or "" for action in old))
    for before, after in zip(old, draft.actions, strict=True):
        after.problem_ids = [draft.problems[keys.index(_code(before) or before.criterion_title or "")].id]


def _sections(old: Plan, draft: Plan, form: Form) -> list[PlanSection]:
    content: dict[str, list[Block | Slot]] = {
        "general": list(general_items(draft, form)),
        "bases": [*map(_item, BASES), *_carried(old, "bases", "results", "general", "other", "monitoring")],
        "purpose": _carried(old, "purpose"),
        "problems": [Slot("problems")] if draft.problems else [],
        "actions": [*_carried(old, "actions"), Slot("actions")] if draft.actions else _carried(old, "actions"),
        "monitoring": [Slot("reviews")],
        "organisation": _carried(old, "organisation"),
        "reporting": _carried(old, "reporting"),
    }
    return [PlanSection(key, number, title, content[key]) for key, number, title in form.sections]


def _item(base: tuple[str, str]) -> Paragraph:
    words, missing = base
    return Paragraph((Run(words), Run(GAP.format(missing), mark="gap")), "item")


def _carried(old: Plan, *keys: str) -> list[Block | Slot]:
    """The content of the old sections of these keys, the tables of the old form left out of it."""
    found: list[Block | Slot] = []
    for section in old.sections:
        if section.key in keys:
            kept = [
                piece for piece in section.content if piece not in (Slot("actions"), Slot("problems"), Slot("reviews"))
            ]
            found += [piece if isinstance(piece, Slot) else without_page(piece) for piece in kept]
    return [paragraph(CARRIED, "body"), *found] if found and "bases" in keys else found
