"""Message catalogues: .po files beside the code → the .mo files Django reads, without the gettext programs."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

SOURCES = Path(__file__).resolve().parent / "translations"
"""``<language>/LC_MESSAGES/django.po``, all apps in one."""


def compile_catalogues(target: Path) -> None:
    """Write the compiled catalogue of every language below `target` where it is absent or older than its source."""
    for source in SOURCES.glob("*/LC_MESSAGES/django.po"):
        compiled = target / source.relative_to(SOURCES).with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            compiled.parent.mkdir(parents=True, exist_ok=True)
            compiled.write_bytes(mo_file(parse_po(source.read_text(encoding="utf-8"))))


def parse_po(text: str) -> dict[str, str]:
    """Messages of a .po file: key (context and plural joined as gettext does) → translation; fuzzy ones left out."""
    messages: dict[str, str] = {}
    for entry in text.split("\n\n"):
        if "\n#, fuzzy" in "\n" + entry:
            continue
        parts = _parts(entry)
        if "msgid" not in parts:
            continue
        key = parts["msgid"]
        if "msgctxt" in parts:
            key = parts["msgctxt"] + "\x04" + key
        if "msgid_plural" in parts:
            key += "\x00" + parts["msgid_plural"]
        translation = "\x00".join(value for name, value in parts.items() if name.startswith("msgstr"))
        if translation.strip("\x00"):
            messages[key] = translation
    return messages


def _parts(entry: str) -> dict[str, str]:
    """``msgid``, ``msgstr[0]`` … of one entry, with their continuation lines joined."""
    parts: dict[str, str] = {}
    name = ""
    for line in entry.splitlines():
        if line.startswith('"') and name:
            parts[name] += ast.literal_eval(line)
        elif line.startswith("msg"):
            name, _, value = line.partition(" ")
            parts[name] = ast.literal_eval(value)
    return parts


def mo_file(messages: dict[str, str]) -> bytes:
    """The compiled form: two tables of lengths and offsets, then the texts, keys sorted."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    keys_at, values_at, text_at = 28, 28 + 8 * len(pairs), 28 + 16 * len(pairs)
    tables, texts = [], b""
    for side in (0, 1):
        for pair in pairs:
            tables += [len(pair[side]), text_at + len(texts)]
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), keys_at, values_at, 0, 0)
    return head + struct.pack(f"<{len(tables)}I", *tables) + texts
