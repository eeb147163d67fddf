"""``tocsin restore``: a backup becomes a site again, or nothing happens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

import tocsin
from tocsin.cli import SETTINGS_FILE, archive
from tocsin.cli.progress import Bytes
from tocsin.lib import files
from tocsin.lib.errors import TocsinError


class NotRestored(TocsinError):
    """Nothing was restored."""


def restore(file: Path, folder: Path, *, database: str = "", progress: archive.Progress = lambda _: None) -> str:
    """Make the backup *file* a site in *folder* and return the version that wrote it.

    Every hash is verified before anything is touched, and again while files are written. *folder* must be empty
    or absent, and so must the tables of a PostgreSQL database. Raises ``BadBackup``, ``NotRestored``.
    """
    folder = folder.absolute()
    if not files.is_empty(folder):
        raise NotRestored(f"{folder} is not empty: restore into a new folder, with --into DIR.")
    archive.verify(file, progress=progress)
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        manifest = archive.unpack(file, aside, progress=progress)
        _put_in_place(aside, database)
        _fill_database(aside)
        aside.chmod(0o755)
        files.flush_tree(aside)
        aside.rename(folder)
        files.flush_folder(folder.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return manifest.tocsin


def _put_in_place(folder: Path, database: str) -> None:
    """Give the folders their modes, the SQLite file its place, and another PostgreSQL database its address."""
    for name, mode in {"data": files.PRIVATE_FOLDER, "secrets": files.PRIVATE_FOLDER, "media": 0o755}.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name).chmod(mode)
    if (folder / "database.sqlite3").exists():
        (folder / "database.sqlite3").rename(folder / "data" / "tocsin.sqlite3")
    if database:
        (folder / "secrets" / "database-url").unlink(missing_ok=True)
        files.write(folder / "secrets" / "database-url", database + "\n", mode=files.PRIVATE)
        settings = folder / SETTINGS_FILE
        lines = settings.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.replace(" ", "").startswith(("DATABASE_URL", "#DATABASE_URL"))]
        files.write(settings, "\n".join([*kept, "DATABASE_URL_FILE=secrets/database-url", ""]))


def _fill_database(folder: Path) -> None:
    """Check the SQLite file, or fill the PostgreSQL database, in a process that reads the restored settings."""
    result = subprocess.run(
        [sys.executable, "-m", "tocsin.cli.refill"],
        env={**os.environ, "TOCSIN_SITE": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if result.returncode:
        lines = result.stderr.strip().splitlines() or [f"exit code {result.returncode}"]
        raise NotRestored(f"Nothing was restored: {lines[-1]}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="A new or empty folder.")
@click.option("--database", default="", metavar="URL", help="An empty PostgreSQL database, where it is another.")
@click.option("--verify", is_flag=True, help="Only check that FILE is whole and unchanged.")
def command(file: Path, into: Path | None, database: str, *, verify: bool) -> None:
    """Bring the backup FILE back, in an empty folder.

    Example: tocsin restore bell-2022-03-05.tar --into bell
    """
    progress = Bytes("Verifying" if verify else "Restoring")
    if verify:
        manifest = archive.verify(file, progress=progress)
        progress.end()
        click.echo(f"{file} is whole: {len(manifest.files)} files, made {manifest.made} by Tocsin {manifest.tocsin}.")
        return
    folder = into or Path.cwd()
    version = restore(file, folder, database=database, progress=progress)
    progress.end()
    click.echo(f"{folder} is restored. Next:")
    if version != tocsin.__version__:
        click.echo(f"  tocsin --site {folder} upgrade    (it was made by Tocsin {version})")
    click.echo(f"  tocsin --site {folder} serve")
