"""Ways to spoil a file: its bytes, the elements of its XML, the operators of a PDF page, the values of a JSON plan."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from caitien.engine import write
from tests.make.plans import make_plan

NASTY_NUMBERS = ["-1", "0", "1", "3", "70", "2147483648", "99999999999999999999", "1e400", "nan", "", "x", "½", "٣"]
NASTY_TEXTS = [
    "",
    " ",
    "\u200b",
    "a\u0302\u0323",
    "\ufffe",
    "Ã¡Â»",
    "….…",
    "TT",
    "1.1",
    "Mức 4",
    "Tiêu chuẩn 9:",
    "%",
    "12/13/2026",
]
NASTY_TEXTS += [
    "Tháng 13/2026",
    "999999999999 tỷ đồng",
    "2026-2025",
    "Căn cứ",
    "I.",
    "A" * 3000,
    "- " * 200,
    "|" * 50,
    "\t\t\t",
]
Draw = Any


@cache
def samples(format: str) -> tuple[bytes, ...]:
    """Small sound files to begin with, of every layout and both forms."""
    plans = [make_plan(n, layout=layout) for n, layout in enumerate(("table", "tables", "blocks"))]
    plans.append(make_plan(3, form="tt57"))
    for plan in plans:
        del plan.actions[3:], plan.groups[2:]
    return tuple(write(plan, format) for plan in plans)


@st.composite
def spoilt_bytes(draw: Draw, format: str) -> bytes:
    """A sound file cut off, with bytes changed, put in or taken out."""
    data = bytearray(draw(st.sampled_from(samples(format))))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.sampled_from([1, 1, 2, 8, 64, 1024]))
        match draw(st.sampled_from(["cut", "drop", "put", "flip", "repeat"])):
            case "cut":
                del data[at + length :]
            case "drop":
                del data[at : at + length]
            case "put":
                data[at:at] = draw(st.binary(max_size=32))
            case "flip" if data:
                data[at] ^= draw(st.integers(1, 255))
            case "repeat":
                data[at:at] = data[at : at + length] * draw(st.integers(1, 3))
    return bytes(data)


@st.composite
def spoilt_package(draw: Draw, format: str) -> bytes:
    """A Word or Excel file with elements of one of its XML parts dropped, doubled, moved or given odd values."""
    archive = zipfile.ZipFile(io.BytesIO(draw(st.sampled_from(samples(format)))))
    parts = {name: archive.read(name) for name in archive.namelist()}
    main = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}[format]
    name = draw(
        st.sampled_from([main, main, main, *sorted(name for name in parts if name.endswith((".xml", ".rels")))])
    )
    root = etree.fromstring(parts[name])
    for _ in range(draw(st.integers(1, 6))):
        _spoil_element(draw, root)
    parts[name] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as copy:
        for part, content in parts.items():
            copy.writestr(part, content)
    return buffer.getvalue()


def _spoil_element(draw: Draw, root: etree._Element) -> None:
    elements = [element for element in root.iter() if isinstance(element.tag, str) and element.getparent() is not None]
    if not elements:
        return
    element = draw(st.sampled_from(elements))
    parent = element.getparent()
    assert parent is not None
    match draw(st.sampled_from(["drop", "double", "move", "attribute", "text", "unwrap", "rename"])):
        case "drop":
            parent.remove(element)
        case "double":
            parent.extend([etree.fromstring(etree.tostring(element)) for _ in range(draw(st.integers(1, 3)))])
        case "move":
            target = draw(st.sampled_from(elements))
            if target not in element.iter():
                target.append(element)
        case "attribute" if element.attrib:
            key = draw(st.sampled_from(sorted(element.attrib, key=str)))
            element.set(key, draw(st.sampled_from(NASTY_NUMBERS)))
        case "text":
            element.text = _xml_text(draw(st.sampled_from(NASTY_TEXTS)))
        case "unwrap":
            parent.extend(list(element))
        case "rename":
            element.tag = draw(st.sampled_from(elements)).tag


def _xml_text(text: str) -> str:
    return "".join(letter for letter in text if letter in "\t\n" or (letter >= " " and letter not in "\ufffe\uffff"))


COORDINATES = st.sampled_from([-10000, -1, 0, 0.001, 56, 57, 85, 200, 300, 540, 842, 1e6, 1e30])
WORDS = st.sampled_from(["KE HOACH", "TT", "1", "Tieu chi 1.1", "-", "\\200\\201", "Nam hoc 2026-2027", "", "x" * 500])


@st.composite
def odd_pdf(draw: Draw) -> bytes:
    """A PDF of one to three pages with letters and rules at any place, turned, tiny or huge."""
    contents = []
    for _ in range(draw(st.integers(1, 3))):
        operators = [draw(_operator()) for _ in range(draw(st.integers(0, 25)))]
        contents.append(("q\n" * draw(st.integers(0, 2)) + "\n".join(operators)).encode("latin-1", "replace"))
    rotate = draw(st.sampled_from([0, 90, 180, 45]))
    box = draw(
        st.sampled_from(["0 0 595 842", "0 0 842 595", "0 0 0 0", "595 842 0 0", "-50 -50 50 50", "0 0 1e9 1e9"])
    )
    return _pdf(contents, f"/MediaBox [{box}] /Rotate {rotate}")


@st.composite
def _operator(draw: Draw) -> str:
    x, y, w, h = (draw(COORDINATES) for _ in range(4))
    size = draw(st.sampled_from([0, 1, 12, 13, -12, 400]))
    return draw(
        st.sampled_from(
            [
                f"BT /F1 {size} Tf {x} {y} Td ({draw(WORDS)}) Tj ET",
                f"BT /F1 {size} Tf 0 1 -1 0 {x} {y} Tm ({draw(WORDS)}) Tj ET",
                f"{x} {y} {w} {h} re S",
                f"{x} {y} {w} {h} re f",
                f"{x} {y} m {w} {y} l S",
                f"{x} {y} m {x} {h} l S",
                f"{w} 0 0 {h} {x} {y} cm",
            ]
        )
    )


def _pdf(contents: list[bytes], page: str) -> bytes:
    """The smallest file with these pages; readers must do without the table of references."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(contents)))
    parts = [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>endobj\n".encode(),
        b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj\n",
    ]
    for i, content in enumerate(contents):
        number = 4 + 2 * i
        parts.append(
            f"{number} 0 obj<</Type/Page/Parent 2 0 R {page} /Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {number + 1} 0 R>>endobj\n{number + 1} 0 obj<</Length {len(content)}>>stream\n".encode()
        )
        parts.append(content + b"\nendstream endobj\n")
    return b"".join(parts) + b"trailer<</Root 1 0 R>>\n%%EOF\n"


