"""What goes wrong while reading ends in one sentence, never in a traceback on the page."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from caitien.apps.quickcheck import actions, service, tasks
from caitien.apps.quickcheck.models import QuickCheck
from tests.apps.makers import finished_check, plan_docx, send, work

pytestmark = pytest.mark.django_db


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


UNREADABLE = {
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "zip": zipped(a=b"a"),
    "broken docx": plan_docx()[:3000],
    "broken pdf": b"%PDF-1.7\n" + b"khong phai pdf" * 30,
    "blank": b"   \n",
    "bytes": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_gets_one_sentence_and_a_way_back(client: Client, data: bytes) -> None:
    address = send(client, data).headers["Location"]
    work()
    response = client.get(address)
    assert response.status_code == 422
    page = response.content.decode()
    assert QuickCheck.objects.get().error in page
    assert "Traceback" not in page
    assert 'href="/"' in page


def test_a_file_that_cannot_be_read_is_not_kept(client: Client, tmp_path: Path) -> None:
    finished_check(UNREADABLE["picture"])
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


def test_our_own_fault_is_told_and_written_down(client: Client, monkeypatch: Any, caplog: Any) -> None:
    def fall_over(*args: Any, **kwargs: Any) -> None:
        raise ZeroDivisionError("bí mật bên trong")

    monkeypatch.setattr(tasks.service, "examine", fall_over)
    check = finished_check()
    assert "bí mật" not in client.get(check.get_absolute_url()).content.decode()
    assert "bí mật bên trong" in caplog.text


def test_text_that_no_database_keeps_is_no_end_of_the_worker(client: Client) -> None:
    plan = json.loads(service.corrected(finished_check(), "json").data)
    plan["actions"][0]["target"] = "a\ud800b\x00c"
    check = finished_check(json.dumps(plan).encode(), "plan.json")
    assert check.finished
    assert client.get(check.get_absolute_url()).status_code in (200, 422)


@pytest.mark.parametrize("error", [TimeoutError, MemoryError, RecursionError])
def test_a_file_that_takes_too_much_is_refused(error: type[Exception], monkeypatch: Any) -> None:
    def take_too_much(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr(tasks.service, "examine", take_too_much)
    assert finished_check().error == tasks.TOO_SLOW


def test_nothing_is_sent(client: Client) -> None:
    response = client.post("/", {})
    assert response.status_code == 400
    assert "Chưa có tệp nào" in response.content.decode()


def test_an_empty_file_is_refused(client: Client) -> None:
    address = send(client, b"").headers.get("Location", "")
    work()
    assert not address or client.get(address).status_code == 422


def test_more_than_the_limit_is_refused_with_its_size(client: Client) -> None:
    response = send(client, bytes(21 * 1024 * 1024))
    assert response.status_code == 413
    assert "mức nhận là 20 MB" in response.content.decode()
    assert not QuickCheck.objects.exists()


def test_a_script_gets_the_sentence_as_json(client: Client) -> None:
    response = client.post("/", {}, headers={"Accept": "application/json"})
    assert response.status_code == 400
    assert response.json()["error"].startswith("Chưa có tệp nào")


def test_too_many_waiting_files_are_sent_away_in_kind_words(client: Client, settings: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("caitien.apps.quickcheck.queries.MOST_WAITING", 1)
    actions.start(plan_docx(), name="a.docx")
    assert send(client, plan_docx()).status_code == 503


def test_a_stale_form_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/", {"van_ban": "x"})
    assert response.status_code == 403
    assert "mở lại trang" in response.content.decode()
