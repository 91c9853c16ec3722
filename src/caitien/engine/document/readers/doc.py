"""Word 97–2003 (.doc) → document tree, through a program that is installed beside: LibreOffice, antiword or catdoc.

LibreOffice turns the file into .docx and keeps tables and styles; the other two give plain text. The program gets a
copy under a name of ours in a folder of its own and is stopped after `limits.PROGRAM_SECONDS`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from caitien.engine.document.readers import limits
from caitien.engine.document.readers.docx import read_docx
from caitien.engine.document.readers.txt import read_txt
from caitien.engine.document.tree import Document
from caitien.engine.errors import MissingProgram, Unreadable

OFFICE = ("soffice", "libreoffice")
OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML")
TEXT_PROGRAMS = {"antiword": ("-m", "UTF-8.txt", "-w", "0"), "catdoc": ("-d", "utf-8", "-w")}
"""Programs that print the text, with their options."""
MISSING = (
    "Để đọc tệp Word cũ (.doc) cần cài LibreOffice, antiword hoặc catdoc trên máy chủ. "
    "Thầy cô mở tệp bằng Word rồi lưu thành .docx và gửi lại."
)
FAILED = "Tệp Word cũ (.doc) bị hỏng hoặc đặt mật khẩu. Thầy cô mở tệp bằng Word rồi lưu thành .docx và gửi lại."
LOST = "Tệp .doc được đọc dạng chữ, bảng có thể lệch cột. Bản .docx sẽ đọc đúng hơn."


def read_doc(data: bytes) -> Document:
    """The tree of a .doc file; MissingProgram when nothing is installed that can open it, else Unreadable."""
    office = next((found for name in OFFICE if (found := shutil.which(name))), None)
    texts = {found: options for name, options in TEXT_PROGRAMS.items() if (found := shutil.which(name))}
    if office is None and not texts:
        raise MissingProgram(MISSING)
    with tempfile.TemporaryDirectory(prefix="caitien-") as folder:
        source = Path(folder) / "source.doc"
        source.write_bytes(data)
        if office is not None and (document := _through_office(office, source)):
            return document
        for program, options in texts.items():
            output = _run([program, *options, str(source)], source.parent)
            if output.strip():
                return replace(read_txt(output), source_format="doc", losses=(LOST,))
    raise Unreadable(FAILED)


def _through_office(program: str, source: Path) -> Document | None:
    """The document by way of .docx; None when the program cannot open it."""
    profile = (source.parent / "profile").as_uri()
    _run(
        [program, f"-env:UserInstallation={profile}", *OPTIONS, "--outdir", str(source.parent), str(source)],
        source.parent,
    )
    made = source.with_suffix(".docx")
    return replace(read_docx(made.read_bytes()), source_format="doc") if made.exists() else None


def _run(command: Sequence[str], folder: Path) -> bytes:
    """What the program prints; nothing when it fails or takes too long. Its children are stopped with it."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=limits.PROGRAM_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return b""
    return output if process.returncode == 0 else b""
