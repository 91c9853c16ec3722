"""The fonts that printed papers are set in: Tinos, with the metrics of Times New Roman and every Vietnamese letter.

They are no part of the source; ``python -m caitien.engine.document.fonts`` fetches them through npm into
``caitien/data/fonts``. Without them the face that typst carries within is used.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from caitien.engine.errors import MissingProgram

FAMILY = "Tinos"
FALLBACK = "Libertinus Serif"
PACKAGE = "@expo-google-fonts/tinos"
VERSION = "0.4.2"
SHA512 = "MQkfvUO1Aw7UP3jRtWLcjda+udanoL8ecrbkjbc3ZdhSI1iW/Uil4uD8O0eOiIxU2v/FeAT2XjGNiz5oYUlucg=="
FILES = {
    "400Regular/Tinos_400Regular.ttf": "Tinos-Regular.ttf",
    "700Bold/Tinos_700Bold.ttf": "Tinos-Bold.ttf",
    "400Regular_Italic/Tinos_400Regular_Italic.ttf": "Tinos-Italic.ttf",
    "700Bold_Italic/Tinos_700Bold_Italic.ttf": "Tinos-BoldItalic.ttf",
    "LICENSE_FONT": "LICENSE.txt",
}
"""File in the package → file in the folder."""
FOLDER = Path(__file__).parents[2] / "data" / "fonts"
PATIENCE = 120
"""Seconds that npm may take."""


def installed(folder: Path = FOLDER) -> bool:
    """Whether all cuts of the face are there."""
    return all((folder / name).is_file() for name in FILES.values())


def install_from(package: Path, folder: Path = FOLDER) -> None:
    """Copy the fonts out of the unpacked npm package; FileNotFoundError when it lacks one."""
    folder.mkdir(parents=True, exist_ok=True)
    for source, target in FILES.items():
        shutil.copyfile(package / source, folder / target)


def fetch(folder: Path = FOLDER) -> None:
    """Fetch the package through npm, compare its hash and copy the fonts.

    MissingProgram when npm is absent or gives no package, or another one than expected.
    """
    with tempfile.TemporaryDirectory() as place:
        archive = _packed(Path(place))
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as packed:
            for source, target in FILES.items():
                member = packed.extractfile(f"package/{source}")
                (folder / target).write_bytes(member.read() if member else b"")


def _packed(place: Path) -> Path:
    npm = shutil.which("npm", path=str(Path(sys.executable).parent)) or shutil.which("npm")
    if npm is None:
        raise MissingProgram("Chưa có npm để tải phông chữ. Xin cài Node.js, hoặc in bằng phông có sẵn.")
    command = [npm, "pack", f"{PACKAGE}@{VERSION}", "--silent"]
    try:
        done = subprocess.run(command, cwd=place, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise MissingProgram("Mạng chậm nên chưa tải được phông chữ. Xin thử lại sau.") from error
    archive = next(place.glob("*.tgz"), None)
    if done.returncode or archive is None:
        raise MissingProgram("Chưa tải được phông chữ qua npm. Xin kiểm tra mạng rồi thử lại.")
    if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != SHA512:
        raise MissingProgram("Gói phông chữ tải về khác bản đã kiểm tra, nên không dùng.")
    return archive


if __name__ == "__main__":
    if not installed():
        fetch()
    print(f"Phông chữ {FAMILY}: {FOLDER}")
