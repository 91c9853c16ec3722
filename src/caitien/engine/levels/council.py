"""Is the self-assessment council well formed? (R5 for 57/2026, C2 and C5 for 2018), by the rule that the edition holds.

An unfinished council may always be saved; only issuing its decision waits until no error is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caitien.engine.catalogue import Edition
from caitien.engine.levels.edition_rules import rule_of
from caitien.engine.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the council."""

    role: str
    """``chair``, ``vice_chair``, ``secretary`` or ``member``."""
    position: str = ""
    """Position in the school, as written: ``hiệu trưởng``."""
    represents: tuple[str, ...] = ()
    """Bodies and groups represented: ``hội đồng trường``, ``tổ trưởng chuyên môn``."""
    criteria: tuple[str, ...] = ()
    """Criteria in the member's charge."""
    trained: bool | None = None
    acting_head: bool = False
    """Heads the school without the title, by an explicit decision."""


@dataclass(frozen=True, slots=True)
class CouncilFinding:
    """One remark. ``verified`` False: the provision is known from memory or one source only."""

    code: str
    severity: str
    """``error``, ``warning`` or ``info``."""
    text: str
    verified: bool = True


def council_findings(edition: Edition, members: Sequence[Member]) -> list[CouncilFinding]:
    """All remarks by the edition's rule. To warn before somebody is removed, ask with that member left out."""
    rule = rule_of(edition, "council")
    return [finding for check in _CHECKS for finding in check(members, rule, edition)]


def _size(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    count, least = len(members), rule["min_members"]
    if count < least:
        yield CouncilFinding("too_few", "error", f"Hội đồng có {count} người, cần ít nhất {least}.")
    if rule.get("odd") and count % 2 == 0:
        yield CouncilFinding("even", "error", f"Hội đồng có {count} người, số thành viên cần là số lẻ.")


def _roles(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    """Counts that the rule states are errors; a role that it only describes by its holder is expected."""
    for role, asked in rule["roles"].items():
        count, name = sum(member.role == role for member in members), asked["label"].lower()
        if "exactly" in asked and count != asked["exactly"]:
            yield CouncilFinding(f"count_{role}", "error", f"Hội đồng có {count} {name}, cần đúng {asked['exactly']}.")
        elif count < asked.get("at_least", 0):
            text = f"Hội đồng có {count} {name}, cần ít nhất {asked['at_least']}."
            yield CouncilFinding(f"count_{role}", "error", text)
        elif "held_by" in asked and count == 0:
            yield CouncilFinding(f"without_{role}", "warning", f"Hội đồng chưa có {name}.")


def _chair(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    holder = rule["roles"]["chair"].get("held_by")
    for member in members:
        if holder and member.role == "chair" and fold(member.position) != fold(holder) and not member.acting_head:
            yield CouncilFinding("chair_position", "error", f"Chủ tịch hội đồng cần là {holder}.")


def _represented(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    present = {fold(name) for member in members for name in (member.position, *member.represents)}
    for name in rule.get("represented", []):
        if fold(name) not in present:
            verified = rule.get("composition_verified", True)
            yield CouncilFinding("not_represented", "warning", f"Hội đồng chưa có đại diện: {name}.", verified)


def _charge(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    taken = {code for member in members for code in member.criteria}
    free = [criterion.code for criterion in (*edition.criteria, *edition.level4) if criterion.code not in taken]
    if free:
        yield CouncilFinding("no_charge", "warning", f"Chưa có người phụ trách tiêu chí {', '.join(free)}.")


def _trained(members: Sequence[Member], rule: Mapping[str, Any], edition: Edition) -> Iterator[CouncilFinding]:
    if rule.get("trained_members") == "preferred" and members and not any(member.trained for member in members):
        text = "Quy định ưu tiên người đã được bồi dưỡng về bảo đảm chất lượng; hội đồng chưa ghi ai."
        yield CouncilFinding("nobody_trained", "info", text)


Check = Callable[[Sequence[Member], Mapping[str, Any], Edition], Iterator[CouncilFinding]]

_CHECKS: tuple[Check, ...] = (_size, _roles, _chair, _represented, _charge, _trained)
