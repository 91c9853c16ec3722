"""Faults of legal bases and bodies."""

from __future__ import annotations

import re
from random import Random

from caitien.engine.plan.model import LegalBasis, Plan, Slot
from tests.make.bases import SCHOOLS_2018, TITLE_2018
from tests.make.faults.kit import Fault, Spoiled, fresh, pick, section
from tests.make.schools import END_OF_DISTRICTS

TITLE_SLIPS = [
    ("tự đánh giá và đánh giá ngoài", "tự đánh giá ngoài và đánh giá ngoài"),
    ("tự đánh giá và đánh giá ngoài cơ sở", "đánh giá ngoài và đánh giá trong cơ sở"),
    ("Quy định về kiểm định chất lượng giáo dục", "Quy chế về kiểm tra chất lượng giáo dục"),
    ("và công nhận đạt chuẩn quốc gia đối với", "và quy trình, chu kỳ kiểm định đối với"),
    ("quy định về bảo đảm chất lượng giáo dục", "quy định về kiểm định chất lượng giáo dục"),
]
DATED = re.compile(r" (?:số )?\S*\d+/\S+ ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )\d{4}")


def _of_number(plan: Plan, pattern: str) -> list[int]:
    return [i for i, basis in enumerate(plan.legal_bases) if re.search(pattern, basis.number or "")]


def _insert(plan: Plan, index: int, basis: LegalBasis) -> None:
    """Put a basis at an index; slots behind it move on."""
    plan.legal_bases.insert(index, basis)
    found = section(plan, "bases")
    assert found is not None
    for i, piece in enumerate(found.content):
        number = re.fullmatch(r"legal_bases\[(\d+)\]", piece.field) if isinstance(piece, Slot) else None
        if number and int(number[1]) >= index:
            found.content[i] = Slot(f"legal_bases[{int(number[1]) + 1}]")
    before = Slot(f"legal_bases[{index - 1}]")
    found.content.insert(found.content.index(before) + 1, Slot(f"legal_bases[{index}]"))


def outdated_legal_basis(plan: Plan, rng: Random) -> Spoiled | None:
    """A repealed circular in a plan after 57/2026, or an amended one without its amendment."""
    spoilt = fresh(plan)
    if plan.form == "tt57":
        number = rng.choice(["17", "18", "19"])
        text = f"Thông tư số {number}/2018/TT-BGDĐT ngày 22/8/2018 ban hành {TITLE_2018} {SCHOOLS_2018[number]}."
        _insert(spoilt, len(plan.legal_bases), LegalBasis(text, f"{number}/2018/TT-BGDĐT", "2018-08-22", "5."))
        return spoilt, f"basis[{len(plan.legal_bases)}]"
    amendment = _of_number(plan, r"^22/2024")
    circular = _of_number(plan, r"^1[789]/2018")
    if not amendment or not circular:
        return None
    spoilt.legal_bases[amendment[0]] = LegalBasis(
        "Nghị quyết của Hội đồng trường về phát triển nhà trường;", marker="-"
    )
    return spoilt, f"basis[{circular[0]}]"


def wrong_legal_basis(plan: Plan, rng: Random) -> Spoiled | None:
    """The circular of another type of school, or the right title under another number."""
    index = pick(rng, _of_number(plan, r"^1[789]/2018"))
    if index is None:
        return None
    spoilt = fresh(plan)
    basis = spoilt.legal_bases[index]
    own = (basis.number or "")[:2]
    other = rng.choice([number for number in SCHOOLS_2018 if number != own])
    basis.text = basis.text.replace(f"{own}/2018/TT-BGDĐT", f"{other}/2018/TT-BGDĐT")
    basis.number = f"{other}/2018/TT-BGDĐT"
    if rng.random() < 0.5:
        basis.text = basis.text.replace(SCHOOLS_2018[own], SCHOOLS_2018[other])
    return spoilt, f"basis[{index}]"


def wrong_legal_title(plan: Plan, rng: Random) -> Spoiled | None:
    """Words of the title lost or exchanged; it still speaks of the right type of school."""
    index = pick(rng, _of_number(plan, r"^5932/BGDĐT|^1[789]/2018|^57/2026"))
    if index is None:
        return None
    spoilt = fresh(plan)
    basis = spoilt.legal_bases[index]
    right, wrong = rng.choice([(right, wrong) for right, wrong in TITLE_SLIPS if right in basis.text])
    basis.text = basis.text.replace(right, wrong)
    return spoilt, f"basis[{index}]"


def duplicate_legal_basis(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick(rng, _of_number(plan, r"TT-BGDĐT|BGDĐT-QLCL"))
    if index is None:
        return None
    spoilt = fresh(plan)
    again = fresh(plan).legal_bases[index]
    _insert(spoilt, index + 1, again)
    return spoilt, f"basis[{index + 1}]|basis[{index}]"


def incomplete_legal_citation(plan: Plan, rng: Random) -> Spoiled | None:
    """A letter, report or plan of others named with neither number nor date."""
    fits = [i for i, basis in enumerate(plan.legal_bases) if re.search(r"PGDĐT|SGDĐT|UBND|ĐĐGN", basis.number or "")]
    index = pick(rng, fits)
    if index is None:
        return None
    spoilt = fresh(plan)
    basis = spoilt.legal_bases[index]
    basis.text = DATED.sub("", basis.text, count=1)
    basis.text = re.sub(r" năm học \d{4}-\d{4}", "", basis.text)
    basis.number = basis.date = None
    return spoilt, f"basis[{index}]"


def expired_evaluation(plan: Plan, rng: Random) -> Spoiled | None:
    index = pick(rng, (i for i, basis in enumerate(plan.legal_bases) if "đánh giá ngoài số" in basis.text))
    if index is None or not plan.date:
        return None
    spoilt = fresh(plan)
    basis = spoilt.legal_bases[index]
    year = (basis.date or "")[:4]
    old = str(int(plan.date[:4]) - rng.randint(6, 8))
    basis.text, basis.date = basis.text.replace(year, old), old + (basis.date or "")[4:]
    return spoilt, f"basis[{index}]"


def obsolete_body(plan: Plan, rng: Random) -> Spoiled | None:
    if (plan.date or "") < END_OF_DISTRICTS:
        return None
    spoilt = fresh(plan)
    office = rng.choice(["Phòng Giáo dục và Đào tạo huyện", "Phòng GDĐT", "Phòng Giáo dục và Đào tạo"])
    if rng.random() < 0.5:
        spoilt.recipients[0] = f"{office} (để b/c)"
        return spoilt, "recipients"
    index = rng.randrange(len(plan.actions))
    spoilt.actions[index].tasks[0] = f"Gửi báo cáo tiến độ tới {office} vào ngày 25 hằng tháng."
    return spoilt, f"actions[{index}].tasks"


FAULTS: dict[str, Fault] = {
    "outdated_legal_basis": outdated_legal_basis,
    "wrong_legal_basis": wrong_legal_basis,
    "wrong_legal_title": wrong_legal_title,
    "duplicate_legal_basis": duplicate_legal_basis,
    "incomplete_legal_citation": incomplete_legal_citation,
    "expired_evaluation": expired_evaluation,
    "obsolete_body": obsolete_body,
}
