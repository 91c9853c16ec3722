"""Wording tests for rules that need judgement: each is a visible list of words, none more than that.

A rule that rests on them says "có thể". Marks count ("tạm" is not "tám"); blanks stand for any white space.
"""

from __future__ import annotations

import re

from caitien.engine.vietnamese.numbers import NUMBER


def wording(*lists: str) -> re.Pattern[str]:
    """One pattern of the lists given, at word ends, whatever letter case and blanks."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(lists)})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)


TIMES = re.compile(
    r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2})?(?:\s+năm\s+\d{4})?"
    r"|(?:tháng\s*)?\d{1,2}\s*/\s*(?:19|20)\d\d|tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|(?:học\s+k[ìỳ]|hk|quý)\s*(?:[1-4]|iv|i{1,3})(?!\w)"
    r"|(?:năm\s+học|năm|giai\s+đoạn)?\s*(?:19|20)\d\d(?:\s*[-–—]\s*(?:20\d\d|\d\d))?",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"(?:mức(?:\s+độ)?|cấp\s+độ|tiêu\s+chí|tiêu\s+chuẩn|chỉ\s+báo|nội\s+hàm|khoản|điều|mục)\s*(?:số\s*)?(?:\d+(?:\.\d+)*|[a-c])(?!\w)"
    r"(?:\s*(?:,|;|và|-|–)\s*(?:mức\s*)?\d(?:\.\d+)?(?!\w|%|\s*%))*|(?<!\w)(?:lớp|khối(?:\s+lớp)?)\s+\d{1,2}(?:\s*(?:,|và|-|–)\s*\d{1,2})*(?!\w)",
    re.IGNORECASE,
)


def without_names(text: str) -> str:
    """The text without numbers that only name something: levels, criteria, classes, dates, regulations."""
    text = NUMBER.sub(" ", text)
    text = re.sub(
        r"(?:thông\s+tư|nghị\s+định|quyết\s+định|công\s+văn|tt|nđ)\s*(?:số\s*)?\d+(?:/\d+)*", " ", text, flags=re.I
    )
    return LABELS.sub(" ", TIMES.sub(" ", text))


AMOUNT = wording(
    r"(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?! số| cách| phần| mặt| trong| vài| bước| lòng)",
    "toàn bộ|tất cả|mỗi|không còn|có (?:đầy )?đủ|đủ|hết|ít nhất|tối thiểu|một nửa|gấp đôi|đa số|phần lớn|toàn thể",
)
THINGS = wording(
    r"phòng (?!ngừa|chống|tránh|cháy|bệnh|dịch|gd|giáo dục|văn hóa|văn hoá|vh)\w+",
    r"nhà (?:đa năng|đa chức năng|vệ sinh|bếp|ăn|xe|kho|để xe|thể chất|hiệu bộ|công vụ|tập|văn hóa|lớp học|bảo vệ|thường trực)",
    r"sân (?:chơi|tập|bóng|trường|khấu|thể thao|vườn)|bãi tập|bếp(?: ăn)?|bể (?:bơi|nước)|(?:hàng|tường) rào|tường bao|cổng(?: trường)?",
    r"mái che|giếng|công trình|dãy nhà|khu (?:vệ sinh|vui chơi|vận động|hiệu bộ|hành chính)|vườn \w+|cây xanh|bồn hoa|biển tên",
    r"máy (?:tính|chiếu|vi tính|lọc|in|bơm|giặt|điều hòa|ảnh)|ti ?vi|bàn ghế|quạt|tủ \w+|giá sách|kệ sách|đầu sách|sách|thư viện",
    r"đồ chơi|đồ dùng|thiết bị|camera|internet|mạng|phần mềm|website|trang (?:thông tin|web|tin)|cổng thông tin|cơ sở dữ liệu|fanpage",
    r"chứng chỉ|bằng (?:đại học|cao đẳng|thạc sĩ|cấp|khen)|văn bằng|giấy (?:chứng nhận|khen)|câu lạc bộ|clb|danh hiệu|giải (?:nhất|nhì|ba|thưởng)",
    r"xếp (?:loại|hạng)|đạt (?:loại|chuẩn|giải|danh hiệu|trình độ|yêu cầu về trình độ)|trên chuẩn|được (?:công nhận|xếp loại|cấp|kết nạp)",
    r"đại học|cao đẳng|thạc sĩ|xuất sắc|tiên tiến",
)
PAPERS = wording(
    r"(?:có|xây dựng|ban hành|lập|hoàn thiện|hoàn thành|bổ sung|cập nhật|được|duy trì) (?:\w+ ){0,5}(?:kế hoạch|quy chế|qui chế|quyết định|báo cáo|"
    r"hồ sơ|sổ|đề án|quy trình|qui trình|tài liệu|biên bản|nghị quyết|danh mục|video|bài giảng|bộ \w+|chiến lược|ngân hàng (?:đề|câu hỏi))"
)
FILLER = frozenset(
    """đạt mức độ phấn đấu duy trì tiếp tục giữ vững nâng từ lên được các tiêu chí chuẩn yêu cầu của theo quy qui định trở và
    trong năm học đến cuối đầu hết để nhằm thông tư số này là ở hoàn thành củng cố đảm bảo bảo tốt vững chắc trước vào kết quả
    cấp chỉ báo nội hàm hiện tại so với trạng cần sẽ tháng ngày nhà trường toàn diện""".split()  # noqa: SIM905
)
"""Words around a level that add nothing to be measured."""


def names_only_a_level(text: str) -> bool:
    """Whether a target is nothing but a level: "Tiếp tục duy trì, phấn đấu đạt Mức 2"."""
    if not re.search(r"mức", text, re.IGNORECASE):
        return False
    return set(re.findall(r"[^\W\d_]+", without_names(text).casefold())) <= FILLER


def can_be_measured(text: str) -> bool:
    """Whether a target holds a number, an amount or a thing that is there or not there in the end."""
    bare = without_names(text)
    return any((re.search(r"\d", bare), AMOUNT.search(bare), THINGS.search(text), PAPERS.search(text)))


WEAKNESS = wording(
    r"chưa|thiếu|còn (?:thiếu|\d+|một số|một vài|nhiều|ít|hạn chế|yếu|thấp|cao|chậm|lúng túng|chật|hẹp|khó|gặp|mang tính|để|tình trạng|hiện tượng)",
    r"hạn chế|xuống cấp|không (?:đủ|đảm bảo|bảo đảm|có|đáp ứng|đạt|đều|đồng bộ|thường xuyên)|cũ nát|cũ kĩ|cũ kỹ|hư hỏng|hỏng|tạm bợ",
    r"(?:bếp|lớp|nhà|phòng|bếp ăn|nhà vệ sinh|điểm trường) tạm|chật hẹp|bất cập|yếu kém|lạc hậu|quá tải|lúng túng|rụt rè|khó khăn",
)
NEGATED = re.compile(r"(?<!\w)(?:chưa|không)\s(?!còn|quá|để)[^,;.\n]*", re.IGNORECASE)
"""What is told as absent: its verbs are no aims."""
GOAL = wording(
    r"cần(?! thiết)|phấn đấu|sẽ|đến (?:hết |cuối |đầu )?(?:tháng|năm|ngày|quý|học kì|học kỳ)|trước (?:ngày|tháng|năm)|từ \d+[^.;]{0,40} (?:lên|xuống|còn)",
    r"bổ sung|đạt (?:mức|từ|trên|tỉ lệ|tỷ lệ|chuẩn|tối thiểu|ít nhất)|đạt \d+[\d,.]*|hoàn thành|khắc phục|giảm|tăng|đảm bảo|bảo đảm|có (?:đầy )?đủ",
    r"xây (?:dựng )?(?:mới|được|xong|thêm)|được (?:trang bị|xây|bổ sung|cải tạo|sửa|tập huấn|bồi dưỡng|đào tạo|nâng cấp|lắp|phụ đạo|đầu tư|công nhận)",
    r"tối thiểu|ít nhất|không quá|không còn|không để|dưới \d+[\d,.]*|trên \d+[\d,.]*|còn (?:dưới|không quá|0|00)|vươn lên|lên (?:mức|trung bình|khá|tốt)",
    r"xuống còn|nâng (?:lên|cấp|từ|tỉ lệ|tỷ lệ|số)|mục tiêu|yêu cầu cần đạt|kết quả cần đạt|kết quả mong đợi|chỉ tiêu|duy trì|giữ vững|tiến tới|hướng tới",
)
PERCENT_GOAL = re.compile(r"100\s?%|\d\s?%\s+(?:trở lên|giáo viên|học sinh|trẻ|cán bộ|nhân viên)")
PART_OF_PUPILS = re.compile(
    r"(?:học sinh|trẻ|học viên|em|tiêu chí|số|tỉ lệ|tỷ lệ|loại|xếp loại|mức|kết quả)\s+(?:xếp loại\s+)?(?:chưa (?:đạt|hoàn thành)|không đạt|yếu|kém|khó khăn)",
    re.IGNORECASE,
)
"""A group that is named, not a weakness that is told."""


def describes_weakness(text: str) -> bool:
    """Whether a target speaks of what is lacking and of nothing to be reached."""
    bare = PART_OF_PUPILS.sub(" ", text)
    if not WEAKNESS.search(bare):
        return False
    told = NEGATED.sub(" ", bare)
    return not (GOAL.search(told) or PERCENT_GOAL.search(told))


SUBJECT = (
    r"(?:(?:nhà trường|trường|trung tâm|hiệu trưởng|giám đốc|ban giám hiệu|bgh|ban lãnh đạo|cán bộ quản l[ýí]|các bộ phận|các tổ(?: chuyên môn)?|"
    r"giáo viên|hội đồng trường|công đoàn|các đoàn thể)(?: nhà trường)?(?:(?:,| và) [\w ]{3,40}?)? )?"
)
ADVERBS = r"(?:(?:tiếp tục|tích cực|chủ động|thường xuyên|luôn(?: luôn)?|cần|sẽ|không ngừng|từng bước|hằng năm|hàng năm|phải|đồng thời|ngoài ra|quan tâm)(?: và|,)? )*"
GENERAL = (
    r"(?:xây dựng (?:các |những |)(?:giải pháp|biện pháp)|đề ra (?:các |những |)(?:giải pháp|biện pháp)|có (?:các |những |)(?:giải pháp|biện pháp)|làm tốt|"
    r"thực hiện (?:tốt|nghiêm túc|nghiêm|đầy đủ|có hiệu quả|hiệu quả|đúng|đồng bộ)|tăng cường|đẩy mạnh|nâng cao|phấn đấu|chú trọng|đổi mới|cải tiến|phát huy|"
    r"khắc phục|duy trì|nỗ lực|coi trọng|giữ vững|phối hợp|tạo điều kiện|động viên|khuyến khích|tham mưu|chỉ đạo|đảm bảo|bảo đảm|quản l[ýí] tốt|củng cố|"
    r"hoàn thiện|tranh thủ|huy động|quan tâm|quán triệt|bám sát|nghiêm túc|làm tốt hơn|đầy đủ)"
)
OPENING = re.compile(rf"\W*{SUBJECT}{ADVERBS}{GENERAL}(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)
CONCRETE = wording(
    r"(?:mở|lớp|các lớp|khóa|đợt) (?:lớp|bồi dưỡng|tập huấn|nâng chuẩn|phụ đạo|học)|\d+ \w+|buổi|tiết|chuyên đề|câu lạc bộ|clb|hội (?:thi|thảo|nghị|giảng|khỏe|trại)",
    r"họp|mua|mua sắm|lắp đặt|lắp|sửa chữa|sửa|xây (?!dựng)\w+|xây dựng (?:phòng|nhà|sân|tường|thư viện|công trình|bếp|kế hoạch|quy chế|quy trình|đề án|lộ trình|tiêu chí|bộ)",
    r"cải tạo|mở rộng|trang bị|bổ sung|tập huấn|bồi dưỡng|phụ đạo|dự giờ|khảo sát|kiểm tra|kế hoạch|phân công|đăng k[íý]|cử|báo cáo|hồ sơ|quy chế|tờ trình",
    r"đề nghị|đề xuất|tham quan|trồng|sơn|dọn|rà soát|cập nhật|công khai|niêm yết|in ấn|phát (?!huy|triển|hiện|động phong trào)\w+|k[íý] (?:hợp đồng|kết|cam kết)",
    r"sân|phòng (?!ngừa|chống)\w+|máy \w+|sách|thư viện|giáo trình|website|phần mềm|đối thoại|theo dõi|giám sát|tuyên truyền|tổ chức|liên kết|liên hệ",
    r"chuyển đổi số|sắp xếp|bố trí|kiện toàn|ban hành|kèm(?: cặp)?|ôn tập|giao (?:cho|việc|nhiệm vụ)|quyết định|hợp đồng|tuyển(?: dụng)?|khen thưởng|nghiên cứu",
    r"tham gia (?:các )?(?:lớp|học|tập huấn|hội thi)|ứng dụng|hướng dẫn|đầu tư|thiết bị|đồ dùng|đồ chơi|kinh phí|thành lập|lồng ghép|thống k[eê]|đánh giá|xếp loại|thăm",
    r"lấy ý kiến|phiếu|sổ|biên bản|góp ý|thảo luận|trao đổi|học tập kinh nghiệm|sinh hoạt (?:chuyên môn|tổ|cụm)|ngoại khóa|ngoại khoá|trải nghiệm|khám|tư vấn|dạy (?!học|và học|chữ)\w+",
)
"""Words of things that can be done or checked."""


def says_nothing(text: str) -> bool:
    """Whether every sentence of a task opens with a general verb and names nothing that could be checked."""
    sentences = [TIMES.sub(" ", part) for part in re.split(r"[.;\n]+", text) if len(part.split()) > 2]
    return bool(sentences) and all(OPENING.match(sentence) and not CONCRETE.search(sentence) for sentence in sentences)
