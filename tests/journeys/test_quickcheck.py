"""What a teacher does with a plan, in a real browser."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.apps.makers import plan_docx

Visit = Any


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "Kế hoạch của trường.docx"
    file.write_bytes(plan_docx())
    return file


def result(page: Page, plan: Path) -> None:
    """Choose the file and wait for its result."""
    page.locator("#tep").set_input_files(plan)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch cải tiến 2026–2027")


def card(page: Page, title: str) -> Any:
    return page.locator("details.finding", has_text=title).first


def test_from_the_file_to_the_corrected_copy_and_away(visit: Visit, plan: Path) -> None:
    page = visit()
    result(page, plan)
    repeated = card(page, "Chữ lặp hai lần")
    repeated.locator("summary").click()
    expect(page.locator("#giay .found-now")).to_have_text("nước nước")
    repeated.get_by_role("button", name="Sửa giúp").click()
    expect(page.locator(".toast")).to_contain_text("Đã sửa 1 chỗ.")
    expect(page.locator("#giay ins")).to_have_text("nước")
    page.locator(".toast").get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#giay ins")).to_have_count(0)
    page.get_by_role("button", name=re.compile(r"Sửa \d+ chỗ an toàn")).click()
    expect(page.get_by_role("button", name=re.compile(r"Sửa \d+ chỗ an toàn"))).to_have_count(0)
    page.get_by_text("Tải bản đã sửa").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word (.docx)").click()
    assert download.value.suggested_filename == "Kế hoạch của trường-da-sua.docx"
    address = page.url
    page.get_by_role("button", name="Xóa ngay").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xóa tệp và kết quả")
    assert page.request.get(address).status == 404


def test_a_remark_leads_to_its_place_and_the_place_to_its_remark(visit: Visit, plan: Path) -> None:
    page = visit()
    result(page, plan)
    reversed_dates = card(page, "Kết thúc trước khi bắt đầu")
    reversed_dates.locator("summary").click()
    reversed_dates.get_by_role("link", name="Xem chỗ này").click()
    expect(page.locator("#giay .found-now")).to_be_in_viewport()
    number = page.locator("#giay .paper-mark").first
    number.click()
    expect(page.locator(f"details[data-key='{number.get_attribute('data-key')}']")).to_have_attribute("open", "")


def test_numbers_in_the_margin_never_lie_upon_each_other(visit: Visit, plan: Path) -> None:
    page = visit()
    result(page, plan)
    tops = page.locator("#giay .paper-mark").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    tops.sort()
    assert len(tops) > 8
    assert all(after - before >= 24 for before, after in pairwise(tops))


def test_what_does_not_apply_is_set_aside_with_a_reason(visit: Visit, plan: Path) -> None:
    page = visit()
    result(page, plan)
    principal = card(page, "hiệu trưởng chủ trì")
    principal.locator("summary").click()
    principal.get_by_role("link", name="Không áp dụng…").click()
    expect(page.locator("#ly-do")).to_be_focused()
    page.locator("#ly-do").fill("trường chỉ có chín giáo viên")
    page.keyboard.press("Enter")
    aside = page.locator(".finding-dismissed")
    expect(aside).to_contain_text("trường chỉ có chín giáo viên")
    aside.get_by_role("button", name="Tính lại").click()
    expect(aside).to_have_count(0)


def test_without_scripts_everything_still_works(visit: Visit, plan: Path) -> None:
    page = visit(java_script_enabled=False)
    page.locator("#tep").set_input_files(plan)
    page.get_by_role("button", name="Bắt đầu kiểm tra").click()
    page.wait_for_selector("#danh-sach", timeout=20_000)
    repeated = card(page, "Chữ lặp hai lần")
    repeated.locator("summary").click()
    repeated.get_by_role("button", name="Sửa giúp").click()
    expect(page.locator(".summary-told")).to_contain_text("Đã sửa 1 chỗ.")
    expect(page.locator("#giay ins")).to_have_text("nước")
    page.locator(".finding-done").get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#giay ins")).to_have_count(0)
    principal = card(page, "hiệu trưởng chủ trì")
    principal.locator("summary").click()
    principal.get_by_role("link", name="Không áp dụng…").click()
    page.locator("#ly-do").fill("trường nhỏ")
    page.get_by_role("button", name="Ghi lại").click()
    expect(page.locator(".finding-dismissed")).to_contain_text("trường nhỏ")
    page.get_by_role("button", name="Xóa ngay").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xóa tệp và kết quả")


def test_without_scripts_text_can_be_pasted_and_the_theme_changed(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.locator("summary[title='Nền sáng hay tối']").click()
    page.get_by_role("button", name="Nền tối").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("link", name="Dán nội dung").click()
    page.locator("#van-ban").fill("KẾ HOẠCH\nCải tiến chất lượng giáo dục năm học 2026 – 2027\nI. MỤC ĐÍCH")
    page.get_by_role("button", name="Kiểm tra nội dung đã dán").click()
    page.wait_for_selector("#danh-sach", timeout=20_000)


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_shows_one_part_at_a_time_and_nothing_sticks_out(visit: Visit, plan: Path, width: int) -> None:
    page = visit(width=width, height=720, has_touch=True, is_mobile=True)
    assert sticks_out(page) == 0
    result(page, plan)
    expect(page.locator("#nhan-xet")).to_be_visible()
    expect(page.locator("#van-ban")).to_be_hidden()
    page.get_by_role("link", name="Văn bản", exact=True).click()
    expect(page.locator("#van-ban")).to_be_visible()
    expect(page.locator("#nhan-xet")).to_be_hidden()
    page.get_by_role("link", name="Bảng", exact=True).click()
    expect(page.locator("#bang tbody tr").first).to_be_visible()
    assert sticks_out(page) == 0
    page.get_by_role("link", name=re.compile("Nhận xét")).click()
    first = page.locator("details.finding[open]")
    first.get_by_role("link", name="Xem chỗ này").click()
    expect(page.locator("#giay .found-now")).to_be_in_viewport()


def sticks_out(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.mark.parametrize("path", ["/", "/loi/", "/loi/CT201/", "/van-ban/", "/huong-dan/"])
def test_pages_reflow_at_320_pixels_with_large_text(visit: Visit, path: str) -> None:
    page = visit(path, width=320, height=640)
    assert sticks_out(page) <= 0
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sticks_out(page) <= 0


def test_by_keyboard_alone(visit: Visit, plan: Path) -> None:
    page = visit()
    page.on("filechooser", lambda chooser: chooser.set_files(plan))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#tep")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch cải tiến 2026–2027")
    page.keyboard.press("F8")
    expect(page.locator("#giay .found-now").first).to_be_in_viewport()
    repeated = card(page, "Chữ lặp hai lần")
    repeated.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(repeated.get_by_role("button", name="Sửa giúp")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".finding-done", has_text="Chữ lặp hai lần").get_by_role("button")).to_be_focused()
    page.locator(".summary-download summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Word (.docx)")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Word (.docx)")).to_be_hidden()
    expect(page.locator(".summary-download summary")).to_be_focused()


def test_a_picture_is_refused_in_one_sentence(visit: Visit, tmp_path: Path) -> None:
    picture = tmp_path / "anh.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    page = visit()
    page.locator("#tep").set_input_files(picture)
    expect(page.get_by_role("alert")).to_contain_text("ảnh")
    page.get_by_role("link", name="Chọn tệp khác").click()
    expect(page.locator("#tep")).to_be_attached()
    visit.faults.clear()  # the browser writes the status 422 to its console


def test_a_file_too_large_never_leaves_the_computer(visit: Visit, tmp_path: Path) -> None:
    large = tmp_path / "lon.pdf"
    large.write_bytes(bytes(21 * 1024 * 1024))
    page = visit()
    page.locator("#tep").set_input_files(large)
    expect(page.locator(".upload-error")).to_contain_text("Tệp nặng 21 MB, mức nhận là 20 MB.")


def test_a_broken_network_is_told_and_the_file_can_be_sent_again(visit: Visit, plan: Path) -> None:
    page = visit()
    page.route("**/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("#tep").set_input_files(plan)
    expect(page.locator(".upload-error")).to_contain_text("Mạng ngắt khi đang gửi.")
    page.unroute("**/")
    result(page, plan)
    visit.faults.clear()  # the browser writes the broken request to its console


def test_a_dragged_file_is_awaited(visit: Visit) -> None:
    page = visit()
    page.locator(".dropzone").dispatch_event("dragenter")
    expect(page.get_by_text("Thả để bắt đầu đọc")).to_be_visible()
    page.locator(".dropzone").dispatch_event("dragleave")
    expect(page.get_by_text("Thả để bắt đầu đọc")).to_be_hidden()


def test_the_theme_changes_at_once_and_stays(visit: Visit) -> None:
    page = visit()
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.locator("summary[title='Nền sáng hay tối']").click()
    with page.expect_response("**/giao-dien/"):
        page.get_by_role("button", name="Nền tối").click()
    assert page.evaluate(ground) != light
    page.reload()
    assert page.evaluate(ground) != light


def test_paper_bears_no_buttons(visit: Visit, plan: Path) -> None:
    page = visit()
    result(page, plan)
    page.emulate_media(media="print")
    for hidden in (".topbar", ".footer", "#tom-tat .button", ".paper-steps"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#giay")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
