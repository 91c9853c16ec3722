from __future__ import annotations

from django.db import models


class Tick(models.Model):
    """A periodic task was due at this moment; the key lets one worker of many enqueue it."""

    name = models.CharField(max_length=80)
    due_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "due_at"], name="one_tick_a_moment")]
