"""From upload to corrected copies, through the doors people use."""

from __future__ import annotations

import datetime
import io
import json
import re
import threading
from typing import Any

import docx
import openpyxl
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.utils import timezone

from caitien.apps.files.models import Content
from caitien.apps.quickcheck import tasks
from caitien.apps.quickcheck.models import QuickCheck
from tests.apps.makers import finished_check, key_of, long_plan_docx, plan_docx, send, work


@pytest.mark.django_db
def test_a_file_becomes_a_page_of_findings(client: Client) -> None:
    address = send(client, plan_docx()).headers["Location"]
    waiting = client.get(address)
    assert waiting.status_code == 200
    assert "Nhận tệp" in waiting.content.decode()
    work()
    page = client.get(address).content.decode()
    assert "Căn cứ đã hết hiệu lực" in page
    assert 'id="cho-' in page
    assert "4 hoạt động" in page


@pytest.mark.django_db
def test_pasted_text_is_read_like_a_file(client: Client) -> None:
    text = (
        "KẾ HOẠCH\nCải tiến chất lượng giáo dục năm học 2026 – 2027\nI. MỤC ĐÍCH, YÊU CẦU\n1. Sân trường an toàn hơn ."
    )
    address = client.post("/", {"van_ban": text}).headers["Location"]
    work()
    assert "Kế hoạch cải tiến 2026–2027" in client.get(address).content.decode()


@pytest.mark.django_db
def test_the_example_is_one_click_away(client: Client) -> None:
    address = client.post("/kiem-tra/mau/").headers["Location"]
    work()
    assert client.get(address).status_code == 200
    assert client.get("/ke-hoach-mau.docx").content == plan_docx()


@pytest.mark.django_db
def test_the_example_shows_the_usual_faults() -> None:
    kinds = {found["kind"] for found in finished_check().result.findings}
    assert {"outdated_legal_basis", "obsolete_body", "date_reversed", "open_ended_budget", "duplicate_word"} <= kinds


@pytest.mark.django_db
def test_the_rules_one_asks_for_are_used() -> None:
    check = QuickCheck.objects.get(token=finished_check().token)
    assert check.result.summary["edition_id"] == "tt57-general"
    chosen = finished_check_by("tt18-2018")
    assert chosen.result.summary["edition_id"] == "tt18-2018"


def finished_check_by(ruleset: str) -> QuickCheck:
    send(Client(), plan_docx(), quy_dinh=ruleset)
    work()
    return QuickCheck.objects.latest("created_at")


@pytest.mark.django_db
def test_a_fix_is_made_in_the_word_file_and_can_be_undone(client: Client) -> None:
    check = finished_check()
    key = key_of(check, "duplicate_word")
    act, tasks_cell = check.get_absolute_url() + "viec/", "Làm rãnh thoát nước"
    page = client.post(act, {"sua": key}, follow=True).content.decode()
    assert "Đã sửa 1 chỗ." in page
    assert "Đã sửa lúc" in page
    assert f"{tasks_cell}\n" in words_of(download(client, check, "docx"))
    client.post(act, {"hoan_tac": key})
    assert download(client, check, "docx") == plan_docx()


@pytest.mark.django_db
def test_all_safe_fixes_at_once_and_all_undone_at_once(client: Client) -> None:
    check = finished_check()
    act = check.get_absolute_url() + "viec/"
    page = client.post(act, {"sua_het": "1"}, follow=True).content.decode()
    check.result.refresh_from_db()
    safe = sum(bool(found["edits"]) for found in check.result.findings)
    assert len(check.result.fixed) == safe > 1
    at = re.search(r'name="hoan_tac_luc" value="([^"]+)"', page)
    assert at
    client.post(act, {"hoan_tac_luc": at[1]})
    check.result.refresh_from_db()
    assert check.result.fixed == {}


@pytest.mark.django_db
def test_a_fix_shows_on_the_paper(client: Client) -> None:
    check = finished_check()
    key = key_of(check, "duplicate_word")
    client.post(check.get_absolute_url() + "viec/", {"sua": key})
    check.result.refresh_from_db()
    assert "<ins>nước</ins>" in check.result.paper
    assert "nước nước" not in check.result.paper


@pytest.mark.django_db
def test_what_does_not_apply_is_noted_with_its_reason(client: Client) -> None:
    check = finished_check()
    key, act = key_of(check, "lead_only_principal"), check.get_absolute_url() + "viec/"
    assert 'name="ly_do"' in client.get(check.get_absolute_url() + f"?bo_qua={key}").content.decode()
    page = client.post(act, {"bo_qua": key, "ly_do": "trường chỉ có <b>9</b> giáo viên"}, follow=True).content.decode()
    assert "trường chỉ có &lt;b&gt;9&lt;/b&gt; giáo viên" in page
    client.post(act, {"ap_dung_lai": key})
    check.result.refresh_from_db()
    assert check.result.set_aside == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "data", [{"sua": "khong-co"}, {"bo_qua": "khong-co"}, {"hoan_tac": "x"}, {}, {"ap_dung_lai": "x"}]
)
def test_a_button_that_means_nothing_changes_nothing(client: Client, data: dict[str, str]) -> None:
    check = finished_check()
    assert client.post(check.get_absolute_url() + "viec/", data, follow=True).status_code == 200
    check.result.refresh_from_db()
    assert (check.result.fixed, check.result.set_aside) == ({}, {})


