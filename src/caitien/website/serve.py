"""``caitien serve``: one command that prepares everything, then runs the web server and the worker."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

FIRST_PORT, LAST_PORT = 8000, 8099


def run(host: str = "127.0.0.1", port: int | None = None, demo: bool = False) -> None:
    """Serve until stopped. Without a port the first free one from 8000 on; a demo keeps its data apart.

    UserError when the port is taken.
    """
    if demo:
        os.environ.setdefault("CAITIEN_VAR", str(Path("var") / "demo"))
    if host not in ("127.0.0.1", "localhost", "::1"):
        os.environ.setdefault("CAITIEN_HOSTS", f"localhost,127.0.0.1,[::1],{socket.gethostname()},{host}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caitien.website.settings")
    port = port or _free_port(host)
    _refuse_taken(host, port)
    prepare()
    _serve(host, port)


def prepare() -> None:
    """Database, message catalogues, static files: each only where something changed."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    from caitien.website.catalogues import compile_catalogues

    compile_catalogues(settings.LOCALE_PATHS[0])
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    _collect_static()


def _collect_static() -> None:
    """Run collectstatic when a source file is newer or other than at the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    sources = [(path, storage.path(path)) for finder in get_finders() for path, storage in finder.list([])]
    state = hashlib.sha256()
    for path, source in sorted(sources):
        state.update(f"{path} {os.stat(source).st_mtime_ns} {os.stat(source).st_size}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / ".state"
    if stamp.exists() and stamp.read_text() == state.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(state.hexdigest())


def _serve(host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    stop = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(stop,), daemon=True)
    keeper.start()
    server = Granian(
        "caitien.website.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        websockets=False,
        respawn_failed_workers=True,
        # a worker interrupted while it starts would be waited for without end
        workers_kill_timeout=5,
        log_enabled=False,
    )
    threading.Thread(target=_announce, args=(host, port, stop), daemon=True).start()
    try:
        server.serve()
    finally:
        stop.set()
        keeper.join(timeout=15)


def _announce(host: str, port: int, stop: threading.Event) -> None:
    """Say the address as soon as it answers, not before."""
    while not stop.wait(0.05):
        try:
            socket.create_connection((_shown(host), port), timeout=1).close()
        except OSError:
            continue
        print(f"CaiTien đang chạy: http://{_shown(host)}:{port}  (Ctrl+C để dừng)", flush=True)
        return


def _keep_worker(stop: threading.Event) -> None:
    """Run the worker as a child and start it again should it die."""
    command = [sys.executable, "-m", "caitien.manage", "worker", "--parent", str(os.getpid())]
    while not stop.is_set():
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
        while child.poll() is None and not stop.wait(0.2):
            pass
        if child.poll() is None:
            _end(child)
        stop.wait(1)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(timeout=10)
    except subprocess.TimeoutExpired:
        child.kill()


def _shown(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::", "localhost") else host


def _free_port(host: str) -> int:
    return next((port for port in range(FIRST_PORT, LAST_PORT + 1) if _is_free(host, port)), FIRST_PORT)


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _refuse_taken(host: str, port: int) -> None:
    from caitien.engine.errors import UserError

    if not _is_free(host, port):
        raise UserError(
            f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: caitien serve --port {port + 1}"
        )
