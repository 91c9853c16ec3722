"""What a column head or a label means, under the many names that schools give it."""

from __future__ import annotations

import re
from functools import lru_cache

from caitien.engine.vietnamese.text import fold, without_marker

LABELS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:so )?tt|stt|so thu tu"),
    ("review", r"thoi diem"),
    ("progress", r"(?:muc do|tinh trang|tien do|ket qua) (?:thuc hien|hoan thanh)|trang thai|danh gia ket qua"),
    (
        "current_state",
        r"(?:mo ta |danh gia )?(?:hien|thuc) trang(?! can)|(?:diem yeu|diem han che|han che|ton tai|diem chua tot|noi dung chua dat)(?:[ ,/-]*(?:ton tai|han che|diem yeu|nguyen nhan))*|van de(?: can cai tien| ton tai)?|muc (?:dat )?(?:hien tai|hien nay|hien co)|hien tai",
    ),
    ("cause", r"nguyen nhan(?: cua (?:han che|ton tai|diem yeu))?"),
    (
        "target",
        r"(?:ket qua|muc|yeu cau) (?:can dat|mong doi|du kien|phai dat|dat duoc|huong toi|phan dau|mong muon|dau ra)(?: duoc)?|muc tieu(?: cai tien| can dat| cu the| phan dau)?|chi tieu(?: can dat| phan dau)?|(?:ket qua )?dau ra|can dat|phan dau",
    ),
    ("indicator", r"chi so(?: danh gia| do luong)?(?: ket qua)?|tieu chi (?:danh gia|do luong)(?: ket qua)?|thuoc do"),
    (
        "time_raw",
        r"(?:thoi gian|ngay|thang) bat dau(?: ?[,/-] ?| va | den )(?:ket thuc|hoan thanh)|thoi gian(?: thuc hien)?(?: ?[,/-] ?(?:va )?| va )(?:thoi han )?(?:hoan thanh|ket thuc)",
    ),
    ("time_start", r"(?:thoi gian |ngay |thang )?bat dau(?: thuc hien)?|thoi gian khoi dau|tu(?: thang| ngay)?"),
    (
        "time_end",
        r"(?:thoi gian |thoi han |ngay |thang |han )?(?:ket thuc|hoan thanh)|(?:thoi )?han(?: chot| cuoi)?|den(?: thang| ngay)?|khi nao xong|xong truoc",
    ),
    (
        "time_raw",
        r"thoi gian(?: thuc hien| du kien)?|thoi gian, tien do|tien do|thoi diem thuc hien|lo trinh|khi nao(?: lam)?|bao gio",
    ),
    (
        "lead_and_partners",
        r"(?:(?:nguoi|don vi|bo phan|ca nhan|to chuc)[ ,/]*)*(?:chu tri|phu trach|thuc hien)(?: chinh)?[ ,/;-]*(?:va )?(?:(?:nguoi|don vi|bo phan)[ ,/]*)*phoi hop(?: thuc hien)?|phan cong(?: thuc hien| nhiem vu)?|luc luong thuc hien|nhan luc(?: thuc hien)?|to chuc,? ca nhan thuc hien",
    ),
    (
        "lead",
        r"(?:(?:nguoi|don vi|bo phan|ca nhan|to chuc)[ ,/]*)*(?:chu tri|phu trach|chiu trach nhiem|dam nhiem)(?: chinh| thuc hien)*|(?:nguoi|don vi|bo phan|ca nhan)(?:[ ,/]*(?:don vi|ca nhan|bo phan|nguoi))*(?: thuc hien| lam)?|trach nhiem(?: thuc hien| chinh)?|ai(?: lam| phu trach)?",
    ),
    ("partners", r"(?:(?:nguoi|don vi|bo phan|ca nhan|to chuc|luc luong)[ ,/]*)*phoi hop(?: thuc hien)?"),
    ("money_source", r"nguon(?: kinh phi| tien| von)?"),
    (
        "budget_raw",
        r"(?:du kien |du tru |nguon luc,? |tong )?kinh phi(?: du kien| thuc hien)?|nguon luc(?: bao dam| thuc hien| can thiet)?(?: \(kinh phi.*\))?|(?:so )?tien|du toan(?: kinh phi)?|kinh phi,? nguon luc|chi phi(?: du kien)?",
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
        r"(?:noi dung )?(?:cong viec|giai phap|hoat dong|bien phap|nhiem vu|viec (?:can )?lam|cach lam|noi dung thuc hien|noi dung cong viec|noi dung hoat dong)(?:[ ,/;-]+(?:va |hoac |noi dung )?(?:giai phap|hoat dong|bien phap|cong viec|nhiem vu))*(?: (?:can|chinh|cu the|cai tien|thuc hien|khac phuc|trong tam))*(?: thuc hien)?|ke hoach cai tien(?: chat luong)?|viec",
    ),
    ("standard", r"tieu chuan"),
    ("level", r"muc(?: dat| danh gia)?"),
    ("site", r"diem truong|dia diem"),
)
"""Field ← words of its head, folded. The first pattern that fits the whole head counts; brackets are left out."""

