"""How fast and in how much memory a WordPress site moves in: ``python -m benchmarks.wordpress [POSTS]``.

Makes an export of POSTS posts of 700 words (10,000 unless told) with three comments each, 500 tags and 50 categories,
imports it with ``tocsin import wordpress`` into a new site, imports it again, and measures nginx in the same run.
WordPress's own importer took in 102 posts a second with their comments, on a machine whose nginx served a page of 15 KB
70,400 times a second; the last line puts both rates on one footing. Prints a table and asserts nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import speed, wxr

WORDPRESS, NGINX = 102, 70_400
"""Posts a second, and requests a second of the same machine."""
PAGE = 72_800
"""Bytes of the page nginx serves, before compression."""
MEGABYTE = 1024


def peak(command: list[str]) -> tuple[float, int, str]:
    """Run *command*; return its seconds, its peak memory in kilobytes and what it printed."""
    with tempfile.TemporaryFile("w+") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{printed[-2000:]}")
    return seconds, usage.ru_maxrss, printed


def reading(export: Path) -> tuple[float, int, str]:
    """Only read the export, and keep nothing of it."""
    program = (
        "import sys; from pathlib import Path; from tocsin.importers.wordpress.read import open_export\n"
        "with open_export(Path(sys.argv[1]), each=lambda item: None) as export: print(export.counts.total)"
    )
    return peak([sys.executable, "-c", program, str(export)])


def page() -> bytes:
    """A page of about the size and the compressed size of an article."""
    chance = random.Random("page")
    words = ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(3200)]
    return (" ".join(chance.choices(words, cum_weights=range(1, 3201), k=PAGE // 7))).encode()


def nginx(folder: Path) -> float:
    """Return requests a second of nginx; 0 where it or wrk is missing."""
    if not (shutil.which("nginx") and shutil.which("wrk")):
        return 0.0
    return speed.nginx_row(folder, page())[1]


def main() -> None:
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site, export = folder / "site", folder / "export.xml"
        wxr.write(export, posts)
        peak([str(speed.BIN / "tocsin"), "new", str(site)])
        tocsin = [str(speed.BIN / "tocsin"), "--site", str(site)]
        _, idle, _ = peak([*tocsin, "manage", "shell", "--no-imports", "-c", "pass"])
        read = reading(export)
        first = peak([*tocsin, "import", "wordpress", str(export)])
        again = peak([*tocsin, "import", "wordpress", str(export)])
        requests = nginx(folder)
        size = export.stat().st_size / 1e6
        print(f"{posts} posts, {posts * wxr.COMMENTS} comments, {size:.0f} MB; idle {idle // MEGABYTE} MB")
        print(f"{'what':<24}{'seconds':>10}{'posts/s':>10}{'peak MB':>10}{'above idle':>12}")
        for what, (seconds, memory, _) in (("reading alone", read), ("import", first), ("the same again", again)):
            above = f"{max(0, memory - idle) // MEGABYTE:>12}"
            print(f"{what:<24}{seconds:>10.1f}{posts / seconds:>10.0f}{memory // MEGABYTE:>10}{above}")
        compare(posts / first[0], requests)
        print(first[2][-1500:])


def compare(rate: float, requests: float) -> None:
    if not requests:
        print(f"nginx or wrk is missing; not scaled: {rate / WORDPRESS:.1f} times WordPress's {WORDPRESS} posts/s")
        return
    expected = WORDPRESS * requests / NGINX
    print(f"nginx in this run: {requests:,.0f} requests/s, so WordPress would take in {expected:.0f} posts/s here")
    print(f"{rate / expected:.1f} times WordPress's rate")


if __name__ == "__main__":
    main()
