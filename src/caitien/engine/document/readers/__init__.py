"""Readers: a file → the document tree. `read_document` is the one door; it judges a file by its content."""

from __future__ import annotations

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.kinds import kind_of
from caitien.engine.document.readers.ooxml import LOCKED
from caitien.engine.document.tree import Document
from caitien.engine.errors import Unreadable

SAVE_AS = "Thầy cô mở tệp rồi lưu thành Word (.docx) hoặc PDF và gửi lại."
REFUSALS = {
    "picture": (
        "ảnh",
        "Ảnh chưa đọc được chữ. Thầy cô chọn bản Word, PDF hoặc Excel của kế hoạch, hoặc quét lại thành PDF có chữ.",
    ),
    "zip": ("tệp nén", "Thầy cô giải nén rồi gửi từng tệp Word, PDF hoặc Excel bên trong."),
    "rar": ("tệp nén RAR", "Thầy cô giải nén rồi gửi từng tệp Word, PDF hoặc Excel bên trong."),
    "7z": ("tệp nén 7z", "Thầy cô giải nén rồi gửi từng tệp Word, PDF hoặc Excel bên trong."),
    "gzip": ("tệp nén gzip", "Thầy cô giải nén rồi gửi từng tệp Word, PDF hoặc Excel bên trong."),
    "pptx": ("bài trình chiếu PowerPoint", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
    "ppt": ("bài trình chiếu PowerPoint", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
    "html": ("trang web", SAVE_AS),
    "wordxml": ("văn bản Word dạng XML", SAVE_AS),
    "xml": ("tệp dữ liệu XML", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
    "rtf": ("văn bản RTF", SAVE_AS),
    "odt": ("văn bản OpenDocument", SAVE_AS),
    "ods": ("bảng tính OpenDocument", "Thầy cô mở tệp rồi lưu thành Excel (.xlsx) và gửi lại."),
    "xlsb": ("bảng tính Excel dạng nhị phân", "Thầy cô mở tệp rồi lưu thành Excel (.xlsx) và gửi lại."),
    "epub": ("sách điện tử EPUB", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
    "sqlite": ("cơ sở dữ liệu SQLite", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
    "program": ("chương trình máy tính", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
    "unknown": ("tệp không rõ loại", "Thầy cô chọn tệp Word, PDF hoặc Excel của kế hoạch."),
}
EMPTY = "Tệp rỗng, không có chữ nào để đọc. Thầy cô kiểm tra lại và chọn tệp khác."


def read_document(data: bytes, name: str = "") -> Document:
    """The document tree of a file (docx, xlsx, pdf, txt; doc and xls where possible).

    `name` only serves the message. Raises Unreadable with a sentence for the user, or MissingProgram when an optional
    part is needed and absent.
    """
    if len(data) > limits.FILE_SIZE:
        size, most = -(-len(data) // limits.MB), limits.FILE_SIZE // limits.MB
        raise Unreadable(f"Tệp nặng {size} MB, mức nhận là {most} MB. Thầy cô bỏ bớt ảnh hoặc lưu cỡ nhỏ hơn.")
    kind = kind_of(data)
    if kind == "empty":
        raise Unreadable(EMPTY)
    if kind == "locked":
        raise Unreadable(LOCKED)
    if kind in REFUSALS:
        raise Unreadable(_refusal(kind, name))
    return _read(data, kind)


def _refusal(kind: str, name: str) -> str:
    thing, advice = REFUSALS[kind]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in ("doc", "docx", "xls", "xlsx", "pdf", "txt"):
        return f"Tệp mang đuôi .{ending} nhưng thực ra là {thing}. {advice}"
    return f"Đây là {thing}. {advice}"


def _read(data: bytes, kind: str) -> Document:
    """Each reader is loaded when it is first needed: the command line starts without them."""
    if kind == "docx":
        from caitien.engine.document.readers.docx import read_docx

        return read_docx(data)
    if kind == "pdf":
        from caitien.engine.document.readers.pdf import read_pdf

        return read_pdf(data)
    if kind in ("xlsx", "xls"):
        from caitien.engine.document.readers.xlsx import read_xls, read_xlsx

        return read_xlsx(data) if kind == "xlsx" else read_xls(data)
    if kind == "doc":
        from caitien.engine.document.readers.doc import read_doc

        return read_doc(data)
    from caitien.engine.document.readers.txt import read_txt

    return read_txt(data)
