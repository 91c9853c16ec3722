"""Words for who does something in a school: offices, groups, bodies, persons with their titles."""

from __future__ import annotations

import re

from caitien.engine.vietnamese.text import CAPITALS, fold, without_marker

OFFICES = (
    r"(?:p\.? ?|pho |quyen )?hieu truong|ht\b|pht\b|hp\b|bgh\b|ban giam hieu|(?:pho )?giam doc|nguoi dung dau|dung dau|can bo|cbql|"
    r"thanh vien|(?:pho )?chu tich|uy vien|thu ky|thu quy|chu truong|chu dau tu|(?:quan ly|nguoi quan ly) |(?:pho )?bi thu|tong phu trach|tpt\b|"
    r"giao vien|gv\b|gvcn\b|gvbm\b|nhan vien|nv\b|vien chuc|nguoi lao dong|ke toan|van thu|thu vien|thiet bi|y te|bao ve|cap duong|bep truong|"
    r"nha bep|truong (?:ban|khoa|phong|nhom|bo phan)|khoi truong|chu nhiem"
)
GROUPS = (
    r"(?:cac )?(?:to|nhom|khoi|phong|ban|doan|doi|hoi|lop|bo phan|don vi)\b|tap the|toan the|nha truong|hoi dong|cong doan|"
    r"chi (?:bo|doan|hoi)|dang uy|lien doi|cha me|phu huynh|cmhs|hoc sinh|hoc vien|tre em|ubnd|cong an|tram y te|thon|dan pho"
)
WHO = re.compile(rf"(?:(?:cac |mot so )?(?:dong chi|d/c|dc\b)\.? ?)?(?:{OFFICES}|{GROUPS})")
TITLED = re.compile(rf"^(?:đ/c|đc|đồng chí|ông|bà|thầy|cô|anh|chị|ht|pht)\.?\s+(?:giáo\s+)?[{CAPITALS}]", re.IGNORECASE)
NOT_WHO = re.compile(
    r"(?:to chuc|doi voi|doi moi|ban hanh|hoi thao|hoi thi|hoi nghi|hoi hop|lop hoc|nhom mon|phong hoc|phong trao|doi chieu|doi thoai)\b"
)
"""Verbs and things that begin like a group."""


def names_people(text: str) -> bool:
    """Whether a text begins with an office, a group or a person with a title."""
    bare = without_marker(text)
    words = fold(bare)
    if NOT_WHO.match(words):
        return False
    return bool(WHO.match(words) or TITLED.match(bare))
