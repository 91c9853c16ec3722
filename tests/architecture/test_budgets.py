"""Files and functions stay small (design: budgets)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import ROOT, modules, tree

FILE_LINES = 300
FUNCTION_LINES = 40
PARAMETERS = 5
"""Those that can be given by place; what must be named explains itself."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions() -> Iterator[tuple[str, Function]]:
    for name, path in modules().items():
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield f"{name}.{node.name}", node


def test_files_are_short() -> None:
    files = [*modules().values(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").glob("*.py")]
    counted = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {path: lines for path, lines in counted.items() if lines > FILE_LINES} == {}


def test_functions_are_short() -> None:
    lines = {name: node.end_lineno - node.lineno + 1 for name, node in _functions() if node.end_lineno}
    assert {name: count for name, count in lines.items() if count > FUNCTION_LINES} == {}


def test_functions_take_few_parameters() -> None:
    counts = {name: len([*node.args.posonlyargs, *node.args.args]) for name, node in _functions()}
    assert {name: count for name, count in counts.items() if count > PARAMETERS + name.endswith("__init__")} == {}


def test_functions_say_what_they_return() -> None:
    assert [name for name, node in _functions() if node.returns is None] == []


def test_the_engine_says_what_its_modules_and_public_functions_do() -> None:
    silent = [name for name, path in modules().items() if name.startswith("caitien.engine") and _is_silent(tree(path))]
    for name, path in modules().items():
        if name.startswith("caitien.engine"):
            public = (node for node in tree(path).body if isinstance(node, Function) and not node.name.startswith("_"))
            silent += [f"{name}.{node.name}" for node in public if ast.get_docstring(node) is None]
    assert silent == []


def _is_silent(module: ast.Module) -> bool:
    return bool(module.body) and ast.get_docstring(module) is None
