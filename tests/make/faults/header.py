"""Faults of header, recipients and signature."""

from __future__ import annotations

from random import Random

from caitien.engine.plan.model import DigitalSignature, Plan
from tests.make.faults.kit import Fault, Spoiled, fresh, reworded


def missing_school_name(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    name = plan.school_name or ""
    spoilt.school_name = spoilt.header.issuer = None
    for basis in spoilt.legal_bases:
        basis.text = basis.text.replace(f" của {name}", "")
    for section in spoilt.sections:
        section.content = [reworded(block, name, "") for block in section.content]
    return spoilt, "header"


def missing_authority(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.authority = spoilt.header.authority = None
    return spoilt, "header"


def missing_motto(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.header.motto = []
    return spoilt, "header"


def motto_format(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    wrong = [
        "Độc lập Tự do - Hạnh phúc",
        "Độc lập - Tự do Hạnh phúc",
        "Độc lập, Tự do, Hạnh phúc",
        "Độc lập - Tự do - Hạnh phúc.",
    ]
    spoilt.header.motto[-1] = rng.choice(wrong[:3])
    return spoilt, "header"


def missing_doc_number(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.doc_number = spoilt.header.number = None
    return spoilt, "header"


def missing_place_date(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.place = spoilt.date = spoilt.header.place_date = None
    return spoilt, "header"


def missing_recipients(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.recipients, spoilt.recipients_label = [], None
    return spoilt, "recipients"


def recipient_vague(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.recipients[0] = rng.choice(["Sở/Phòng GDĐT (để b/c)", "Phòng GDĐT/Sở GDĐT (b/c)", "UBND xã/phường (để b/c)"])
    return spoilt, "recipients"


def missing_signer(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.signer = None
    return spoilt, "signature"


def signature_identity_mismatch(plan: Plan, rng: Random) -> Spoiled | None:
    spoilt = fresh(plan)
    spoilt.signed_digitally = True
    account = rng.choice(["quynhdt.mnxuanquang@edu.vn", "phongvk.thcsphuocbuu@edu.vn", "yenlth.thptkimxuyen@edu.vn"])
    spoilt.signature = DigitalSignature(account=account, timestamp=f"{plan.date}T09:20:11+07:00")
    return spoilt, "signature"


FAULTS: dict[str, Fault] = {
    "missing_school_name": missing_school_name,
    "missing_authority": missing_authority,
    "missing_motto": missing_motto,
    "motto_format": motto_format,
    "missing_doc_number": missing_doc_number,
    "missing_place_date": missing_place_date,
    "missing_recipients": missing_recipients,
    "recipient_vague": recipient_vague,
    "missing_signer": missing_signer,
    "signature_identity_mismatch": signature_identity_mismatch,
}
