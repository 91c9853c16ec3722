"""Plans built from the few words that an example says; everything else of them is in order."""

from __future__ import annotations

import re
from typing import Any

from caitien.engine.catalogue import edition
from caitien.engine.document.tree import Cell, Paragraph, Row, Run, Table
from caitien.engine.plan.model import (
    Action,
    Column,
    DigitalSignature,
    Duties,
    Group,
    Header,
    LegalBasis,
    LevelCount,
    Mark,
    Money,
    Plan,
    PlanSection,
    Problem,
    Review,
    Signer,
    Slot,
)
from caitien.engine.vietnamese.dates import find_dates, parse_period
from caitien.engine.vietnamese.money import parse_money
from caitien.engine.vietnamese.numbers import find_numbers
from tests.make.standards import EDITIONS

ACTION = {
    "level": 2,
    "standard": "1",
    "criterion": "1.2",
    "target": "100% thành viên hội đồng trường dự đủ 04 phiên họp trong năm học",
    "tasks": ["Họp hội đồng trường 04 phiên, ghi biên bản từng phiên."],
    "lead": "Chủ trì: Phó hiệu trưởng; phối hợp: thư ký hội đồng trường",
    "time": "Từ tháng 10/2025 đến tháng 5/2026",
    "budget": "Không",
    "support": "Không",
}
ACTION_57 = {
    "criterion": "1.3",
    "indicator": "04/04 phiên họp có biên bản",
    "evidence": "04 biên bản họp",
    "budget": "Không phát sinh kinh phí",
    "progress": "",
}
TEXTS = {"lead": "lead_and_partners", "time": "time_raw", "budget": "budget_raw", "support": "other_support"}
"""Words of an example → field of an action."""

NUMBERS = {"2018": {"purpose": "I", "bases": "II", "actions": "III", "organisation": "IV"}}
NUMBERS["tt57"] = {
    "general": "I",
    "bases": "II",
    "purpose": "III",
    "problems": "IV",
    "actions": "V",
    "monitoring": "VI",
    "organisation": "VII",
    "reporting": "VIII",
}
TITLES = {
    "general": "THÔNG TIN CHUNG",
    "purpose": "MỤC ĐÍCH, YÊU CẦU",
    "bases": "CĂN CỨ XÂY DỰNG KẾ HOẠCH",
    "problems": "TÓM TẮT CÁC VẤN ĐỀ TRỌNG TÂM CẦN CẢI TIẾN",
    "actions": "NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
    "monitoring": "THEO DÕI VÀ ĐÁNH GIÁ THỰC HIỆN",
    "organisation": "TỔ CHỨC THỰC HIỆN",
    "reporting": "CƠ CHẾ ĐÁNH GIÁ VÀ BÁO CÁO",
}


def plan_of(said: dict[str, Any]) -> Plan:
    """The plan that an example describes; what it leaves unsaid is a sound plan of a primary school of 2025–2026."""
    form = str(said.get("form", "2018"))
    school_type = said.get("school_type", "primary")
    plan = Plan(form=form, school_type=school_type, layout=said.get("layout", "table"))
    plan.edition = said.get("edition", EDITIONS.get((form, school_type)))
    plan.school_name = said.get("school_name", "Trường Tiểu học Suối Ngân")
    plan.school_year = said.get("school_year", "2026-2027" if form == "tt57" else "2025-2026")
    plan.date = said.get("date", "2026-09-18" if form == "tt57" else "2025-09-18")
    plan.place, plan.authority = said.get("place", "Đồng Lau"), said.get("authority", "UBND XÃ ĐỒNG LAU")
    _header(plan, said)
    _sections(plan, said)
    _results(plan, said)
    _actions(plan, said)
    _tables_57(plan, said)
    _end(plan, said)
    return plan


