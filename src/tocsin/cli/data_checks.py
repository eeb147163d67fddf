"""Whether the data are sound: the database in itself, the media files beside it, the tree of pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection
from wagtail.models import Page

from tocsin.cli import snapshots
from tocsin.cli.findings import Finding

UNFINISHED = 3600.0
"""A file that no row names is left over only when it is older than this many seconds."""


def database() -> Iterator[Finding]:
    """The database is whole, and its rows point at rows that exist."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        for problem in snapshots.sqlite_problems(connection.connection):
            yield Finding(f"Database: {problem}", "restore the last good backup: tocsin restore FILE --into DIR")
    else:
        connection.check_constraints()


def media() -> Iterator[Finding]:
    """Every file that a row names is there."""
    root = Path(settings.MEDIA_ROOT)
    for name in sorted(snapshots.referenced_now()):
        if not (root / name).is_file():
            yield Finding(
                f"The file media/{name} is missing", "restore it from a backup, or delete its entry at the desk"
            )


def leftovers() -> Iterator[Finding]:
    """No file is left over that no row names."""
    if left := left_over():
        megabytes = sum(path.stat().st_size for path in left) / 2**20
        yield Finding(
            f"{len(left)} media files belong to nothing ({megabytes:,.1f} MB), the first {left[0].name}",
            "delete them: tocsin check --tidy",
            warning=True,
        )


def left_over() -> list[Path]:
    """Return the media files that no row names and that are too old to be about to get one."""
    root, latest, named = Path(settings.MEDIA_ROOT), time.time() - UNFINISHED, snapshots.referenced_now()
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file() and str(path.relative_to(root)) not in named and path.stat().st_mtime < latest
    )


def pages() -> Iterator[Finding]:
    """The tree of pages hangs together."""
    names = (
        "letters in a path that do not belong",
        "a path of a wrong length",
        "no parent",
        "a wrong depth",
        "a wrong count",
    )
    for name, ids in zip(names, Page.find_problems(), strict=True):
        if ids:
            first = ids[0][0] if isinstance(ids[0], tuple) else ids[0]
            yield Finding(f"{len(ids)} pages have {name}, the first is {first}", "run: tocsin manage fixtree")


ALL: list[Callable[[], Iterator[Finding]]] = [database, media, leftovers, pages]
