from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from caitien import fetch


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> fetch.Group:
    made = fetch.Group("@a/font", {"x/A.ttf": "A.ttf", "data.gz": "data"}, tmp_path / "to", "chữ in khác đi")
    monkeypatch.setattr(fetch, "GROUPS", (made,))
    monkeypatch.chdir(tmp_path)
    return made


def _brought(modules: Path) -> None:
    (modules / "@a/font/x").mkdir(parents=True)
    (modules / "@a/font/x/A.ttf").write_bytes(b"face")
    (modules / "@a/font/data.gz").write_bytes(gzip.compress(b"model"))


def test_the_listed_files_are_copied_and_unpacked(group: fetch.Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "install", lambda project: _brought(project / "node_modules") or "")
    assert fetch.main() == 0
    assert {path.name: path.read_bytes() for path in group.folder.iterdir()} == {"A.ttf": b"face", "data": b"model"}
    assert fetch.is_complete(group)


def test_without_npm_it_says_what_follows(
    group: fetch.Group, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fetch, "npm_command", lambda: None)
    assert fetch.main() == 1
    assert capsys.readouterr().err == "Máy chưa có npm: chữ in khác đi. Lần chạy sau sẽ thử lại.\n"


def test_files_brought_before_are_kept_without_a_word(
    group: fetch.Group, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _brought(tmp_path / "before")
    fetch.copy(group, tmp_path / "before")
    monkeypatch.setattr(fetch, "npm_command", lambda: ["false"])
    assert fetch.main() == 1
    assert capsys.readouterr().err == ""


def test_the_lock_holds_what_is_copied() -> None:
    lock = (Path(__file__).parents[1] / "package-lock.json").read_text(encoding="utf-8")
    for group in fetch.GROUPS:
        assert f'"node_modules/{group.package}"' in lock
    assert "resolved" not in lock
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')
