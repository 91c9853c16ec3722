"""axe-core finds nothing to object to on any page, light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
PATHS = ["/", "/loi/", "/loi/CT201/", "/van-ban/", "/huong-dan/", "/kiem-tra/da-xoa/", "/khong-co-trang-nay/"]
LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]
RUN = "axe.run(document, {resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    if not AXE.exists():
        pytest.skip("no axe-core: npm ci puts it into node_modules")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_pages_to_read(visit: Any, width: int, theme: str) -> None:
    page = visit(width=width, color_scheme=theme)
    for path in PATHS:
        page.goto(path)
        assert violations(page) == [], path
    visit.faults.clear()  # a page that is not there is an error to the console


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_the_result_with_all_its_parts_open(visit: Any, width: int, theme: str) -> None:
    page = visit(width=width, color_scheme=theme)
    page.get_by_role("button", name="Xem thử với kế hoạch mẫu").click()
    expect(page.locator("#danh-sach")).to_be_attached(timeout=20_000)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for part in ("#nhan-xet", "#van-ban", "#bang"):
        page.evaluate(f"location.hash = '{part}'")
        assert violations(page) == []


def test_the_reason_that_is_asked_for(visit: Any) -> None:
    page = visit()
    page.get_by_role("button", name="Xem thử với kế hoạch mẫu").click()
    page.locator("details.finding[open]").get_by_role("link", name="Không áp dụng…").click()
    expect(page.locator("#ly-do")).to_be_visible()
    assert violations(page) == []


def test_the_progress_and_the_refusal(visit: Any, live_server: Any, tmp_path: Path) -> None:
    page = visit()
    picture = tmp_path / "anh.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    page.locator("#tep").set_input_files(picture)
    expect(page.get_by_role("alert")).to_be_visible(timeout=20_000)
    assert violations(page) == []
    visit.faults.clear()
