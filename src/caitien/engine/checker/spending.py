"""Words of money: what costs, and where it comes from."""

from __future__ import annotations

import re

from caitien.engine.checker.wording import wording
from caitien.engine.plan.model import Action
from caitien.engine.vietnamese.text import CAPITALS, fold, squeeze

SPENDING = wording(
    r"(?:hỗ trợ|cấp|chi|dành|bố trí|trích|đầu tư|bổ sung|cân đối|huy động|xin|đảm bảo|bảo đảm|tăng|thời gian(?:,| và)) (?:một phần |thêm |nguồn )?kinh phí",
    r"kinh phí (?:để|mua|cho|hỗ trợ|tổ chức|sửa|xây|thực hiện|trang bị|đi|học)|mua sắm(?: \w+)?|mua (?:thêm|mới|bổ sung|bảo hiểm|sách|vật|máy|bàn|đồ|trang|\d+)",
    r"trang bị (?:thêm|mới|\d+)|lắp (?:đặt|mới|thêm|\d+)|chi trả|trả (?:tiền|lương|công)|thuê (?:giáo viên|chuyên gia|đơn vị|thợ|nhân công|người|mướn|xe)",
    r"chi (?:tiền|thưởng|bồi dưỡng)|hợp đồng (?:thêm )?(?:giáo viên|nhân viên|đơn vị|thợ)",
)
"""Plain words of spending."""
BUILDING = wording(
    r"mở rộng (?:diện tích|khuôn viên|sân|phòng|khu)|xây (?:dựng )?(?:mới|thêm|lại)|xây (?:dựng )?(?:\d+ |các |nhà |hệ thống )?(?:phòng|nhà|công trình|bếp|tường|hàng rào|sân|cổng|bể|khu)",
    r"cải tạo (?:\d+ |các |lại )?(?:phòng|sân|nhà|khu|bếp|hệ thống|vườn|khuôn viên)|làm mới (?:phòng|sân|nhà)|sửa chữa|tu sửa|tu bổ|nâng cấp (?:phòng|sân|nhà|đường|cơ sở|hệ thống|thư viện)",
    r"lát (?:lại )?(?:nền|sân|gạch)|đổ bê tông|lợp (?:lại )?mái|sơn (?:lại )?(?:tường|phòng|lớp|nhà)|trồng (?:thêm|mới|\d+) \w+",
)
"""Building and mending, which only imply spending."""
LARGE = wording(
    r"phòng (?:học|máy|tin|bộ môn|chức năng|đa|ngủ|ăn|thư viện|\w+ học)|nhà (?!trường|nước|giáo)\w+|công trình|sân|tường|hàng rào|bếp|máy tính|thiết bị|máy chiếu|ti ?vi",
    r"đồ chơi ngoài trời|bể bơi|dãy nhà|khối nhà|cơ sở vật chất|đất|khuôn viên|thư viện|màn hình|điều hòa|điều hoà",
)
"""What is dear even without building."""
SOURCE = re.compile(
    r"ngan sach|\bns(?:nn)?\b|\bctx\b|nguon (?:chi|thu|von|hoc phi|kinh phi (?:thuong xuyen|nha truong|cua truong|hoat dong|duoc giao|cap|su nghiep|khong thuong xuyen)|tu chu|su nghiep|nha nuoc|bo sung)"
    r"|chi thuong xuyen|khong thuong xuyen|\bquy (?!\w* ?che|dinh|trinh|mo|hoach|uoc|cach|luat|cu\b|i\b|ii|iv|\d)\w+|hoc phi|nguon thu|(?<!lap )(?<!trinh )du toan (?:nam|duoc|chi|ngan|cua|20|giao|thu)|tu chu|de an|chuong trinh muc tieu|muc tieu quoc gia|du an|von (?:dau tu|su nghiep|vay|doi ung)"
    r"|kinh phi (?:thuong xuyen|nha truong|cua truong|duoc giao|hoat dong|su nghiep|chuyen mon|cap tren|huyen|tinh|xa|dao tao|chi|nha nuoc|tu)|chi tieu noi bo|qcctnb|tien (?:hoc phi|ban tru|an)|tu tuc|ca nhan (?:tu|chi)"
)
DONOR = re.compile(
    rf"(?:Ngân hàng|Công ty|Doanh nghiệp|Quỹ|Tập đoàn|Tổ chức|Hội|Chi nhánh|Hợp tác xã|Nhóm thiện nguyện|Câu lạc bộ|ngân hàng|công ty|doanh nghiệp|nhóm thiện nguyện)\s+(?:[\w]+\s+){{0,4}}?[{CAPITALS}][\w]+"
)
GIVING = wording(r"tài trợ|tặng|ủng hộ|hỗ trợ|đóng góp|cấp|trao|giúp|đầu tư")
IN_THE_CELL = re.compile(
    r"du toan|xa hoi hoa|xhh|cha me|phu huynh|\b(?:nguon|tu|quy|von|do) (?!khac|\d)\w+|(?:tai tro|ho tro|tang|ung ho|cap) cua|\b(?:tang|ung ho|tai tro|cap|ho tro)\s*\)?$"
)
"""Words in the budget cell itself that say where the money comes from (folded)."""
NO_MONEY = re.compile(
    r"(?:không(?! đủ| rõ)\b|chưa (?:có|cần|phát sinh|sử dụng)\b)[^\d]{0,60}|0+(?:[.,]0+)*\s*(?:đ|đồng|vnđ|triệu đồng|triệu)?|[-/x\s]+",
    re.IGNORECASE,
)
"""A budget cell that says that nothing is spent, in other words than the reader takes for nought."""


def names_source(action: Action) -> bool:
    """Whether an action names a budget, a fund or a donor that gives, or its budget cell where the money comes from."""
    cells = (action.budget_raw, *action.tasks, action.other_support, action.note, action.lead_and_partners)
    row = " ".join(cell or "" for cell in cells)
    gives = DONOR.search(action.other_support or "") or (DONOR.search(row) and GIVING.search(row))
    return bool(SOURCE.search(fold(row)) or gives or IN_THE_CELL.search(fold(action.budget_raw or "").strip(" .")))


def needs_no_money(action: Action) -> bool:
    """Whether the budget cell says that the action costs nothing."""
    words = squeeze(action.budget_raw or "").strip(" .;")
    return action.budget_vnd == 0 or (
        action.budget_vnd is None and bool(words) and NO_MONEY.fullmatch(words) is not None
    )
