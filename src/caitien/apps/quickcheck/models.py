from __future__ import annotations

import datetime
import secrets

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from caitien.apps.files.models import FileUse
from caitien.apps.identifiers import uuid7

KEPT = datetime.timedelta(hours=2)


def new_token() -> str:
    return secrets.token_urlsafe(24)


def expiry() -> datetime.datetime:
    return timezone.now() + KEPT


class QuickCheck(models.Model):
    """One file that somebody wants checked, under an address that cannot be guessed."""

    class State(models.TextChoices):
        WAITING = "waiting", _("đang chờ")
        WORKING = "working", _("đang đọc")
        DONE = "done", _("đã xong")
        FAILED = "failed", _("chưa đọc được")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    token = models.CharField(max_length=48, unique=True, default=new_token)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=expiry, db_index=True)
    upload = models.ForeignKey(FileUse, on_delete=models.SET_NULL, null=True)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    ruleset = models.CharField(max_length=60, blank=True)
    """Id of the edition to judge by; "" lets the plan decide."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField(max_length=12, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    actions = models.PositiveIntegerField(null=True)
    """Number of actions found, known before the end."""
    error = models.TextField(blank=True)

    def get_absolute_url(self) -> str:
        return reverse("quickcheck:result", args=[self.token])

    @property
    def finished(self) -> bool:
        return self.state in (self.State.DONE, self.State.FAILED)


class Result(models.Model):
    """What came out. Pages read `findings`, `rows`, `summary`, `paper`; the rest serves fixes and downloads."""

    check_run = models.OneToOneField(QuickCheck, on_delete=models.CASCADE, primary_key=True, related_name="result")
    """The plan with places and doubts (`plan.json_form`)."""
    document = models.JSONField()
    """The document tree (`document.json_form`)."""
    findings = models.JSONField()
    """Findings in words and with their safe edits, in the order of their numbers (`service.Shown`)."""
    rows = models.JSONField()
    """The actions as the table of the page shows them."""
    summary = models.JSONField()
    paper = models.TextField()
    """The document as HTML with marks, remade whenever a fix is applied or undone."""
    fixed = models.JSONField(default=dict)
    """Key of a finding → when its fix was applied."""
    set_aside = models.JSONField(default=dict)
    """Key of a finding → reason and time of its not applying."""
    revision = models.PositiveIntegerField(default=0)
