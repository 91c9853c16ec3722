"""The steps of a check as the progress page tells them, with true counts only."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from caitien.apps.quickcheck.models import QuickCheck
from caitien.ui.templatetags.ui import kilobytes

STEPS = ("receive", "read", "understand", "check", "write")


@dataclass(frozen=True, slots=True)
class Step:
    state: str
    """``done``, ``now`` or ``todo``."""
    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    title: str
    words: str
    value: int
    max: int
    steps: list[Step]


def steps_of(check: QuickCheck) -> Steps:
    """Where the check stands."""
    at = STEPS.index(check.step) if check.step in STEPS else 0
    texts = _texts(check)
    steps = [
        Step("done" if i < at or i == 0 else "now" if i == at else "todo", texts[name]) for i, name in enumerate(STEPS)
    ]
    counted = bool(check.total) and check.step == "read"
    words = _("trang %(done)d / %(total)d") % {"done": check.done, "total": check.total} if counted else ""
    if check.state == QuickCheck.State.WAITING:
        words = _("đang chờ tới lượt")
    share = check.done * 100 // check.total if counted else 0
    return Steps(_("Đang đọc kế hoạch"), words, at * 100 + min(share, 100), (len(STEPS)) * 100, steps)


def _texts(check: QuickCheck) -> dict[str, str]:
    found = _("Tìm các hoạt động của kế hoạch")
    if check.actions is not None:
        found = ngettext("Tìm thấy %d hoạt động", "Tìm thấy %d hoạt động", check.actions) % check.actions
    return {
        "receive": _("Nhận tệp, %s") % kilobytes(check.size),
        "read": _("Đọc chữ và bảng"),
        "understand": found,
        "check": _("Đối chiếu với quy định"),
        "write": _("Ghi nhận xét"),
    }
