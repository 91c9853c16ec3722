"""argparse in Vietnamese: headings, help option and the sentences for a wrong command line."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable
from typing import Any, NoReturn

Say = Callable[[re.Match[str]], str]


def _choice(found: re.Match[str]) -> str:
    known = re.findall(r"[\w-]+", found[3])
    close = difflib.get_close_matches(found[2], known, n=1)
    hint = f" Có phải là “{close[0]}”?" if close else f" Chọn một trong: {', '.join(known)}."
    name = "lệnh" if found[1] in ("command", "LỆNH") else found[1]
    return f"Không có {name} “{found[2]}”.{hint}"


SENTENCES: tuple[tuple[str, Say], ...] = (
    (r"the following arguments are required: (.+)", lambda found: f"Lệnh còn thiếu: {found[1]}."),
    (r"unrecognized arguments: (.+)", lambda found: f"Lệnh không có phần này: {found[1]}."),
    (r"argument (.+?): invalid choice: '(.+?)'.*?\(choose from (.+)\)", _choice),
    (r"argument (.+?): expected .*", lambda found: f"{found[1]} cần một giá trị đi sau."),
    (r"argument (.+?): invalid int value: '(.*)'", lambda found: f"{found[1]} cần một số, không phải “{found[2]}”."),
    (r"argument (.+?): ignored explicit argument .*", lambda found: f"{found[1]} không nhận giá trị."),
    (r"argument (.+?): not allowed with argument (.+)", lambda found: f"{found[1]} không đi cùng {found[2]}."),
    (r"ambiguous option: (\S+) .*", lambda found: f"{found[1]} hợp với nhiều tùy chọn. Xin ghi đủ tên."),
    (r"argument (.+?): (.+)", lambda found: f"{found[1]}: {found[2]}"),
)
"""What argparse says → how we say it; the first that fits. The last lets our own sentences through."""


def sentence(message: str) -> str:
    """argparse's message as one Vietnamese sentence."""
    for pattern, say in SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return say(found)
    return "Lệnh chưa đúng cách dùng."


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Vietnamese heading for the usage."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that helps and complains in Vietnamese."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", Formatter)
        super().__init__(add_help=False, **settings)
        self._positionals.title = "Ghi sau lệnh"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện trang này")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{sentence(message)} Gõ “{self.prog} --help” để xem cách dùng.\n")
