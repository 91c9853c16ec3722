"""Pages for what went wrong, in warm words: what happened and the way back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, _("Không tìm thấy trang này"), _("Có thể đường dẫn đã đổi, hoặc chép chưa đủ."), status=404)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is missing or old."""
    return _page(
        request,
        _("Trang này mở đã lâu"),
        _("Để an toàn, máy chưa nhận điều vừa gửi. Thầy cô mở lại trang rồi làm lại một lần nữa."),
        status=403,
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault: the plainest page there is, for the database may be the reason."""
    return HttpResponse(render_to_string("ui/broken.html"), status=500)


def _page(request: HttpRequest, title: str, text: str, *, status: int) -> HttpResponse:
    return render(request, "ui/message.html", {"title": title, "text": text}, status=status)
