"""``python -m caitien.manage worker``: does waiting tasks and keeps the clock of the periodic ones."""

from __future__ import annotations

import contextlib
import datetime
import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from caitien.apps.jobs.periodic import enqueue_due, recover_lost

TICK_SECONDS = 15


class Command(BaseCommand):
    help = "Làm việc nền cho tới khi được dừng."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=0.25, help="số giây chờ khi hết việc")
        parser.add_argument("--parent", type=int, help="dừng khi tiến trình cha này không còn")

    def handle(self, *, interval: float, parent: int | None, **options: Any) -> None:
        worker = drainer()
        worker.configure_signals()
        next_tick = 0.0
        while worker.running and parent in (None, os.getppid()):
            if time.monotonic() >= next_tick:
                tick()
                next_tick = time.monotonic() + TICK_SECONDS
            if waiting():
                worker.run()
            time.sleep(interval)


def waiting() -> bool:
    """Whether there is anything to do: a look without the lock that taking a task needs."""
    close_old_connections()
    with contextlib.suppress(OperationalError):
        return DBTaskResult.objects.ready().exists()
    return False


def drainer() -> Worker:
    """A worker whose ``run`` does what is waiting and returns."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )


def tick() -> None:
    """One turn of the clock; a busy database only delays it."""
    now = datetime.datetime.now(datetime.UTC)
    with contextlib.suppress(OperationalError):
        enqueue_due(now)
        recover_lost(now)
