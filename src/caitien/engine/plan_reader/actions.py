"""The actions of a plan: from tables, from "label: value" blocks, and from mixtures of both."""

from __future__ import annotations

from caitien.engine.document.tree import paragraph
from caitien.engine.plan.model import Plan, PlanSection, Slot
from caitien.engine.plan_reader.action_lines import take_line
from caitien.engine.plan_reader.action_table import take_matrix, take_table
from caitien.engine.plan_reader.collect import Collector, finish, flush
from caitien.engine.plan_reader.flattened import LostTable, with_lost_tables
from caitien.engine.plan_reader.source import Grid, Item, Trace, kept


def read_actions(plan: Plan, items: list[Item], section: PlanSection, trace: Trace) -> None:
    """Fill the actions of the plan from the items of its section; what is none of them is kept in the section."""
    to = Collector(plan, trace)
    slot = Slot("actions")
    for item in with_lost_tables(items):
        before = len(plan.actions) + len(plan.groups)
        taken = _take(to, item)
        section.content += [kept(paragraph(line.text)) for line in to.captions]
        to.captions = []
        if len(plan.actions) + len(plan.groups) > before and slot not in section.content:
            section.content.append(slot)
        if not taken and not isinstance(item, LostTable):
            _keep(section, item, trace)
    flush(to)
    finish(to)
    if plan.actions and slot not in section.content:
        section.content.append(slot)
    plan.layout = "tables" if to.tables > 1 else "blocks" if to.labelled and not to.tables else "table"


def _take(to: Collector, item: Item | LostTable) -> bool:
    if isinstance(item, LostTable):
        to.flattened = True
        take_matrix(to, item.matrix)
        to.flattened = False
        to.trace.use(*item.lines)
        to.heads = item.matrix.heads
    elif isinstance(item, Grid):
        return take_table(to, item)
    else:
        return take_line(to, item)
    to.tables += 1
    return True


def _keep(section: PlanSection, item: Item, trace: Trace) -> None:
    if isinstance(item, Grid):
        trace.use_below(item.path, item.table)
        section.content.append(kept(item.table))
    else:
        trace.use(item)
        if item.first:
            section.content.append(kept(item.block))