def _header(plan: Plan, said: dict[str, Any]) -> None:
    given = said.get("header", {})
    year = (plan.school_year or "").replace("-", " - ")
    place_date = None
    if plan.date:
        shown = plan.date.split("-")
        place_date = f"{plan.place}, ngày {shown[2]} tháng {int(shown[1])} năm {shown[0]}"
    plan.doc_number = said.get("doc_number", "41/KH-THSN")
    plan.header = Header(
        authority=given.get("authority", plan.authority),
        issuer=given.get("issuer", (plan.school_name or "").upper() or None),
        number=given.get("number", f"Số: {plan.doc_number}" if plan.doc_number else None),
        motto=given.get("motto", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]),
        place_date=given.get("place_date", place_date),
        title=given.get("title", ["KẾ HOẠCH", f"Cải tiến chất lượng giáo dục, năm học {year}"]),
    )


def _sections(plan: Plan, said: dict[str, Any]) -> None:
    """The main sections in order; `sections` gives others: [[key, number, title, [texts]], …]."""
    if "sections" in said:
        for key, number, title, texts in said["sections"]:
            plan.sections.append(PlanSection(key, str(number), title, [_block(plan, text) for text in texts]))
        return
    for key, number in NUMBERS[plan.form].items():
        plan.sections.append(PlanSection(key, number, TITLES[key]))
    section(plan, "purpose").content += [paragraph(text) for text in said.get("purpose", ["1. Khắc phục điểm yếu."])]
    bases = section(plan, "bases")
    for text in said.get("bases", ["Báo cáo tự đánh giá số 21/BC-THSN ngày 10/6/2025 của nhà trường"]):
        bases.content.append(_basis(plan, text))
    bases.content += [_block(plan, text) for text in said.get("after_bases", [])]
    section(plan, "actions").content += [paragraph(text) for text in said.get("opening", [])]
    section(plan, "actions").content.append(Slot("actions"))
    for role in said.get(
        "organisation", [{"role": "Hiệu trưởng", "duties": ["Giao việc bằng văn bản cho từng người."]}]
    ):
        section(plan, "organisation").content.append(_role(plan, role))
    for key in ("general", "reporting"):
        if key in NUMBERS[plan.form]:
            section(plan, key).content += [paragraph(text) for text in said.get(key, ["a) Rà soát hai lần mỗi năm."])]


def section(plan: Plan, key: str) -> PlanSection:
    """The section of a key."""
    return next(found for found in plan.sections if found.key == key)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Run(text),))


def _block(plan: Plan, said: Any) -> Any:
    """A paragraph, a table from lists of cells, a basis or a role from a mapping."""
    if isinstance(said, list):
        return Table(tuple(Row(tuple(Cell((paragraph(text),)) for text in row)) for row in said))
    if isinstance(said, dict):
        return _basis(plan, said) if "basis" in said else Slot("actions") if "slot" in said else _role(plan, said)
    return paragraph(said)


def _basis(plan: Plan, said: Any) -> Slot:
    given = said if isinstance(said, dict) else {"basis": said}
    text = given["basis"]
    number = next(find_numbers(text), None)
    date = next((day for day, at, _ in find_dates(text) if number and 0 <= at - number.end < 60), None)
    plan.legal_bases.append(LegalBasis(text, number.value if number else None, date, given.get("marker", "-")))
    return Slot(f"legal_bases[{len(plan.legal_bases) - 1}]")


def _role(plan: Plan, said: dict[str, Any]) -> Slot:
    duties = said.get("duties", [])
    markers = said.get("markers", ["-"] * len(duties))
    plan.organisation.append(Duties(said.get("role"), list(duties), str(said.get("number", "")), list(markers)))
    return Slot(f"organisation[{len(plan.organisation) - 1}]")


def _results(plan: Plan, said: dict[str, Any]) -> None:
    """`results`: level → [passed, total, failed] or the fields of a count; its line stands in the section of bases."""
    found = plan.self_assessment
    for level, count in said.get("results", {}).items():
        made = LevelCount(**count) if isinstance(count, dict) else LevelCount(count[0], count[1], count[2])
        if not isinstance(count, dict):
            made.passed_text = f"Mức {level}: đạt {count[0]}/{count[1]} tiêu chí"
            made.failed_text = f"không đạt {count[2]} tiêu chí"
        found.level_counts[str(level)] = made
        section(plan, "bases").content.append(paragraph(f"- {made.passed_text}; {made.failed_text}."))
    found.claimed_level = said.get("claimed_level")
    found.claimed_text = said.get("claimed_text", f"Mức {found.claimed_level}" if found.claimed_level else None)
    found.claimed_accreditation, found.claimed_national_standard = said.get("grade"), said.get("degree")
    claims = [f"Trường tự đánh giá: {found.claimed_text}."] if found.claimed_level else []
    for text in [*claims, *said.get("claims", [])]:
        section(plan, "bases").content.append(paragraph(text))
    found.marks = [Mark(code, list(marks)) for code, marks in said.get("marks", {}).items()]


