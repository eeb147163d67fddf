"""``tocsin serve``: web server and worker in one group of processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
from collections.abc import Callable
from typing import Any

import click
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

from tocsin.cli import findings, static_files, worker
from tocsin.cli.supervisor import Child, Supervisor
from tocsin.lib import process
from tocsin.lib.errors import TocsinError

THREADS = 4
"""Requests that one web worker answers at a time; SQLite has one writer, Python one interpreter."""
CONNECTIONS = 1024
"""Connections one web worker holds open; more wait in the kernel."""
HEADERS_WITHIN = 10_000
"""Milliseconds a browser may take to send a request's head."""
WEB_GRACE = 2
"""Seconds a web worker may take to finish its requests."""


class CannotServe(TocsinError):
    """The site is in no state to be served."""


def parse_bind(text: str) -> tuple[str, int]:
    """Split ``127.0.0.1:8000`` or ``[::1]:8000``. Raises ``CannotServe``."""
    match = re.fullmatch(r"(?:\[([0-9a-f:.]+)\]|([0-9.]+|localhost)):(\d{1,5})", text.lower())
    if not match or not 0 < int(match[3]) < 2**16:
        raise CannotServe(f"--bind {text!r} is no address: write it as 127.0.0.1:8000 or [::1]:8000.")
    return (match[1] or match[2]).replace("localhost", "127.0.0.1"), int(match[3])


def refuse_what_would_hurt(host: str, port: int) -> None:
    """Raise ``CannotServe`` with the first thing that makes serving unsafe or impossible."""
    for ask in findings.STOPS_SERVING:
        for finding in ask():
            if not finding.warning:
                raise CannotServe(f"{finding.problem}: {finding.cure}.")
    try:
        free = process.is_free(host, port)
    except OSError as error:
        raise CannotServe(f"{host}:{port} cannot be listened on ({error.strerror}): choose another --bind.") from None
    if not free:
        raise CannotServe(f"Port {port} of {host} is in use: stop what listens there, or choose another --bind.")


def load() -> Callable[..., Any]:
    """Load the whole application once, before the processes that share it are forked."""
    application = get_wsgi_application()
    _ = get_resolver().url_patterns
    connections.close_all()
    gc.freeze()  # what is loaded stays; looking through it again and again would have each process copy it
    return wrap_wsgi_with_proxy_headers(application, settings.TRUSTED_PROXIES)  # type: ignore[no-any-return]


def web(host: str, port: int, workers: int, application: Callable[..., Any]) -> None:
    """Answer requests in *workers* processes until SIGTERM."""
    multiprocessing.set_start_method("fork", force=True)
    parent = os.getpid()

    def in_worker() -> Callable[..., Any]:
        process.die_with(parent)
        return application

    Granian(
        "tocsin.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN),
        respawn_failed_workers=True,
        workers_kill_timeout=WEB_GRACE,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve(target_loader=in_worker, wrap_loader=False)


def serve(bind: str, workers: int, *, ready: Callable[[str], None]) -> None:
    """Serve the site until told to stop; within five seconds of that nothing of it runs.

    *ready* is given the address once it answers. Raises ``CannotServe``.
    """
    host, port = parse_bind(bind)
    refuse_what_would_hurt(host, port)
    if static_files.are_stale():
        static_files.collect()
    application = load()
    announced = False

    def announce() -> None:
        nonlocal announced
        if not announced and process.answers(host, port):
            announced = True
            ready(f"http://{bind}/")

    Supervisor(
        Child("web server", lambda: web(host, port, workers, application)),
        Child("worker", worker.run),
    ).run(every_moment=announce)


@click.command("serve")
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="Address and port to listen on.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=min(2, os.cpu_count() or 1),
    show_default=True,
    help="Processes that answer requests.",
)
def command(bind: str, workers: int) -> None:
    """Run the web server and the worker: one group of processes, ended by Ctrl-C.

    Example: tocsin serve --bind 127.0.0.1:8000
    """
    serve(bind, workers, ready=lambda address: click.echo(f"Tocsin is ready at {address} (Ctrl-C stops it)."))
