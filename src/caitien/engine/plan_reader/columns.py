"""What a column head or a label means, under the many names that schools give it."""

from __future__ import annotations

import re
from functools import lru_cache

from caitien.engine.vietnamese.text import fold, without_marker

LABELS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:so )?tt|stt|so thu tu"),
    ("review", r"thoi diem"),
    ("progress", r"(?:muc do|tinh trang|tien do|ket qua) thuc hien|trang thai"),
    (
        "current_state",
        r"(?:mo ta |danh gia )?(?:hien|thuc) trang(?! can)|(?:diem yeu|diem han che|han che|ton tai)(?:,? (?:ton tai|han che|diem yeu|nguyen nhan))*|van de(?: can cai tien| ton tai)?",
    ),
    ("cause", r"nguyen nhan(?: cua (?:han che|ton tai|diem yeu))?"),
    (
        "target",
        r"(?:ket qua|muc|yeu cau) (?:can dat|mong doi|du kien|phai dat|dat duoc|huong toi)(?: duoc)?|muc tieu(?: cai tien| can dat| cu the| phan dau)?|chi tieu(?: can dat| phan dau)?|dau ra",
    ),
    ("indicator", r"chi so(?: danh gia| do luong)?(?: ket qua)?|tieu chi (?:danh gia|do luong)(?: ket qua)?|thuoc do"),
    ("time_start", r"(?:thoi gian |ngay |thang )?bat dau(?: thuc hien)?|thoi gian khoi dau|tu(?: thang| ngay)?"),
    ("time_end", r"(?:thoi gian |thoi han |ngay |thang )?(?:ket thuc|hoan thanh)|thoi han|den(?: thang| ngay)?"),
    (
        "time_raw",
        r"thoi gian(?: thuc hien)?(?: (?:va|,) (?:thoi han )?(?:hoan thanh|ket thuc))?|thoi gian, tien do|tien do|thoi diem thuc hien|lo trinh",
    ),
    (
        "lead_and_partners",
        r"(?:(?:nguoi|don vi|bo phan|ca nhan|to chuc)[ ,/]*)*(?:chu tri|phu trach|thuc hien)(?: chinh)?[ ,/;-]*(?:va )?(?:(?:nguoi|don vi|bo phan)[ ,/]*)*phoi hop(?: thuc hien)?|phan cong(?: thuc hien| nhiem vu)?|luc luong thuc hien|to chuc,? ca nhan thuc hien",
    ),
    (
        "lead",
        r"(?:(?:nguoi|don vi|bo phan|ca nhan|to chuc)[ ,/]*)*(?:chu tri|phu trach|chiu trach nhiem|dam nhiem)(?: chinh| thuc hien)?|(?:nguoi|don vi|bo phan|ca nhan)(?:[ ,/]*(?:don vi|ca nhan|bo phan|nguoi))*(?: thuc hien)?|trach nhiem(?: thuc hien| chinh)?",
    ),
    ("partners", r"(?:(?:nguoi|don vi|bo phan|ca nhan|to chuc|luc luong)[ ,/]*)*phoi hop(?: thuc hien)?"),
    ("money_source", r"nguon(?: kinh phi| tien| von)?"),
    (
        "budget_raw",
        r"(?:du kien |du tru |nguon luc,? |tong )?kinh phi(?: du kien| thuc hien)?|nguon luc(?: bao dam| thuc hien| can thiet)?(?: \(kinh phi.*\))?|so tien|du toan|kinh phi,? nguon luc",
    ),
    ("other_support", r"(?:cac )?dieu kien(?: ho tro)?(?: khac)?(?: thuc hien| bao dam)?|ho tro(?: khac)?"),
    (
        "evidence",
        r"(?:thong tin,? du lieu (?:hoac|va) )?minh chung(?: du kien| can co)?|san pham(?: du kien| dau ra)?|thong tin,? du lieu",
    ),
    ("note", r"ghi chu"),
    (
        "heading",
        r"(?:ten )?tieu chuan[ ,/;-]*(?:va )?tieu chi|(?:ten |ma )?tieu chi(?: lien quan)?(?: \(neu co\))?|noi dung(?: can)? cai tien|noi dung",
    ),
    (
        "tasks",
        r"(?:noi dung )?(?:cong viec|giai phap|hoat dong|bien phap|nhiem vu|viec can lam|cach lam|noi dung thuc hien|noi dung cong viec|noi dung hoat dong)(?:[ ,/;-]+(?:va |hoac |noi dung )?(?:giai phap|hoat dong|bien phap|cong viec|nhiem vu))*(?: (?:can|chinh|cu the|cai tien|thuc hien|khac phuc|trong tam))*(?: thuc hien)?",
    ),
    ("standard", r"tieu chuan"),
    ("level", r"muc(?: dat| danh gia)?"),
    ("site", r"diem truong|dia diem"),
)
"""Field ← words of its head, folded. The first pattern that fits the whole head counts; brackets are left out."""

