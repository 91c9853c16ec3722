"""Purpose and organisation of a made plan."""

from __future__ import annotations

from typing import Any

from caitien.engine.document.tree import paragraph
from caitien.engine.plan.model import Duties, Plan, PlanSection, Slot
from tests.make.setting import Setting, sentences


def write_purpose(plan: Plan, at: Setting) -> None:
    """Section I of the form of 2018."""
    section = PlanSection("purpose", "I", "MỤC ĐÍCH, YÊU CẦU")
    texts = at.rng.sample(sentences()["purpose"], at.rng.randint(3, 5))
    for number, text in enumerate(texts, start=1):
        section.content.append(paragraph(f"{number}. {at.filler().fill(text)}"))
    plan.sections.append(section)


def write_organisation(plan: Plan, at: Setting, number: str) -> None:
    """Roles and duties; whatever a heading promises follows below it."""
    section = PlanSection("organisation", number, "TỔ CHỨC THỰC HIỆN")
    plan.sections.append(section)
    for role in sentences()["roles57" if at.form == "tt57" else "roles"]:
        if role.get("optional") and at.rng.random() < 0.5:
            continue
        section.content.append(Slot(f"organisation[{len(plan.organisation)}]"))
        plan.organisation.append(_role(at, role, str(len(plan.organisation) + 1)))


def _role(at: Setting, role: dict[str, Any], number: str) -> Duties:
    listed = role["duties"]
    if not role.get("all") and len(listed) > 2:
        kept = sorted(at.rng.sample(range(len(listed)), at.rng.randint(2, len(listed))))
        listed = [listed[i] for i in kept]
    filler = at.filler()
    if not role.get("all") and at.rng.random() < 0.5:
        listed = [*listed, at.rng.choice(sentences()["asides"])]
    return Duties(
        role=filler.fill(role["role"]),
        duties=[filler.fill(text) for text in listed],
        number=number,
        duty_markers=["-"] * len(listed),
    )
