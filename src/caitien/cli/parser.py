"""All commands with their options. Only this module is loaded for ``--help``."""

from __future__ import annotations

import argparse
import datetime

from caitien import __version__
from caitien.cli.vietnamese import Parser

SCHOOL_TYPES = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing")
DESCRIPTION = """Đọc, kiểm tra và ghi kế hoạch cải tiến chất lượng giáo dục của trường.

Tệp đọc được: Word (.docx), PDF, Excel (.xlsx), văn bản (.txt) và plan.json do CaiTien ghi;
.doc và bản quét khi máy có phần mềm đọc chúng."""
ENDING = """Mã kết thúc: 0 là xong và sạch, 1 là có chỗ cần xem (check, validate), 2 là không đọc được hoặc lệnh sai."""

Commands = argparse._SubParsersAction  # the type has no public name


def make_parser() -> Parser:
    """The parser; the options it gives name in ``module`` the module of the command."""
    parser = Parser(prog="caitien", description=DESCRIPTION, epilog=ENDING)
    parser.add_argument("--version", action="version", version=f"CaiTien {__version__}", help="hiện phiên bản")
    commands = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", dest="command", required=True)
    for add in (_read, _check, _rules, _write, _compare, _catalogue, _register, _serve):
        add(commands)
    return parser


def _command(commands: Commands[Parser], name: str, help: str, module: str | None = None) -> Parser:
    made = commands.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.")
    made.set_defaults(module=module or name)
    return made


def _format(parser: Parser, *choices: str) -> None:
    parser.add_argument("--format", choices=choices, default=choices[0], help=f"dạng kết quả (mặc định {choices[0]})")


def _read(commands: Commands[Parser]) -> None:
    parser = _command(commands, "read", "đọc một kế hoạch thành dữ liệu JSON, kèm chỗ lấy và độ chắc của từng ô")
    parser.add_argument("file", metavar="TỆP")
    parser.add_argument("-o", "--output", metavar="TỆP.json", help="ghi ra tệp thay vì ra màn hình")
    parser.add_argument("--explain", action="store_true", help="cho xem từng ô lấy ở đâu, vì sao, chắc đến mức nào")


def _check(commands: Commands[Parser]) -> None:
    parser = _command(commands, "check", "kiểm tra một hay nhiều kế hoạch và nêu chỗ cần sửa")
    parser.add_argument("files", metavar="TỆP", nargs="+")
    _format(parser, "text", "json", "html")
    parser.add_argument("-o", "--output", metavar="TỆP", help="ghi kết quả ra tệp")
    parser.add_argument("--select", metavar="MÃ", action="append", default=[], help="chỉ xét các mã này: CT801,CT2")
    parser.add_argument("--ignore", metavar="MÃ", action="append", default=[], help="bỏ qua các mã này")
    parser.add_argument(
        "--suppress", metavar="TỆP.json", help="bỏ qua những chỗ đã có lý do: [{code, where, hash, reason}]"
    )
    parser.add_argument("--fix", action="store_true", help="sửa những chỗ sửa được an toàn vào một bản sao")
    parser.add_argument("--into", metavar="THƯ_MỤC", help="để bản sao đã sửa ở đây (mặc định: cạnh bản gốc)")
    parser.add_argument("--previous", metavar="TỆP", help="kế hoạch năm trước, để so")
    parser.add_argument(
        "--date", type=_date, metavar="NGÀY", help="xét theo pháp luật ngày này: 2026-09-15 hay 15/9/2026"
    )
    parser.add_argument("--jobs", type=int, metavar="SỐ", default=0, help="số tiến trình cùng chạy (mặc định: tự chọn)")


def _rules(commands: Commands[Parser]) -> None:
    parser = _command(commands, "rules", "danh mục lỗi, hoặc trang giải thích của một mã lỗi")
    parser.add_argument("code", metavar="MÃ", nargs="?", help="ví dụ CT801 hoặc date_outside_school_year")


def _write(commands: Commands[Parser]) -> None:
    parser = _command(commands, "write", "ghi kế hoạch thành văn bản đúng thể thức")
    parser.add_argument("file", metavar="TỆP", help="plan.json hoặc một tệp kế hoạch")
    parser.add_argument(
        "-o", "--output", metavar="TỆP", required=True, help="đuôi tệp chọn dạng: docx pdf html txt xlsx json"
    )
    parser.add_argument("--form", metavar="MẪU", help="chuyển sang mẫu khác: tt57 là Biểu 2 của Thông tư 57/2026")


def _compare(commands: Commands[Parser]) -> None:
    parser = _command(commands, "compare", "so hai kế hoạch: điều gì đổi, câu nào chép nguyên từ năm trước")
    parser.add_argument("old", metavar="CŨ")
    parser.add_argument("new", metavar="MỚI")
    _format(parser, "text", "json")


def _catalogue(commands: Commands[Parser]) -> None:
    group = _command(commands, "catalogue", "các bộ tiêu chuẩn").add_subparsers(
        title="Các lệnh", metavar="LỆNH", dest="action", required=True
    )
    _command(group, "list", "liệt kê các bộ tiêu chuẩn", "catalogue")
    show = _command(group, "show", "cho xem một bộ tiêu chuẩn hoặc một tiêu chí của bộ", "catalogue")
    show.add_argument("set", metavar="BỘ")
    show.add_argument("criterion", metavar="TIÊU_CHÍ", nargs="?")
    compare = _command(group, "compare", "so hai bộ tiêu chuẩn", "catalogue")
    compare.add_argument("old", metavar="BỘ_A")
    compare.add_argument("new", metavar="BỘ_B")
    attach = _command(group, "attach", "đặt lời văn chính thức của thông tư cạnh lời ngắn của CaiTien", "catalogue")
    attach.add_argument("set", metavar="BỘ")
    attach.add_argument("file", metavar="TỆP")
    validate = _command(group, "validate", "xem một tệp bộ tiêu chuẩn có đúng khuôn không", "catalogue")
    validate.add_argument("file", metavar="TỆP")


def _register(commands: Commands[Parser]) -> None:
    group = _command(commands, "register", "các văn bản mà kế hoạch có thể căn cứ").add_subparsers(
        title="Các lệnh", metavar="LỆNH", dest="action", required=True
    )
    show = _command(group, "show", "cho xem một văn bản và hiệu lực của nó", "register")
    show.add_argument("number", metavar="SỐ", help="ví dụ 17/2018/TT-BGDĐT")
    show.add_argument("--date", type=_date, metavar="NGÀY", help="hiệu lực vào ngày này (mặc định: hôm nay)")
    right = _command(group, "for", "căn cứ đúng cho một loại trường vào một ngày", "register")
    right.add_argument("--school-type", required=True, choices=SCHOOL_TYPES, help="loại trường")
    right.add_argument("--date", type=_date, required=True, metavar="NGÀY", help="2026-09-15 hay 15/9/2026")


def _serve(commands: Commands[Parser]) -> None:
    parser = _command(commands, "serve", "chạy trang web của CaiTien trên máy này")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ĐỊA_CHỈ", help="mặc định 127.0.0.1: chỉ máy này vào được"
    )
    parser.add_argument("--port", type=int, metavar="CỔNG", help="mặc định: cổng trống đầu tiên từ 8000")
    parser.add_argument("--demo", action="store_true", help="dùng dữ liệu mẫu, để riêng")


def _date(text: str) -> datetime.date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"“{text}” chưa phải một ngày. Ghi như 2026-09-15 hoặc 15/9/2026.")
