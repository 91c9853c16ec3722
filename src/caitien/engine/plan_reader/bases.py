"""Legal bases and the results of the self-assessment that stand among them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from caitien.engine.plan.model import LegalBasis, Plan, PlanSection, Slot
from caitien.engine.plan_reader.sections import Part
from caitien.engine.plan_reader.source import Grid, Line, Trace, kept
from caitien.engine.vietnamese.dates import find_dates
from caitien.engine.vietnamese.numbers import find_numbers
from caitien.engine.vietnamese.text import BULLET, fold, without_bullet

NUMBERED = re.compile(r"^\s*(?P<marker>\(?\d{1,2}[.)/]|[a-zđ][.)])\s*(?=\S)(?!\d)", re.IGNORECASE)
SUB_NUMBERED = re.compile(r"^\s*\d{1,2}\.\d{1,2}[.)]?\s*")
DOCUMENT = re.compile(
    r"^(?:can cu|luat|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|cong van|huong dan|(?:cac )?van ban|dieu le|ke hoach|"
    r"bao cao|thong bao|chuong trinh|quy che|quy dinh|ket qua (?:thuc hien|tu danh gia|danh gia|ra soat|cai tien)|chu truong|bien ban|chien luoc|phuong huong|thuc hien (?:ke hoach|thong tu|cong van|huong dan))\b"
)
CONTENT = re.compile(r"^(?:can cu )?(?:ket qua (?:thuc hien|cai tien|tu danh gia)|(?:cac )?chu truong)")
INTRODUCES = re.compile(r"(?:như sau|sau đây|dưới đây)\s*[.:]?$", re.IGNORECASE)
"""How the sentence ends that leads from the bases to the plan."""
AUTHOR = re.compile(
    r"[,;.]\s*(?:nay\s+)?(?:các\s+)?(?:trường|nhà trường|trung tâm|hội đồng|đơn vị)\b(?!.*\bcăn cứ\b)", re.IGNORECASE
)
"""Where the bases of such a sentence end and the school begins to speak."""
_KINDS = "Thông tư|Công văn|Quyết định|Nghị định|Nghị quyết|Luật|Hướng dẫn|Kế hoạch|Chỉ thị"
PIECES = re.compile(rf";|,?\s+và\s+(?=(?:căn cứ\s+)?(?:{_KINDS})\s+(?:số|\d))|,\s+(?=(?:{_KINDS})\s+(?:số|\d))")
BARE_HEAD = re.compile(
    r"(?:(?:cac|nhung) )?(?:can cu|co so)(?: (?:phap ly|thuc tien|va|de|xay dung|lap|ban hanh|ke hoach|cai tien))*"
)
LIST_HEAD = re.compile(r"van ban (?:quy pham|huong dan|chi dao)|cac van ban|co so phap ly")


@dataclass(slots=True)
class State:
    """Where the walk through the section stands."""

    mode: str = "bases"
    """``bases``: unnumbered and bulleted lines may be bases; ``content``: text below a basis about results."""
    numbered: bool = False
    """The bases of this plan are numbered items."""


def read_bases(plan: Plan, part: Part, section: PlanSection, trace: Trace) -> None:
    """Take the bases out of the section; everything else stays in its content as kept blocks."""
    body = [item for item in part.body if not (isinstance(item, Line) and not item.first)]
    state = State(numbered=sum(1 for item in body if isinstance(item, Line) and NUMBERED.match(item.text)) >= 2)
    for item in body:
        if isinstance(item, Grid):
            trace.use_below(item.path, item.table)
            section.content.append(kept(item.table))
            continue
        whole = Line(item.path, " ".join(item.block.full_text.split()), item.block)
        if not _take(plan, whole, section, trace, state):
            trace.use(whole)
            section.content.append(kept(item.block))


def _take(plan: Plan, line: Line, section: PlanSection, trace: Trace, state: State) -> bool:
    """Take a line as one basis (True), or its inline bases, or nothing."""
    sub = SUB_NUMBERED.match(line.text)
    numbered = sub if sub and _is_sub_basis(line.text[sub.end() :]) else NUMBERED.match(line.text) if not sub else None
    if sub and not numbered:
        state.mode = "content"
        return False
    bare = line.text[numbered.end() :] if numbered else without_bullet(line.text)
    words = fold(bare)
    if INTRODUCES.search(bare) and not numbered and _cites(bare):
        author = AUTHOR.search(bare)
        return _inline_bases(plan, line, bare[: author.start()] if author else bare, trace)
    if _heads_bases(bare, words) or not _may_be_basis(bare, words, line.text, bool(numbered), state):
        return False
    if LIST_HEAD.search(words) and _heads_a_list(bare):
        state.mode = "bases"
        opening = re.search(r"[(:]", bare)
        return _inline_bases(plan, line, bare[opening.end() :] if opening else "", trace)
    if _is_statement(bare):
        return False
    section.content.append(Slot(f"legal_bases[{len(plan.legal_bases)}]"))
    _add(plan, line, bare, trace)
    state.mode = "content" if CONTENT.match(words) and not words.startswith("can cu ket qua danh gia") else "bases"
    return True


def _is_sub_basis(rest: str) -> bool:
    """Whether an item numbered 2.1 is a basis: a document with its number, or one that says that it is."""
    words = fold(rest)
    return bool(DOCUMENT.match(words)) and (words.startswith("can cu") or _cites(rest))


def _heads_bases(bare: str, words: str) -> bool:
    """A line that only says that bases or results follow."""
    named = BARE_HEAD.fullmatch(words.strip(" .:"))
    return bool(named) or (bare.rstrip().endswith(":") and not _cites(bare) and words.startswith("ket qua tu danh gia"))


def _may_be_basis(bare: str, words: str, text: str, numbered: bool, state: State) -> bool:
    if not DOCUMENT.match(words):
        return False
    if numbered:
        return True
    if state.mode == "content":
        return (
            words.startswith("can cu")
            or (not BULLET.match(text) and _cites(bare))
            or (_cites(bare) and not state.numbered)
        )
    if state.numbered and not BULLET.match(text) and not words.startswith("can cu") and not _cites(bare):
        return False
    return words.startswith("can cu") or len(bare) < 420


def _cites(text: str) -> bool:
    return any(True for _ in find_numbers(text))


def _heads_a_list(bare: str) -> bool:
    """ "Các văn bản hiện hành:" heads a list below; "(… Thông tư số …; …)" holds one within."""
    return bare.rstrip().endswith(":") or "(" in bare or ":" in bare or not _cites(bare)


def _is_statement(bare: str) -> bool:
    """A sentence about results ("Kết quả tự đánh giá: đạt Mức 2, 25/27") is no basis."""
    return bool(
        re.search(r"\d+\s*/\s*\d{1,2}\b(?!\s*/)", re.sub(r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}", "", bare))
    ) and not _cites(bare)


def _inline_bases(plan: Plan, line: Line, inside: str, trace: Trace) -> bool:
    """Bases that stand in one running paragraph, which is kept whole (returns False)."""
    for piece in PIECES.split(inside):
        start = re.search(
            r"(?:Căn cứ|căn cứ|Thông tư|Công văn|Quyết định|Nghị định|Nghị quyết|Luật|Hướng dẫn|Báo cáo|Kế hoạch|Chỉ thị)\b.*",
            piece,
        )
        nested = start and re.search(r"(?<=\s)(?:Căn cứ|căn cứ)\b.*", start[0])
        text = (nested or start)[0].strip().rstrip("),") if start and (nested or start) else ""
        if text:
            index = len(plan.legal_bases)
            plan.legal_bases.append(_basis(text, inline=True))
            trace.note(f"legal_bases[{index}].text", line, "running_text")
            _note_parts(plan, index, line, trace)
    return False


def _basis(text: str, *, marker: str = "", inline: bool = False) -> LegalBasis:
    number = next(find_numbers(text), None)
    date = next((day for day, at, _ in find_dates(text) if number and at >= number.end and at - number.end < 60), None)
    return LegalBasis(text, number.value if number else None, date, marker, inline)


def _add(plan: Plan, line: Line, text: str, trace: Trace) -> None:
    index = len(plan.legal_bases)
    plan.legal_bases.append(_basis(text, marker=line.text[: len(line.text) - len(text)].strip()))
    trace.note(f"legal_bases[{index}].text", line, "item")
    _note_parts(plan, index, line, trace)


def _note_parts(plan: Plan, index: int, line: Line, trace: Trace) -> None:
    basis = plan.legal_bases[index]
    for name in ("number", "date"):
        if getattr(basis, name):
            trace.note(f"legal_bases[{index}].{name}", line, "item")
