"""Speed beside its yardstick, in one run: ``python -m benchmarks.speed``.

Starts a demo newsroom with ``tocsin serve`` on loopback, and nginx with the very article it serves as a compressed
file, then loads both with wrk (2 threads, 32 connections). Ratios count; absolute figures move with the machine.
Prints a table and asserts nothing. Needs Debian's ``wrk`` and, for the yardstick, ``nginx-light``.
"""

from __future__ import annotations

import contextlib
import gzip
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

SECONDS = 8
PEERS = 70_400
"""Requests a second of nginx on the machine on which the peers were measured, for a page of 15 KB compressed."""
PAGE = 72_800
"""Bytes of that page, before compression."""
BIN = Path(sys.executable).parent

NGINX = """
daemon off; worker_processes 2; user root; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; gzip_static on; types {{ text/html html; }} default_type text/html;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/root; }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as response:
        return bytes(response.read())


def wait_for(url: str, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            fetch(url)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


@contextlib.contextmanager
def running(command: list[str], url: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(url)
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=15)


def load(url: str) -> tuple[float, str]:
    """Return requests a second and the 99th percentile of latency."""
    command = ["wrk", "-t2", "-c32", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip", url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    slow = re.search(r"99%\s+(\S+)", output)
    return float(rate[1]) if rate else 0.0, slow[1] if slow else "?"


def article_path(base: str) -> str:
    found = re.search(r'href="(/\d{4}/\d\d/\d\d/[^"]+/)"', fetch(f"{base}/").decode())
    if not found:
        raise SystemExit("The front page links to no article.")
    return found[1]


def table(rows: list[tuple[str, float, str]]) -> None:
    ceiling = rows[0][1]
    print(f"{'what':<34}{'requests/s':>12}{'p99':>12}{'of the first':>14}")
    for name, rate, slow in rows:
        print(f"{name:<34}{rate:>12,.0f}{slow:>12}{rate / ceiling:>14.3f}")


def main() -> None:
    if not shutil.which("wrk"):
        raise SystemExit("Skipped: wrk is not here; install Debian's package wrk.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site, base = folder / "site", f"http://127.0.0.1:{free_port()}"
        subprocess.run([BIN / "tocsin", "demo", str(site), "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        serve = [str(BIN / "tocsin"), "--site", str(site), "serve", "--bind", base.removeprefix("http://")]
        rows: list[tuple[str, float, str]] = []
        with running(serve, f"{base}/"):
            path = article_path(base)
            if shutil.which("nginx"):
                rows.append(nginx_row(folder, fetch(base + path)))
            rows += [(f"tocsin serve: {what}", *load(base + where)) for what, where in pages(path)]
        table(rows)


def pages(article: str) -> list[tuple[str, str]]:
    return [("article", article), ("front page", "/"), ("RSS feed", "/rss.xml")]


def nginx_row(folder: Path, page: bytes) -> tuple[str, float, str]:
    with nginx(folder, page) as port:
        return ("nginx: the article as a file", *load(f"http://127.0.0.1:{port}/"))


def beside_the_peers(folder: Path) -> float:
    """Return how fast this machine is now beside that of the peers, by nginx; 0 where nginx or wrk is missing."""
    if not (shutil.which("nginx") and shutil.which("wrk")):
        return 0.0
    chance = random.Random("page")
    words = ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(3200)]
    page = " ".join(chance.choices(words, cum_weights=range(1, 3201), k=PAGE // 7))
    return nginx_row(folder, page.encode())[1] / PEERS


@contextlib.contextmanager
def nginx(folder: Path, page: bytes) -> Iterator[int]:
    """Serve *page* as a compressed file; gives the port."""
    root, port = folder / "root", free_port()
    root.mkdir(exist_ok=True)
    (root / "index.html").write_bytes(page)
    (root / "index.html.gz").write_bytes(gzip.compress(page, 9, mtime=0))
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, port=port), encoding="utf-8")
    with running(["nginx", "-c", str(configuration)], f"http://127.0.0.1:{port}/"):
        yield port


if __name__ == "__main__":
    main()
