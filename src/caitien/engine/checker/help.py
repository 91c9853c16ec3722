"""Help pages of the rules: the docstrings of their modules, in a fixed shape.

The first line is the title; then labelled paragraphs: ``Vì sao:``, ``Căn cứ:``, ``Sai:``, ``Đúng:``, ``Cần:`` and
where it applies ``Không tính:``. A paragraph goes on over indented or following lines until the next label.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache

from caitien.engine.checker.codes import KINDS

LABELS = {
    "Vì sao": "why",
    "Căn cứ": "article",
    "Sai": "wrong",
    "Đúng": "right",
    "Cần": "needs",
    "Không tính": "not_counted",
}


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: all texts in Vietnamese."""

    code: str
    kind: str
    title: str
    why: str
    article: str
    wrong: str
    right: str
    needs: str
    not_counted: str = ""


@cache
def help_page(kind: str) -> HelpPage:
    """The help page of a rule. ValueError when its docstring lacks a part (a test visits every rule)."""
    text = importlib.import_module(f"caitien.engine.checker.rules.{kind}").__doc__ or ""
    title, _, rest = text.strip().partition("\n")
    parts = re.split(rf"^({'|'.join(LABELS)}):\s*", rest, flags=re.MULTILINE)
    found = {LABELS[label]: " ".join(body.split()) for label, body in zip(parts[1::2], parts[2::2], strict=True)}
    missing = [label for label, name in LABELS.items() if name not in found and name != "not_counted"]
    if missing:
        raise ValueError(f"{kind}: {', '.join(missing)}")
    return HelpPage(code=KINDS[kind], kind=kind, title=title.strip().rstrip("."), **found)
