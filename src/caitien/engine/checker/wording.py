"""Wording tests for rules that need judgement: each is a visible list of words, none more than that.

A rule that rests on them says "có thể".
"""

from __future__ import annotations

import re

from caitien.engine.vietnamese.text import fold, squeeze

LEVEL_ONLY = re.compile(
    r"\W*(?:(?:phấn đấu|tiếp tục|giữ vững|duy trì|đạt|lên|được)\s+)*(?:tiêu chí\s+)?(?:đạt\s+)?mức(?:\s+độ)?\s*\d(?:\s*(?:,|và|-)\s*\d)*\W*",
    re.IGNORECASE,
)
"""A target that is nothing but a level: "Đạt mức 2"."""

NUMBER_WORDS = re.compile(
    r"\b(?:một|hai|ba|bốn|năm lớp|toàn bộ|tất cả|100|mỗi|mọi|đủ|hết|không còn|đầy đủ)\b", re.IGNORECASE
)

PRODUCT = re.compile(
    r"\b(?:phong|may|nha|san|bep|be boi|hang rao|cong trinh|ke hoach|quy che|quyet dinh|bao cao|ho so|so theo doi|so tay|bo|tai lieu|de an|quy trinh|"
    r"chung chi|bang|giay chung nhan|lop|clb|cau lac bo|website|trang thong tin|phan mem|thu vien|vuon|do choi|thiet bi|ban ghe|tu|sach|bien ban|nghi quyet|danh muc|video|bai giang|xep loai|dat loai|dat chuan|duoc cong nhan)\b"
)
"""Things that are there or not there in the end (folded)."""

WEAKNESS = re.compile(
    r"\b(?:chua|con thieu|thieu|con \d+|con mot so|con it|han che|xuong cap|khong du|khong dam bao|khong co|con yeu|con thap|cu nat|hong|tam bo|tam)\b"
)
GOAL = re.compile(
    r"\b(?:can (?!thiet)|phan dau|se |den (?:het |cuoi )?(?:thang|nam|ngay)|truoc (?:ngay|thang)|tu \d+[^.;]{0,40}(?:len|xuong|con)|bo sung|dat muc|dat 100|100 ?%|hoan thanh|"
    r"khac phuc|giam|tang|dam bao du|co du|xay (?:dung )?(?:moi|duoc|xong)|duoc trang bi|toi thieu|it nhat|vuon len|len (?:muc|trung binh|kha|tot)|duoc phu dao|xuong con|nang (?!cao chat))"
)


def without_levels(text: str) -> str:
    """The text without the digits of levels ("mức 2") and of criteria ("tiêu chí 3.2")."""
    return re.sub(
        r"(?:mức(?: độ)?|cấp độ|tiêu chí|tiêu chuẩn)\s*\d(?:\.\d+)?(?:\s*,\s*\d)*", " ", text, flags=re.IGNORECASE
    )


def describes_weakness(text: str) -> bool:
    """Whether a target speaks of what is lacking and of nothing to be reached."""
    words = fold(text)
    return bool(words) and bool(WEAKNESS.search(words)) and not GOAL.search(words)


EMPTY_OPENING = re.compile(
    r"(?:(?:nha truong|hieu truong|truong)\s+)?(?:tiep tuc\s+|se\s+|can\s+|luon\s+)*"
    r"(?:xay dung (?:cac )?(?:giai phap|bien phap)|lam tot|tang cuong|day manh|nang cao|quan tam|thuc hien tot|phan dau|chu trong|co (?:giai|bien) phap|"
    r"doi moi|cai tien|phat huy|khac phuc|duy tri|thuc hien nghiem tuc|thuc hien day du|no luc|coi trong|day du)\b"
)
CONCRETE = re.compile(
    r"\b(?:lop|buoi|tiet|chuyen de|cau lac bo|clb|hoi thi|hop|mua|lap dat|sua chua|xay|cai tao|mo rong|trang bi|bo sung|tap huan|boi duong|phu dao|du gio|khao sat|kiem tra|lap ke hoach|xay dung ke hoach|"
    r"phan cong|dang ky|dang ki|cu |bao cao|ho so|quy che|to trinh|de nghi|tham quan|trong|son|don|ra soat|cap nhat|cong khai|niem yet|in |phat|day|ky hop dong|san|phong|may|sach|thu vien|giao trinh|website|phan mem|"
    r"doi thoai|theo doi|giam sat|tuyen truyen|to chuc|lien ket|lien he|chuyen doi|sap xep|bo tri|kien toan|ban hanh|xay dung (?:phong|nha|san|tuong|thu vien|cong trinh)|kem cap|on tap)\b"
)
"""Words of things that can be done or checked (folded)."""


def says_nothing(text: str) -> bool:
    """Whether every sentence of a task opens with a general verb and names nothing that could be checked."""
    sentences = [fold(part) for part in re.split(r"[.;\n]+", squeeze(text)) if len(part.split()) > 2]
    return bool(sentences) and all(
        EMPTY_OPENING.match(sentence) and not re.search(r"\d", sentence) and not CONCRETE.search(sentence)
        for sentence in sentences
    )
