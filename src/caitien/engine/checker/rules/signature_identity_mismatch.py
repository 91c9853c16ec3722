"""Chữ ký số có thể không phải của trường này

Vì sao: Tài khoản ký số ghi tên đơn vị khác với tên trường thì người nhận có thể từ chối văn bản.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13 (chữ ký số của cơ quan, tổ chức)
Sai: Trường Mầm non Hoa Ban ký bằng tài khoản may.mnsuoingan@…
Đúng: Tài khoản ký mang tên đúng người ký và đúng trường
Cần: Thông tin chữ ký số trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.plan.model import Plan
from caitien.engine.vietnamese.text import fold

UNIT = re.compile(r"^(?:mn|mg|th|thcs|thpt|c0|c1|c2|c3|ptdt\w*?|gdtx)(?=\w{2,})")
KIND = r"\b(?:truong|trung tam|mam non|mau giao|tieu hoc|thcs|thpt|trung hoc co so|trung hoc pho thong|th|mn|va|ptdtbt|ptdtnt|gdtx)\b"


def check(case: Case) -> Iterator[Finding]:
    """The unit part of the signing account, or the name in the signature, does not fit the plan."""
    signature, plan = case.plan.signature, case.plan
    if signature is None:
        return
    if signature.name and not _named(signature.name, plan):
        yield _finding(signature.name, "signature.name", "name")
        return
    units = unit_parts(signature.account or "")
    if units and plan.school_name and not any(fits(unit, plan.school_name) for unit in units):
        yield _finding(signature.account or "", "signature.account", "")


def _named(name: str, plan: Plan) -> bool:
    """Whether the name in the signature is that of the signer or holds a word of the school's."""
    signer = plan.signer.name if plan.signer else None
    if signer is None or fold(signer) in fold(name):
        return True
    return bool(plan.school_name and own_words(plan.school_name) & set(fold(name).split()))


def _finding(quote: str, field: str, variant: str) -> Finding:
    return Finding("signature_identity_mismatch", "signature", "warning", quote=quote, field=field, variant=variant)


def unit_parts(account: str) -> list[str]:
    """Parts of an account that may name a school, "may.mnhoaban.dong@…" → "mnhoaban"; the first is of the person."""
    parts = account.partition("@")[0].split(".")
    return [part for part in (parts[1:] or parts) if UNIT.match(part.casefold())]


def own_words(name: str) -> set[str]:
    """The words of the school's own name, folded, without its kind."""
    return set(re.sub(KIND, " ", fold(name)).split())


def fits(unit: str, name: str) -> bool:
    """Whether the unit part holds a word of the school's own name, or its initials."""
    own = [word for word in re.sub(KIND, " ", fold(name)).split() if word not in ("so", "xa", "phuong")]
    rest = UNIT.sub("", unit.casefold())
    initials = "".join(word[0] for word in own)
    joined = "".join(own)
    return (
        joined in rest
        or (len(own) > 0 and rest.startswith(initials) and len(rest) <= len(initials) + 2)
        or (bool(own) and all(word in rest for word in own))
        or any(len(word) >= 4 and word in rest for word in own)
    )


RULE = Rule(
    kind="signature_identity_mismatch",
    severity="warning",
    check=check,
    messages={
        "": "Tài khoản ký số “{quote}” mang tên đơn vị có thể không phải trường này.",
        "name": "Tên trong chữ ký số (“{quote}”) không khớp tên người ký.",
    },
    hedged=True,
)
