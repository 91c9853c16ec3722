"""Chữ viết sai hoặc thiếu

Vì sao: Lỗi chính tả làm văn bản kém tin cậy, có khi đổi cả nghĩa.
Căn cứ: Quy tắc chính tả tiếng Việt; Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa)
Sai: pháp triển, đề suất, kết quả đánh của đoàn
Đúng: phát triển, đề xuất, kết quả đánh giá của đoàn
Cần: Toàn bộ câu chữ.
Không tính: hai cách viết cùng được dùng (lí/lý, qui/quy, tỉ/tỷ, hoà/hòa); tên riêng; chữ nước ngoài
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Edit, Finding, Rule
from caitien.engine.vietnamese.spelling import slips
from caitien.engine.vietnamese.text import fold, is_upper, squeeze

SURE = ("known", "syllable", "tone", "joined")
"""Kinds of slips whose mending needs no question; of the others a person says what is meant."""


def check(case: Case) -> Iterator[Finding]:
    """Syllables that Vietnamese does not have, pairs a sound away from a common word, and words cut in half."""
    for passage in case.passages:
        if is_upper(passage.text):
            continue
        for slip in slips(passage.text):
            edit = (Edit(passage.field, slip.start, slip.text, slip.right),)
            yield Finding(
                "typo",
                passage.where,
                "warning",
                quote=slip.text,
                field=passage.field,
                start=slip.start,
                params={"right": slip.right},
                variant=slip.kind if slip.right or slip.kind == "bound" else "unsure",
                fix=edit if slip.right and slip.kind in SURE else (),
            )
    yield from _place(case)


def _place(case: Case) -> Iterator[Finding]:
    """The place of issue against the names in the header: the same letters with other marks."""
    header = case.plan.header
    place = case.plan.place or ""
    words = squeeze(f"{header.authority or ''} {header.issuer or ''}").casefold()
    here = squeeze(place).casefold()
    if not here or here in words or fold(here) not in fold(words):
        return
    right = next((piece for piece in _windows(words, len(here.split())) if fold(piece) == fold(here)), "")
    if right:
        yield Finding(
            "typo",
            "header.place",
            "warning",
            quote=place,
            field="header.place_date",
            start=max((header.place_date or "").find(place), 0),
            params={"right": right.title()},
            variant="place",
        )


def _windows(text: str, size: int) -> list[str]:
    words = text.split()
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]


RULE = Rule(
    kind="typo",
    severity="warning",
    check=check,
    messages={
        "known": "“{quote}” viết sai, nên là “{right}”.",
        "tone": "Dấu thanh đặt nhầm chỗ: “{quote}” nên viết “{right}”.",
        "joined": "“{quote}” viết dính, nên tách thành “{right}”.",
        "syllable": "“{quote}” không phải chữ tiếng Việt, có lẽ là “{right}”.",
        "pair": "“{quote}” có thể là “{right}”.",
        "unsure": "“{quote}” có thể viết sai. Xin xem lại chữ này.",
        "bound": "Quanh chữ “{quote}” có thể thiếu một chữ.",
        "place": "Địa danh ghi “{quote}”, tên cơ quan ghi “{right}”.",
    },
    hedged=True,
)
