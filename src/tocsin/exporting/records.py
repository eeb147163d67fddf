"""Rows of the database as records, and records as rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from wagtail.models import Revision

from tocsin.accounts.models import User
from tocsin.exporting import people
from tocsin.exporting.columns import BadValue, columns, id_of, lists, number_in, streams, through_of
from tocsin.exporting.kinds import PERSON, Kind, by_name
from tocsin.exporting.versions import with_people

AT_ONCE = 200
Record = dict[str, Any]
Places = Mapping[str, str | None]
"""Where a file, by its name in the media folder, lies in the export; nothing where it was missing."""


def line(record: Record) -> bytes:
    """Return *record* as a line: its id first, everything within its values in the order of the alphabet."""
    parts = (f"{json.dumps(name)}: {_json(value)}" for name, value in record.items())
    text = f"{{{', '.join(parts)}}}\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a pair, which JSON can write and UTF-8 cannot
        return (json.dumps(record, sort_keys=False) + "\n").encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


# Out ------------------------------------------------------------------------------------------------------------


def records(kind: Kind, places: Places) -> Iterator[Record]:
    """Every record of *kind*, in the order of their numbers."""
    if kind is PERSON:
        yield from people.records()
        return
    told, groups, staff = columns(kind), _groups(kind), _staff(kind)
    rows = kind.rows().values_list("pk", *(one.expression for one in told))
    for pk, *values in rows.iterator(chunk_size=AT_ONCE):
        record: Record = {"id": id_of(kind, pk)}
        for column, value in zip(told, values, strict=True):
            if isinstance(column.field, models.FileField):
                record[column.name] = {"name": value, "media": places[value]}
            elif column.target is User and value not in staff:
                record[column.name] = None
            else:
                record[column.name] = column.written(value)
        if kind.model is Revision:
            record["content"] = _opened(record["content"], record["content_type"], staff)
        yield record | {name: of.get(pk, []) for name, of in groups.items()}


def _groups(kind: Kind) -> dict[str, dict[int, list[str]]]:
    """The names of the groups of every record, by list and number."""
    found: dict[str, dict[int, list[str]]] = {}
    for one in lists(kind):
        rows = through_of(one)._base_manager.values_list(one.m2m_field_name(), f"{one.m2m_reverse_field_name()}__name")
        of = found.setdefault(one.name, {})
        for pk, name in rows.order_by(f"{one.m2m_reverse_field_name()}__name"):
            of.setdefault(pk, []).append(name)
    return found


def _staff(kind: Kind) -> dict[int, int]:
    """Who of those whom records of *kind* name is in the export. The log names people who are gone as well."""
    staff = set(User.objects.values_list("pk", flat=True))
    return {pk: pk for pk in (staff & people.named() if kind.model is Revision else staff)}


def _opened(content: Any, kind: str, staff: Mapping[int, int]) -> Any:
    """Return what a version holds with its blocks as JSON instead of text, and its type by name."""
    opened = with_people(content, by_name()[kind].model, staff)
    if "content_type" in opened:
        opened["content_type"] = kind
    for name in streams(by_name()[kind].model):
        if isinstance(opened.get(name), str):
            opened[name] = json.loads(opened[name])
    return opened


# In -------------------------------------------------------------------------------------------------------------


@dataclass
class Rows:
    """Records of one kind on their way into the database."""

    kind: Kind
    people: Mapping[int, int]
    file: Callable[[Kind, Any], str]
    """Takes what a record says of a file and returns its name in the media folder. Raises ``BadValue``."""
    ready: list[SimpleNamespace] = field(default_factory=list)
    groups: list[tuple[models.ManyToManyField[Any, Any], Any, list[str]]] = field(default_factory=list)

    def add(self, record: Any) -> None:
        """Make a row of *record*. Raises ``BadValue``."""
        if not isinstance(record, dict):
            raise BadValue("it is no record")
        told = columns(self.kind)
        if extra := record.keys() - {"id", *(one.name for one in told), *(one.name for one in lists(self.kind))}:
            raise BadValue(f"{min(extra)}: no such column is known")
        row = SimpleNamespace(**self._not_written())
        for table in self.kind.tables:
            setattr(row, table._meta.pk.attname, number_in(record.get("id"), self.kind))
        for column in told:
            try:
                setattr(row, column.field.attname, self._value(column, record))
            except BadValue as error:
                raise BadValue(f"{column.name}: {error}") from None
        self._check_type(row)
        if self.kind.model is Revision:
            row.content = _closed(row.content, row.content_type_id, self.people)
        self.ready.append(row)
        self.groups += [(one, row, _group_names(record.get(one.name, []))) for one in lists(self.kind)]

    def _not_written(self) -> dict[str, Any]:
        """What stands in the columns that are not written, and in those that an older export did not have."""
        given = {name: make() for name, make in self.kind.given.items()}
        fields = self.kind.model._meta.concrete_fields
        return {one.attname: given.get(one.name, one.get_default()) for one in fields}

    def _value(self, column: Any, record: Record) -> Any:
        if column.name not in record:
            if column.field.has_default() or column.field.null:
                return column.field.get_default()
            raise BadValue("it is missing")
        if isinstance(column.field, models.FileField):
            return self.file(self.kind, record[column.name])
        return column.read(record[column.name], self.people)

    def _check_type(self, row: SimpleNamespace) -> None:
        """What is numbered together says of itself what it is; that must be what its file is of."""
        if self.kind.family and row.content_type_id != ContentType.objects.get_for_model(self.kind.model).pk:
            raise BadValue(f"content_type: it is no {self.kind.name}")

    def write(self) -> None:
        """Insert the rows that are ready."""
        for table in self.kind.tables:
            own = list(table._meta.local_concrete_fields)
            for some in parts(self.ready, max(connection.features.max_query_params or 30_000, 999) // len(own)):
                table._base_manager._insert(some, fields=own, raw=True, using=connection.alias)  # type: ignore[attr-defined]  # noqa: SLF001 - what ``save`` calls as well
        for one, row, called in self.groups:
            through, pk = through_of(one), getattr(row, self.kind.model._meta.pk.attname)
            for name in called:
                group, _made = Group.objects.get_or_create(name=name)
                through._base_manager.create(
                    **{f"{one.m2m_field_name()}_id": pk, f"{one.m2m_reverse_field_name()}_id": group.pk}
                )
        self.ready, self.groups = [], []


def _closed(content: Any, type_id: int, people: Mapping[int, int]) -> Any:
    """The other way round than ``_opened``."""
    if not isinstance(content, dict):
        raise BadValue("content: a version holds columns")
    model = ContentType.objects.get_for_id(type_id).model_class() or models.Model
    closed = with_people(content, model, people)
    if "content_type" in closed:
        closed["content_type"] = type_id
    for name in streams(model):
        if isinstance(closed.get(name), list):
            closed[name] = json.dumps(closed[name])
    return closed


def _group_names(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and 0 < len(one) <= 150 for one in value):  # noqa: PLR2004 - as long as a group's name may be
        raise BadValue("groups are a list of names")
    return value


def parts(items: Iterable[Any], size: int) -> Iterator[Sequence[Any]]:
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
