"""Many rows of one table at once, past the models: for what brings in thousands of things.

Signals are not sent, and defaults are not filled in. A column of JSON takes its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any
from uuid import UUID

from django.db import connections, models, router

Value = str | int | UUID | datetime | bytes | None


def insert(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Value]], *, known_by: Sequence[str] = ()
) -> None:
    """Insert *rows* into the table of *model*. A row that is there already stays as it is.

    With *known_by*, unique columns by which a row is known to be there, it takes the other values instead.
    """
    table = _Table(model, columns)
    values = [table.adapted(row) for row in rows]
    if not values:
        return
    found, others = ", ".join(table.names(known_by)), table.names(set(columns) - set(known_by))
    taken = ", ".join(f"{name} = excluded.{name}" for name in others)
    rule = f"({found}) DO UPDATE SET {taken}" if found else "DO NOTHING"
    with table.connection.cursor() as cursor:
        cursor.executemany(f"{table.insertion} {table.marks} ON CONFLICT {rule}", values)


def insert_numbered(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> list[int]:
    """Insert *rows*, none of which is there; return the key that each got, in their order."""
    table, waiting, numbers = _Table(model, columns), iter(rows), []
    most = min(500, (table.connection.features.max_query_params or 30_000) // len(columns))
    while some := [table.adapted(row) for row in islice(waiting, most)]:
        marks = ", ".join([table.marks] * len(some))
        with table.connection.cursor() as cursor:
            cursor.execute(f"{table.insertion} {marks} RETURNING {table.key}", list(chain.from_iterable(some)))
            numbers += [number for (number,) in cursor.fetchall()]
    return numbers


def keep(objects: Sequence[models.Model]) -> None:
    """Insert *objects*, all new and of one model whose key the database numbers; each gets its key."""
    if not objects:
        return
    model = type(objects[0])
    fields = [one for one in model._meta.local_concrete_fields if not one.primary_key]
    values = ([_stored(column, getattr(one, column.attname)) for column in fields] for one in objects)
    numbers = insert_numbered(model, [one.name for one in fields], values)
    for one, number in zip(objects, numbers, strict=True):
        one.pk, one._state.adding = number, False  # noqa: SLF001 - as ``bulk_create`` does


def _stored(column: models.Field[Any, Any], value: Any) -> Value:
    return json.dumps(value, cls=column.encoder) if isinstance(column, models.JSONField) else value  # type: ignore[no-any-return]


class _Table:
    """How rows of a model are written. Every name in a statement is the model's own."""

    def __init__(self, model: type[models.Model], columns: Sequence[str]) -> None:
        self.connection = connections[router.db_for_write(model)]
        self._model, self._quoted = model, self.connection.ops.quote_name
        self._moment, self._native = self.connection.ops.adapt_datetimefield_value, self.connection.vendor != "sqlite"
        self.insertion = f"INSERT INTO {self._quoted(model._meta.db_table)} ({', '.join(self.names(columns))}) VALUES"
        self.marks = f"({', '.join(['%s'] * len(columns))})"
        self.key = self._quoted(str(model._meta.pk.column))

    def names(self, columns: Iterable[str]) -> list[str]:
        fields = (self._model._meta.get_field(name) for name in columns)
        return [self._quoted(str(one.column)) for one in fields]  # type: ignore[union-attr]  # each has a column

    def adapted(self, row: Sequence[Value]) -> list[Any]:
        return [one if one is None or isinstance(one, str | int) else self._special(one) for one in row]

    def _special(self, value: UUID | datetime | bytes) -> Any:
        match value:
            case datetime():
                return self._moment(value)
            case UUID() if not self._native:
                return value.hex
        return value
