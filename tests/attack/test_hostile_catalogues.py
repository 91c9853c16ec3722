"""`catalogue validate` and `attach` with files made to break them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caitien.engine import catalogue
from caitien.engine.errors import UserError

LAUGHS = "id: &b0 [x,x,x,x,x,x,x,x]\n" + "".join(
    f"k{i}: &b{i} [{','.join([f'*b{i - 1}'] * 10)}]\n" for i in range(1, 10)
)
HOSTILE = {
    "laughs": LAUGHS + "standards: *b9\ntitle: *b9\n",
    "command": '!!python/object/apply:os.system ["touch evil"]',
    "name": "id: !!python/name:os.system\n",
    "unknown tag": "id: !foo bar",
    "deep": "[" * 20_000 + "]" * 20_000,
    "deep blocks": "- " * 10_000 + "x",
    "within itself": "&a [*a]",
    "twice": "a: 1\na: 2",
    "half a pair": 'id: "\\uD800"\n',
    "nothing": "",
    "not a number": "id: .nan\ntitle: .inf\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_catalogue_has_faults_and_does_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "bo.yaml"
    file.write_text(HOSTILE[name], encoding="utf-8")
    assert catalogue.validate(file)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("text", ["[" * 100_000 + "]" * 100_000, '{"a":' + "9" * 5_000 + "}", "[1]", '{"a":1', "", "x"])
def test_hostile_wording_is_not_attached(text: str, tmp_path: Path) -> None:
    file, overlays = tmp_path / "loi.json", tmp_path / "overlays"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError):
        catalogue.attach(catalogue.edition("tt17-2018"), file, overlays)
    assert not overlays.exists()


def test_wording_that_names_a_path_is_not_followed(tmp_path: Path) -> None:
    file = tmp_path / "loi.json"
    file.write_text(json.dumps({"../../evil": {"standards": []}, "standards": {"../x": [1]}}), encoding="utf-8")
    with pytest.raises(UserError):
        catalogue.attach(catalogue.edition("tt17-2018"), file, tmp_path / "overlays")
    assert list(tmp_path.iterdir()) == [file]
