"""Settings, message catalogues, colours."""

from __future__ import annotations

import gettext
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import caitien
from caitien.apps.directory.models import User
from caitien.apps.identifiers import uuid7
from caitien.website.catalogues import SOURCES, compile_catalogues, mo_file, parse_po
from caitien.website.databases import database

PACKAGE = Path(caitien.__file__).parent


def test_a_database_is_named_by_one_address(tmp_path: Path) -> None:
    assert database("sqlite:////tmp/a b.sqlite3", test_folder=tmp_path)["NAME"] == "/tmp/a b.sqlite3"
    postgres = database("postgresql://an:m%40t@db:6432/truong", test_folder=tmp_path)
    assert [postgres[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "an",
        "m@t",
        "db",
        6432,
        "truong",
    ]
    with pytest.raises(ValueError, match="CAITIEN_DATABASE"):
        database("mysql://x", test_folder=tmp_path)


def test_the_secret_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    ask = "from django.conf import settings; print(settings.SECRET_KEY)"
    told = [
        subprocess.run(
            [sys.executable, "-c", ask], env=environment(tmp_path), capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]
    assert told[0].stdout == told[1].stdout
    assert len(told[0].stdout) > 60
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def python(code: str, folder: Path) -> str:
    """What a program prints that runs with its own data folder."""
    run = [sys.executable, "-c", code]
    return subprocess.run(run, env=environment(folder), capture_output=True, text=True, check=True).stdout


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "CAITIEN_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "caitien.website.settings"}


def test_no_change_of_a_model_lacks_its_migration() -> None:
    run = [sys.executable, "-m", "caitien.manage", "makemigrations", "--check", "--dry-run"]
    assert subprocess.run(run, capture_output=True, text=True).returncode == 0


def test_the_site_is_ready_for_the_open_net(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "caitien.manage", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(run, env={**environment(tmp_path), "CAITIEN_HTTPS": "1"}, capture_output=True, text=True)
    silenced = {"security.W005", "security.W021"}  # subdomains and preloading are the owner's to decide
    assert set(re.findall(r"security\.W\d+", done.stderr)) <= silenced, done.stderr


def test_identifiers_of_rows_grow_with_time_and_tell_their_version() -> None:
    made = [uuid7() for _ in range(50)]
    assert len(set(made)) == 50
    assert {one.version for one in made} == {7}
    assert made[0].int >> 80 <= made[-1].int >> 80


@pytest.mark.django_db
def test_a_person_is_called_by_the_last_word_of_the_name() -> None:
    person = User.objects.create_user("an", password="x", full_name="Mạc Thị Ban An")
    assert (person.get_short_name(), str(person)) == ("An", "Mạc Thị Ban An")
    assert person.pk.version == 7


PO = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, fuzzy
msgid "bỏ"
msgstr "left"

msgctxt "nút"
msgid "một "
"hai"
msgstr "one two"

msgid "%d việc"
msgid_plural "%d việc"
msgstr[0] "%d task"
msgstr[1] "%d tasks"
"""


def test_a_catalogue_is_compiled_as_gettext_reads_it() -> None:
    compiled = gettext.GNUTranslations(io.BytesIO(mo_file(parse_po(PO))))
    assert compiled.pgettext("nút", "một hai") == "one two"
    assert compiled.ngettext("%d việc", "%d việc", 3) == "%d tasks"
    assert compiled.gettext("bỏ") == "bỏ"


def test_every_sentence_of_the_templates_has_its_english() -> None:
    known = parse_po((SOURCES / "en/LC_MESSAGES/django.po").read_text(encoding="utf-8"))
    templates = [file.read_text(encoding="utf-8") for file in PACKAGE.rglob("templates/**/*.html")]
    used = {
        text
        for page in templates
        for text in re.findall(r"""{% translate (?:"([^"]+)"|'([^']+)')""", page)
        for text in text
        if text
    }
    assert used - known.keys() == set()


def test_the_pages_speak_english_to_those_who_ask(tmp_path: Path) -> None:
    page = python(ENGLISH, tmp_path)
    assert "<h1>Check your improvement plan" in page
    assert 'lang="en"' in page


ENGLISH = """
from caitien.website.serve import prepare
prepare()
from django.test import Client
client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
assert "Soát kế hoạch" in client.get("/").content.decode()
client.post("/ngon-ngu/setlang/", {"language": "en", "next": "/"})
print(client.get("/").content.decode())
"""


def test_catalogues_are_compiled_only_when_they_changed(tmp_path: Path) -> None:
    compile_catalogues(tmp_path)
    made = tmp_path / "en/LC_MESSAGES/django.mo"
    os.utime(made, (2e9, 2e9))
    compile_catalogues(tmp_path)
    assert made.stat().st_mtime == 2e9


def blocks_of_colours() -> dict[str, dict[str, str]]:
    css = (PACKAGE / "ui/static/ui/css/tokens.css").read_text(encoding="utf-8")
    light, system, chosen = css.split("{\n")[1], css.split("{\n")[3], css.split("{\n")[4]
    read = [dict(re.findall(r"--([\w-]+): (#\w+);", part)) for part in (light, system, chosen)]
    return {"light": read[0], "system dark": read[0] | read[1], "chosen dark": read[0] | read[2]}


GROUNDS = ("canvas", "surface", "surface-2", "sunken")
COLOURS = ("red", "amber", "slate", "green", "accent")
TEXT_ON = [(ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in GROUNDS]
TEXT_ON += [(colour, ground) for colour in COLOURS for ground in ("surface", f"{colour}-soft")]
TEXT_ON += [("on-accent", "accent"), ("on-accent", "accent-deep"), ("accent", "canvas"), ("accent-deep", "canvas")]
TEXT_ON += [("on-toast", "toast"), ("toast-link", "toast")]
TEXT_ON += [("on-mark", "red"), ("on-mark", "slate"), ("on-chalk", "chalk")]
SHAPES_ON = [("line-strong", ground) for ground in ("surface", "canvas", "sunken")]


@pytest.mark.parametrize("theme", blocks_of_colours())
def test_text_and_controls_stand_out_enough(theme: str) -> None:
    colours = blocks_of_colours()[theme]
    for pairs, least in ((TEXT_ON, 4.5), (SHAPES_ON, 3)):
        for front, back in pairs:
            assert contrast(colours[front], colours[back]) >= least, (theme, front, back)


def test_both_ways_to_the_dark_theme_give_the_same_colours() -> None:
    colours = blocks_of_colours()
    assert colours["system dark"] == colours["chosen dark"]


def contrast(one: str, other: str) -> float:
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
