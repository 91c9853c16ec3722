from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from caitien.apps.files.models import Content, FileUse


def store(data: bytes, name: str) -> FileUse:
    """Keep the bytes, once whatever the number of uses, and return the new use of them."""
    content = Content(sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    _write_missing(content, data)
    with transaction.atomic():
        Content.objects.bulk_create([content], ignore_conflicts=True)
        Content.objects.select_for_update().get(pk=content.pk)
        _write_missing(content, data)  # the last other use may have gone in between
        return FileUse.objects.create(content=content, name=readable(name))


def readable(name: str) -> str:
    """A name to show: no control characters, no path, not too long."""
    shown = "".join(letter for letter in name.replace("\\", "/").rpartition("/")[2] if letter.isprintable())
    return shown[:200].strip() or "tep"


def remove(use: FileUse) -> None:
    """Forget one use; the bytes go with the last one."""
    with transaction.atomic():
        content = Content.objects.select_for_update().get(pk=use.content_id)
        use.delete()
        if not content.uses.exists():
            content.delete()
            default_storage.delete(Content(sha256=use.content_id).path)


def _write_missing(content: Content, data: bytes) -> None:
    if not default_storage.exists(content.path):
        default_storage.save(content.path, ContentFile(data))
