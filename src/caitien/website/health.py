from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from caitien import __version__


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the program answers and its database does; 503 otherwise."""
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database unavailable", "version": __version__}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /kiem-tra/\n", content_type="text/plain")
