"""Reading the database as it is at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database in the block as it is at its first query, while others go on writing.

    Nothing may be written in the block. Within a transaction it is that transaction which counts.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with _without_lock(), transaction.atomic():
            yield
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


@contextmanager
def _without_lock() -> Iterator[None]:
    """Begin transactions without the lock of who writes, which the settings else ask for at once."""
    connection.ensure_connection()  # which sets it
    mode = connection.transaction_mode  # type: ignore[attr-defined]  # of SQLite's alone
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]
