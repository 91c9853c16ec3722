"""Database settings of one address: ``sqlite:///path`` or ``postgresql://user:password@host:port/name``.

For a Unix socket the folder of the socket is named as ``postgresql://user@/name?host=/folder``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"


def database(address: str, *, test_folder: Path) -> dict[str, Any]:
    """The entry of ``DATABASES`` for an address. ValueError names the two kinds that are known."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(address.removeprefix("sqlite:///")), test_folder)
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or dict(parse_qsl(parts.query)).get("host", ""),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # pgbouncer in transaction mode bears neither server-side cursors nor prepared statements
            "DISABLE_SERVER_SIDE_CURSORS": True,
            "OPTIONS": {"prepare_threshold": None},
        }
    raise ValueError("CAITIEN_DATABASE: sqlite:///path or postgresql://user:password@host:port/name")


def _sqlite(path: str, test_folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
        # a file, so that the server and the worker of a test hold connections of their own, as in life
        "TEST": {"NAME": str(test_folder / "test.sqlite3")},
    }
