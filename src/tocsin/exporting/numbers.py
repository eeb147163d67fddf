"""The number the next record of a kind gets, so that one of a record that is gone is never given out again.

What is gone is still spoken of by its number: in the log, in old addresses, in the decisions on the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.db.models import AutoField, Max, Model

from tocsin.exporting.kinds import KINDS, PERSON

LARGEST = 2**63 - 1


def counted() -> dict[str, type[Model]]:
    """The tables whose rows are numbered by the database, by the prefix of their ids; accounts are not among them."""
    tables = {kind.prefix: kind.tables[0] for kind in KINDS if kind is not PERSON}
    return {prefix: table for prefix, table in tables.items() if isinstance(table._meta.pk, AutoField)}


def coming() -> dict[str, int]:
    """Return the next number of each table, by prefix."""
    return {prefix: _next(table) for prefix, table in counted().items()}


def go_on(told: Mapping[str, int]) -> None:
    """Let the numbers of each table go on as *told*, behind those that are there. A rollback undoes it."""
    for prefix, table in counted().items():
        last = table._base_manager.aggregate(last=Max("pk"))["last"] or 0
        _begin(table, max(told.get(prefix, 1), last + 1))


def _next(table: type[Model]) -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq + 1 FROM sqlite_sequence WHERE name = %s", [table._meta.db_table])
        else:
            cursor.execute(f"SELECT last_value + is_called::int FROM {_sequence(table)}")  # noqa: S608 - as PostgreSQL quotes it
        row = cursor.fetchone()
    return row[0] if row else 1


def _begin(table: type[Model], number: int) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            name = table._meta.db_table
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [name])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, number - 1])
        else:  # which, other than setval, a rollback takes back
            cursor.execute(f"ALTER SEQUENCE {_sequence(table)} RESTART WITH {number:d}")


def _sequence(table: type[Model]) -> str:
    """The name of the sequence that PostgreSQL numbers *table* by, quoted where it must be."""
    with connection.cursor() as cursor:
        quoted = connection.ops.quote_name(table._meta.db_table)
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [quoted, table._meta.pk.column])
        return str(cursor.fetchone()[0])
