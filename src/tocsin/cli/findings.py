"""What can be wrong with an installation, each with its cure. ``doctor`` asks all of it, ``serve`` what would hurt."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tocsin.cli import static_files
from tocsin.cli.worker import heartbeat_file
from tocsin.lib import clock, sqlite
from tocsin.search.health import health as look_at_the_index

LOCAL_HOSTS = {"127.0.0.1", "localhost", "[::1]", "::1"}
NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ceph", "glusterfs", "ncpfs"}
LEAST_FREE = 0.05
SILENT = 30.0
"""Seconds without a sign of the worker after which it is said to be gone."""
FIRST_YEAR, LAST_YEAR = 2026, 2100
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "journal_size_limit": 67_108_864,
}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong and what to do; it is a *warning* where the site can run all the same."""

    problem: str
    cure: str
    warning: bool = False


Found = Iterator[Finding]


def secret_key() -> Found:
    """A key that signs sessions is there and long enough."""
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:  # Django's answer to an empty one
        yield Finding(
            "There is no secret key", "name its file in tocsin.env: TOCSIN_SECRET_KEY_FILE=secrets/secret-key"
        )
        return
    if len(key) < 50:  # noqa: PLR2004 - as Django's own check
        yield Finding("The secret key is short", "put at least 50 random characters into its file", warning=True)


def debugging() -> Found:
    """Debug pages are shown to nobody outside."""
    strangers = sorted({host.strip(".") for host in settings.ALLOWED_HOSTS} - LOCAL_HOSTS)
    if settings.DEBUG and strangers:
        yield Finding(
            f"TOCSIN_DEBUG is on and {strangers[0]} is served: errors would show secrets to strangers",
            "set TOCSIN_DEBUG=no, or serve 127.0.0.1 alone",
        )


def sqlite_version() -> Found:
    """SQLite does not carry the bug that corrupts WAL databases."""
    if connection.vendor == "sqlite" and not sqlite.is_fixed():
        version = ".".join(map(str, sqlite.version()))
        yield Finding(
            f"SQLite {version} can corrupt a database in WAL mode (fixed in 3.51.3)",
            "install a repaired one: pip install 'pysqlite3>=0.6.1'",
        )


def migrations() -> Found:
    """The database is of this version."""
    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding(f"The database is of an older version ({len(waiting)} steps behind)", "run `tocsin upgrade`")


def unknown_migrations() -> Found:
    """The database is not of a later version than the program."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations) | set(executor.loader.replacements)
    ours = {label for label, _name in executor.loader.disk_migrations}
    later = [key for key in executor.loader.applied_migrations if key[0] in ours and key not in known]
    if later:
        yield Finding(
            "The database is of a later version than this program",
            "install that version again, or restore the backup made before the upgrade",
        )


def django_checks() -> Found:
    """What Django and Wagtail check themselves."""
    for message in checks.run_checks(include_deployment_checks=settings.HTTPS):
        if message.is_silenced() or message.id == "security.W008":  # the front server sends people to https
            continue
        problem = " ".join(str(message.msg).split()).rstrip(".")
        cure = " ".join(str(message.hint or "see Django's documentation").split())
        yield Finding(f"{problem} ({message.id})", cure, warning=message.level < checks.ERROR)


def pragmas() -> Found:
    """Every connection to SQLite is made as the settings ask."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for name, wanted in PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}")
            is_now = cursor.fetchone()[0]
            if is_now != wanted:
                yield Finding(f"SQLite's {name} is {is_now}, not {wanted}", "take DATABASES back to Tocsin's settings")


def file_system() -> Found:
    """SQLite lies on a disk of this machine."""
    if connection.vendor != "sqlite":
        return
    kind = file_system_of(Path(connection.settings_dict["NAME"]).parent)
    if kind in NETWORK_FILE_SYSTEMS:
        yield Finding(
            f"The database lies on a network file system ({kind}), where SQLite loses data",
            "move the site to a local disk, or use PostgreSQL (DATABASE_URL)",
        )


def file_system_of(path: Path) -> str:
    """Return the kind of file system *path* lies on, as the kernel names it, or nothing where it does not say."""
    best, kind = "", ""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in mounts:
        _device, point, name, *_ = line.split()
        point = point.replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, name
    return kind