@st.composite
def odd_text(draw: Draw) -> bytes:
    """Lines of a plan in another order, with lines of no sense between, in one of several encodings."""
    lines = draw(st.sampled_from(samples("txt"))).decode().splitlines()
    start = draw(st.integers(0, len(lines) - 1))
    piece = lines[start : start + draw(st.integers(1, 40))]
    odd = st.one_of(st.sampled_from(NASTY_TEXTS), st.text(max_size=60), st.sampled_from(lines))
    for _ in range(draw(st.integers(0, 10))):
        piece.insert(draw(st.integers(0, len(piece))), draw(odd))
    text = draw(st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\x0c"])).join(piece)
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])), "replace")


@st.composite
def odd_json(draw: Draw) -> bytes:
    """A plan as JSON with values replaced by others of any type, or dropped."""
    plan = json.loads(draw(st.sampled_from(samples("json"))))
    for _ in range(draw(st.integers(1, 5))):
        _spoil_value(draw, plan)
    return json.dumps(plan).encode()


def _spoil_value(draw: Draw, value: Any) -> None:
    """Walk down to some depth and change what stands there."""
    while True:
        keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        if isinstance(value[key], dict | list) and value[key] and draw(st.booleans()):
            value = value[key]
            continue
        if draw(st.booleans()) and isinstance(value, dict):
            del value[key]
        else:
            value[key] = draw(
                st.sampled_from([None, "", "x", 7, -1.5, True, [], {}, ["x", 3], {"slot": 5}, [[]], 10**30])
            )
        return
