"""Slips of the pen: spellings that no Vietnamese syllable has, and common confusions of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = "aăâeêioôơuưy"
CONFUSED = """
bổ sung>bổ xung; đề xuất>đề suất; sửa chữa>sữa chữa; sắp xếp>xắp xếp; chia sẻ>chia sẽ; xử lý>sử lý; kiểm tra>kiễm tra
hướng dẫn>hướng dẩn; lãnh đạo>lảnh đạo; trải nghiệm>trãi nghiệm; giảng dạy>giãng dạy; bảo quản>bảo quãn
bảo đảm>bảo đãm; tổng hợp>tỗng hợp; đổi mới>đỗi mới; phổ biến>phỗ biến; thẩm định>thẫm định; cải tiến>cãi tiến
củng cố>cũng cố; sẵn có>sẳn có; ngành>nghành; nghề>ngề; đào tạo>đào tại; phát triển>pháp triển; giỏi>gỏi
kỹ năng>kỷ năng; tỷ lệ>tỹ lệ; vệ sinh>vê sinh; thư viện>thu viện; học sinh>học xinh; dinh dưỡng>dinh dưởng
đầy đủ>đầy đũ; thời hạn>thời hạng; biên bản>biên bảng; tập huấn>tập huẩn; nghiệm thu>nghiệp thu; dự toán>dự toáng
sản phẩm>sản phẫm; gia đình>gia dình; khảo sát>khảo xát; an toàn>an tòan; phân công>phân côngg; chuyên đề>chuyên đè
"""
PAIRS = [(*pair.split(">"),) for pair in re.split(r"[;\n]\s*", CONFUSED.strip()) if ">" in pair]


def _parts(syllable: str) -> tuple[str, str]:
    """(letters without the tone, tone)."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = next((mark for mark in decomposed if mark in TONES), "")
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES)), tone


def lost_tone(syllable: str) -> str | None:
    """A syllable that ends in a stop has to have a tone: tốt → tôt."""
    bare, tone = _parts(syllable)
    return bare if tone and re.search(r"(?:p|t|c|ch)$", bare) else None


def moved_tone(syllable: str) -> str | None:
    """The tone over the wrong vowel: quả → qủa, báo → baó; hoà and hòa are both in use."""
    bare, tone = _parts(syllable)
    places = [i for i, letter in enumerate(bare) if letter in VOWELS]
    if not tone or len(places) < 2 or re.search(r"(?:oa|oe|uy)$", bare):
        return None
    decomposed = unicodedata.normalize("NFC", syllable)
    now = next(i for i in places if _parts(decomposed[i])[1])
    other = next((i for i in places if i != now), now)
    letters = list(bare)
    letters[other] = unicodedata.normalize("NFC", letters[other] + tone)
    return "".join(letters)


def lost_horn(syllable: str) -> str | None:
    """ươ with one horn: trường → truờng, lượng → luợng."""
    return syllable.replace("ư", "u", 1) if re.search("ư[ơớờởỡợ]", syllable) else None


def turned_end(syllable: str) -> str | None:
    """Letters typed in the wrong order: chính → chíhn, trong → trogn."""
    found = re.fullmatch(r"(.*)(nh|ng|ch)", syllable)
    return found[1] + found[2][::-1] if found and len(syllable) > 4 else None


WAYS: tuple[Callable[[str], str | None], ...] = (lost_tone, moved_tone, lost_horn, turned_end)


def slip(text: str, rng: Random) -> str | None:
    """The text with one slip, None when it offers no place for one."""
    if rng.random() < 0.4:
        pairs = [pair for pair in PAIRS if re.search(rf"(?<!\w){pair[0]}(?!\w)", text)]
        if pairs:
            right, wrong = rng.choice(pairs)
            return re.sub(rf"(?<!\w){right}(?!\w)", wrong, text, count=1)
    words = text.split(" ")
    places = [i for i, word in enumerate(words) if re.fullmatch(r"[a-zà-ỹđ]{3,}", word)]
    rng.shuffle(places)
    for i in places:
        for way in rng.sample(WAYS, len(WAYS)):
            wrong = way(words[i])
            if wrong and wrong != words[i]:
                return " ".join([*words[:i], wrong, *words[i + 1 :]])
    return None
