from __future__ import annotations

from django.db import models

from caitien.apps.identifiers import uuid7


class Content(models.Model):
    """Bytes in the storage. The row is the lock under which they are written and removed."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveIntegerField()

    @property
    def path(self) -> str:
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"


class FileUse(models.Model):
    """One use of a content under the name its owner gave it; the name is shown, never used as a path."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    content = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="uses")
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
