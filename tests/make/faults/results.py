"""Faults of the results of the self-assessment, and of actions against them."""

from __future__ import annotations

from random import Random

from caitien.engine.catalogue import edition
from caitien.engine.plan.model import Action, Group, LevelCount, Plan
from tests.make.faults.kit import (
    Fault,
    Spoiled,
    counted,
    drop_action,
    drop_blocks,
    fresh,
    percent,
    restate,
    result_line,
    reworded,
    section,
)


def _level(plan: Plan, rng: Random) -> tuple[int, LevelCount] | None:
    """A level with its counts."""
    counts = plan.self_assessment.level_counts
    if not counts:
        return None
    level = rng.choice(sorted(counts))
    return int(level), counts[level]


def _spoil(plan: Plan, level: int, values: tuple[int, int, int], shares: tuple[str, str]) -> Spoiled:
    spoilt = fresh(plan)
    restate(spoilt, level, counted(*values, shares), result_line(level, *values, shares))
    return spoilt, f"self_assessment.level{level}"


def missing_self_assessment(plan: Plan, rng: Random) -> Spoiled | None:
    if plan.form != "2018":
        return None
    spoilt = fresh(plan)
    found = section(spoilt, "bases")
    assert found is not None
    words = ("Mức 1", "Mức 2", "Mức 3", "Mức 4", "Cấp độ", "Kết quả tự đánh giá các tiêu chí")
    drop_blocks(found, lambda text: any(word in text for word in words))
    found.content = [block for block in found.content if not hasattr(block, "rows")]
    spoilt.self_assessment = type(plan.self_assessment)()
    return spoilt, "self_assessment"


def missing_count(plan: Plan, rng: Random) -> Spoiled | None:
    """Only a percentage is given for the failed, or for the passed."""
    chosen = _level(plan, rng)
    if chosen is None:
        return None
    level, old = chosen
    total, good, bad = old.total or 1, old.passed or 0, old.failed or 0
    spoilt = fresh(plan)
    share, rest = percent(good, total), percent(bad, total)
    count = counted(good, total, bad, (share, rest))
    count.failed_as_percent_only, count.failed_total = True, None
    count.failed = 0 if bad == 0 else None
    count.passed_text = f"- Mức {level}: đạt {good}/{total} tiêu chí, tỷ lệ {share}"
    count.failed_text = f"không đạt {rest}."
    restate(spoilt, level, count, f"{count.passed_text}; {count.failed_text}")
    return spoilt, f"self_assessment.level{level}"


def count_mismatch(plan: Plan, rng: Random) -> Spoiled | None:
    chosen = _level(plan, rng)
    if chosen is None:
        return None
    level, old = chosen
    total, good = old.total or 1, old.passed or 0
    bad = (old.failed or 0) + rng.choice((1, 2))
    return _spoil(plan, level, (good, total, bad), (percent(good, total), percent(bad, total)))


def percent_mismatch(plan: Plan, rng: Random) -> Spoiled | None:
    chosen = _level(plan, rng)
    if chosen is None:
        return None
    level, old = chosen
    total, good, bad = old.total or 1, old.passed or 0, old.failed or 0
    wrong = percent(good * 100 - rng.choice((300, 450, 620)), total * 100)
    return _spoil(plan, level, (good, total, bad), (wrong, percent(bad, total)))


def wrong_total(plan: Plan, rng: Random) -> Spoiled | None:
    """A number of criteria that the regulation does not have at the level."""
    chosen = _level(plan, rng)
    if chosen is None:
        return None
    level, old = chosen
    bad = old.failed or 0
    total = (old.total or 1) + rng.choice((1, 2, 3))
    good = total - bad
    return _spoil(plan, level, (good, total, bad), (percent(good, total), percent(bad, total)))


def claim_conflict(plan: Plan, rng: Random) -> Spoiled | None:
    """A level above the one that follows from the results, or a grade that does not go with the level."""
    results = plan.self_assessment
    if results.claimed_level is None or results.claimed_level > 2:
        return None
    spoilt = fresh(plan)
    old, new = results.claimed_level, results.claimed_level + 1
    if results.claimed_accreditation and rng.random() < 0.5:
        before, after = f"Cấp độ {old}", f"Cấp độ {new}"
        spoilt.self_assessment.claimed_accreditation = after
    else:
        before, after = f": Mức {old}.", f": Mức {new}."
        spoilt.self_assessment.claimed_level, spoilt.self_assessment.claimed_text = new, f"Mức {new}"
    found = section(spoilt, "bases")
    assert found is not None
    found.content = [reworded(block, before, after) for block in found.content]
    return spoilt, "self_assessment"


def failed_without_action(plan: Plan, rng: Random) -> Spoiled | None:
    counts = plan.self_assessment.level_counts
    level = next((level for level, count in counts.items() if (count.failed or 0) > 1), None)
    if level is None:
        return None
    spoilt = fresh(plan)
    places = [i for i, action in enumerate(plan.actions) if str(action.level_section) == level]
    drop_action(spoilt, rng.choice(places))
    return spoilt, f"self_assessment.level{level}"


def action_for_passed_criterion(plan: Plan, rng: Random) -> Spoiled | None:
    """An action under the heading of a level at which every criterion has passed."""
    if plan.form != "2018":
        return None
    used = {action.criterion for action in plan.actions}
    criterion = rng.choice([one for one in edition(plan.edition or "").criteria if one.code not in used])
    spoilt = fresh(plan)
    for group in spoilt.groups:
        group.before += 1
    standard = edition(plan.edition or "").standard(criterion.code.split(".")[0])
    assert standard is not None
    text = f"Tiêu chuẩn {standard.code}: {standard.title}"
    spoilt.groups[:0] = [
        Group("level", "MỨC 1", 0, level=1),
        Group("standard", text, 0, standard=standard.code, title=standard.title),
    ]
    spoilt.actions.insert(0, _for_passed(plan.actions[0], criterion.code, criterion.title))
    return spoilt, "actions[0]"


def _for_passed(like: Action, code: str, title: str) -> Action:
    made = fresh(like)
    made.criterion, made.criteria, made.criterion_title = code, [code], title
    made.heading, made.standard = f"Tiêu chí {code}: {title}", code.split(".")[0]
    made.level_section, made.target_level, made.number = 1, 1, None
    made.target = f"Đạt Mức 1, có đủ 05 minh chứng về {title.lower()}"
    return made


FAULTS: dict[str, Fault] = {
    "missing_self_assessment": missing_self_assessment,
    "missing_count": missing_count,
    "count_mismatch": count_mismatch,
    "percent_mismatch": percent_mismatch,
    "wrong_total": wrong_total,
    "claim_conflict": claim_conflict,
    "failed_without_action": failed_without_action,
    "action_for_passed_criterion": action_for_passed_criterion,
}
