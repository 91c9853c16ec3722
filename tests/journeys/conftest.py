"""A browser against a live server, with a worker beside it. Skipped, visibly, where there is no Chromium."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from caitien.apps.jobs.management.commands.worker import drainer

# Playwright keeps an event loop in this thread; Django would take it for asynchronous code and refuse its database
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

CHROMIUM = os.environ.get("CAITIEN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

Visit = Callable[..., Page]

expect.set_options(timeout=30_000)
"""Milliseconds that a page may take before it counts as stuck; how fast it is, is measured by `make bench`."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium: install it or name it in CAITIEN_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def own_folders(settings: Any, tmp_path: Path) -> None:
    settings.STORAGES = {
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]


@pytest.fixture
def worker(live_server: Any) -> Iterator[None]:
    """Does waiting tasks in a thread of its own, with a connection of its own."""
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            drainer().run()
            stop.wait(0.05)
        connections.close_all()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    stop.set()
    thread.join()


@pytest.fixture
def visit(browser: Browser, live_server: Any, worker: None) -> Iterator[Visit]:
    """Opens a page of the server; afterwards no console error and no request to another host may have happened."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []
    host = urlsplit(live_server.url).netloc

    def open_page(path: str = "/", *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: faults.append(asked.url) if foreign(asked.url, host) else None)
        page.goto(path)
        return page

    open_page.faults = faults  # type: ignore[attr-defined]
    yield open_page
    for context in contexts:
        context.close()
    connection.close()
    assert faults == []


def foreign(url: str, host: str) -> bool:
    return urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != host
