"""``caitien rules``: the table of codes, and the help page of one."""

from __future__ import annotations

import argparse
import textwrap

from caitien.engine.checker.codes import CODES
from caitien.engine.checker.help import HelpPage, help_page
from caitien.engine.checker.messages import SEVERITY_WORDS
from caitien.engine.checker.run import rule
from caitien.engine.errors import UserError

LABELS = (
    ("why", "Vì sao"),
    ("article", "Căn cứ"),
    ("wrong", "Sai"),
    ("right", "Đúng"),
    ("needs", "Cần để kiểm tra"),
    ("not_counted", "Không tính"),
)


def run(options: argparse.Namespace) -> int:
    """Print the table, or the page of the code or kind named; UserError for an unknown one."""
    print(page_text(kind_of(options.code)) if options.code else table_text())
    return 0


def kind_of(name: str) -> str:
    """The kind of a code or kind, in any letter case."""
    kind = CODES.get(name.upper(), name.lower())
    if kind not in CODES.values():
        raise UserError(f"Không có mã lỗi “{name}”. Gõ “caitien rules” để xem danh mục.")
    return kind


def table_text() -> str:
    """Every code with its weight and title."""
    return "\n".join(
        f"{code:7} {SEVERITY_WORDS[rule(kind).severity]:9} {help_page(kind).title}" for code, kind in CODES.items()
    )


def page_text(kind: str) -> str:
    """The help page of a rule."""
    page = help_page(kind)
    head = f"{page.code} · {page.title} ({SEVERITY_WORDS[rule(kind).severity].lower()}; {kind})"
    return "\n\n".join([head, *_paragraphs(page)])


def _paragraphs(page: HelpPage) -> list[str]:
    texts = [(label, getattr(page, name)) for name, label in LABELS]
    return [textwrap.fill(f"{label}: {text}", 100, subsequent_indent="  ") for label, text in texts if text]
