"""``python -m tocsin.cli.refill``: the database of the site being restored in ``TOCSIN_SITE``, for ``restore``."""

from __future__ import annotations

import sys
from pathlib import Path

from tocsin.cli import prepare, refusals, site_folder
from tocsin.lib.errors import TocsinError


class CannotRefill(TocsinError):
    """The database is not there to be filled."""


def refill() -> None:
    """Fill an empty PostgreSQL database from the dump, or check the SQLite file. Raises ``CannotRefill``."""
    prepare(site_folder())
    from django.conf import settings
    from django.db import connection

    from tocsin.cli import snapshots

    dump = Path(settings.SITE) / "database.pgdump"
    if connection.vendor == "sqlite":
        _check_sqlite(Path(connection.settings_dict["NAME"]), Path(settings.SITE), dump)
        return
    if not dump.exists():
        raise CannotRefill("The backup is of SQLite, but DATABASE_URL names PostgreSQL: unset it.")
    if connection.introspection.table_names():
        raise CannotRefill("The PostgreSQL database is not empty: name an empty one with --database URL.")
    snapshots.put_back(dump)
    dump.unlink()


def _check_sqlite(database: Path, site: Path, dump: Path) -> None:
    import sqlite3

    from tocsin.cli import snapshots

    if dump.exists():
        raise CannotRefill("The backup is of PostgreSQL: name an empty database with --database URL.")
    if database != site / "data" / "tocsin.sqlite3":
        raise CannotRefill("DATABASE_URL names another SQLite file: unset it; the database belongs into data/.")
    with sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True) as connection:
        if problems := snapshots.sqlite_problems(connection):
            raise CannotRefill(f"The database in the backup is damaged: {problems[0]}.")
    connection.close()


if __name__ == "__main__":
    try:
        refill()
    except refusals() as error:
        sys.exit(" ".join(str(error).split()))
