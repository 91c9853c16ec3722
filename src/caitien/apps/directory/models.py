from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from caitien.apps.identifiers import uuid7


class User(AbstractUser):
    """A person who signs in. Vietnamese names are one text: family name first, called by the last word."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField("họ và tên", max_length=120, blank=True)

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.rsplit(" ", 1)[-1]
