"""``tocsin backup``: all that a site is, in one file, while it runs."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import click
from django.conf import settings

import tocsin
from tocsin.cli import SETTINGS_FILE, snapshots
from tocsin.cli.archive import Manifest, Progress, Writer
from tocsin.cli.progress import Bytes
from tocsin.lib import clock, files
from tocsin.lib.errors import TocsinError

SETTLED = 60.0
"""A file that no row names is taken along when it is older than this many seconds; a younger one may be unfinished."""


class NotBackedUp(TocsinError):
    """No backup was written."""


def write(target: Path, progress: Progress = lambda _: None) -> list[str]:
    """Write the site to *target*, whole or not at all; return the media files that were missing beforehand.

    The database is copied at one moment, then every media file its rows name. Where a file went away in
    between because its row did, a new moment is taken. Raises ``NotBackedUp`` or ``NoSnapshot``.
    """
    if target.exists():
        raise NotBackedUp(f"{target} exists already: name another file.")
    if not target.parent.is_dir():
        raise NotBackedUp(f"There is no folder {target.parent}.")
    manifest = Manifest(tocsin=tocsin.__version__, made=clock.now().isoformat(), database=snapshots.kind())
    scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        with files.whole(target, mode=files.PRIVATE) as stream:
            archive = Writer(stream, manifest, compress=target.suffix in {".gz", ".tgz"}, progress=progress)
            snapshot, missing = _add_media(archive, scratch)
            archive.add(snapshot.name, snapshot, mode=files.PRIVATE)
            _add_settings(archive)
            archive.finish()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return missing


def _add_media(archive: Writer, scratch: Path) -> tuple[Path, list[str]]:
    """Add media until all that one snapshot names is there; return that snapshot and what never was there."""
    snapshot = scratch / ("database.sqlite3" if snapshots.kind() == "sqlite" else "database.pgdump")
    added: set[str] = set()
    missing: set[str] = set()
    for _ in range(5):
        snapshot.unlink(missing_ok=True)
        named = snapshots.take(snapshot)
        wanted = sorted((named | _settled()) - added)
        added |= {name for name in wanted if _add(archive, name)}
        missing = named - added
        if missing <= snapshots.referenced_now():
            return snapshot, sorted(missing)
    raise NotBackedUp("Files went away faster than they could be copied: try again.")


def _add(archive: Writer, name: str) -> bool:
    try:
        archive.add(f"media/{name}", Path(settings.MEDIA_ROOT) / name)
    except FileNotFoundError:
        return False
    return True


def _settled() -> set[str]:
    """Media files on the disk that are certainly finished, whether or not a row names them."""
    root, latest = Path(settings.MEDIA_ROOT), time.time() - SETTLED
    return {
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink() and path.stat().st_mtime < latest
    }


def _add_settings(archive: Writer) -> None:
    site = Path(settings.SITE)
    if (site / SETTINGS_FILE).is_file():
        archive.add(SETTINGS_FILE, site / SETTINGS_FILE)
    for path in sorted((site / "secrets").rglob("*")):
        if path.is_file():
            archive.add(f"secrets/{path.relative_to(site / 'secrets')}", path, mode=files.PRIVATE)


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(file: Path) -> None:
    """Write database, media, secrets and settings to FILE, while the site runs.

    FILE ends in .tar, or in .tar.gz to be compressed. It holds the site's secrets: keep it as you keep those.

    Example: tocsin backup /backups/bell-2022-03-05.tar
    """
    progress = Bytes("Backing up")
    missing = write(file.absolute(), progress)
    progress.end()
    click.echo(
        f"{file} holds the site ({file.stat().st_size / 2**20:,.1f} MB). Check it: tocsin restore --verify {file}"
    )
    for name in missing:
        click.echo(f"Missing already before: media/{name} (see `tocsin check`)", err=True)
