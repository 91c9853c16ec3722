"""Is it a plan at all? What a paper without any part of one seems to be, by its title."""

from __future__ import annotations

import re
from itertools import islice

from caitien.engine.document.tree import Document, paragraphs
from caitien.engine.plan.model import Reading
from caitien.engine.vietnamese.text import fold, squeeze

PARTS = re.compile(r"cai tien chat luong|tieu chi \d+\.\d+")
"""What names the plan or stands in every one of them, folded."""
TITLES = (
    ("bao cao tu danh gia", "báo cáo tự đánh giá"),
    ("ke hoach bai day", "kế hoạch bài dạy"),
    ("ke hoach tu danh gia", "kế hoạch tự đánh giá"),
    ("ke hoach", "một kế hoạch khác"),
    ("bao cao", "báo cáo"),
    ("to trinh", "tờ trình"),
    ("quyet dinh", "quyết định"),
    ("thong bao", "thông báo"),
    ("bien ban", "biên bản"),
    ("nghi quyet", "nghị quyết"),
    ("nghi dinh", "nghị định"),
    ("thong tu", "thông tư"),
    ("luat", "luật"),
    ("hop dong", "hợp đồng"),
    ("giay moi", "giấy mời"),
    ("giay uy quyen", "giấy ủy quyền"),
    ("don ", "đơn"),
    ("noi quy", "nội quy"),
    ("quy che", "quy chế"),
    ("danh sach", "danh sách"),
    ("thoi khoa bieu", "thời khóa biểu"),
    ("giao an", "giáo án"),
    ("de kiem tra", "đề kiểm tra"),
    ("phieu", "phiếu"),
    ("v/v", "công văn"),
)
"""How a title begins, folded → what the paper is; the first that fits."""
HEAD = 40
"""Lines at the top among which a title is looked for."""
LONGEST_TITLE = 100
VIETNAMESE = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def seems_to_be(reading: Reading) -> str | None:
    """What a paper seems to be that has no part of a plan, in Vietnamese ("" when nothing tells); None for a plan."""
    plan = reading.plan
    if plan.actions or plan.problems or plan.standards_seen:
        return None
    lines = list(islice(_lines(reading.document), HEAD))
    if any(PARTS.search(fold(line)) for line in (*plan.header.title, *lines)):
        return None
    if not VIETNAMESE & set(" ".join(lines).casefold()):
        return "văn bản không viết bằng tiếng Việt"
    return next((kind for line in lines if (kind := _kind(line))), "")


def _lines(document: Document) -> list[str]:
    found = (squeeze(line) for block in paragraphs(document.blocks) for line in block.full_text.split("\n"))
    return [line for line in found if line]


def _kind(line: str) -> str:
    """The kind of paper of which this line is the title, else ""; titles begin with capitals."""
    if len(line) > LONGEST_TITLE or not (line.split()[0].isupper() or line.startswith("V/v")):
        return ""
    return next((name for beginning, name in TITLES if fold(line).startswith(beginning)), "")
