"""The sections that only Biểu 2 of Thông tư 57/2026 has."""

from __future__ import annotations

from caitien.engine.document.tree import paragraph
from caitien.engine.plan.model import Column, LegalBasis, Plan, PlanSection, Problem, Review, Slot
from tests.make.actions import make_action
from tests.make.bases import MINISTRY, TITLE_57
from tests.make.phrases import Filler
from tests.make.setting import Setting, sentences

KINDS = {
    "preschool": "Công lập, giáo dục mầm non",
    "primary": "Công lập, cấp tiểu học",
    "lower_secondary": "Công lập, cấp trung học cơ sở",
    "upper_secondary": "Công lập, cấp trung học phổ thông",
    "multi_level": "Công lập, cấp tiểu học và cấp trung học cơ sở",
    "continuing": "Công lập, giáo dục thường xuyên",
}
COLUMNS = (
    ("number", "TT"),
    ("heading", "Nội dung cải tiến"),
    ("target", "Mục tiêu cải tiến"),
    ("tasks", "Hoạt động/giải pháp"),
    ("indicator", "Chỉ số đánh giá kết quả"),
    ("time_raw", "Thời gian thực hiện"),
    ("lead_and_partners", "Đơn vị/cá nhân phụ trách"),
    ("budget_raw", "Nguồn lực bảo đảm"),
    ("evidence", "Thông tin, dữ liệu hoặc minh chứng dự kiến"),
    ("progress", "Mức độ thực hiện"),
)


def write_sections(plan: Plan, at: Setting) -> None:
    """Sections I to VI and VIII are told by their official headings; VII is written by `duties`."""
    _general(plan, at)
    _bases(plan, at)
    _purpose(plan, at)
    _problems_and_actions(plan, at)
    _reviews(plan, at)


def _general(plan: Plan, at: Setting) -> None:
    plan.address = f"{at.school.commune}, {at.school.province}"
    lines = [
        f"1. Tên cơ sở giáo dục: {at.school.name}",
        f"2. Loại hình: {KINDS[at.school.school_type]}",
        f"3. Địa chỉ: {plan.address}",
    ]
    plan.sections.append(PlanSection("general", "I", "THÔNG TIN CHUNG", [paragraph(line) for line in lines]))


def _bases(plan: Plan, at: Setting) -> None:
    symbol = at.school.symbol
    report, review, year_plan = at.number("BC", symbol), at.number("BC", symbol), at.number("KH", symbol)
    early, later = f"{at.year[:4]}-06-10", f"{at.year[:4]}-06-22"
    soon = at.day_before(2, 9)
    texts = [
        (f"Báo cáo tự đánh giá năm học {at.before} số {report} {at.style.day(early)}", report, early),
        (
            f"Kết quả rà soát việc thực hiện kế hoạch cải tiến chất lượng năm học {at.before} "
            f"(Báo cáo số {review} {at.style.day(later)})",
            review,
            later,
        ),
        (
            f"Kế hoạch năm học {at.year} số {year_plan} {at.style.day(soon)} "
            f"và định hướng phát triển của {at.words['school']}",
            year_plan,
            soon,
        ),
        (
            f"Thông tư số 57/2026/TT-BGDĐT {at.style.day('2026-07-07')} của Bộ trưởng {MINISTRY} {TITLE_57}",
            "57/2026/TT-BGDĐT",
            "2026-07-07",
        ),
    ]
    section = PlanSection("bases", "II", "CĂN CỨ XÂY DỰNG KẾ HOẠCH")
    for i, (text, number, date) in enumerate(texts):
        section.content.append(Slot(f"legal_bases[{i}]"))
        plan.legal_bases.append(LegalBasis(f"{text}.", number, date, f"{i + 1}."))
    plan.sections.append(section)


def _purpose(plan: Plan, at: Setting) -> None:
    texts = sentences()["purpose57"]
    filler = at.filler()
    lines = ["1. Mục đích", *_lettered(filler, texts["aims"]), "2. Yêu cầu", *_lettered(filler, texts["demands"])]
    plan.sections.append(PlanSection("purpose", "III", "MỤC ĐÍCH, YÊU CẦU", [paragraph(line) for line in lines]))


def _lettered(filler: Filler, texts: list[str]) -> list[str]:
    return [f"{letter}) {filler.fill(text)}" for letter, text in zip("abcdđ", texts, strict=False)]


def _problems_and_actions(plan: Plan, at: Setting) -> None:
    codes = [criterion.code for criterion in at.edition.criteria]
    chosen = sorted(at.rng.sample(codes, at.rng.randint(3, 6)), key=codes.index)
    for number, code in enumerate(chosen, start=1):
        _pair(plan, at, code, number)
    plan.sections.append(PlanSection("problems", "IV", "TÓM TẮT CÁC VẤN ĐỀ TRỌNG TÂM CẦN CẢI TIẾN", [Slot("problems")]))
    plan.sections.append(PlanSection("actions", "V", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", [Slot("actions")]))
    plan.columns = [Column(field, heading) for field, heading in COLUMNS]


def _pair(plan: Plan, at: Setting, code: str, number: int) -> None:
    """A problem of table IV and the action of table V that answers it."""
    action, weak, more = make_action(at, code)
    standard, criterion = at.edition.standard(code.split(".")[0]), at.edition.criterion(code)
    assert standard is not None
    assert criterion is not None
    plan.problems.append(
        Problem(
            id=f"p{number}",
            number=str(number),
            standard=standard.code,
            criterion=code,
            standard_text=f"Tiêu chuẩn {standard.code}: {standard.title}",
            criterion_text=f"Tiêu chí {code}: {criterion.title}",
            state="Đạt Mức 1, chưa đạt Mức 2" if at.style.results else "Mới đạt Mức 1",
            weakness=f"{weak}.",
            cause=f"{more['cause']}.",
        )
    )
    action.number, action.standard = str(number), standard.code
    action.criterion_title = criterion.title
    action.heading = f"Tiêu chí {code}: {criterion.title}"
    action.problem_ids = [f"p{number}"]
    action.indicator, action.evidence, action.progress = more["measure"], more["proof"], ""
    if action.budget_vnd == 0:
        action.budget_raw = "Không phát sinh kinh phí"
    elif action.other_support not in (None, "Không"):
        action.budget_raw = f"{action.budget_raw}; {action.other_support}"
    action.other_support = None
    plan.actions.append(action)


def _reviews(plan: Plan, at: Setting) -> None:
    council = "Hội đồng tự đánh giá"
    leaders = f"{council}, lãnh đạo {at.words['school']}"
    plan.reviews = [
        Review("Cuối học kỳ I", "Tiến độ các nội dung cải tiến; khó khăn cần tháo gỡ", reviewer=council),
        Review("Cuối năm học", "Kết quả so với mục tiêu, chỉ số của từng nội dung cải tiến", reviewer=leaders),
    ]
    title = "THEO DÕI VÀ ĐÁNH GIÁ THỰC HIỆN (GIÁM SÁT NỘI BỘ)"
    plan.sections.append(PlanSection("monitoring", "VI", title, [Slot("reviews")]))


def write_reporting(plan: Plan, at: Setting) -> None:
    """Section VIII, the last."""
    lines = [paragraph(line) for line in _lettered(at.filler(), sentences()["reporting57"])]
    plan.sections.append(PlanSection("reporting", "VIII", "CƠ CHẾ ĐÁNH GIÁ VÀ BÁO CÁO", [*lines]))
