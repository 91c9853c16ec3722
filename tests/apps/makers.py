"""Makers for tests of the web: plans as files, uploads, finished checks."""

from __future__ import annotations

import copy
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django_tasks_db.models import DBTaskResult

from caitien.apps.jobs.management.commands.worker import drainer
from caitien.apps.quickcheck import actions, example
from caitien.apps.quickcheck.models import QuickCheck


def plan_docx() -> bytes:
    """A plan with many faults, four actions, as Word."""
    return example.docx()


@cache
def long_plan_docx(rows: int) -> bytes:
    """The same plan with so many actions."""
    from caitien.engine.document.writers import write_document

    text = copy.deepcopy(example.text())
    table = text["sections"][4]["table"]
    table["rows"] = [[str(i + 1), *table["rows"][i % 4][1:]] for i in range(rows)]
    return write_document(example.document(text), "docx")


def work() -> None:
    """Do every waiting task, on the connection of the test: the loop of the worker would close it."""
    worker = drainer()
    while waiting := DBTaskResult.objects.ready().first():
        waiting.claim(worker.worker_id)
        worker.run_task(waiting)


def finished_check(data: bytes | None = None, name: str = "kế hoạch.docx") -> QuickCheck:
    """A check whose result is there."""
    check = actions.start(data or plan_docx(), name=name)
    work()
    check.refresh_from_db()
    return check


def send(client: Client, data: bytes, name: str = "ke-hoach.docx", **extra: str) -> HttpResponse:
    """The upload form sent with a file."""
    return client.post("/", {"tep": SimpleUploadedFile(name, data), **extra})


def key_of(check: QuickCheck, kind: str) -> str:
    """Key of the first finding of a kind."""
    return str(next(found["key"] for found in check.result.findings if found["kind"] == kind))
