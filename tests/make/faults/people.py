"""Faults of leads and duties."""

from __future__ import annotations

from random import Random

from caitien.engine.plan.model import Action, Plan
from tests.make.faults.kit import Fault, Spoiled, fresh, pick


def _set_lead(action: Action, text: str) -> None:
    action.lead_and_partners = text
    if action.lead is not None or action.partners is not None:
        action.lead, action.partners = text, ""


def missing_lead(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    _set_lead(spoilt.actions[index], "")
    return spoilt, f"actions[{index}].lead"


def lead_only_principal(plan: Plan, rng: Random) -> Spoiled | None:
    if len(plan.actions) < 3:
        return None
    spoilt = fresh(plan)
    head = "Giám đốc" if plan.school_type == "continuing" else "Hiệu trưởng"
    for action in spoilt.actions:
        _set_lead(action, head)
    return spoilt, "actions"


def lead_vague(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    words = [
        "Toàn thể cán bộ, giáo viên, nhân viên",
        "Hiệu trưởng, giáo viên, nhân viên",
        "Tập thể giáo viên và nhân viên nhà trường",
    ]
    _set_lead(spoilt.actions[index], rng.choice(words))
    return spoilt, f"actions[{index}].lead"


def lead_external(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    bodies = [
        "UBND xã",
        "Công ty Cổ phần Xây dựng Thành Phát",
        "Trạm Y tế xã",
        "Hội Khuyến học xã",
        "Ngân hàng Nông nghiệp chi nhánh huyện",
    ]
    _set_lead(spoilt.actions[index], rng.choice(bodies))
    return spoilt, f"actions[{index}].lead"


def organisation_off_topic(plan: Plan, rng: Random) -> Spoiled | None:
    """A role gets the making of the self-assessment."""
    index = rng.randrange(len(plan.organisation))
    spoilt = fresh(plan)
    spoilt.organisation[index].duties = [
        "Xây dựng kế hoạch tự đánh giá, phân công viết phiếu đánh giá tiêu chí.",
        "Thu thập, xử lý minh chứng và viết báo cáo tự đánh giá của nhà trường.",
    ]
    spoilt.organisation[index].duty_markers = ["-", "-"]
    return spoilt, f"organisation[{index}]"


def organisation_gap(plan: Plan, rng: Random) -> Spoiled | None:
    """The heading promises reports, the duties bring none."""
    index = pick(rng, (i for i, role in enumerate(plan.organisation) if "báo cáo định kỳ" in (role.role or "")))
    if index is None:
        return None
    spoilt = fresh(plan)
    spoilt.organisation[index].duties = [
        "Giám sát tiến độ từng nội dung cải tiến mỗi tháng một lần.",
        "Ghi phiếu giám sát đầy đủ.",
    ]
    spoilt.organisation[index].duty_markers = ["-", "-"]
    return spoilt, f"organisation[{index}]"


def duty_misplaced(plan: Plan, rng: Random) -> Spoiled | None:
    """Duties of the head stand under the staff."""
    index = len(plan.organisation) - 1
    role = (plan.organisation[index].role or "").casefold()
    if plan.form != "2018" or "giáo viên" not in role:
        return None
    spoilt = fresh(plan)
    spoilt.organisation[index].duties.append("Hiệu trưởng phụ trách chung, chỉ đạo việc sơ kết kế hoạch cải tiến.")
    spoilt.organisation[index].duty_markers.append("-")
    return spoilt, f"organisation[{index}]"


FAULTS: dict[str, Fault] = {
    "missing_lead": missing_lead,
    "lead_only_principal": lead_only_principal,
    "lead_vague": lead_vague,
    "lead_external": lead_external,
    "organisation_off_topic": organisation_off_topic,
    "organisation_gap": organisation_gap,
    "duty_misplaced": duty_misplaced,
}
