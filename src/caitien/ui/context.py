from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from caitien import __version__

THEMES = ("light", "dark")


def ui(request: HttpRequest) -> dict[str, Any]:
    """What the base page needs: the theme chosen ("" follows the system) and the version."""
    chosen = request.COOKIES.get("theme", "")
    return {"theme": chosen if chosen in THEMES else "", "version": __version__, "debug": settings.DEBUG}