def _actions(plan: Plan, said: dict[str, Any]) -> None:
    for given in said.get("actions", [{}]):
        plan.actions.append(_action(plan, given))
    for group in said.get("groups", [{"kind": "level", "text": "MỨC 2", "before": 0, "level": 2}]):
        plan.groups.append(Group(**group))
    plan.columns = [Column(*column) for column in said.get("columns", [])]
    plan.empty_rows, plan.damaged = said.get("empty_rows", []), said.get("damaged", False)
    plan.total_budget_raw = said.get("total")
    plan.total_budget_vnd = parse_money(said["total"]) if "total" in said else None


def _action(plan: Plan, given: dict[str, Any]) -> Action:
    values = {**ACTION, **(ACTION_57 if plan.form == "tt57" else {}), **given}
    tasks = values["tasks"]
    action = Action(
        number=values.get("number"),
        standard=values["standard"],
        level_section=values["level"] if plan.form == "2018" else None,
        tasks=[tasks] if isinstance(tasks, str) else list(tasks),
    )
    for name in (
        "target",
        "current_state",
        "note",
        "indicator",
        "evidence",
        "progress",
        "lead",
        "time",
        "budget",
        "support",
    ):
        setattr(action, TEXTS.get(name, name), values.get(name))
    action.partners = values.get("partners")
    action.money = [Money(**money) for money in values.get("money", [])]
    _criterion(plan, action, values)
    period = parse_period(action.time_raw or "", plan.school_year)
    action.start, action.end = values.get("start", period.start), values.get("end", period.end)
    action.budget_vnd = parse_money(action.budget_raw or "", unit=values.get("unit", 1))
    level = re.search(r"mức\s*([1-4])\b", action.target or "", re.IGNORECASE)
    action.target_level = int(level[1]) if level else None
    return action


def _criterion(plan: Plan, action: Action, values: dict[str, Any]) -> None:
    """Code, title and heading; the title of the edition stands unless another is said."""
    code = action.criterion = values["criterion"]
    action.criteria = [code] if code else []
    known = edition(plan.edition).criterion(code) if plan.edition and code else None
    action.criterion_title = values.get("title", known.title if known else None)
    name = f"Tiêu chí {code}" if code else ""
    action.heading = values.get("heading", ": ".join(part for part in (name, action.criterion_title) if part))


def _tables_57(plan: Plan, said: dict[str, Any]) -> None:
    if plan.form != "tt57":
        return
    ordinary = {
        "standard": "1",
        "criterion": "1.3",
        "state": "Mới đạt Mức 1",
        "weakness": "Họp chưa đều",
        "cause": "Lịch dày",
    }
    for i, given in enumerate(said.get("problems", [{}]), start=1):
        plan.problems.append(Problem(**{"id": f"p{i}", "number": str(i), **ordinary, **given}))
    moments = said.get("reviews", ["Cuối học kỳ I", "Cuối năm học"])
    plan.reviews = [Review(moment, "Tiến độ các nội dung") for moment in moments]
    section(plan, "problems").content.append(Slot("problems"))
    section(plan, "monitoring").content.append(Slot("reviews"))


def _end(plan: Plan, said: dict[str, Any]) -> None:
    plan.recipients_label = "Nơi nhận:"
    plan.recipients = said.get("recipients", ["UBND xã Đồng Lau (để b/c)", "Hội đồng trường", "Lưu: VT"])
    signer = said.get("signer", {"title": "HIỆU TRƯỞNG", "name": "Lò Thị Mây"})
    plan.signer = Signer(**signer) if signer else None
    if "signature" in said:
        plan.signed_digitally, plan.signature = True, DigitalSignature(**said["signature"])
