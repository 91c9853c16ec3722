"""Reading a Word plan, file to plan, beside markitdown's conversion of the same bytes to Markdown."""

from __future__ import annotations

import io
import statistics
import sys

from cases import files
from markitdown import MarkItDown, StreamInfo
from markitdown.converters import DocxConverter
from timing import medians, tell

from caitien.engine import read

LIMIT = 1.5
LABELS = ("CaiTien", "markitdown", "riêng bộ chuyển Word")


def main() -> int:
    """Ratios for each file; 1 when the middle one is over the limit."""
    whole, inner, info = MarkItDown(), DocxConverter(), StreamInfo(extension=".docx")
    ratios, bare = [], []
    for name, data in files("plan.docx"):
        ours, theirs, converter = medians(
            lambda data=data: read(data, "plan.docx"),
            lambda data=data: whole.convert_stream(io.BytesIO(data), stream_info=info),
            lambda data=data: inner.convert(io.BytesIO(data), info),
        )
        ratios.append(ours / theirs)
        bare.append(ours / converter)
        told = (
            f"{label} {seconds * 1000:.1f} ms" for label, seconds in zip(LABELS, (ours, theirs, converter), strict=True)
        )
        print(f"{name}: {', '.join(told)}")
    kept = tell("đọc docx / markitdown", statistics.median(ratios), "×", LIMIT)
    return not (tell("đọc docx / riêng bộ chuyển Word của markitdown", statistics.median(bare), "×", LIMIT) and kept)


if __name__ == "__main__":
    sys.exit(main())
