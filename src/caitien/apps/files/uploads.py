"""Stops an upload that is over the limit while it comes in, so that its rest never reaches disk or memory."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest


class LimitHandler(FileUploadHandler):
    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_LIMIT:
            self.request.META["caitien.too_large"] = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> Any:
        return None


def too_large(request: HttpRequest) -> int | None:
    """Size of an upload that was stopped, in bytes as the browser announced it, else None."""
    request.FILES  # noqa: B018 - reading it is what runs the handlers
    return int(request.META.get("CONTENT_LENGTH") or 0) if request.META.get("caitien.too_large") else None
