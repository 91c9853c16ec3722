"""What must not stand in any file under version control."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, tracked

FORBIDDEN = {
    "address of a package index": r"(?:pythonhosted|pypi|npmjs|debian)\.or[g]|(?:npmjs|yarnpkg)\.co[m]",
    "path of a machine": r"/wor[k]/(?:main|shared|steering)|/roo[t]/|/hom[e]/[a-z]+/|/User[s]/[A-Z]",
    "word about who wrote it": r"(?i)\b(?:claud[e]|(?:chatg|copilo)p?t|subagen[t]s?|the seed[s])\b|this sessio[n]",
    "mark left in code": r"\b(?:TOD[O]|FIXM[E]|XX[X])\b",
}
GENERIC = re.compile(
    r"^(?:trường|tiểu học|trung học cơ sở|trung học phổ thông|mầm non|mẫu giáo|phổ thông|th|thcs|thpt|mn|xã|phường"
    r"|thị trấn|số)\s+"
)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_has(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = []
    for path in tracked():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert found == []


def test_no_name_of_a_shared_case_stands_in_the_project(shared: Path) -> None:
    names = {name for truth in shared.glob("cases/*/truth.json") for name in _names(truth)}
    assert len(names) >= 8
    found = []
    for path in tracked():
        text = _plain(path.read_text(encoding="utf-8", errors="replace"))
        found += [f"{path.relative_to(ROOT)}: {name}" for name in names if name in text]
    assert found == []


def _names(truth: Path) -> set[str]:
    """Proper names of a case: school, signer, owner of the digital signature, number of the document."""
    plan = json.loads(truth.read_text(encoding="utf-8"))
    people = [(plan.get("signer") or {}).get("name"), (plan.get("signature") or {}).get("name")]
    texts = [_proper(plan["school_name"]), plan["doc_number"], *people, (plan.get("signature") or {}).get("account")]
    return {_plain(text) for text in texts if text and len(text) >= 5}


def _proper(school: str | None) -> str:
    """The school's name without the words that every school has."""
    text = _plain(school or "")
    while (shorter := GENERIC.sub("", text)) != text:
        text = shorter
    return text


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).casefold()
