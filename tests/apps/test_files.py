from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage

from caitien.apps.files import actions
from caitien.apps.files.models import Content
from caitien.apps.files.queries import read_bytes

pytestmark = pytest.mark.django_db


def stored_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_same_content_is_kept_once_and_goes_with_its_last_use(tmp_path: Path) -> None:
    first, second = actions.store(b"mot ke hoach", "a.docx"), actions.store(b"mot ke hoach", "b.docx")
    assert [path.name for path in stored_files(tmp_path)] == [first.content.sha256]
    actions.remove(first)
    assert read_bytes(second) == b"mot ke hoach"
    actions.remove(second)
    assert stored_files(tmp_path) == []
    assert not Content.objects.exists()


def test_a_name_given_by_a_person_never_becomes_a_path(tmp_path: Path) -> None:
    use = actions.store(b"x", "../..\\etc/passwd\x00.docx" + "dài" * 200)
    assert use.name.startswith("passwd.docx")
    assert len(use.name) == 200
    assert [path.relative_to(tmp_path / "files").as_posix() for path in stored_files(tmp_path)] == [use.content.path]


def test_bytes_that_vanished_are_written_again(tmp_path: Path) -> None:
    use = actions.store(b"x", "a")
    default_storage.delete(use.content.path)
    assert read_bytes(actions.store(b"x", "b")) == b"x"


def test_half_a_file_is_never_seen(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(OSError, match="đĩa đầy"):
        actions.store(b"x", "a")
    assert stored_files(tmp_path) == []


def broken(*paths: object) -> None:
    raise OSError("đĩa đầy")
