"""The one way from a document tree to a plan."""

from __future__ import annotations

from caitien.engine.document.tree import Document, Paragraph, Table
from caitien.engine.levels import plan_edition
from caitien.engine.plan.model import Plan, PlanSection, Reading
from caitien.engine.plan_reader.actions import read_actions
from caitien.engine.plan_reader.bases import read_bases
from caitien.engine.plan_reader.ending import read_ending
from caitien.engine.plan_reader.header import complete_school, read_header
from caitien.engine.plan_reader.marks import standard_of
from caitien.engine.plan_reader.organisation import read_organisation
from caitien.engine.plan_reader.outline import outline_of
from caitien.engine.plan_reader.results import read_results
from caitien.engine.plan_reader.sections import Part, nested
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace, items, kept, lines_below, unused
from caitien.engine.plan_reader.tt57 import read_general, read_problems, read_reviews


def read_plan(document: Document) -> Reading:
    """What the document says as a plan. A document that is no plan gives an empty one; nothing is made up."""
    plan, trace = Plan(), Trace(document.source_format)
    outline = outline_of(items(document))
    below = read_header(plan, outline.head, trace)
    if below:
        outline.parts.insert(0, Part("bases", "", "", [], below))
    lines = [line for item in outline.items for line in _lines(item)]
    complete_school(plan, lines, trace)
    for part in outline.parts:
        _section(plan, part, trace)
    _results(plan, outline.parts, trace)
    read_ending(plan, outline.ending, trace)
    _form(plan)
    _damage(plan)
    _link_problems(plan)
    _edition(plan, trace)
    return Reading(plan, document, trace.places, trace.doubts, unused(document, trace.used))


def _lines(item: Item) -> list[Line]:
    if isinstance(item, Grid):
        return lines_below(item.path, [item.table])
    return [item] if isinstance(item.block, Paragraph) else []


def _results(plan: Plan, parts: list[Part], trace: Trace) -> None:
    """Results stand in a section of their own or among bases, purpose and what is told of the school."""
    told = [part for part in parts if part.key in ("bases", "results", "general", "other", "purpose")]
    read_results(plan, [item for part in told for item in part.body], trace)


def _section(plan: Plan, part: Part, trace: Trace) -> None:
    section = PlanSection(part.key, part.number, part.title, annex=part.annex)
    index = len(plan.sections)
    plan.sections.append(section)
    if part.heading:
        trace.note(f"sections[{index}].title", part.heading[0], "heading")
        trace.use(*part.heading)
    for piece in nested(part):
        for line in piece.heading:
            trace.use(line)
            section.content.append(kept(line.block))
        _piece(plan, piece, section, trace)


def _piece(plan: Plan, part: Part, section: PlanSection, trace: Trace) -> None:
    match part.key:
        case "bases":
            read_bases(plan, part, section, trace)
        case "actions":
            read_actions(plan, part.body, section, trace)
        case "organisation":
            read_organisation(plan, part.body, section, trace)
        case "problems":
            read_problems(plan, part.body, section, trace)
        case "monitoring":
            read_reviews(plan, part.body, section, trace)
        case _:
            _keep_all(plan, part, section, trace)


def _keep_all(plan: Plan, part: Part, section: PlanSection, trace: Trace) -> None:
    if part.key == "general":
        read_general(plan, part.body, trace)
    for item in part.body:
        if isinstance(item, Grid):
            trace.use_below(item.path, item.table)
            section.content.append(kept(item.table))
        elif item.first:
            trace.use(item)
            section.content.append(kept(item.block))


def _link_problems(plan: Plan) -> None:
    """Biểu 2 has no column for the link: an action serves the problems of its criteria, or of its standard."""
    for action in plan.actions:
        action.problem_ids = [
            problem.id
            for problem in plan.problems
            if (problem.criterion in action.criteria if problem.criterion else problem.standard == action.standard)
        ]


def _edition(plan: Plan, trace: Trace) -> None:
    """The edition that the plan's own facts point to; its confidence says whether they or the date decided."""
    choice = plan_edition(plan)
    if choice.edition and (plan.actions or plan.legal_bases):
        plan.edition = choice.edition.id
        trace.note(
            "edition",
            None,
            "derived" if choice.sure else "weak_value",
            doubt="Bộ tiêu chuẩn được đoán theo ngày của kế hoạch.",
        )


def _damage(plan: Plan) -> None:
    """Kept tables that name standards but gave no action: what stood beside them was lost on the way."""
    for index, section in enumerate(plan.sections):
        for at, piece in enumerate(section.content):
            if isinstance(piece, Table) and section.key in ("actions", "organisation"):
                seen = [found[0] for line in lines_below("", [piece]) if (found := standard_of(line.text))]
                if seen:
                    plan.damage.append(f"sections[{index}].content[{at}]")
                    plan.standards_seen += [code for code in seen if code not in plan.standards_seen]
    plan.damaged = not plan.actions and bool(plan.standards_seen)


def _form(plan: Plan) -> None:
    """Biểu 2 is told by its own sections or columns."""
    keys = {section.key for section in plan.sections}
    fields = {column.field for column in plan.columns}
    if len(keys & {"problems", "monitoring", "reporting"}) >= 2 or {"indicator", "evidence"} <= fields:
        plan.form = "tt57"
