"""Legal bases of a made plan, complete with number and date, in force on its day."""

from __future__ import annotations

from caitien.engine.document.tree import paragraph
from caitien.engine.plan.model import LegalBasis, Plan, PlanSection, Slot
from tests.make.results import Results
from tests.make.setting import Setting, sentences
from tests.make.standards import AMENDED

MINISTRY = "Bộ Giáo dục và Đào tạo"
TITLE_2018 = "Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với"
SCHOOLS_2018 = {
    "17": "trường tiểu học",
    "18": "trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học",
    "19": "trường mầm non",
}
GUIDANCE = {
    "17": ("5932/BGDĐT-QLCL", "cơ sở giáo dục phổ thông"),
    "18": ("5932/BGDĐT-QLCL", "cơ sở giáo dục phổ thông"),
    "19": ("5942/BGDĐT-QLCL", "trường mầm non"),
}
TITLE_57 = (
    "quy định về bảo đảm chất lượng giáo dục đối với cơ sở giáo dục mầm non, cơ sở giáo dục phổ thông, "
    "cơ sở giáo dục thường xuyên; công nhận đạt chuẩn quốc gia đối với trường mầm non và trường phổ thông"
)


def _basis(text: str, number: str | None = None, date: str | None = None) -> LegalBasis:
    return LegalBasis(text, number, date)


def ministry_bases(at: Setting) -> list[LegalBasis]:
    """The circular of the school type with its guidance, and the amendment once it is in force."""
    circular = at.edition.id[2:4]
    number, schools = f"{circular}/2018/TT-BGDĐT", SCHOOLS_2018[circular]
    letter, institutions = GUIDANCE[circular]
    found = [
        _basis(
            f"Thông tư số {number} {at.style.day('2018-08-22')} của Bộ trưởng {MINISTRY} "
            f"ban hành {TITLE_2018} {schools}",
            number,
            "2018-08-22",
        )
    ]
    if at.date >= AMENDED:
        found.append(_amendment(at))
    found.append(
        _basis(
            f"Công văn số {letter} {at.style.day('2018-12-28')} của {MINISTRY} "
            f"về việc hướng dẫn tự đánh giá và đánh giá ngoài {institutions}",
            letter,
            "2018-12-28",
        )
    )
    return found


def _amendment(at: Setting) -> LegalBasis:
    number = "22/2024/TT-BGDĐT"
    return _basis(
        f"Thông tư số {number} {at.style.day('2024-12-10')} của Bộ trưởng {MINISTRY} sửa đổi, bổ sung một số điều của "
        "các Thông tư quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với "
        "trường mầm non, trường tiểu học, trường trung học cơ sở, trường trung học phổ thông và "
        "trường phổ thông có nhiều cấp học",
        number,
        "2024-12-10",
    )


def own_report(at: Setting) -> LegalBasis:
    """The self-assessment report on which the plan rests."""
    number = at.number("BC", at.school.symbol)
    date = at.day_before(12, 27) if at.year == "2018-2019" else f"{at.year[:4]}-06-{at.rng.randint(5, 14):02d}"
    period = f"năm học {at.before}" if at.year != "2018-2019" else "tháng 12 năm 2018"
    return _basis(f"Báo cáo tự đánh giá {period} số {number} {at.style.day(date)} của {at.school.name}", number, date)


def outside_report(at: Setting) -> LegalBasis | None:
    """The report of an external evaluation less than five years old, for schools that had one."""
    first = int(at.year[:4])
    if first < 2020 or at.rng.random() < 0.4:
        return None
    date = f"{at.rng.randint(max(2019, first - 4), first - 1)}-{at.rng.randint(10, 12)}-{at.rng.randint(10, 28)}"
    number = f"{at.rng.randint(11, 99)}/BC-ĐĐGN"
    text = f"Báo cáo đánh giá ngoài số {number} {at.style.day(date)} của Đoàn đánh giá ngoài"
    return _basis(f"{text} thuộc Sở Giáo dục và Đào tạo {at.school.province}", number, date)


def local_letter(at: Setting) -> LegalBasis:
    """The yearly letter of the body that guides the school."""
    office, date = at.school.education_office(at.date), at.day_before(2, 14)
    if office.startswith("Phòng Văn hóa"):
        number = f"{at.rng.randint(30, 90)}/KH-UBND"
        text = f"Kế hoạch số {number} {at.style.day(date)} của UBND {at.school.commune} về phát triển giáo dục"
        return _basis(f"{text} năm học {at.year}", number, date)
    symbol = "SGDĐT-QLCL" if office.startswith("Sở") else "PGDĐT"
    number = f"{at.rng.randint(310, 2400)}/{symbol}"
    text = f"Công văn số {number} {at.style.day(date)} của {office} về việc hướng dẫn nhiệm vụ quản lý chất lượng"
    return _basis(f"{text} năm học {at.year}", number, date)


def write_bases(plan: Plan, at: Setting, results: Results) -> None:
    """Section II: bases, results of the self-assessment, orientation."""
    section = PlanSection("bases", "II", "CĂN CỨ XÂY DỰNG KẾ HOẠCH")
    plan.sections.append(section)
    (_numbered if at.style.bases else _dashed)(plan, at, section, results)


def _add(plan: Plan, section: PlanSection, basis: LegalBasis, marker: str, mark: str = ";") -> None:
    basis.marker = marker
    basis.text += mark
    section.content.append(Slot(f"legal_bases[{len(plan.legal_bases)}]"))
    plan.legal_bases.append(basis)


def _dashed(plan: Plan, at: Setting, section: PlanSection, results: Results) -> None:
    outside = outside_report(at)
    listed = [*ministry_bases(at), local_letter(at), *([outside] if outside else []), own_report(at)]
    for basis in listed:
        basis.text = f"Căn cứ {basis.text}"
        _add(plan, section, basis, "-")
    last = f"Căn cứ kết quả thực hiện kế hoạch cải tiến chất lượng năm học {at.before} của {at.words['school']}"
    _add(plan, section, _basis(last), "-", ".")
    results.write(plan, section, outside=outside is not None)


def _numbered(plan: Plan, at: Setting, section: PlanSection, results: Results) -> None:
    outside = outside_report(at)
    number = 1
    for basis in [own_report(at), *([outside] if outside else [])]:
        _add(plan, section, basis, f"{number}.", ".")
        number += 1
    section.content.append(paragraph(f"{number}. Các văn bản quy phạm pháp luật, văn bản hướng dẫn hiện hành:"))
    listed = [*ministry_bases(at), local_letter(at)]
    for basis in listed:
        _add(plan, section, basis, "-", "." if basis is listed[-1] else ";")
    done = f"Kết quả thực hiện cải tiến chất lượng của {at.words['school']} đã đạt được trong năm học {at.before}"
    _add(plan, section, _basis(done), f"{number + 1}.", "")
    section.content.append(paragraph(at.filler().fill(at.rng.choice(sentences()["results_before"]))))
    results.write(plan, section, outside=outside is not None)
    ways = f"Chủ trương, định hướng, giải pháp trọng tâm của địa phương, ngành và {at.words['school']}"
    _add(plan, section, _basis(ways), f"{number + 2}.", "")
    for text in at.rng.sample(sentences()["orientation"], 2):
        section.content.append(paragraph(at.filler().fill(text)))
