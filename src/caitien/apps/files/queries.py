from __future__ import annotations

from django.core.files.storage import default_storage

from caitien.apps.files.models import FileUse


def read_bytes(use: FileUse) -> bytes:
    with default_storage.open(use.content.path) as file:
        return file.read()