def disk_space() -> Found:
    """There is room on the disks of data and media, in bytes and in files."""
    for folder in {Path(settings.SITE) / "data", Path(settings.MEDIA_ROOT)}:
        if not folder.is_dir():
            continue
        usage = shutil.disk_usage(folder)
        inodes = os.statvfs(folder)
        if usage.free < usage.total * LEAST_FREE:
            free = usage.free // 2**20
            yield Finding(f"The disk of {folder} is nearly full ({free} MB left)", "delete old backups or add a disk")
        if inodes.f_files and inodes.f_favail < inodes.f_files * LEAST_FREE:
            yield Finding(f"The disk of {folder} can hardly hold more files", "delete small files, or add a disk")


def the_clock() -> Found:
    """The clock agrees with what has been recorded."""
    now = clock.now()
    if not FIRST_YEAR <= now.year <= LAST_YEAR:
        yield Finding(f"The clock says {now:%Y-%m-%d}", "set it; with systemd: timedatectl set-ntp true")
    for what, then in _recorded_times():
        if then > now.timestamp() + 120:
            yield Finding(
                f"The clock says {now:%Y-%m-%d %H:%M} UTC, but {what} is dated later",
                "set the clock; with systemd: timedatectl set-ntp true",
            )


def _recorded_times() -> Iterator[tuple[str, float]]:
    if heartbeat_file().exists():
        yield "the worker's last sign", heartbeat_file().stat().st_mtime
    if "wagtailcore_modellogentry" in connection.introspection.table_names():
        from wagtail.models import PageLogEntry

        if last := PageLogEntry.objects.order_by("-timestamp").first():
            yield "the last change to a page", last.timestamp.timestamp()


def modes() -> Found:
    """Secrets and data are read by their owner alone."""
    site = Path(settings.SITE)
    database = Path(str(connection.settings_dict["NAME"])) if connection.vendor == "sqlite" else None
    private = [site / "secrets", *(site / "secrets").glob("*"), *([database] if database else [])]
    for path in private:
        if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield Finding(f"Others on this machine can read {path}", f"chmod go= '{path}'")
    for folder in (site / "data", Path(settings.MEDIA_ROOT)):
        if folder.is_dir() and not os.access(folder, os.W_OK):
            yield Finding(
                f"{folder} cannot be written to", f"give it to the user the server runs as: chown -R USER '{folder}'"
            )


def statics() -> Found:
    """The files of the design are those of this version."""
    if static_files.are_stale():
        yield Finding("The static files are not collected", "restart `tocsin serve`, which does it", warning=True)


def worker() -> Found:
    """The worker is alive."""
    path = heartbeat_file()
    silence = time.time() - path.stat().st_mtime if path.exists() else None
    if silence is None or silence > SILENT:
        since = "has never run" if silence is None else f"has not been seen for {silence:.0f} s"
        yield Finding(
            f"The worker {since}: nothing scheduled is published",
            "start `tocsin serve` (or `tocsin worker`)",
            warning=True,
        )


def search_index() -> Found:
    """The search index is as new as the database."""
    health = look_at_the_index()
    work = "start `tocsin serve` (or `tocsin worker`), or run `tocsin search reindex`"
    if not health.there:
        what = "is of another version" if health.other else "is not there"
        meanwhile = "search looks into titles alone meanwhile"
        if health.building:
            yield Finding(f"The search index {what} and is being built; {meanwhile}", "wait for it", warning=True)
        else:
            yield Finding(f"The search index {what}; {meanwhile}", work, warning=True)
    elif health.behind is None:
        yield Finding("The search index is older than what is known of changes", work, warning=True)
    elif health.behind:
        yield Finding(f"The search index lacks the newest changes ({health.behind:,} of them)", work, warning=True)


def secure_address() -> Found:
    """What is served to the world is served over TLS."""
    address = urlsplit(settings.BASE_URL)
    if (
        address.scheme != "https"
        and f"{address.hostname}" not in LOCAL_HOSTS
        and not f"{address.hostname}".endswith(".onion")
    ):
        yield Finding(
            f"{settings.BASE_URL} is not https: passwords and reading habits travel in the open",
            "see docs/operator/deploy.md, and set TOCSIN_BASE_URL=https://...",
            warning=True,
        )


STOPS_SERVING: list[Callable[[], Found]] = [
    secret_key,
    debugging,
    sqlite_version,
    file_system,
    migrations,
    unknown_migrations,
]
ALL: list[Callable[[], Found]] = [
    *STOPS_SERVING,
    django_checks,
    pragmas,
    disk_space,
    the_clock,
    modes,
    statics,
    worker,
    search_index,
    secure_address,
]
