"""Faults of spelling, marks and words, put into any of the texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from caitien.engine.plan.model import Plan
from tests.make.faults.kit import Fault, Spoiled, fresh
from tests.make.faults.slips import slip

ABBREVIATIONS = ("XHHGD", "BDTXGV", "HSNKHT", "KTĐBCL", "CTGDPT", "PTKTXH")


def _texts(plan: Plan) -> list[tuple[str, Callable[[Plan], str], Callable[[Plan, str], None]]]:
    """(place, getter, setter) of the texts that may be spoilt."""
    found: list[tuple[str, Callable[[Plan], str], Callable[[Plan, str], None]]] = []
    for i, action in enumerate(plan.actions):
        for j in range(len(action.tasks)):
            found.append(
                (
                    f"actions[{i}].tasks",
                    lambda p, i=i, j=j: p.actions[i].tasks[j],  # type: ignore[misc]
                    lambda p, text, i=i, j=j: p.actions[i].tasks.__setitem__(j, text),  # type: ignore[misc]
                )
            )
        found.append(
            (
                f"actions[{i}].target",
                lambda p, i=i: p.actions[i].target or "",  # type: ignore[misc]
                lambda p, text, i=i: setattr(p.actions[i], "target", text),  # type: ignore[misc]
            )
        )
    for i, role in enumerate(plan.organisation):
        for j in range(len(role.duties)):
            found.append(
                (
                    f"organisation[{i}]",
                    lambda p, i=i, j=j: p.organisation[i].duties[j],  # type: ignore[misc]
                    lambda p, text, i=i, j=j: p.organisation[i].duties.__setitem__(j, text),  # type: ignore[misc]
                )
            )
    return found


def _change(plan: Plan, rng: Random, spoil: Callable[[str], str | None]) -> Spoiled | None:
    """Spoil the first text, in random order, that can be."""
    places = _texts(plan)
    rng.shuffle(places)
    for where, get, put in places:
        text = spoil(get(plan))
        if text is not None and text != get(plan):
            spoilt = fresh(plan)
            put(spoilt, text)
            return spoilt, where
    return None


def typo(plan: Plan, rng: Random) -> Spoiled | None:
    return _change(plan, rng, lambda text: slip(text, rng))


def duplicate_word(plan: Plan, rng: Random) -> Spoiled | None:
    """A word or a phrase of two words stands twice."""

    def spoil(text: str) -> str | None:
        words = text.split(" ")
        plain = [i for i in range(len(words) - 1) if re.fullmatch(r"[a-zà-ỹđ]{3,}", words[i])]
        pairs = [i for i in plain if i + 1 in plain]
        if not pairs:
            return None
        at = rng.choice(pairs)
        length = rng.choice((1, 2))
        return " ".join([*words[: at + length], *words[at : at + length], *words[at + length :]])

    return _change(plan, rng, spoil)


def punctuation(plan: Plan, rng: Random) -> Spoiled | None:
    changes = [(", ", " , "), (", ", ","), (": ", " : "), ("; ", ";"), (", ", ",, "), (": ", ":")]
    rng.shuffle(changes)

    def spoil(text: str) -> str | None:
        inside = text[:-1]
        return next(
            (
                inside.replace(old, new, 1) + text[-1]
                for old, new in changes
                if re.search(rf"\w{re.escape(old)}\w", inside)
            ),
            None,
        )

    return _change(plan, rng, spoil)


def inconsistent_term(plan: Plan, rng: Random) -> Spoiled | None:
    """STEM and Steam in one plan; or mức độ where accreditation has cấp độ."""
    spoilt = fresh(plan)
    index = rng.randrange(len(plan.actions))
    if rng.random() < 0.5:
        other = (index + 1) % len(plan.actions)
        spoilt.actions[index].tasks.append("Tổ chức 02 buổi giáo dục STEM tại sân trường.")
        spoilt.actions[other].tasks.append("Trưng bày sản phẩm Steam trong ngày hội của trường.")
        return spoilt, f"actions[{other}].tasks|actions[{index}].tasks"
    role = rng.randrange(len(plan.organisation))
    spoilt.organisation[role].duties.append("Giữ vững kết quả kiểm định chất lượng giáo dục mức độ 2 của trường.")
    spoilt.organisation[role].duty_markers.append("-")
    return spoilt, f"organisation[{role}]"


def undefined_abbreviation(plan: Plan, rng: Random) -> Spoiled | None:
    short = rng.choice(ABBREVIATIONS)
    index = rng.randrange(len(plan.actions))
    spoilt = fresh(plan)
    spoilt.actions[index].tasks.append(f"Làm tốt công tác {short}, tổng kết vào cuối đợt.")
    return spoilt, f"actions[{index}].tasks"


def malformed_url(plan: Plan, rng: Random) -> Spoiled | None:
    role = rng.randrange(len(plan.organisation))
    address = rng.choice(
        [
            "https://truongtan.khe@edu.vn",
            "http:/thsuoingan.edu.vn",
            "https://thsuoingan,edu.vn",
            "www..thsuoingan.edu.vn",
        ]
    )
    spoilt = fresh(plan)
    spoilt.organisation[role].duties.append(f"Đăng kế hoạch cải tiến trên trang {address} trong 05 ngày.")
    spoilt.organisation[role].duty_markers.append("-")
    return spoilt, f"organisation[{role}]"


FAULTS: dict[str, Fault] = {
    "typo": typo,
    "duplicate_word": duplicate_word,
    "punctuation": punctuation,
    "inconsistent_term": inconsistent_term,
    "undefined_abbreviation": undefined_abbreviation,
    "malformed_url": malformed_url,
}
