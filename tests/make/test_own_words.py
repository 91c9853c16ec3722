"""Nothing in the makers and samples is copied from the shared cases or regulations, but for official titles."""

from __future__ import annotations

import re
from pathlib import Path

from caitien.engine.catalogue import editions
from caitien.engine.register import register
from caitien.engine.vietnamese.text import letters

HERE = Path(__file__).parent
RUN = 12
"""Words in a row that two texts may not share by chance."""
FORMULAS = """
Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc
Căn cứ Thông tư số TT BGDĐT ngày tháng năm của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định về
Thông tư số TT BGDĐT ngày của Bộ trưởng Bộ Giáo dục và Đào tạo
Căn cứ Công văn số BGDĐT QLCL ngày tháng năm của Bộ Giáo dục và Đào tạo về việc hướng dẫn tự đánh giá
Tổ Giám sát kế hoạch cải tiến chất lượng báo cáo định kỳ và kiến nghị dựa trên kết quả giám sát
Kết quả rà soát việc thực hiện kế hoạch cải tiến chất lượng năm học trước
Kết quả thực hiện cải tiến chất lượng của nhà trường đã đạt được trong năm học
Chủ trương định hướng giải pháp trọng tâm của địa phương ngành và nhà trường
Các văn bản quy phạm pháp luật văn bản hướng dẫn hiện hành
Số lượng và tỷ lệ tiêu chí đạt Mức không đạt
TT Tiêu chuẩn Tiêu chí liên quan nếu có Đánh giá hiện trạng Điểm hạn chế Nguyên nhân của hạn chế
Thời điểm Nội dung theo dõi Kết quả thực hiện Điều chỉnh nếu có Người đánh giá
VI Theo dõi và đánh giá thực hiện giám sát nội bộ
"""
"""Headings of the official form and set phrases of citations, in which the same words are right."""


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word for word in letters(text) if not re.search(r"\d", word)]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _allowed() -> set[tuple[str, ...]]:
    titles = [made.title for made in editions()]
    titles += [standard.title for made in editions() for standard in made.standards]
    titles += [criterion.title for made in editions() for criterion in (*made.criteria, *made.level4)]
    titles += [regulation.title or "" for regulation in register().regulations]
    return {word_run for title in [*titles, *FORMULAS.splitlines()] for word_run in _runs(title)}


def _official(words: tuple[str, ...], allowed: str) -> bool:
    """Whether the run lies inside official titles and formulas put together."""
    return " ".join(words[:7]) in allowed or " ".join(words[-7:]) in allowed


def test_no_sentence_of_the_shared_material_stands_here(shared: Path) -> None:
    theirs: set[tuple[str, ...]] = set()
    for source in [*shared.glob("cases/*/source.txt"), *shared.glob("reference/*.json")]:
        theirs |= _runs(source.read_text(encoding="utf-8"))
    allowed = " ".join(" ".join(words) for words in sorted(_allowed())) + " " + " ".join(letters(FORMULAS))
    found = []
    for file in [*HERE.rglob("*.yaml"), *HERE.rglob("*.py"), *(HERE.parent / "samples").rglob("*.yaml")]:
        if file.name == Path(__file__).name:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            found += [f"{file.name}: {' '.join(run)}" for run in _runs(line) & theirs if not _official(run, allowed)]
    assert not found, "\n".join(sorted(set(found)))
