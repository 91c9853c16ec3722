"""The guide: ``docs/huong-dan.md`` as a page with its contents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt

import caitien

PLACES = (Path(caitien.__file__).parent / "docs", Path(caitien.__file__).parents[2] / "docs")
"""Inside an installed package, else beside the sources."""


@dataclass(frozen=True, slots=True)
class Guide:
    title: str
    contents: tuple[tuple[str, str], ...]
    """(anchor, heading) of the sections."""
    body: SafeString


@cache
def guide() -> Guide:
    """The guide as HTML; it is our own text, raw HTML in it is not let through all the same."""
    text = next(place / "huong-dan.md" for place in PLACES if (place / "huong-dan.md").exists()).read_text("utf-8")
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    title, contents = "", []
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        if opening.tag == "h1":
            title = inline.content
        elif opening.tag == "h2":
            anchor = slugify(inline.content.replace("đ", "d").replace("Đ", "D"))
            opening.attrSet("id", anchor)
            contents.append((anchor, inline.content))
    body = tokens[3:] if tokens and tokens[0].tag == "h1" else tokens
    html = parser.renderer.render(body, parser.options, {})
    reachable = html.replace("<pre>", '<pre tabindex="0">')  # long lines scroll, also by keyboard
    return Guide(title, tuple(contents), mark_safe(reachable))
