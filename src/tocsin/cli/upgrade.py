"""``tocsin upgrade``: the site's data, brought to the version installed; the old state stays when anything fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection

import tocsin
from tocsin.articles.models import HomePage
from tocsin.articles.services import roles
from tocsin.cli import data_checks, findings, snapshots, static_files
from tocsin.cli.worker import AlreadyRunning, only_one
from tocsin.lib import clock, files
from tocsin.lib.errors import TocsinError

KEPT = 3
"""How many databases of before an upgrade are kept."""

Say = Callable[[str], None]


class NotUpgraded(TocsinError):
    """The upgrade failed and the old state is back, or there was nothing to go back to."""


def _folder() -> Path:
    return Path(settings.SITE) / "backups"


def _journal() -> Path:
    """Name the snapshot to go back to while an upgrade is under way; it outlives a power cut."""
    return Path(settings.SITE) / "data" / "upgrading.txt"


def upgrade(say: Say) -> None:
    """Copy the database, migrate it, collect the static files, verify; on any failure put the copy back.

    The newsroom's roles have the rights of this version afterwards. An upgrade that was cut short is first undone.
    Raises ``NotUpgraded``, ``AlreadyRunning``.
    """
    with _nothing_running():
        _undo_what_was_cut_short(say)
        waiting = list(findings.migrations())
        if waiting:
            snapshot = _copy(say)
            try:
                _migrate(say)
            except BaseException as error:
                _back(snapshot)
                raise NotUpgraded(f"The upgrade failed and the old state is back: {_reason(error)}") from error
        else:
            _give_roles_their_rights()
        if static_files.are_stale():
            say("Collecting static files")
            static_files.collect()
        say(f"The site is of version {tocsin.__version__}." if waiting else "Nothing had to change.")


def undo(say: Say) -> None:
    """Put the database of before the last upgrade back; what was written since is in no table any more."""
    with _nothing_running():
        copies = _copies()
        if not copies:
            raise NotUpgraded("There is no copy of before an upgrade in backups/.")
        snapshots.put_back(copies[-1])
        say(f"The database is that of {copies[-1].name} again. Install the version of that time before you serve.")


class _nothing_running:  # noqa: N801 - read as a phrase
    """Holds the worker's place, so that neither a server nor another upgrade runs beside."""

    def __enter__(self) -> None:
        self.place = only_one()
        try:
            self.place.__enter__()
        except AlreadyRunning as error:
            raise NotUpgraded("The site is being served: stop `tocsin serve` first, then upgrade.") from error

    def __exit__(self, *details: object) -> None:
        self.place.__exit__(None, None, None)


def _undo_what_was_cut_short(say: Say) -> None:
    if _journal().exists():
        snapshot = _folder() / _journal().read_text(encoding="utf-8").strip()
        say("An earlier upgrade was cut short; its old state is put back first")
        _back(snapshot)


def _copy(say: Say) -> Path:
    """Write the database aside and the journal that names the copy."""
    _folder().mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
    kind = "sqlite3" if snapshots.kind() == "sqlite" else "pgdump"
    snapshot = _folder() / f"before-upgrade-{clock.now():%Y%m%d-%H%M%S}.{kind}"
    say(f"Copying the database to {snapshot.relative_to(settings.SITE)}")
    snapshots.take(snapshot)
    files.flush_tree(_folder())
    files.write(_journal(), snapshot.name)
    for old in _copies()[:-KEPT]:
        old.unlink()
    return snapshot


def _copies() -> list[Path]:
    return sorted(_folder().glob("before-upgrade-*"))


def _migrate(say: Say) -> None:
    say("Migrating the database")
    call_command("migrate", verbosity=0, interactive=False)
    _give_roles_their_rights()
    say("Verifying")
    problems = [*findings.migrations(), *data_checks.database()]
    if problems:
        raise NotUpgraded(problems[0].problem)
    _journal().unlink()


def _give_roles_their_rights() -> None:
    if home := HomePage.objects.first():
        roles.establish(home)


def _back(snapshot: Path) -> None:
    connection.close()
    snapshots.put_back(snapshot)
    _journal().unlink(missing_ok=True)


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


@click.command("upgrade")
@click.option("--undo", "going_back", is_flag=True, help="Put the database of before the last upgrade back.")
def command(*, going_back: bool) -> None:
    """Bring the site's data to the version installed; back to the old state if anything fails.

    Stop `tocsin serve` first. Media are not touched; the database is copied to backups/ beforehand.
    """

    def say(line: str) -> None:
        click.echo(line, err=True)

    if going_back:
        undo(say)
    else:
        upgrade(say)
