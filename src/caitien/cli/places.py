"""Where an installation keeps what was added to the program (the web site uses the same folder)."""

from __future__ import annotations

import os
from pathlib import Path


def official_folder() -> Path:
    """Folder of the official wording attached to editions: ``CAITIEN_VAR/official``."""
    return Path(os.environ.get("CAITIEN_VAR", "var")) / "official"
