"""Imports go only downwards, neighbours in a line know nothing of each other, and the engine is pure."""

from __future__ import annotations

import ast

from tests.architecture.sources import imports, modules, tree

LAYERS = """
caitien.fetch | caitien.manage
caitien.website | caitien.cli
caitien.apps.oversight
caitien.apps.monitoring
caitien.apps.plans
caitien.apps.assessment
caitien.apps.evidence
caitien.apps.figures
caitien.apps.papers
caitien.apps.directory
caitien.apps.quickcheck
caitien.apps.files | caitien.apps.jobs | caitien.apps.notices | caitien.apps.comments
caitien.apps.journal
caitien.apps.identifiers
caitien.ui
caitien.engine
caitien.engine.correction
caitien.engine.files
caitien.engine.reports | caitien.engine.checker | caitien.engine.plan_reader | caitien.engine.comparison
caitien.engine.levels
caitien.engine.plan
caitien.engine.catalogue | caitien.engine.register | caitien.engine.document
caitien.engine.vietnamese
caitien.engine.data_file
caitien.engine.errors
"""
"""From top to bottom; the package ``caitien.engine`` itself is the documented interface above its parts."""

ORDER = [[name.strip() for name in line.split("|")] for line in LAYERS.strip().splitlines()]
HEIGHT = {name: height for height, line in enumerate(reversed(ORDER)) for name in line}
INTERFACES = ("caitien", "caitien.engine", "caitien.apps", "caitien.data")
"""Packages of which only the module itself is meant, not what lies below."""

IMPURE = (
    "django",
    "sqlite3",
    "psycopg",
    "socket",
    "urllib.request",
    "http",
    "caitien.ui",
    "caitien.apps",
    "caitien.website",
)
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}


def layer_of(module: str) -> str | None:
    """The layer that a module belongs to; None for the package itself and its data."""
    if module in HEIGHT:
        return module
    parts = module.split(".")
    beginnings = (".".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
    return next((name for name in beginnings if name in HEIGHT and name not in INTERFACES), None)


def test_every_module_has_its_layer() -> None:
    homeless = [name for name in modules() if layer_of(name) is None and name not in INTERFACES]
    assert homeless == []


def test_imports_go_only_downwards() -> None:
    known = modules()
    climbing = []
    for name, path in known.items():
        here = layer_of(name)
        for imported in set(imports(path, known)):
            there = layer_of(imported) if imported in known else None
            if here and there and here != there and HEIGHT[there] >= HEIGHT[here]:
                climbing.append(f"{name} imports {imported}")
    assert climbing == []


ENGINE = [name for name in modules() if name.startswith("caitien.engine")]


def test_the_engine_imports_no_framework_database_or_network() -> None:
    known = modules()
    found = [
        f"{name} imports {imported}"
        for name in ENGINE
        for imported in set(imports(known[name], known))
        if any(imported == impure or imported.startswith(f"{impure}.") for impure in IMPURE)
    ]
    assert found == []


def test_the_engine_asks_no_clock() -> None:
    known = modules()
    found = [
        f"{name}:{node.lineno}"
        for name in ENGINE
        for node in ast.walk(tree(known[name]))
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in CLOCKS
    ]
    assert found == []


def test_the_engine_reads_no_setting_of_ours() -> None:
    """Programs that it calls may be given an environment; what is configured comes in as a parameter."""
    known = modules()
    assert [name for name in ENGINE if "CAITIEN_" in known[name].read_text(encoding="utf-8")] == []


def _last_name(node: ast.expr) -> str:
    """``datetime`` of both ``datetime`` and ``dt.datetime``."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
