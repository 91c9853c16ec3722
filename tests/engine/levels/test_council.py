"""The self-assessment council by the rules that the editions hold (R5; C2, C5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caitien.engine.catalogue import edition, edition_ids
from caitien.engine.levels import Member, council_findings, next_code, valid_code

NEW = edition("tt57-general")
OLD = edition("tt17-2018")
ALL_57 = tuple(item.code for item in NEW.criteria)
ALL_2018 = tuple(item.code for item in (*OLD.criteria, *OLD.level4))


def council(*, size: int, chairs: int = 1, secretaries: int = 1) -> list[Member]:
    special = [Member("chair", "hiệu trưởng", criteria=ALL_57)] * chairs + [Member("secretary")] * secretaries
    return special + [Member("member", trained=True)] * (size - len(special))


def errors(members: list[Member], of: str = "tt57-general") -> list[str]:
    return [finding.code for finding in council_findings(edition(of), members) if finding.severity == "error"]


@pytest.mark.parametrize(
    ("members", "found"),
    [
        (council(size=5), []),
        (council(size=6), ["even"]),
        (council(size=7, secretaries=2), ["count_secretary"]),
        (council(size=3), ["too_few"]),
        (council(size=4), ["too_few", "even"]),
        (council(size=5, chairs=0), ["count_chair"]),
        (council(size=7, chairs=2), ["count_chair"]),
        ([], ["too_few", "even", "count_chair", "count_secretary"]),
    ],
)
def test_council_of_57(members: list[Member], found: list[str]) -> None:
    assert errors(members) == found


def test_a_criterion_without_anybody_is_a_warning_and_training_a_hint() -> None:
    members = [replace(member, criteria=(), trained=None) for member in council(size=5)]
    found = {finding.code: finding for finding in council_findings(NEW, members)}
    assert found["no_charge"].severity == "warning"
    assert "4.3" in found["no_charge"].text
    assert found["nobody_trained"].severity == "info"
    assert council_findings(NEW, council(size=5)) == []


def full_council() -> list[Member]:
    return [
        Member("chair", "Hiệu trưởng", criteria=ALL_2018),
        Member("vice_chair", "phó hiệu trưởng"),
        Member("secretary", "tổ trưởng văn phòng"),
        Member("member", "tổ trưởng chuyên môn"),
        Member("member", "giáo viên", represents=("hội đồng trường",)),
        Member("member", "giáo viên", represents=("cấp ủy Đảng",)),
        Member("member", "giáo viên", represents=("đoàn thể",)),
    ]


def test_council_of_2018() -> None:
    members = full_council()
    assert council_findings(OLD, members) == []
    assert errors(members[:6], "tt17-2018") == ["too_few"]
    deputy = [replace(members[0], position="phó hiệu trưởng"), *members[1:]]
    assert errors(deputy, "tt17-2018") == ["chair_position"]
    assert errors([replace(deputy[0], acting_head=True), *members[1:]], "tt17-2018") == []
    plain = [members[0], *[Member("member", "giáo viên")] * 6]
    assert errors(plain, "tt17-2018") == ["count_secretary"]
    warned = [finding.text for finding in council_findings(OLD, plain) if finding.severity == "warning"]
    assert "Hội đồng chưa có phó chủ tịch." in warned
    assert "Hội đồng chưa có đại diện: hội đồng trường." in warned


@pytest.mark.parametrize("id", edition_ids())
def test_every_edition_has_a_council_rule_and_evidence_codes(id: str) -> None:
    assert "too_few" in [finding.code for finding in council_findings(edition(id), [])]
    first = edition(id).criteria[0].code
    assert valid_code(str(next_code(edition(id), first, [])), edition(id))
