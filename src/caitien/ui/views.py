from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from caitien.ui.context import THEMES

YEAR = 365 * 24 * 3600


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme in a cookie, so that the server paints the first page right; anything else follows the system."""
    theme = request.POST.get("theme", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", secure=settings.HTTPS, httponly=False)
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """All components on one page, for development."""
    sprite = Path(str(finders.find("ui/icons.svg"))).read_text(encoding="utf-8")
    context = {
        "icons": re.findall(r'<symbol id="([\w-]+)"', sprite),
        "tabs": [
            {"href": "#o-nhap", "text": "Nội dung", "current": True},
            {"href": "#o-nhap", "text": "Nhận xét", "count": 2},
        ],
        "steps": [
            {"state": "done", "text": "Nhận tệp, 184 kB"},
            {"state": "done", "text": "Tìm thấy 8 hoạt động"},
            {"state": "now", "text": "Đối chiếu với quy định"},
            {"state": "todo", "text": "Ghi nhận xét"},
        ],
    }
    return render(request, "ui/components_page.html", context)
