"""Tables IV and VI of Biểu 2 in a sample."""

from __future__ import annotations

from tests.make.layouts.content import Content
from tests.make.layouts.docx_kit import Box, Paper


def write_problems(paper: Paper, content: Content) -> None:
    """Table IV with the heads of the sample."""
    heads = content["problem_heads"]
    rows = [[Box(head, bold=True) for head in heads]]
    if content["manner"].get("number_row"):
        rows.append([Box(f"({i})") for i in range(1, len(heads) + 1)])
    rows += [[Box(str(text)) for text in row] for row in content["problems"]]
    paper.table(rows, head=1)


def write_reviews(paper: Paper, content: Content) -> None:
    """Table VI with the heads of the sample."""
    rows = [[Box(head, bold=True) for head in content["review_heads"]]]
    rows += [[Box(str(text)) for text in row] for row in content["reviews"]]
    paper.table(rows, head=1)
