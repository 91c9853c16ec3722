"""Header, recipients and signer of a made plan."""

from __future__ import annotations

import re

from caitien.engine.plan.model import DigitalSignature, Header, Plan, Signer
from caitien.engine.vietnamese.text import fold
from tests.make.setting import Setting

MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def write_header(plan: Plan, at: Setting) -> None:
    """Bodies, number, motto, place and date, title."""
    school = at.school
    plan.school_name, plan.school_type, plan.school_year = school.name, school.school_type, at.year
    plan.authority = school.parent(at.date).upper()
    plan.doc_number = at.number("KH", school.symbol)
    plan.place, plan.date = school.commune.split(" ", 1)[1], at.date
    plan.header = Header(
        authority=plan.authority,
        issuer=school.name.upper(),
        number=f"Số: {plan.doc_number}",
        motto=list(MOTTO),
        place_date=f"{plan.place}, {_place_date(at.date)}",
        title=_title(at),
    )


def _place_date(iso: str) -> str:
    """Written out as the rules for official papers want it (F3)."""
    year, month, day = iso.split("-")
    shown = month if int(month) < 3 else str(int(month))
    return f"ngày {day} tháng {shown} năm {year}"


def _title(at: Setting) -> list[str]:
    year = f"{at.year[:4]} - {at.year[5:]}" if at.style.numbers else at.year
    if at.style.bases:
        return ["KẾ HOẠCH", f"Cải tiến chất lượng giáo dục năm học {year}"]
    return ["KẾ HOẠCH", "CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", f"Năm học {year}"]


def write_end(plan: Plan, at: Setting) -> None:
    """Recipients that exist on the date, and who signs."""
    school, rng = at.school, at.rng
    plan.recipients_label = "Nơi nhận:"
    office = school.education_office(at.date)
    plan.recipients = list(dict.fromkeys([f"{school.parent(at.date)} (để b/c)", f"{office} (để b/c)"]))
    inside = ["Hội đồng trường", "Các tổ chuyên môn, tổ văn phòng (để t/h)", "Công đoàn trường"]
    plan.recipients += rng.sample(inside, 2)
    if school.school_type == "continuing":
        plan.recipients[-2:] = ["Các phòng, tổ thuộc trung tâm (để t/h)"]
    plan.recipients.append(rng.choice(["Lưu: VT", "Lưu VT"]))
    title = "GIÁM ĐỐC" if school.school_type == "continuing" else "HIỆU TRƯỞNG"
    deputy = rng.random() < 0.2
    plan.signer = Signer(
        title=f"PHÓ {title}" if deputy else title,
        name=school.vice if deputy else school.head,
        on_behalf=f"KT. {title}" if deputy else None,
    )
    if at.date > "2021" and rng.random() < 0.1:
        _sign_digitally(plan, at)


def _sign_digitally(plan: Plan, at: Setting) -> None:
    """What the signature of the signer himself leaves in the text: given name, initials, school."""
    assert plan.signer is not None
    words = fold(plan.signer.name or "").split()
    initials = "".join(word[0] for word in words[:-1])
    province = re.sub(r"\W", "", fold(at.school.province.removeprefix("tỉnh ")))
    plan.signed_digitally = True
    plan.signature = DigitalSignature(
        account=f"{words[-1]}{initials}.{at.school.slug}@{province}.edu.vn", timestamp=f"{at.date}T08:15:22+07:00"
    )
