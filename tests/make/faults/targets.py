"""Faults of targets, tasks and purpose."""

from __future__ import annotations

from random import Random

from caitien.engine.document.tree import paragraph
from caitien.engine.plan.model import Plan
from tests.make.faults.kit import Fault, Spoiled, fresh, kept_paragraphs, pick_action, section

NOT_MEASURABLE = [
    "Đạt Mức {level}",
    "Đạt yêu cầu của Mức {level}",
    "Nâng cao chất lượng đội ngũ",
    "Thực hiện tốt hơn các nội dung của tiêu chí",
    "Mức {level}",
]
STATES = [
    "Nhà trường chưa có phòng riêng, thiết bị còn thiếu và đã xuống cấp.",
    "Còn nhiều hạn chế trong phối hợp, hồ sơ chưa đầy đủ.",
    "Đội ngũ chưa đồng đều, một số người chưa được bồi dưỡng.",
    "Khu vực này chưa bảo đảm an toàn, chưa được sửa chữa.",
]
VAGUE_VERBS = ["Tăng cường", "Tiếp tục nâng cao", "Chú trọng", "Đẩy mạnh", "Phát huy"]
VAGUE_THINGS = ["hiệu quả công tác", "chất lượng các hoạt động", "vai trò của các bộ phận", "những kết quả đã đạt được"]
VAGUE = [
    "Tăng cường hơn nữa các giải pháp để thực hiện tốt nhiệm vụ.",
    "Tiếp tục duy trì và phát huy những kết quả đã đạt được.",
    "Xây dựng các biện pháp phù hợp nhằm đạt mục tiêu đề ra.",
    "Nâng cao hiệu quả công tác trong thời gian tới.",
]
OFF_PURPOSE = [
    "{n}. Làm cơ sở để cơ quan có thẩm quyền đánh giá, công nhận trường đạt chuẩn quốc gia trong giai đoạn tới.",
    "{n}. Giúp nhà trường đăng ký đánh giá ngoài và được công nhận đạt kiểm định chất lượng giáo dục.",
]


def target_not_measurable(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    level = action.level_section or 2
    action.target = rng.choice(NOT_MEASURABLE).format(level=level)
    action.target_level = int(level) if "Mức" in action.target else None
    return spoilt, f"actions[{index}].target"


def target_is_current_state(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    spoilt.actions[index].target, spoilt.actions[index].target_level = rng.choice(STATES), None
    return spoilt, f"actions[{index}].target"


def task_vague(plan: Plan, rng: Random) -> Spoiled | None:
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    made = f"{rng.choice(VAGUE_VERBS)} {rng.choice(VAGUE_THINGS)} trong thời gian tới."
    spoilt.actions[index].tasks = [rng.choice([*VAGUE, made])]
    return spoilt, f"actions[{index}].tasks"


def task_gap(plan: Plan, rng: Random) -> Spoiled | None:
    """The weakness names two trainings, the tasks bring one."""
    index = pick_action(plan, rng, lambda action: action.criterion == "2.3")
    if index is None:
        return None
    one, other = rng.sample(
        ["văn thư, lưu trữ", "sơ cấp cứu", "thư viện", "thiết bị dạy học", "phòng cháy, chữa cháy"], 2
    )
    spoilt = fresh(plan)
    action = spoilt.actions[index]
    state = f"Nhân viên chưa được bồi dưỡng nghiệp vụ {one} và nghiệp vụ {other}."
    if plan.form == "tt57" or any(column.field == "current_state" for column in plan.columns):
        action.current_state = state
    else:
        action.target = state
    action.tasks = [f"Mở lớp bồi dưỡng nghiệp vụ {other} cho nhân viên, cấp giấy chứng nhận."]
    return spoilt, f"actions[{index}]"


def task_off_criterion(plan: Plan, rng: Random) -> Spoiled | None:
    """A task about the parents' board stands at another criterion."""
    board = "Ban đại diện cha mẹ trẻ" if plan.school_type == "preschool" else "Ban đại diện cha mẹ học sinh"
    index = pick_action(plan, rng, lambda action: action.standard in ("1", "3", "5") and action.level_section != 4)
    if index is None or plan.form != "2018":
        return None
    spoilt = fresh(plan)
    spoilt.actions[index].tasks[0] = f"Kiện toàn {board}, họp định kỳ và xây dựng quy chế hoạt động của ban."
    return spoilt, f"actions[{index}].tasks"


def purpose_off_topic(plan: Plan, rng: Random) -> Spoiled | None:
    places = kept_paragraphs(plan, "purpose")
    found = section(fresh(plan), "purpose")
    if plan.form != "2018" or not places or found is None:
        return None
    spoilt = fresh(plan)
    found = section(spoilt, "purpose")
    assert found is not None
    number = len(places) + 1
    found.content.append(paragraph(rng.choice(OFF_PURPOSE).format(n=number)))
    return spoilt, f"{found.number}.{number}"


FAULTS: dict[str, Fault] = {
    "target_not_measurable": target_not_measurable,
    "target_is_current_state": target_is_current_state,
    "task_vague": task_vague,
    "task_gap": task_gap,
    "task_off_criterion": task_off_criterion,
    "purpose_off_topic": purpose_off_topic,
}
