"""Header, sections and end of a sample in Word, each in several manners."""

from __future__ import annotations

from typing import Any

from tests.make.layouts.content import Content
from tests.make.layouts.docx_kit import Box, Paper

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def write_head(paper: Paper, content: Content) -> None:
    """The letterhead in the manner that the content names (table, tabs, stacked, none), and the title."""
    left = [str(line) for line in content.get("head_left") or []]
    right = [str(line) for line in content.get("head_right") or []]
    match content["manner"].get("head", "table"):
        case "table":
            paper.plain_table([(line, "TRƯỜNG" in line) for line in left], [(line, True) for line in right])
        case "tabs":
            for i in range(max(len(left), len(right))):
                texts = [lines[i] if i < len(lines) else "" for lines in (left, right)]
                paper.paragraph("\t\t\t".join(texts))
        case "stacked":
            for line in [*right, *left]:
                paper.paragraph(line, align="center")
    for line in content.get("title") or []:
        paper.paragraph(line, bold=True, align="center")
    for line in content.get("intro") or []:
        paper.paragraph(line)


def write_piece(paper: Paper, piece: Any, content: Content) -> None:
    """A line, a basis, a ruled table or a picture of a section."""
    if isinstance(piece, str):
        paper.paragraph(piece)
    elif "basis" in piece:
        basis = piece["basis"]
        mark = str(piece.get("mark", content["manner"].get("basis_mark", "-")))
        paper.paragraph(f"{mark} {basis['text']}{piece.get('end', '')}".strip())
    elif "table" in piece:
        paper.table([[Box(str(text)) for text in row] for row in piece["table"]], head=piece.get("head", 1))


def write_organisation(paper: Paper, content: Content) -> None:
    """Roles with numbers, duties with the bullet of the sample."""
    bullet = content["manner"].get("duty_mark", "-")
    for i, role in enumerate(content.get("organisation") or [], start=1):
        number = role.get("number", f"{i}.")
        if role["role"]:
            paper.paragraph(f"{number} {role['role']}".strip(), bold=True)
        for duty in role.get("duties") or []:
            paper.paragraph(f"{bullet} {duty}".strip())


def write_end(paper: Paper, content: Content) -> None:
    """Recipients and signer beside each other, or one below the other."""
    listed = content.get("recipients") or []
    recipients = [("Nơi nhận:", True), *((f"- {line}", False) for line in listed)] if listed else []
    signer = _signer_lines(content.get("signer") or {})
    match content["manner"].get("end", "table"):
        case "table":
            paper.plain_table(recipients, signer)
        case "tabs":
            for i in range(max(len(recipients), len(signer))):
                texts = [lines[i][0] if i < len(lines) else "" for lines in (recipients, signer)]
                paper.paragraph("\t\t\t\t".join(texts))
        case _:
            for text, bold in [*recipients, *signer]:
                paper.paragraph(text, bold=bold)
    for line in content.get("signature") or []:
        paper.paragraph(line)


def _signer_lines(signer: dict[str, str]) -> list[tuple[str, bool]]:
    lines = [signer.get("on_behalf"), signer.get("title"), signer.get("note"), "", signer.get("name")]
    return [(line, True) for line in lines if line is not None]
