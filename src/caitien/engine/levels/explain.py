"""The level of a school in Vietnamese sentences: what it is, why, and what stands before the next level."""

from __future__ import annotations

from collections.abc import Sequence

from caitien.engine.catalogue import Edition
from caitien.engine.levels.institution import Blocker, SchoolLevel, highest_level


def level_name(level: int | None) -> str:
    """``Đạt Mức 2``, ``Không đạt Mức 1``, ``Chưa đánh giá``."""
    if level is None:
        return "Chưa đánh giá"
    return f"Đạt Mức {level}" if level else "Không đạt Mức 1"


def headline(school: SchoolLevel) -> str:
    """The one line to show: the level, or why there is none."""
    if school.state == "judged":
        return level_name(school.level)
    return {
        "unassessed": "Chưa đánh giá",
        "incomplete": "Chưa đủ căn cứ",
        "partial": "Chưa thể tính mức",
        "broken": "Bộ tiêu chuẩn không đầy đủ",
    }[school.state]


def explain(edition: Edition, school: SchoolLevel) -> list[str]:
    """The sentences behind a level, most important first."""
    if school.state == "broken":
        return [_misfits(edition, school)]
    if school.state == "partial":
        return [
            "Bản này của bộ tiêu chuẩn chưa có đủ số tiêu chí của các mức nên chương trình không tính mức của trường."
        ]
    lines = []
    if school.open:
        count = len(school.open)
        lines.append(
            f"Còn {count} tiêu chí chưa có kết quả: {_list(school.open)}. Chưa có kết quả không phải là không đạt."
        )
    elif school.level:
        lines.append(_why(edition, school.level))
    if school.open_level4:
        lines.append(f"Mức 4 còn {len(school.open_level4)} khoản chưa có kết quả: {_list(school.open_level4)}.")
    return lines + [sentence(blocker) for blocker in school.blockers]


def sentence(blocker: Blocker) -> str:
    """One blocker in words."""
    start = f"Để đạt Mức {blocker.level}"
    codes = _list(blocker.codes)
    match blocker.reason:
        case "mandatory":
            return f"{start}, các tiêu chí bắt buộc này cần đạt Mức {blocker.at_least}: {codes}."
        case "others_short":
            return f"{start}, cần thêm {blocker.needed} tiêu chí đạt Mức {blocker.at_least} trong số: {codes}."
        case "other_below":
            return f"{start}, không tiêu chí nào được dưới Mức {blocker.at_least}; hiện còn: {codes}."
        case "level4":
            return f"{start}, các tiêu chí của Mức 4 này cần đạt: {codes}."
        case _:
            return f"{start}, các tiêu chí này cần đạt Mức {blocker.at_least}: {codes}."


def _why(edition: Edition, level: int) -> str:
    rule = edition.level_rule
    if rule["kind"] == "mandatory-and-count":
        need = rule["levels"][level]  # type: ignore[index]
        return (
            f"Các tiêu chí bắt buộc đều đạt Mức {need['mandatory_at_least']} trở lên và ít nhất "
            f"{need['others_count']} tiêu chí khác đạt Mức {need['others_at_least']} trở lên."
        )
    if level == highest_level(edition) and rule.get("level4"):
        return f"Trường đạt Mức {level - 1} và đạt mọi tiêu chí của Mức {level}."
    return f"Mọi tiêu chí có Mức {level} đều đạt mức này; tiêu chí kết thúc ở mức thấp hơn đạt mức cao nhất của nó."


def _misfits(edition: Edition, school: SchoolLevel) -> str:
    wrong = [code for code in school.misfits if code != "*"]
    if wrong:
        return f"Kết quả của {_list(wrong)} không khớp bộ tiêu chuẩn {edition.id}: mã hoặc mức không có. Xin xem lại."
    return f"Bộ tiêu chuẩn {edition.id} không đủ {edition.totals.get(1)} tiêu chí nên chưa tính được mức."


def _list(codes: Sequence[str]) -> str:
    return ", ".join(codes)
