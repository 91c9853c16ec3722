"""The parts of a Word package that are the same for every document, made from the style sheet in `layout.py`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from caitien.engine.document.layout import (
    FONT,
    LANGUAGE,
    PAGE_NUMBER_SIZE,
    STYLES,
    TABLE_ROLES,
    WIDE_CELL_SIZE,
    ParagraphStyle,
)

TWIP = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships"'
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BUILT_IN_NAMES = {"Title", "Subtitle", "header", "TOC Heading", "toc 1", "toc 2", "toc 3"}
BUILT_IN = {"contents": "TOCHeading", "heading": "Heading1", "heading 2": "Heading2", "heading 3": "Heading3"}
PARTS = {
    "styles": ("styles", f"{WORD}.styles+xml"),
    "settings": ("settings", f"{WORD}.settings+xml"),
    "numbering": ("numbering", f"{WORD}.numbering+xml"),
    "header1": ("header", f"{WORD}.header+xml"),
}
"""Name of a part beside the main one → kind of its relation, content type."""


def text_xml(text: str) -> str:
    """Escaped, without characters that XML cannot hold."""
    return escape(ILLEGAL.sub("", text))


def twips(millimetres: float) -> int:
    """Twentieths of a point, the unit of Word."""
    return round(millimetres * TWIP)


def style_id(key: str, *, wide: bool = False) -> str:
    """Id of the style for a key of `STYLES`; `wide` for the smaller letters of wide tables."""
    plain = "".join(word.capitalize() for word in re.split(r"[ _]", key))
    return BUILT_IN.get(key, plain) + ("Wide" if wide and key in TABLE_ROLES else "")


@cache
def styles_xml() -> str:
    """``styles.xml``: one style for each role; no theme font, Vietnamese as language."""
    named = [_style_xml(style_id(key), style) for key, style in STYLES.items()]
    for key in TABLE_ROLES:
        small = replace(STYLES[key], name=f"{STYLES[key].name} (bảng rộng)", size=WIDE_CELL_SIZE)
        named.append(_style_xml(style_id(key, wide=True), small))
    for level in (1, 2, 3):
        named.append(_style_xml(f"TOC{level}", ParagraphStyle(f"toc {level}", after=3, first=6.0 * (level - 1))))
    header = ParagraphStyle("header", size=PAGE_NUMBER_SIZE, align="center")
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts()}"
        f'<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(named)}{_style_xml('Header', header)}{_thin_style('Rule')}{_thin_style('Gap', 120)}</w:styles>"
    )


def _fonts() -> str:
    name = quoteattr(FONT)
    return f"<w:rFonts w:ascii={name} w:eastAsia={name} w:hAnsi={name} w:cs={name}/>"


def _thin_style(name: str, height: int = 40) -> str:
    """Paragraphs without text: they carry the lines under motto and issuer, or keep two tables apart."""
    label = {"Rule": "Đường kẻ", "Gap": "Khoảng cách"}[name]
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
        '</w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def _style_xml(name: str, style: ParagraphStyle) -> str:
    custom = "" if style.name in BUILT_IN_NAMES or style.outline else ' w:customStyle="1"'
    follow = '<w:next w:val="Body"/>' if style.outline else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name}"><w:name w:val={quoteattr(style.name)}/>'
        f'<w:basedOn w:val="Normal"/>{follow}<w:qFormat/><w:pPr>{_paragraph_properties(style)}</w:pPr>'
        f"<w:rPr>{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}"
        f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/></w:rPr></w:style>'
    )


def _paragraph_properties(style: ParagraphStyle) -> str:
    keep = "<w:keepNext/>" if style.keep_next else ""
    indent = f'<w:ind w:firstLine="{twips(style.first)}"/>' if style.first else ""
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    align = {"justify": "both"}.get(style.align, style.align)
    return (
        f'{keep}<w:widowControl/><w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>{indent}<w:jc w:val="{align}"/>{outline}'
    )


SETTINGS = (
    f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
HEADER = (
    f'{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)
RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)


def content_types_xml() -> str:
    """``[Content_Types].xml``: what each part of the package is."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{content}"/>' for name, (_, content) in PARTS.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def document_relations_xml() -> str:
    """The relations of the main part to the parts beside it."""
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{name}.xml"/>'
        for name, (kind, _) in PARTS.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'


def core_xml(title: str, author: str) -> str:
    """Core properties; without dates, so that equal documents are equal files."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{text_xml(author)}</dc:creator><dc:language>{LANGUAGE}</dc:language>"
        f"<dc:title>{text_xml(title)}</dc:title></cp:coreProperties>"
    )
