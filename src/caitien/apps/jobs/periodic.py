"""Periodic work. ``settings.PERIODIC_TASKS`` names each task and its seconds between two runs."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from caitien.apps.jobs.models import Tick

LOST_AFTER = datetime.timedelta(minutes=4)
ATTEMPTS = 3
KEEP_FINISHED = datetime.timedelta(hours=6)


def enqueue_due(now: datetime.datetime) -> list[str]:
    """Enqueue every periodic task whose present tick nobody has taken yet; the names of those enqueued."""
    enqueued = []
    for path, seconds in settings.PERIODIC_TASKS.items():
        due_at = datetime.datetime.fromtimestamp(now.timestamp() // seconds * seconds, datetime.UTC)
        if Tick.objects.filter(name=path, due_at=due_at).exists():
            continue
        try:
            with transaction.atomic():
                Tick.objects.create(name=path, due_at=due_at)
                import_string(path).enqueue()
        except IntegrityError:
            continue
        enqueued.append(path)
    return enqueued


def recover_lost(now: datetime.datetime) -> int:
    """Give tasks back to the queue whose worker died; after the last attempt they stay failed. Returns how many."""
    lost = DBTaskResult.objects.running().filter(started_at__lt=now - LOST_AFTER)
    for result in lost:
        given_up = len(result.worker_ids) >= ATTEMPTS
        result.status = TaskResultStatus.FAILED if given_up else TaskResultStatus.READY
        result.finished_at = now if given_up else None
        result.save(update_fields=["status", "finished_at"])
    return len(lost)


@task()
def tidy() -> None:
    """Forget old ticks and finished tasks."""
    now = datetime.datetime.now(datetime.UTC)
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEEP_FINISHED).delete()
    Tick.objects.filter(due_at__lt=now - datetime.timedelta(days=1)).delete()
