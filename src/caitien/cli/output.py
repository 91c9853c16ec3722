"""Printing results or writing them to the file that the user names."""

from __future__ import annotations

import sys
from pathlib import Path

from caitien.engine.errors import UserError


def save(path: Path, data: bytes) -> None:
    """Write a file. UserError when its folder is missing or it cannot be written."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        raise UserError(f"Chưa có thư mục “{path.parent}”. Thầy cô tạo thư mục rồi chạy lại.") from None
    except IsADirectoryError:
        raise UserError(f"“{path}” là một thư mục. Thầy cô ghi thêm tên tệp.") from None
    except (OSError, ValueError):
        raise UserError(f"Không ghi được tệp “{path}”. Thầy cô xem tệp có đang mở hay thiếu quyền ghi không.") from None


def deliver(text: str, output: str | None) -> None:
    """Print a text, or write it to the file and say so."""
    if output is None:
        print(text)
        return
    save(Path(output), (text + "\n").encode())
    print(f"Đã ghi {output}", file=sys.stderr)
