"""Faults of money and support."""

from __future__ import annotations

from random import Random

from caitien.engine.plan.model import Action, Plan
from tests.make.faults.kit import Fault, Spoiled, fresh, pick_action

SPENDING = [
    "Mua sắm 12 bộ bàn ghế và 02 tủ đựng hồ sơ.",
    "Chi kinh phí hỗ trợ học phí cho người đi học.",
    "Mua 20 đầu sách tham khảo và lắp 02 máy tính.",
]


def _in_words(plan: Plan) -> bool:
    """Whether amounts are written with their unit (not in the column head)."""
    return not any("(triệu" in column.heading for column in plan.columns if column.field == "budget_raw")


def _free(action: Action) -> bool:
    return action.budget_vnd == 0


def _paid(action: Action) -> bool:
    return bool(action.budget_vnd)


def missing_budget(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, _paid)
    if index is None or plan.form == "tt57":
        return None
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    action.budget_raw, action.budget_vnd = "", None
    action.tasks[1] = rng.choice(SPENDING)
    return spoilt, f"actions[{index}].budget"


def open_ended_budget(plan: Plan, rng: Random) -> Spoiled | None:
    if not _in_words(plan):
        return None
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    words = [
        "Theo tình hình thực tế",
        "Theo Quy chế chi tiêu nội bộ",
        "Ngân sách nhà nước",
        "Nguồn xã hội hóa",
        "Theo dự toán được duyệt",
    ]
    spoilt.actions[index].budget_raw, spoilt.actions[index].budget_vnd = rng.choice(words), None
    return spoilt, f"actions[{index}].budget"


def budget_without_source(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, _paid)
    if index is None or not _in_words(plan):
        return None
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    action.budget_raw, action.budget_vnd = "15.000.000 đồng", 15_000_000
    if action.other_support is not None:
        action.other_support = "Không"
    return spoilt, f"actions[{index}].budget"


def budget_contradiction(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, _free)
    if index is None:
        return None
    spoilt = fresh(plan)
    spoilt.actions[index].tasks[1] = rng.choice(SPENDING)
    return spoilt, f"actions[{index}].budget"


def budget_implausible(plan: Plan, rng: Random) -> Spoiled | None:
    """A slip of the unit: thousands of millions for a training."""
    index = pick_action(plan, rng, lambda action: _paid(action) and (action.budget_vnd or 0) < 50_000_000)
    if index is None or not _in_words(plan):
        return None
    spoilt = fresh(plan)
    raw = plan.actions[index].budget_raw or ""
    source = raw.partition("(")[2].rstrip(")") or raw.partition(" từ ")[2]
    text, vnd = rng.choice([("12.500.000 triệu đồng", 12_500_000 * 10**6), ("8.000 tỷ đồng", 8_000 * 10**9)])
    spoilt.actions[index].budget_raw, spoilt.actions[index].budget_vnd = f"{text} ({source})", vnd
    return spoilt, f"actions[{index}].budget"


def budget_total_mismatch(plan: Plan, rng: Random) -> Spoiled | None:
    if not plan.total_budget_vnd or not _in_words(plan):
        return None
    spoilt = fresh(plan)
    spoilt.total_budget_vnd = plan.total_budget_vnd + rng.choice((1, 5, 10)) * 1_000_000
    spoilt.total_budget_raw = f"{spoilt.total_budget_vnd:,}".replace(",", ".") + " đồng"
    return spoilt, "table|actions"


def support_contradiction(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick_action(plan, rng, lambda action: action.other_support == "Không")
    if index is None:
        return None
    spoilt = fresh(plan)
    words = [
        "Vận động các nhà tài trợ ủng hộ cơ sở vật chất.",
        "Kêu gọi tài trợ từ các doanh nghiệp trên địa bàn.",
        "Đẩy mạnh xã hội hóa để hoàn thành nội dung này.",
    ]
    spoilt.actions[index].tasks[1] = rng.choice(words)
    return spoilt, f"actions[{index}].other_support"


FAULTS: dict[str, Fault] = {
    "missing_budget": missing_budget,
    "open_ended_budget": open_ended_budget,
    "budget_without_source": budget_without_source,
    "budget_contradiction": budget_contradiction,
    "budget_implausible": budget_implausible,
    "budget_total_mismatch": budget_total_mismatch,
    "support_contradiction": support_contradiction,
}
