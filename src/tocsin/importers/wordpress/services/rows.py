"""Many rows of a plain table at once, past the models: for tables of which one article has a dozen rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connections, models, router

Plain = str | int | UUID


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Plain]]) -> None:
    """Insert *rows* into the table of *model*; a row that is there already stays as it is.

    Only for columns of texts, numbers and UUIDs, and for models whose saving nothing listens to.
    """
    connection = connections[router.db_for_write(model)]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(model._meta.get_field(name).column)) for name in columns)  # type: ignore[union-attr]
    marks = ", ".join(["%s"] * len(columns))
    native = connection.features.has_native_uuid_field
    values = [[one if native or not isinstance(one, UUID) else one.hex for one in row] for row in rows]
    if values:
        statement = f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 - names of our own
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)
