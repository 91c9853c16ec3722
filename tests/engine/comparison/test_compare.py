from copy import deepcopy
from dataclasses import replace

import pytest

from caitien.engine.comparison import carried_texts, compare
from caitien.engine.plan.model import Action, Duties, LegalBasis, LevelCount, Plan, Signer
from tests.make.plans import make_plan

TASK = "Tổ chức tập huấn dùng phần mềm soạn đề cho giáo viên các tổ trong tháng 10/2025"


def test_a_plan_does_not_differ_from_itself() -> None:
    plan = make_plan(7)
    found = compare(plan, deepcopy(plan))
    assert (found.head, found.results, found.lists) == ([], [], [])
    assert [change.kind for change in found.actions] == ["same"] * len(plan.actions)
    assert found.carried


@pytest.mark.parametrize("form", ["2018", "tt57"])
def test_a_changed_added_and_dropped_action_are_told(form: str) -> None:
    old = make_plan(3, form=form)
    new = deepcopy(old)
    new.actions[0].target = "Một mục tiêu hoàn toàn khác, 15 phòng học"
    new.actions[-1] = replace(
        old.actions[-1], criterion="9.9", criterion_title="", target="Xây bể bơi", tasks=["Đấu thầu"]
    )
    found = compare(old, new)
    kinds = [change.kind for change in found.actions]
    assert kinds[0] == "changed"
    assert [change.field for change in found.actions[0].changes] == ["actions[0].target"]
    assert kinds.count("added") == kinds.count("dropped") == 1


def test_head_results_and_lists() -> None:
    old = Plan(
        school_year="2025-2026",
        legal_bases=[LegalBasis("Thông tư số 17/2018/TT-BGDĐT", number="17/2018/TT-BGDĐT")],
        organisation=[Duties("Hiệu trưởng", ["Chỉ đạo chung"])],
        recipients=["Lưu: VT"],
        signer=Signer("HIỆU TRƯỞNG", "Trần Thị Mẫu"),
    )
    new = deepcopy(old)
    new.school_year = "2026-2027"
    new.self_assessment.level_counts["1"] = LevelCount(passed=15, total=15)
    new.legal_bases = [LegalBasis("Thông tư số 57/2026/TT-BGDĐT", number="57/2026/TT-BGDĐT")]
    new.recipients = ["- Lưu: VT.".removeprefix("- ")]
    new.signer = Signer("Hiệu trưởng", "Trần Thị Mẫu")
    found = compare(old, new)
    assert [(change.field, change.old, change.new) for change in found.head] == [
        ("school_year", "2025-2026", "2026-2027")
    ]
    assert [change.field for change in found.results] == [
        "self_assessment.level_counts.1.passed",
        "self_assessment.level_counts.1.total",
    ]
    assert [(change.field, bool(change.old)) for change in found.lists] == [
        ("legal_bases", True),
        ("legal_bases", False),
    ]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        (TASK, True),
        (TASK.upper().replace(" ", "  "), True),
        (TASK.replace("10/2025", "11/2026"), False),
        (TASK.replace("soạn đề", "chấm bài"), None),
    ],
)
def test_carried_over_word_for_word_or_but_for_the_year(text: str, exact: bool | None) -> None:
    old, new = Plan(actions=[Action(tasks=[TASK])]), Plan(actions=[Action(), Action(tasks=["Việc mới", text])])
    found = carried_texts(old, new)
    assert [(one.field, one.old_field, one.exact) for one in found] == (
        [] if exact is None else [("actions[1].tasks[1]", "actions[0].tasks[0]", exact)]
    )


def test_what_is_rightly_the_same_every_year_is_not_told() -> None:
    plan = Plan(
        legal_bases=[LegalBasis("Thông tư số 57/2026/TT-BGDĐT về bảo đảm chất lượng giáo dục")],
        actions=[Action(target="Đạt mức 2", lead_and_partners="Phó hiệu trưởng chủ trì, tổ trưởng các tổ phối hợp")],
    )
    assert carried_texts(plan, deepcopy(plan)) == []
