from __future__ import annotations

import datetime
import time
from typing import Any

import pytest
from django.test import Client
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from caitien.apps.jobs.deadline import deadline
from caitien.apps.jobs.models import Tick
from caitien.apps.jobs.periodic import ATTEMPTS, LOST_AFTER, enqueue_due, recover_lost, tidy
from caitien.apps.quickcheck import actions, tasks
from caitien.apps.quickcheck.models import QuickCheck
from tests.apps.makers import finished_check, plan_docx, work

NOON = datetime.datetime(2026, 11, 20, 12, 0, tzinfo=datetime.UTC)
DELETE = "caitien.apps.quickcheck.tasks.delete_expired"


@pytest.mark.django_db
def test_a_periodic_task_is_enqueued_once_a_tick_whoever_asks() -> None:
    assert DELETE in enqueue_due(NOON)
    assert enqueue_due(NOON + datetime.timedelta(seconds=20)) == []
    assert DELETE in enqueue_due(NOON + datetime.timedelta(minutes=5))
    assert DBTaskResult.objects.filter(task_path=DELETE).count() == 2


@pytest.mark.django_db
def test_a_tick_taken_by_another_worker_meanwhile_is_left_alone(monkeypatch: Any) -> None:
    enqueue_due(NOON)
    monkeypatch.setattr("django.db.models.query.QuerySet.exists", lambda self: False)
    assert enqueue_due(NOON) == []


@pytest.mark.django_db
def test_a_task_of_a_dead_worker_is_done_by_the_next_one() -> None:
    check = actions.start(plan_docx(), name="a.docx")
    left_running(attempts=1)
    assert recover_lost(NOON) == 1
    work()
    check.refresh_from_db()
    assert check.state == QuickCheck.State.DONE


@pytest.mark.django_db
def test_a_task_that_kills_every_worker_is_given_up() -> None:
    actions.start(plan_docx(), name="a.docx")
    left_running(attempts=ATTEMPTS)
    recover_lost(NOON)
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


def left_running(attempts: int) -> None:
    started = NOON - LOST_AFTER - datetime.timedelta(seconds=1)
    workers = [f"w{i}" for i in range(attempts)]
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=started, worker_ids=workers)


@pytest.mark.django_db
def test_people_are_told_when_no_worker_survived_their_file(client: Client) -> None:
    check = actions.start(plan_docx(), name="a.docx")
    QuickCheck.objects.update(state=QuickCheck.State.WORKING)
    tasks.fail_stuck.call()
    assert client.get(check.get_absolute_url()).status_code == 200
    QuickCheck.objects.update(created_at=check.created_at - datetime.timedelta(minutes=30))
    tasks.fail_stuck.call()
    assert client.get(check.get_absolute_url()).status_code == 422


@pytest.mark.django_db
def test_tidy_forgets_old_ticks_and_finished_tasks() -> None:
    long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=3)
    Tick.objects.create(name="x", due_at=long_ago)
    finished_check()
    DBTaskResult.objects.update(finished_at=long_ago)
    tidy.call()
    assert not Tick.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_checking_twice_gives_one_result() -> None:
    check = finished_check()
    before = check.result.findings
    QuickCheck.objects.update(state=QuickCheck.State.WORKING)
    tasks.run_check.call(str(check.pk))
    check.refresh_from_db()
    assert check.state == QuickCheck.State.DONE
    assert [found["key"] for found in check.result.findings] == [found["key"] for found in before]


@pytest.mark.django_db
def test_a_check_deleted_while_it_is_read_leaves_nothing(monkeypatch: Any) -> None:
    check = actions.start(plan_docx(), name="a.docx")
    examine = tasks.service.examine

    def examine_and_delete(*args: Any, **kwargs: Any) -> Any:
        examined = examine(*args, **kwargs)
        actions.delete(QuickCheck.objects.get(pk=check.pk))
        return examined

    monkeypatch.setattr(tasks.service, "examine", examine_and_delete)
    tasks.run_check.call(str(check.pk))
    assert not QuickCheck.objects.exists()


def test_the_deadline_stops_work_that_goes_on_too_long() -> None:
    with pytest.raises(TimeoutError):
        work_for_ever()


@deadline(0.05)
def work_for_ever() -> None:
    while True:
        time.monotonic()


def test_work_within_the_deadline_is_left_alone() -> None:
    with deadline(5):
        made = 1 + 1
    assert made == 2
