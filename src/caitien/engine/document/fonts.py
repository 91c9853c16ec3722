"""The fonts that printed papers are set in: Tinos, with the metrics of Times New Roman and every Vietnamese letter.

They are no part of the source; ``python -m caitien.fetch`` brings them. Without them the face that typst carries within
is used.
"""

from __future__ import annotations

from pathlib import Path

FAMILY = "Tinos"
FALLBACK = "Libertinus Serif"
PACKAGE = "@expo-google-fonts/tinos"
"""npm package that holds the fonts."""
FILES = {
    "400Regular/Tinos_400Regular.ttf": "Tinos-Regular.ttf",
    "700Bold/Tinos_700Bold.ttf": "Tinos-Bold.ttf",
    "400Regular_Italic/Tinos_400Regular_Italic.ttf": "Tinos-Italic.ttf",
    "700Bold_Italic/Tinos_700Bold_Italic.ttf": "Tinos-BoldItalic.ttf",
    "LICENSE_FONT": "LICENSE.txt",
}
"""File in the package → file in the folder."""
FOLDER = Path(__file__).parents[2] / "data" / "fonts"


def installed(folder: Path = FOLDER) -> bool:
    """Whether all cuts of the face are there."""
    return all((folder / name).is_file() for name in FILES.values())
