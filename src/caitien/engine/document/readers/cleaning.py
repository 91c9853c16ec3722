"""The cleaning that every reader applies to the text it finds."""

from __future__ import annotations

import re

from caitien.engine.vietnamese.text import nfc

SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def clean(text: str) -> str:
    """NFC; blanks of every width one plain blank each; no soft hyphens, zero-width or control characters.

    Line ends, tabs and form feeds stay. The letter Eth, often typed for Đ because it looks the same, becomes Đ.
    """
    if text.isascii():
        return CONTROL.sub("", text)
    return CONTROL.sub("", SPACES.sub(" ", nfc(text))).replace("Ð", "Đ")
