"""The command line: ``caitien read``, ``check``, ``write`` and the rest. Each command is loaded when it is called."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence

UNUSABLE = 2
"""Exit status when what was given cannot be used, also for a wrong command line."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status. What a user can cause ends in one sentence on standard error."""
    from caitien.cli.parser import make_parser
    from caitien.engine.errors import UserError

    _speak_unicode()
    options = make_parser().parse_args(arguments)
    try:
        status: int = importlib.import_module(f"caitien.cli.{options.module}").run(options)
        sys.stdout.flush()
        return status
    except UserError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (``| head``): leave quietly, and nothing to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("CAITIEN_DEBUG"):
            raise
        print(unexpected(error), file=sys.stderr)
        return UNUSABLE


def unexpected(error: Exception) -> str:
    """What to say of a fault of ours."""
    return (
        f"CaiTien gặp lỗi của chính chương trình ({type(error).__name__}) nên chưa làm xong. "
        "Đặt CAITIEN_DEBUG=1, chạy lại và gửi phần hiện ra cho nhóm phát triển."
    )


def _speak_unicode() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
