"""Every address the site has, visited by a stranger; what holds for all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import caitien
from tests.apps.makers import finished_check

POST_ONLY = {"quickcheck:example", "quickcheck:act", "quickcheck:delete", "ui:theme"}
OTHERWISE = {"quickcheck:progress": 205, "set_language": 302}
STATIC = [Path(caitien.__file__).parent / "ui/static", Path(caitien.__file__).parent / "apps/quickcheck/static"]


def names(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, set[str]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry, f"{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern) and entry.name:
            yield prefix + entry.name, set(entry.pattern.converters)


ADDRESSES = dict(names(get_resolver()))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ADDRESSES)
def test_a_stranger_gets_a_page_or_a_plain_refusal(client: Client, name: str) -> None:
    given = {"token": finished_check().token, "format": "json", "code": "CT201"}
    address = reverse(name, kwargs={key: given[key] for key in ADDRESSES[name]})
    response = client.get(address)
    expected = OTHERWISE.get(name, 405 if name in POST_ONLY else 200)
    assert response.status_code == expected, address


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in ADDRESSES if "token" in ADDRESSES[name]])
def test_a_stranger_who_guesses_finds_nothing(client: Client, name: str) -> None:
    given = {"token": "doan-bua", "format": "json"}
    address = reverse(name, kwargs={key: given[key] for key in ADDRESSES[name]})
    assert client.get(address).status_code in (404, 405)
    assert client.post(address).status_code in (404, 405)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/khong-co-trang-nay/", "/loi/CT9999/", "/kiem-tra/a/b/c/"])
def test_what_is_not_there_is_said_in_warm_words(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "Về trang đầu" in response.content.decode()


PAGES = ("/", "/loi/", "/loi/CT201/", "/van-ban/", "/huong-dan/", "/kiem-tra/da-xoa/", "/khong-co/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_no_page_runs_inline_code_or_asks_another_host(client: Client, address: str) -> None:
    check_html(client.get(address).content.decode())


@pytest.mark.django_db
def test_the_result_runs_no_inline_code_and_asks_no_other_host(client: Client) -> None:
    check_html(client.get(finished_check().get_absolute_url()).content.decode())


def check_html(page: str) -> None:
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


@pytest.mark.parametrize(
    "file", [f for folder in STATIC for f in folder.rglob("*") if f.suffix in (".css", ".js", ".svg")]
)
def test_no_static_file_asks_another_host(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|url\(|@import", text)


@pytest.mark.django_db
def test_the_headers_that_protect(client: Client) -> None:
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_healthz_answers(client: Client) -> None:
    assert client.get("/healthz").json()["status"] == "ok"


@pytest.mark.django_db
def test_the_list_of_faults_can_be_searched(client: Client) -> None:
    page = client.get("/loi/?tim=kinh+phi").content.decode()
    assert "CT902" in page
    assert "CT103" not in page
    assert "Không có lỗi nào khớp" in client.get("/loi/?tim=khongcogi").content.decode()


@pytest.mark.django_db
def test_the_page_of_a_fault_says_what_why_and_how(client: Client) -> None:
    page = client.get("/loi/ct802/").content.decode()
    assert all(word in page for word in ("Vì sao", "Căn cứ", "Chưa đạt", "Tốt", "CT802"))


@pytest.mark.django_db
def test_the_regulations_say_what_has_ended(client: Client) -> None:
    page = client.get("/van-ban/").content.decode()
    assert "Thông tư 57/2026/TT-BGDĐT" in page
    assert "hết hiệu lực từ 07/07/2026" in page


@pytest.mark.django_db
def test_the_theme_is_kept_and_can_follow_the_system_again(client: Client) -> None:
    assert client.post("/giao-dien/", {"theme": "dark", "next": "/loi/"}).headers["Location"] == "/loi/"
    assert 'data-theme="dark"' in client.get("/").content.decode()
    client.post("/giao-dien/", {"theme": ""})
    assert "data-theme=" not in client.get("/").content.decode()


@pytest.mark.django_db
def test_no_form_sends_people_to_another_site(client: Client) -> None:
    assert client.post("/giao-dien/", {"theme": "dark", "next": "https://example.org/"}).headers["Location"] == "/"


@pytest.mark.django_db
def test_all_components_stand_on_one_page(client: Client, settings: Any, rf: Any) -> None:
    from caitien.ui.views import components

    page = components(rf.get("/_components")).content.decode()
    assert all(word in page for word in ("Nút", "Ô nhập", "Nhận xét", "Thông báo", "Bảng và thẻ"))
