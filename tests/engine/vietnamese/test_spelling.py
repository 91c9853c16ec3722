"""Slips of spelling and punctuation, and what must not be taken for one."""

import pytest

from caitien.engine.vietnamese.punctuation import marks
from caitien.engine.vietnamese.spelling import slips


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("để pháp triển nhà trường", "pháp triển", "phát triển"),
        ("Đề suất với xã", "Đề suất", "Đề xuất"),
        ("học sinh hiễu rõ bài", "hiễu rõ", "hiểu rõ"),
        ("làm thật tôt việc này", "tôt", ""),
        ("theo kết quả đánh của đoàn", "quả đánh của", ""),
        ("lập kế hoach năm", "kế hoach", "kế hoạch"),
    ],
)
def test_slip(text: str, found: str, right: str) -> None:
    assert [(slip.text, slip.right) for slip in slips(text)] == [(found, right)]


@pytest.mark.parametrize(
    "text",
    [
        "theo tình hình thực tế của trường",
        "cổng trường và tường rào",
        "Lò Thị Mây, Đào Tài và Nông Văn Phát",
        "mỗi trường một cách làm",
        "giờ chơi ngoài trời",
        "phần mềm online, video, STEM",
        "kinh phí 5.000.000đ (vnđ)",
    ],
)
def test_no_slip(text: str) -> None:
    assert list(slips(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        ("xây dựng nhà trường .", "before", "trường."),
        ("văn hóa,văn nghệ", "after", "hóa, văn"),
        ("Số: 72 /KH-ABC", "number", "72/KH-ABC"),
        ("hết việc.. .", "doubled", None),
        ("-. Báo cáo cuối kỳ", "doubled", "- Báo"),
        ("học sinh Phân công cô Mây dạy", "sentence", ""),
    ],
)
def test_mark(text: str, kind: str, right: str | None) -> None:
    found = list(marks(text))
    assert kind in {slip.kind for slip in found} or right is None
    if right is not None:
        assert right in {slip.right for slip in found if slip.kind == kind}


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ 74,07% (20/27).",
        "https://truong.edu.vn/a,b;c",
        "v.v...",
        "lúc 7:30 ngày 05/9/2026",
        "Tổ Khoa học tự nhiên",
        "1.200.000 đồng",
    ],
)
def test_no_mark(text: str) -> None:
    assert list(marks(text)) == []