FILLERS = re.compile(
    "thuc|hien|du|kien|can|thiet|cu|the|chinh|va|cua|cac|cai|tien|chat|luong|giao|duc|nam|hoc|neu|co|ve|cho|nha|truong|dat|"
    "duoc|phai|tong|noi|dung|de|toi|trong|tam|khac|lam|theo"
)
"""Words that may stand beside a telling one without changing what a head means, folded."""
CORES: tuple[tuple[str, str], ...] = (
    ("lead_and_partners", r"(?:chu tri|phu trach|thuc hien).*phoi hop"),
    ("partners", r"(?:nguoi|don vi|bo phan|ca nhan|to chuc|luc luong)? ?phoi hop"),
    ("lead", r"(?:nguoi|don vi|bo phan|ca nhan|can bo)? ?(?:phu trach|chu tri|chiu trach nhiem|dam nhiem)"),
    ("cause", r"nguyen nhan"),
    ("current_state", r"hien trang|thuc trang|diem yeu|han che|ton tai|bat cap"),
    ("target", r"muc tieu|chi tieu|mong doi|ket qua can dat|muc can dat|yeu cau can dat"),
    ("indicator", r"chi so"),
    ("evidence", r"minh chung"),
    ("budget_raw", r"kinh phi|du toan"),
    ("tasks", r"giai phap|bien phap|cong viec|hoat dong|nhiem vu"),
    ("time_end", r"hoan thanh|ket thuc"),
    ("time_raw", r"thoi gian|tien do|lo trinh"),
    ("note", r"ghi chu"),
)
"""Telling words that decide where nothing but fillers stands beside them; the first that fits counts."""
SOURCES = re.compile(
    r"(?:nguon |von |tu )?(?:ngan sach(?: nha nuoc| cap| tinh| huyen| xa| phuong)?|nsnn|ns|xhh|xa hoi hoa|(?:nguon )?khac|tai tro|quy\b.{0,30}|thu .{2,30}|chi thuong xuyen)"
)
"""Where money comes from, as a part head under that of the money."""

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
_CORES = [(field, re.compile(rf"\b(?:{pattern})\b")) for field, pattern in CORES]


@lru_cache(maxsize=2048)
def field_of(heading: str) -> str | None:
    """The field that a head or label names, None when its words are not known."""
    words = re.sub(r"^(?:cac|nhung|mot so)\s+", "", fold(without_marker(heading)).strip(" :.?-–*"))
    plain = re.sub(r"\s*[(\[].*?[)\]]", "", words).strip(" :.-–")
    shortened = re.sub(r"\s*/\s*mo ta hien trang|\s*so voi hien trang", "", plain).strip()
    for text in dict.fromkeys((shortened, plain, words)):
        for field, pattern in _PATTERNS:
            if text and pattern.fullmatch(text):
                return field
    return _by_core(plain)


def _by_core(words: str) -> str | None:
    """The field of a head in which only fillers stand beside a telling word."""
    for field, pattern in _CORES:
        rest, count = pattern.subn(" ", words)
        if count and all(FILLERS.fullmatch(word) for word in re.findall(r"\w+", rest)):
            return field
    return None


def names_source(heading: str) -> bool:
    """Whether a part head names where money comes from."""
    return SOURCES.fullmatch(fold(heading).strip(" :.-–()")) is not None


WEAK: tuple[tuple[str, str], ...] = (
    ("target", "can dat|muc tieu|chi tieu|ket qua"),
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
DASHED_LINE = re.compile(r"^\s*[-+*•]\s*(?P<label>[^:–-]{2,60}?)\s+[–-](?:\s+(?P<value>.*))?$", re.DOTALL)
SEGMENT = re.compile(r"(?:^|(?<=[.;,])\s+)(?=[^\W\d][^:.;,]{2,40}:\s)")
LEAST_SEGMENTS = 3
"""Fields that a running line must name behind each other to be parted at their labels."""


def label_of(text: str) -> tuple[str, str, str] | None:
    """(field, label as written, value) of a line "label: value" or "+ label – value" whose label is known."""
    for pattern in (LABEL_LINE, DASHED_LINE):
        match = pattern.match(text)
        field = field_of(match["label"]) if match else None
        if match and field in ACTION_FIELDS | {"cause"} and field is not None:
            return field, without_marker(match["label"]).strip(" -+*•"), (match["value"] or "").strip()
    return None


def segments_of(text: str) -> list[str]:
    """The pieces of a line in which labels and values stand behind each other; the line itself when it is none.

    What stands before the first label is the first piece.
    """
    pieces = [""]
    fields: set[str] = set()
    for piece in SEGMENT.split(text):
        label = label_of(piece)
        if label:
            fields.add(label[0])
            pieces.append(piece.strip())
        else:
            pieces[-1] = f"{pieces[-1]} {piece}".strip()
    return [piece for piece in pieces if piece] if len(fields) >= LEAST_SEGMENTS else [text]
