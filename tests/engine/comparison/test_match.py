from caitien.engine.comparison import match_actions
from caitien.engine.plan.model import Action, Plan


def _plan(*actions: Action, **attributes: str) -> Plan:
    return Plan(actions=list(actions), **attributes)


def _pairs(old: Plan, new: Plan) -> list[tuple[int | None, int | None, str]]:
    return [(pair.old, pair.new, pair.how) for pair in match_actions(old, new)]


def test_an_id_holds_though_all_else_changed() -> None:
    old = _plan(Action(id="a", criterion="1.1", target="Mười máy tính"), Action(id="b", criterion="1.2"))
    new = _plan(Action(id="b", criterion="1.1"), Action(id="a", criterion="3.4", target="Sân chơi có mái che"))
    assert _pairs(old, new) == [(1, 0, "id"), (0, 1, "id")]


def test_of_two_actions_of_a_criterion_the_more_alike_belong_together() -> None:
    old = _plan(
        Action(criterion="3.5", target="Mua 10 máy chiếu cho các lớp"),
        Action(criterion="3.5", target="Sửa mái nhà xe của học sinh"),
    )
    new = _plan(
        Action(criterion="3.5", target="Sửa xong mái nhà xe học sinh"),
        Action(criterion="3.5", target="Mua 12 máy chiếu cho các lớp"),
    )
    assert _pairs(old, new) == [(1, 0, "criterion"), (0, 1, "criterion")]


def test_level_4_counts_its_criteria_anew() -> None:
    old = _plan(Action(criterion="1", level_section=4, target="Thư viện số"))
    new = _plan(Action(criterion="1", level_section=1, target="Đội ngũ đủ giáo viên"))
    assert _pairs(old, new) == [(None, 0, ""), (0, None, "")]


def test_under_other_standards_the_number_says_nothing_and_the_text_decides() -> None:
    target = "Tất cả giáo viên dùng được học liệu số trong giờ dạy"
    old = _plan(Action(criterion="2.2", target=target), Action(criterion="1.1", target="Rà soát quy chế chi tiêu"))
    new = _plan(Action(criterion="1.1", target=f"{target} hằng tuần"), form="tt57")
    assert _pairs(old, new) == [(0, 0, "text"), (1, None, "")]


def test_actions_without_words_are_not_taken_for_each_other() -> None:
    assert _pairs(_plan(Action()), _plan(Action())) == [(None, 0, ""), (0, None, "")]
