"""Is the self-assessment council well formed? (R5 for 57/2026, C2 and C4 for 2018), by the rule that the edition holds.

An unfinished council may always be saved; only issuing its decision waits until no error is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caitien.engine.catalogue import Edition

ROLES = {"chair": "chủ tịch", "vice_chair": "phó chủ tịch", "secretary": "thư ký", "member": "ủy viên"}

POSITIONS = {
    "principal": "hiệu trưởng",
    "vice_principal": "phó hiệu trưởng",
    "subject_leader": "tổ trưởng chuyên môn",
    "office_leader": "tổ trưởng văn phòng",
    "school_board": "đại diện hội đồng trường",
}


@dataclass(frozen=True, slots=True)
class Member:
    """One member: role in the council, position in the school (`POSITIONS` or free), criteria in their charge."""

    role: str
    position: str = ""
    criteria: tuple[str, ...] = ()
    trained: bool | None = None
    acting_head: bool = False
    """Heads the school without the title of principal, by an explicit decision."""


@dataclass(frozen=True, slots=True)
class CouncilFinding:
    """``severity``: error, warning or info."""

    code: str
    severity: str
    text: str


def council_findings(edition: Edition, members: Sequence[Member]) -> list[CouncilFinding]:
    """All that the rule of the edition finds; the size with one fewer can be tried before a member is removed."""
    rule: Any = edition.rules["council"]
    return [finding for check in _CHECKS for finding in check(members, rule, edition)]


Check = Callable[[Sequence[Member], Mapping[str, Any], Edition], Iterator[CouncilFinding]]


def _size(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    count, least = len(members), rule["min_members"]
    if count < least:
        yield _error("too_few", f"Hội đồng có {count} người, cần ít nhất {least}.")
    if rule.get("odd") and count % 2 == 0:
        yield _error("even", f"Hội đồng có {count} người, số thành viên cần là số lẻ.")


def _roles(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    for role, (least, most) in rule["roles"].items():
        count = sum(member.role == role for member in members)
        name = ROLES[role]
        if count < least:
            yield _error(f"no_{role}", f"Hội đồng có {count} {name}, cần {_amount(least, most)}.")
        elif most is not None and count > most:
            yield _error(f"many_{role}", f"Hội đồng có {count} {name}, cần {_amount(least, most)}.")


def _amount(least: int, most: int | None) -> str:
    return f"đúng {least}" if least == most else f"ít nhất {least}" if most is None else f"từ {least} đến {most}"


def _chair(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    wanted = rule.get("chair_position")
    for member in members:
        if wanted and member.role == "chair" and member.position != wanted and not member.acting_head:
            yield _error("chair_position", f"Chủ tịch hội đồng cần là {POSITIONS[wanted]}.")


def _expected(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    for role in rule.get("expected_roles", []):
        if not any(member.role == role for member in members):
            yield CouncilFinding(f"without_{role}", "warning", f"Hội đồng chưa có {ROLES[role]}.")
    for position in rule.get("expected_positions", []):
        if not any(member.position == position for member in members):
            yield CouncilFinding(f"without_{position}", "warning", f"Hội đồng chưa có {POSITIONS[position]}.")


def _charge(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    taken = {code for member in members for code in member.criteria}
    free = [criterion.code for criterion in edition.criteria if criterion.code not in taken]
    if free:
        yield CouncilFinding("no_charge", "warning", f"Chưa có người phụ trách tiêu chí {', '.join(free)}.")
    idle = sum(not member.criteria for member in members if member.role not in ("chair", "vice_chair", "secretary"))
    if idle and rule.get("tasks_for_all"):
        yield CouncilFinding("no_task", "warning", f"{idle} ủy viên chưa được giao nhiệm vụ.")


def _trained(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    if rule.get("prefer_trained") and members and not any(member.trained for member in members):
        text = "Quy định ưu tiên người đã được bồi dưỡng về bảo đảm chất lượng; hội đồng chưa ghi ai."
        yield CouncilFinding("nobody_trained", "info", text)


def _error(code: str, text: str) -> CouncilFinding:
    return CouncilFinding(code, "error", text)


_CHECKS: tuple[Check, ...] = (_size, _roles, _chair, _expected, _charge, _trained)
