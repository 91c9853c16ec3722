"""Findings that people set aside: a list as JSON, each with the code, place and hash of its text, and a reason."""

from __future__ import annotations

import json
from pathlib import Path

from caitien.engine.checker.run import Suppression, kinds_of
from caitien.engine.errors import UserError
from caitien.engine.files import load

WRONG = (
    "Tệp “{}” không đúng khuôn. Xin ghi một danh sách JSON, mỗi mục có code, where, hash (chép từ “check --format json”) "
    "và reason là lý do."
)


def suppressions_of(file: str) -> tuple[Suppression, ...]:
    """The entries of the file. UserError for a file of another form, an unknown code or an entry without reason."""
    try:
        entries = json.loads(load(Path(file)))
        made = tuple(
            Suppression(*(str(entry[key]) for key in ("code", "where", "hash", "reason"))) for entry in entries
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UserError(WRONG.format(file)) from None
    kinds_of([one.code for one in made])
    if any(not one.reason.strip() for one in made):
        raise UserError(f"Tệp “{file}” có mục chưa ghi lý do (reason). Xin ghi vì sao bỏ qua.")
    return made
