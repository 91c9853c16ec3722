"""Small editions for tests: the shapes of 2018 and 57/2026 with invented titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from caitien.engine.catalogue import Edition, parse_edition

MANDATORY = ("1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2")
OTHERS = ("1.1", "1.2", "2.3", "3.3", "3.4", "3.5", "4.3")


def criterion(code: str, levels: dict[int, Iterable[str]], **more: Any) -> dict[str, Any]:
    """A criterion with the keys of each level."""
    written = {
        level: [{"key": key, "question": f"Nhà trường đã làm việc {code}/{level}/{key}?"} for key in keys]
        for level, keys in levels.items()
    }
    return {"code": code, "title": f"Việc thứ {code}", "levels": written, **more}


def raw_57(**changes: Any) -> dict[str, Any]:
    """Four standards with 4, 3, 5, 3 criteria on two levels, eight of them mandatory."""
    standards = [
        {
            "code": str(s),
            "title": f"Nhóm việc {s}",
            "criteria": [
                criterion(f"{s}.{c}", {1: "12", 2: "1"}, mandatory=f"{s}.{c}" in MANDATORY) for c in range(1, count + 1)
            ],
        }
        for s, count in enumerate((4, 3, 5, 3), 1)
    ]
    need = {"mandatory_at_least": 1, "others_at_least": 1, "others_count": 5}
    return {
        "id": "tt57-small",
        "regulation": "57/2026/TT-BGDĐT",
        "set": "small",
        "title": "Bộ thử",
        "school_types": ["primary"],
        "valid_from": "2026-07-07",
        "source": "Bịa để thử",
        "totals": {1: 15, 2: 15},
        "level_rule": {
            "kind": "mandatory-and-count",
            "mandatory": list(MANDATORY),
            "levels": {
                1: need,
                2: {"mandatory_at_least": 2, "others_at_least": 2, "others_count": 5, "every_other_at_least": 1},
            },
        },
        "standards": standards,
        **changes,
    }


def raw_2018(**changes: Any) -> dict[str, Any]:
    """Two standards; 1.2 and 2.2 end at level 2; two khoản of level 4."""
    return {
        "id": "tt17-small",
        "regulation": "17/2018/TT-BGDĐT",
        "set": "small",
        "title": "Bộ thử",
        "school_types": ["primary"],
        "valid_from": "2018-10-10",
        "valid_to": "2026-07-06",
        "source": "Bịa để thử",
        "totals": {1: 5, 2: 5, 3: 3, 4: 2},
        "level_rule": {"kind": "all", "levels": 3, "level4": "all", "ceiling": "max_level"},
        "standards": [
            {
                "code": "1",
                "title": "Nhóm việc 1",
                "criteria": [
                    criterion("1.1", {1: "abc", 2: "ab", 3: "*"}),
                    criterion("1.2", {1: "abc", 2: "*"}),
                    criterion("1.3", {1: "abc", 2: "ab", 3: "ab"}),
                ],
            },
            {
                "code": "2",
                "title": "Nhóm việc 2",
                "criteria": [criterion("2.1", {1: "abc", 2: "*", 3: "*"}), criterion("2.2", {1: "abc", 2: "ab"})],
            },
        ],
        "level4": [criterion("M4.1", {4: "*"}), criterion("M4.2", {4: "*"})],
        **changes,
    }


def as_bytes(raw: Any) -> bytes:
    """The raw content as a YAML file."""
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False).encode()


def made(raw: dict[str, Any]) -> Edition:
    """The edition of a raw content."""
    return parse_edition(as_bytes(raw), "thử.yaml")
