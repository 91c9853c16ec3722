"""Which edition a made plan follows, and the regulations that it may cite."""

from __future__ import annotations

from caitien.engine.catalogue import Edition, edition

EDITIONS = {
    ("2018", "preschool"): "tt19-2018",
    ("2018", "primary"): "tt17-2018",
    ("2018", "lower_secondary"): "tt18-2018",
    ("2018", "upper_secondary"): "tt18-2018",
    ("2018", "multi_level"): "tt18-2018",
    ("tt57", "preschool"): "tt57-preschool",
    ("tt57", "primary"): "tt57-general",
    ("tt57", "lower_secondary"): "tt57-general",
    ("tt57", "upper_secondary"): "tt57-general",
    ("tt57", "multi_level"): "tt57-general",
    ("tt57", "continuing"): "tt57-continuing",
}
AMENDED = "2025-01-25"
"""Since this day 22/2024/TT-BGDĐT amends 17, 18 and 19/2018 and is cited with them (T1)."""


def edition_of(form: str, school_type: str) -> Edition:
    """The edition; a continuing centre has none before 57/2026 (KeyError)."""
    return edition(EDITIONS[form, school_type])


def level_codes(made: Edition, level: int) -> list[str]:
    """Codes of the criteria that have the level; ``M4.1`` … for level 4 of 2018."""
    if level == 4:
        return [criterion.code for criterion in made.level4]
    return [criterion.code for criterion in made.criteria if level in criterion.levels]