ACTION_FIELDS = frozenset(
    [
        "current_state",
        "target",
        "indicator",
        "time_start",
        "time_end",
        "time_raw",
        "lead_and_partners",
        "lead",
        "partners",
        "money_source",
        "budget_raw",
        "other_support",
        "evidence",
        "note",
        "tasks",
        "progress",
    ]
)
_PATTERNS = [(field, re.compile(pattern)) for field, pattern in LABELS]


@lru_cache(maxsize=2048)
def field_of(heading: str) -> str | None:
    """The field that a head or label names, None when its words are not known."""
    words = re.sub(r"^(?:cac|nhung|mot so)\s+", "", fold(without_marker(heading)).strip(" :.-–*"))
    plain = re.sub(r"\s*[(\[].*?[)\]]", "", words).strip(" :.-–")
    shortened = re.sub(r"\s*/\s*mo ta hien trang|\s*so voi hien trang", "", plain).strip()
    for text in dict.fromkeys((shortened, plain, words)):
        for field, pattern in _PATTERNS:
            if text and pattern.fullmatch(text):
                return field
    return None


WEAK: tuple[tuple[str, str], ...] = (
    ("target", "can dat|muc tieu|chi tieu"),
    ("tasks", "giai phap|cong viec|bien phap|hoat dong|viec lam"),
    ("lead_and_partners", "chu tri.*phoi hop|nguoi.*phoi hop"),
    ("partners", "phoi hop"),
    ("lead", "phu trach|chu tri|trach nhiem|nguoi thuc hien"),
    ("time_start", "bat dau"),
    ("time_end", "hoan thanh|ket thuc"),
    ("time_raw", "thoi gian|thoi han|tien do"),
    ("budget_raw", "kinh phi|nguon luc|ngan sach"),
    ("other_support", "ho tro|dieu kien"),
    ("evidence", "minh chung|san pham"),
    ("indicator", "chi so"),
    ("current_state", "hien trang|thuc trang|han che|ton tai"),
    ("note", "ghi chu"),
    ("heading", "tieu chi|tieu chuan|noi dung"),
)


@lru_cache(maxsize=2048)
def weak_field_of(heading: str) -> str | None:
    """The field that an unusual head most likely means, by one telling word."""
    words = fold(heading)
    if len(words) > 90:
        return None
    return next((field for field, pattern in WEAK if re.search(pattern, words)), None)


LABEL_LINE = re.compile(r"^(?P<label>[^:]{2,75}?)\s*:\s*(?P<value>.*)$", re.DOTALL)


def label_of(text: str) -> tuple[str, str, str] | None:
    """(field, label as written, value) of a line "label: value" whose label is known."""
    match = LABEL_LINE.match(text)
    if not match:
        return None
    field = field_of(match["label"])
    if field is None or field not in ACTION_FIELDS | {"cause"}:
        return None
    label = without_marker(match["label"]).strip()
    return field, label, match["value"].strip()
