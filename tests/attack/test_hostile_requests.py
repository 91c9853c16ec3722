"""The web page under forged requests."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from caitien.engine.plan.json_form import to_json
from tests.apps.makers import finished_check, send, work
from tests.make.plans import make_plan

pytestmark = pytest.mark.django_db
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}{% debug %}"
NAMES = [
    "../../../../evil.docx",
    "..\\..\\evil.docx",
    "/etc/passwd",
    "a" * 300 + ".docx",
    "kế hoạch\u202exslx.docx",
    "CON.docx",
    "C:\\Users\\x\\plan.docx",
    EVIL + ".docx",
    ".docx",
    "📘" * 150 + ".docx",
    "%00.docx",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_name_of_a_file_is_shown_and_nothing_else(name: str, client: Client) -> None:
    address = send(client, b"K\xe1\xba\xbf ho\xe1\xba\xa1ch c\xe1\xba\xa3i ti\xe1\xba\xbfn", name).headers["Location"]
    work()
    page = client.get(address).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    assert all(re.fullmatch(r"[0-9a-f]{64}", file.name) for file in folder.rglob("*") if file.is_file())


def test_words_of_the_plan_run_nowhere_on_the_page(client: Client) -> None:
    plan = make_plan(1)
    plan.school_name = plan.authority = EVIL
    action = plan.actions[0]
    action.target = action.time_raw = action.lead_and_partners = action.budget_raw = action.heading = EVIL
    check = finished_check(json.dumps(to_json(plan)).encode(), "plan.json")
    address = check.get_absolute_url()
    pages = [client.get(address).content.decode(), client.get(f"{address}van-ban/").content.decode()]
    assert "&lt;script&gt;alert(1)" in "".join(pages)
    assert not any(evil in page for page in pages for evil in ("<script>alert", "<img src=x"))


@pytest.mark.parametrize("key", ["forged", "../../x", "\0", EVIL, "x\r\nSet-Cookie: q=1", "0" * 12])
@pytest.mark.parametrize("button", ["sua", "hoan_tac", "hoan_tac_luc", "bo_qua", "ap_dung_lai"])
def test_a_key_that_no_finding_has_changes_nothing(button: str, key: str, client: Client) -> None:
    check = finished_check()
    before = (check.result.fixed, check.result.set_aside, check.result.revision)
    response = client.post(f"{check.get_absolute_url()}viec/", {button: key, "ly_do": "x"})
    check.result.refresh_from_db()
    assert (response.status_code, response.cookies.get("q")) == (302, None)
    assert response.headers["Location"].startswith(check.get_absolute_url())
    assert (check.result.fixed, check.result.set_aside, check.result.revision) == before


def test_fixing_and_undoing_twice_is_the_same_as_once(client: Client) -> None:
    check = finished_check()
    key = next(found["key"] for found in check.result.findings if found["edits"])
    copies = []
    for button in ("sua", "sua", "hoan_tac", "hoan_tac"):
        client.post(f"{check.get_absolute_url()}viec/", {button: key})
        copies.append(client.get(f"{check.get_absolute_url()}tai/docx/").content)
    assert copies[0] == copies[1] != copies[2] == copies[3]


def test_a_huge_reason_is_kept_short_and_shown_as_text(client: Client) -> None:
    check = finished_check()
    key = check.result.findings[0]["key"]
    client.post(f"{check.get_absolute_url()}viec/", {"bo_qua": key, "ly_do": EVIL + "x" * 1_000_000})
    check.result.refresh_from_db()
    assert len(check.result.set_aside[key]["reason"]) == 300
    assert "<script>alert" not in client.get(check.get_absolute_url()).content.decode()


def test_deleting_twice_is_said_kindly(client: Client) -> None:
    check = finished_check()
    address = check.get_absolute_url()
    assert [client.post(f"{address}xoa/").status_code for _ in range(2)] == [302, 404]
    assert client.get(f"{address}tai/docx/").status_code == 404
    assert client.post(f"{address}viec/", {"sua_het": "1"}).status_code == 404


@pytest.mark.parametrize("place", ["", "xoa/", "viec/", "mau"])
def test_no_form_of_another_site_is_taken(place: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    address = finished_check().get_absolute_url()
    target = {"": "/", "mau": "/kiem-tra/mau/"}.get(place, address + place)
    assert strict.post(target, {"sua_het": "1"}).status_code == 403
    assert strict.get(address).status_code == 200


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
@pytest.mark.parametrize("place", ["xoa/", "viec/"])
def test_only_a_form_changes_anything(method: str, place: str, client: Client) -> None:
    address = finished_check().get_absolute_url()
    assert getattr(client, method)(address + place).status_code == 405
    assert client.get(address).status_code == 200
