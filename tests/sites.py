"""Real sites in real folders, for tests that run the command as a person would."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
TOCSIN = [sys.executable, "-m", "tocsin.cli"]

_SIGN_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tocsin.accounts.models import User
user = User.objects.filter(username="soak").first() or User.objects.create_superuser("soak", password="x" * 30)
session = SessionStore()
session.update({SESSION_KEY: str(user.pk), HASH_SESSION_KEY: user.get_session_auth_hash(),
                BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend"})
session.save()
print(session.session_key)
"""


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without the settings of the test run."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TOCSIN_") and name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    return {**kept, **more}


def tocsin(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TOCSIN, *arguments],
        cwd=cwd,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def new_database() -> Iterator[str]:
    """The address of an empty database where the run is on PostgreSQL, and nothing where it is on SQLite."""
    if not POSTGRES:
        yield ""
        return
    import psycopg

    server = urlsplit(os.environ["DATABASE_URL"])._replace(path="/postgres").geturl()
    name = f"tocsin_site_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # type: ignore[call-overload]


@dataclass
class Site:
    """A site's folder."""

    folder: Path
    database: str = ""

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return tocsin("--site", str(self.folder), *arguments, **environment)

    def python(self, code: str) -> str:
        """What *code* prints, run with the site's settings."""
        result = self.run("manage", "shell", "--no-imports", "-c", code)
        assert result.returncode == 0, result.stderr
        return result.stdout.strip()

    def sign_in(self) -> str:
        """The session of an administrator."""
        return self.python(_SIGN_IN).splitlines()[-1]

    @contextmanager
    def served(self, *arguments: str, port: int = 0, **environment: str) -> Iterator[Server]:
        server = Server(self, port or free_port())
        server.start(*arguments, **environment)
        try:
            yield server
        finally:
            server.kill()

    def copy(self, folder: Path) -> Site:
        shutil.copytree(self.folder, folder)
        return Site(folder)


@contextmanager
def made(folder: Path, *options: str) -> Iterator[Site]:
    """A new site, on the kind of database the run is on."""
    with new_database() as url:
        result = tocsin("new", str(folder), *options, *(["--database", url] if url else []))
        assert result.returncode == 0, result.stderr
        yield Site(folder, url)


@dataclass
class Server:
    """A running ``tocsin serve``."""

    site: Site
    port: int
    process: subprocess.Popen[str] | None = None
    started: float = 0.0
    log: list[str] = field(default_factory=list)

    def start(self, *arguments: str, **environment: str) -> None:
        """Start it and wait until it says that it is ready."""
        self.started = time.monotonic()
        bind = f"127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [*TOCSIN, "--site", str(self.site.folder), "serve", "--bind", bind, *arguments],
            env=clean_environment(PYTHONUNBUFFERED="1", **environment),
            stdout=subprocess.PIPE,
            stderr=(self.site.folder / "data" / "serve.log").open("a"),
            text=True,
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert "ready" in line, (self.site.folder / "data" / "serve.log").read_text()[-2000:]

    def family(self) -> list[int]:
        """The process ids of the server and all below it."""
        assert self.process
        pids, fresh = [self.process.pid], [self.process.pid]
        while fresh:
            fresh = [child for pid in fresh for child in children(pid)]
            pids += fresh
        return pids

    def stop(self, what: signal.Signals = signal.SIGTERM) -> float:
        """Send *what* and return the seconds until everything is gone."""
        assert self.process
        family, began = self.family(), time.monotonic()
        self.process.send_signal(what)
        self.process.wait(timeout=20)
        while any(alive(pid) for pid in family):
            assert time.monotonic() - began < 20
            time.sleep(0.02)
        return time.monotonic() - began

    def kill(self) -> None:
        """Kill the whole group, as a crash of the machine's memory would."""
        if self.process and self.process.poll() is None:
            family = self.family()
            self.process.kill()
            self.process.wait()
            while any(alive(pid) for pid in family):
                time.sleep(0.01)
        if self.process and self.process.stdout:
            self.process.stdout.close()

    def browser(self, session: str = "") -> Browser:
        return Browser(self.port, {"session": session} if session else {})


def children(pid: int) -> list[int]:
    try:
        return [
            int(child) for path in Path(f"/proc/{pid}/task").glob("*/children") for child in path.read_text().split()
        ]
    except OSError:
        return []


def alive(pid: int) -> bool:
    """Whether the process runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Browser:
    """As much of a browser as a test needs: cookies, and forms sent with their token."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self._send("GET", path, None, headers)

    def post(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        body = urlencode([*fields, ("csrfmiddlewaretoken", self.cookies.get("csrf", ""))])
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def _send(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)) as connection:
            cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, {"Cookie": cookie, **headers})
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
            for line in response.headers.get_all("Set-Cookie", []):
                if found := re.match(r"([\w-]+)=([^;]*)", line):
                    self.cookies[found[1]] = found[2]
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)
