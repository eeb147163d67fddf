"""The database at one moment, as a file, taken while the site runs; and put back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.db import connection, models, transaction

from tocsin.lib.errors import TocsinError

References = set[str]
"""Names of files in the media folder that rows point at."""


class NoSnapshot(TocsinError):
    """The database could not be written to a file, or not be read back."""


def kind() -> str:
    """Return ``sqlite`` or ``postgresql``."""
    return connection.vendor


def take(file: Path) -> References:
    """Write the database as it is at this moment to *file*; return the media files its rows point at.

    The site may go on writing meanwhile. Raises ``NoSnapshot``.
    """
    file.touch(mode=0o600)
    return _take_sqlite(file) if connection.vendor == "sqlite" else _take_postgresql(file)


def _take_sqlite(file: Path) -> References:
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        problems = sqlite_problems(copy)
        if problems:
            raise NoSnapshot(f"The database is damaged ({problems[0]}): run `tocsin check`, and restore a good backup.")
        return {name for query in _file_queries() for (name,) in copy.execute(query) if name}


def sqlite_problems(database: sqlite3.Connection) -> list[str]:
    """Return what SQLite itself finds wrong with *database*."""
    lines = [row[0] for row in database.execute("PRAGMA integrity_check")]
    foreign = [f"{row[0]} row {row[1]} points nowhere" for row in database.execute("PRAGMA foreign_key_check")]
    return [*(line for line in lines if line != "ok"), *foreign]


def _take_postgresql(file: Path) -> References:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        run_tool("pg_dump", "--format=custom", "--no-owner", f"--snapshot={cursor.fetchone()[0]}", f"--file={file}")
        return referenced_now()


def referenced_now() -> References:
    """Return the media files that rows point at in the running database."""
    names: References = set()
    with connection.cursor() as cursor:
        for query in _file_queries():
            cursor.execute(query)
            names.update(row[0] for row in cursor.fetchall() if row[0])
    return names


def _file_queries() -> Iterator[str]:
    quote = connection.ops.quote_name
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.FileField):
                yield f"SELECT {quote(str(field.column))} FROM {quote(model._meta.db_table)}"  # noqa: S608


def put_back(file: Path) -> None:
    """Make the database what it was in *file*, whole or not at all. Nothing else may be using it.

    Raises ``NoSnapshot``.
    """
    if connection.vendor == "sqlite":
        connection.close()
        with closing(sqlite3.connect(file)) as copy:
            connection.ensure_connection()
            copy.backup(connection.connection)
        connection.close()
        return
    connection.close()
    with _script(file) as script:
        run_tool("psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={script}")


@contextmanager
def _script(file: Path) -> Iterator[Path]:
    """Give the SQL that empties the database and fills it again from *file*."""
    script, content = file.with_suffix(".sql"), file.with_suffix(".content")
    try:
        script.touch(mode=0o600)
        content.touch(mode=0o600)
        run_tool("pg_restore", "--no-owner", f"--file={content}", str(file))
        with script.open("wb") as whole, content.open("rb") as part:
            whole.write(b"DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n")
            shutil.copyfileobj(part, whole)
        yield script
    finally:
        script.unlink(missing_ok=True)
        content.unlink(missing_ok=True)


def run_tool(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on the site's database; its password is on no command line.

    Raises ``NoSnapshot``.
    """
    if shutil.which(program) is None:
        raise NoSnapshot(f"{program} is not installed: apt install postgresql-client")
    its = connection.settings_dict
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = {variable: str(its[key]) for variable, key in named.items() if its.get(key)}
    result = subprocess.run(
        [program, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        lines = result.stderr.strip().splitlines() or [f"exit code {result.returncode}"]
        raise NoSnapshot(f"{program} failed: {lines[0]}")
