"""Office packages (docx, xlsx): a zip of XML parts, opened with limits and without any trust in its content."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from caitien.engine.document.readers import limits
from caitien.engine.errors import Unreadable

BROKEN = "Tệp bị hỏng nên không đọc được. Thầy cô mở tệp bằng Word hoặc Excel, lưu lại rồi gửi bản vừa lưu."
LOCKED = "Tệp đang đặt mật khẩu. Thầy cô mở tệp, bỏ mật khẩu rồi gửi lại."
TOO_LARGE = "Tệp nén quá lớn khi mở ra nên không đọc. Thầy cô lưu lại tệp bằng Word hoặc Excel, bỏ bớt ảnh rồi gửi lại."
ENTITIES = "Tệp chứa khai báo lạ (DTD) mà Word và Excel không dùng nên không đọc. Thầy cô lưu lại tệp rồi gửi bản mới."

STRICT = b"http://purl.oclc.org/ooxml/"
"""Namespaces of the strict form; they are read as those of the usual, transitional one."""
TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", "officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", "spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", "drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", "officeDocument/2006/math"),
)
SCHEMAS = "http://schemas.openxmlformats.org/"


def open_package(data: bytes) -> ZipFile:
    """The zip behind an office file; Unreadable when it is broken, locked or larger than the limits."""
    try:
        archive = ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise Unreadable(BROKEN) from error
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(LOCKED)
    if len(members) > limits.MEMBERS or sum(member.file_size for member in members) > limits.UNPACKED_SIZE:
        raise Unreadable(TOO_LARGE)
    return archive


def read_part(archive: ZipFile, name: str) -> bytes | None:
    """The bytes of one part, None when there is no such part; the limits hold for what is really unpacked."""
    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    allowed = max(limits.RATIO_FREE_SIZE, min(limits.PART_SIZE, member.compress_size * limits.UNPACK_RATIO))
    try:
        with archive.open(member) as stream:
            content = stream.read(allowed + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if len(content) > allowed:
        raise Unreadable(TOO_LARGE)
    return content


def parse_xml(content: bytes) -> _Element:
    """The root of an XML part; no entities, no network, no DTD; strict namespaces become the usual ones."""
    if STRICT in content:
        for strict, usual in TRANSITIONAL:
            content = content.replace(strict, SCHEMAS.encode() + usual.encode())
    if content.count(b"<") + content.count(b"=") > limits.XML_MARKS:
        raise Unreadable(TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(ENTITIES if b"<!ENTITY" in content else BROKEN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(ENTITIES)
    return root


def read_xml(archive: ZipFile, name: str | None) -> _Element | None:
    """The root of the part of this name, None when there is none."""
    content = read_part(archive, name) if name else None
    return None if content is None else parse_xml(content)


def relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: id → (last word of the kind, name of the part); outside addresses are left out."""
    folder, _, file = part.rpartition("/")
    root = read_xml(archive, f"{folder}/_rels/{file}.rels".lstrip("/"))
    found = {}
    for relation in root if root is not None else ():
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], name)
    return found


def main_part(archive: ZipFile, usual: str) -> str:
    """Name of the main part of the package; `usual` when the package does not say or says it wrongly."""
    named = [name for kind, name in relations(archive, "").values() if kind == "officeDocument"]
    return next((name for name in named if name in archive.namelist()), usual)
