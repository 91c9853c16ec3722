"""Automatic contents of a Word file: a real field whose entries lead to the headings.

The entries carry no page numbers until Word has counted the pages (F9, or "Update field"): numbers that another
program guessed would be wrong, and a field that updates itself makes Word ask a question when the file is opened.
"""

from __future__ import annotations

from caitien.engine.document.tree import Paragraph
from caitien.engine.document.writers.docx_parts import text_xml

BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmark_name(number: int) -> str:
    """Name of the bookmark around the heading of this number, from 1, as Word names those of its contents."""
    return f"_Toc{number:08d}"


def bookmarked(runs: str, number: int) -> str:
    """The runs of a heading within its bookmark."""
    name = bookmark_name(number)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def contents_xml(headings: list[tuple[int, Paragraph]]) -> str:
    """The field: a paragraph for each heading (level, heading), in order."""
    last = len(headings)
    entries = [
        _entry(level, _link(block, number), begin=number == 1, end=number == last)
        for number, (level, block) in enumerate(headings, 1)
    ]
    return "".join(entries) or _entry(1, "", begin=True, end=True)


def _entry(level: int, content: str, *, begin: bool, end: bool) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{min(level, 3)}"/></w:pPr>'
        f"{BEGIN if begin else ''}{content}{END if end else ''}</w:p>"
    )


def _link(block: Paragraph, number: int) -> str:
    text = text_xml(" ".join(block.full_text.split()))
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f'<w:hyperlink w:anchor="{bookmark_name(number)}">{run}</w:hyperlink>'
