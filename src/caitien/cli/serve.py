"""``caitien serve``: hands over to the web site."""

from __future__ import annotations

import argparse
import pkgutil

SITE = "caitien.website.serve:run"
"""An address, not an import: the command line and the web site are neighbours that know nothing of each other."""


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; UserError when the port is taken."""
    pkgutil.resolve_name(SITE)(host=options.host, port=options.port, demo=options.demo)
    return 0