def download(client: Client, check: QuickCheck, format: str) -> bytes:
    response = client.get(check.get_absolute_url() + f"tai/{format}/")
    assert response.status_code == 200
    return response.content


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (p.text for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs)
    return "\n".join([p.text for p in document.paragraphs] + list(cells)) + "\n"


@pytest.mark.django_db
def test_every_copy_can_be_opened(client: Client) -> None:
    check = finished_check()
    client.post(check.get_absolute_url() + "viec/", {"sua_het": "1"})
    assert download(client, check, "pdf").startswith(b"%PDF")
    sheet = openpyxl.load_workbook(io.BytesIO(download(client, check, "xlsx")))
    assert any("sân chơi" in str(cell.value).lower() for page in sheet for row in page for cell in row)
    plan = json.loads(download(client, check, "json"))
    assert len(plan["actions"]) == 4
    assert plan["actions"][2]["tasks"][-1].endswith("thoát nước")


@pytest.mark.django_db
def test_a_copy_bears_the_name_of_its_file(client: Client) -> None:
    check = finished_check(name="Kế hoạch 2026.docx")
    client.post(check.get_absolute_url() + "viec/", {"sua_het": "1"})
    told = client.get(check.get_absolute_url() + "tai/pdf/").headers["Content-Disposition"]
    assert "K%E1%BA%BF%20ho%E1%BA%A1ch%202026-da-sua.pdf" in told


@pytest.mark.django_db
def test_a_format_we_do_not_write_is_not_found(client: Client) -> None:
    assert client.get(finished_check().get_absolute_url() + "tai/exe/").status_code == 404


@pytest.mark.django_db
def test_deleting_takes_file_row_and_result(client: Client) -> None:
    check = finished_check()
    path = check.upload.content.path
    response = client.post(check.get_absolute_url() + "xoa/", follow=True)
    assert "Đã xóa tệp và kết quả" in response.content.decode()
    assert not QuickCheck.objects.exists()
    assert not Content.objects.exists()
    assert not default_storage.exists(path)
    assert client.get(check.get_absolute_url()).status_code == 404


@pytest.mark.django_db
def test_after_two_hours_it_is_gone_and_then_deleted(client: Client) -> None:
    check = finished_check()
    assert datetime.timedelta(minutes=119) < check.expires_at - timezone.now() <= datetime.timedelta(hours=2)
    QuickCheck.objects.update(expires_at=timezone.now())
    for door in ("", "van-ban/", "tien-do/", "tai/docx/"):
        response = client.get(check.get_absolute_url() + door)
        assert response.status_code == 410, door
        assert "tự xóa" in response.content.decode()
    tasks.delete_expired.call()
    assert not QuickCheck.objects.exists()
    assert not Content.objects.exists()


@pytest.mark.django_db
def test_only_what_is_over_is_deleted() -> None:
    kept, over = finished_check(), finished_check()
    QuickCheck.objects.filter(pk=over.pk).update(expires_at=timezone.now())
    tasks.delete_expired.call()
    assert QuickCheck.objects.get() == kept
    assert default_storage.exists(kept.upload.content.path)


@pytest.mark.django_db
def test_addresses_cannot_be_guessed() -> None:
    tokens = {finished_check().token for _ in range(3)}
    assert len(tokens) == 3
    assert all(len(token) >= 32 for token in tokens)


@pytest.mark.django_db
def test_a_result_is_neither_kept_by_caches_nor_found_by_search_engines(client: Client) -> None:
    response = client.get(finished_check().get_absolute_url())
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.django_db
def test_progress_tells_true_counts_and_then_asks_for_the_result(client: Client) -> None:
    check = finished_check()
    QuickCheck.objects.update(state="working", step="check", actions=4)
    page = client.get(check.get_absolute_url() + "tien-do/").content.decode()
    assert "Tìm thấy 4 hoạt động" in page
    QuickCheck.objects.update(state="done")
    assert client.get(check.get_absolute_url() + "tien-do/").status_code == 205


@pytest.mark.django_db
def test_a_page_costs_the_same_queries_for_ten_rows_and_for_a_hundred(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    costs = []
    for rows in (10, 100):
        check = finished_check(long_plan_docx(rows))
        with django_assert_max_num_queries(12) as queries:
            client.get(check.get_absolute_url())
        costs.append(len(queries))
    assert costs[0] == costs[1]


@pytest.mark.django_db
def test_a_long_plan_is_shown_in_parts(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("caitien.apps.quickcheck.service.HEAVY", 100_000)
    check = finished_check(long_plan_docx(100))
    page = client.get(check.get_absolute_url()).content.decode()
    assert "paper-grid" not in page
    assert 'data-src="' in page
    assert "?trang=2#nhan-xet" in page
    last = max(check.result.findings, key=lambda found: found["number"])
    assert f'id="nx-{last["key"]}"' in client.get(check.get_absolute_url() + f"?nx={last['key']}").content.decode()
    assert client.get(check.get_absolute_url() + "?trang=9999&bang=2").status_code == 200
    assert f'id="cho-{last["key"]}"' in client.get(check.get_absolute_url() + "van-ban/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_ten_uploads_at_once_all_arrive() -> None:
    addresses: list[str] = []

    def upload(number: int) -> None:
        addresses.append(send(Client(), plan_docx() if number % 2 else long_plan_docx(10)).headers["Location"])
        connection.close()

    threads = [threading.Thread(target=upload, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    work()
    assert len(set(addresses)) == 10
    assert set(QuickCheck.objects.values_list("state", flat=True)) == {"done"}
    assert Content.objects.count() == 2
