"""A rule, a command, an option or a setting without a help text breaks the build."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest

from caitien.cli.parser import make_parser
from caitien.engine.checker import rules as rule_modules
from caitien.engine.checker.codes import CODES, KINDS
from caitien.engine.checker.help import help_page
from caitien.engine.checker.run import rule
from tests.architecture.sources import ROOT, modules

ARGUMENTS_THAT_NAME_THEMSELVES = {"TỆP", "CŨ", "MỚI", "BỘ", "BỘ_A", "BỘ_B", "TIÊU_CHÍ"}


def test_codes_and_modules_are_the_same_set() -> None:
    package = "caitien.engine.checker.rules."
    assert {name.removeprefix(package) for name in modules() if name.startswith(package)} == set(KINDS)
    assert len(set(CODES.values())) == len(CODES)
    assert rule_modules.__doc__


@pytest.mark.parametrize("kind", CODES.values())
def test_every_rule_has_its_help_page(kind: str) -> None:
    page = help_page(kind)
    assert rule(kind).kind == kind
    assert all((page.title, page.why, page.article, page.right, page.needs))
    assert rule(kind).messages


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            assert {choice.dest for choice in action._choices_actions} == set(action.choices), "a command without help"
            for inner in action.choices.values():
                yield from _parsers(inner)


@pytest.mark.parametrize("parser", list(_parsers(make_parser())), ids=lambda parser: parser.prog)
def test_every_command_and_option_has_a_help_text(parser: argparse.ArgumentParser) -> None:
    assert parser.description
    for action in parser._actions:
        named = isinstance(action, argparse._SubParsersAction) or action.metavar in ARGUMENTS_THAT_NAME_THEMSELVES
        assert action.help or named, f"{parser.prog}: {action.option_strings or action.metavar}"


@pytest.mark.parametrize("page", ["README.md"])
def test_the_readme_names_every_command(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    commands = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    assert [name for name in commands if f"caitien {name}" not in text] == []


def test_every_setting_is_explained() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
    used = {name for path in modules().values() for name in re.findall(r"\bCAITIEN_[A-Z_]+\b", path.read_text("utf-8"))}
    assert sorted(name for name in used if name not in pages) == []
