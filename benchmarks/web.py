"""Time and size of the pages: ``python benchmarks/web.py``.

Server time is the processor time of Django's own handling with SQLite in the same process, medians of 15 requests; the
time on the clock stands beside it and depends on what else the machine does. Sizes are those of the page and all it
loads, compressed as sent. The plan is the largest of the shared cases, else the example.
"""

from __future__ import annotations

import gzip
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
LIMIT_MS, LIMIT_KB, LIMIT_QUERIES = 60, 100, 12


def main() -> int:
    """Print a table; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CAITIEN_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "caitien.website.settings"
        from caitien.website import serve

        serve.prepare()
        return measure()


def measure() -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_ACCEPT_ENCODING="gzip", HTTP_HOST="localhost")
    worst = 0
    print(f"{'page':30} {'server ms':>10} {'clock ms':>9} {'queries':>8} {'first load kB':>14}")
    for path in ("/", result_page(), "/loi/", "/loi/CT201/", "/van-ban/", "/huong-dan/"):
        client.get(path)
        times, clock = [], []
        for _ in range(ROUNDS):
            start, begun = time.process_time(), time.perf_counter()
            response = client.get(path)
            times.append((time.process_time() - start) * 1000)
            clock.append((time.perf_counter() - begun) * 1000)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        middle, size = statistics.median(times), first_load(response)
        worst = max(worst, middle / LIMIT_MS, size / LIMIT_KB, len(queries) / LIMIT_QUERIES)
        print(f"{path[:30]:30} {middle:10.1f} {statistics.median(clock):9.1f} {len(queries):8} {size:14.1f}")
    print(f"budgets: {LIMIT_MS} ms, {LIMIT_QUERIES} queries, {LIMIT_KB} kB; worst share {worst:.2f}")
    return int(worst > 1)


def result_page() -> str:
    """The address of a finished check of the plan."""
    from caitien.apps.jobs.management.commands.worker import drainer
    from caitien.apps.quickcheck import actions, example

    shared = Path(os.environ.get("CAITIEN_SHARED", "../shared")) / "cases"
    plans = sorted(shared.glob("*/plan.docx"), key=lambda path: path.stat().st_size)
    data = plans[-1].read_bytes() if plans else example.docx()
    check = actions.start(data, name="ke-hoach.docx")
    drainer().run()
    return check.get_absolute_url()


def first_load(response: object) -> float:
    """Kilobytes of the page and of every file it names or imports, as a browser without a cache fetches them."""
    from django.conf import settings

    body = response.content  # type: ignore[attr-defined]
    page = gzip.decompress(body).decode() if response.headers.get("Content-Encoding") == "gzip" else body.decode()  # type: ignore[attr-defined]
    named = set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))
    total = len(body)
    seen: set[str] = set()
    while named:
        name = named.pop()
        seen.add(name)
        file = Path(settings.STATIC_ROOT) / name
        packed = file.with_name(file.name + ".gz")
        total += (packed if packed.exists() else file).stat().st_size
        if name.endswith(".js"):
            imports = re.findall(r'from\s*"([^"]+)"', file.read_text())
            named |= {os.path.normpath(os.path.join(os.path.dirname(name), one)) for one in imports} - seen
    return total / 1000


if __name__ == "__main__":
    sys.exit(main())
