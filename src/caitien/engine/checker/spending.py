"""Words of money: what costs, and where it comes from."""

from __future__ import annotations

import re

from caitien.engine.vietnamese.text import CAPITALS, fold

SPENDING = re.compile(
    r"(?:hỗ trợ|cấp|chi|dành|bố trí|trích|về thời gian và|đầu tư|bổ sung)\s+(?:một phần\s+)?kinh phí|kinh phí (?:để|mua|cho|hỗ trợ)|mua sắm|mua (?:thêm|mới|bổ sung|\d+)"
    r"|trang bị (?:thêm|mới|\d+)|lắp đặt|chi trả|thuê (?:giáo viên|chuyên gia|đơn vị|thợ)|sửa chữa",
    re.IGNORECASE,
)
BUILDING = re.compile(
    r"mở rộng (?:diện tích|khuôn viên|sân|phòng)|xây (?:dựng )?(?:mới|thêm)|xây dựng (?:\d+ |các )?(?:phòng|nhà|công trình|bếp|tường|hàng rào|sân)|cải tạo (?:phòng|sân|nhà|khu|các phòng)|làm mới (?:phòng|sân|nhà)",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"ngan sach|nguon (?:chi|thu|von|hoc phi|kinh phi (?:thuong xuyen|nha truong|cua truong|hoat dong|duoc giao|cap|su nghiep|khong thuong xuyen))|chi thuong xuyen|\bquy (?!\w* ?che|dinh|trinh|mo|hoach)\w+|hoc phi"
    r"|nguon thu|du toan|kinh phi (?:thuong xuyen|nha truong|cua truong|duoc giao|hoat dong|su nghiep|chuyen mon|cap tren|huyen|tinh|xa)|tu chu|khong tu chu|de an|chuong trinh muc tieu|du an|von (?:dau tu|su nghiep|vay)"
)
DONOR = re.compile(
    rf"(?:Ngân hàng|Công ty|Doanh nghiệp|Quỹ|Tập đoàn|Tổ chức|Hội|Chi nhánh|Hợp tác xã|Nhóm thiện nguyện|Câu lạc bộ)\s+(?:[\w]+\s+){{0,4}}?[{CAPITALS}][\w]+"
)


IN_THE_CELL = re.compile(
    r"xa hoi hoa|xhh|cha me|phu huynh|\b(?:nguon|tu|quy|von|do) (?!khac)\w+|(?:tai tro|ho tro|tang|ung ho|cap) cua|\b(?:tang|ung ho|tai tro|cap|ho tro)\s*\)?$"
)
"""Words in the budget cell itself that say where the money comes from (folded)."""


def names_source(row: str, budget: str) -> bool:
    """Whether a row names a budget, a fund or a named donor, or the budget cell says where the money comes from."""
    return bool(SOURCE.search(fold(row)) or DONOR.search(row) or IN_THE_CELL.search(fold(budget).strip(" .")))
