from __future__ import annotations

from tests.apps.conftest import own_folders

__all__ = ["own_folders"]
