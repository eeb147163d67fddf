"""The columns of a kind of record: how each is written as JSON, read back, and told in words."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ExpressionWrapper, F
from wagtail.fields import StreamField

from tocsin.accounts.models import User
from tocsin.exporting.kinds import Kind, by_model, by_name

_NUMBER = re.compile(r"[0-9]{1,18}")
_SHORT = 20
"""More choices than these are not listed."""


class BadValue(ValueError):
    """What stands in a record cannot be what its column holds."""


@dataclass(frozen=True)
class Column:
    """One column: its name in a record, and the field of the table."""

    name: str
    field: models.Field[Any, Any]

    @property
    def expression(self) -> Any:
        """What to ask the database for: of blocks the bare JSON, before anything is built of it."""
        if isinstance(self.field, StreamField):
            return ExpressionWrapper(F(self.field.name), output_field=models.JSONField())
        return self.field.attname

    @property
    def target(self) -> type[models.Model] | None:
        """The table it refers to."""
        return self.field.remote_field.model if self.field.remote_field else None

    def written(self, value: Any) -> Any:
        """Return *value*, as the database has it, as JSON."""
        if value is None:
            return None
        if self.target is ContentType:
            return _name_of(value)
        if self.target:
            return f"{by_model()[self.target].prefix}:{value}"
        if isinstance(value, datetime):
            return value.astimezone(UTC).isoformat()
        if isinstance(value, date):
            return value.isoformat()
        return str(value) if isinstance(value, Decimal | UUID) else value

    def read(self, value: Any, people: Mapping[int, int]) -> Any:
        """Return what the database is to hold for the JSON *value*. Raises ``BadValue``."""
        if value is None:
            if self.field.null:
                return None
            raise BadValue("nothing stands there")
        if self.target is ContentType:
            return _type_called(value)
        if self.target:
            number = number_in(value, by_model()[self.target])
            return self._person(number, people) if self.target is User else number
        return _read(self.field, value)

    def _person(self, number: int, people: Mapping[int, int]) -> int | None:
        """Return the number of the account of somebody, and of nobody where the export has none of that number."""
        if number not in people and not self.field.null:
            raise BadValue("it is nobody in people.jsonl")
        return people.get(number)

    @property
    def form(self) -> str:
        """What stands there, in words."""
        return f"{self._form}, or null" if self.field.null else self._form

    @property
    def _form(self) -> str:
        if self.target is ContentType:
            return "the name of a kind of record"
        if self.target:
            return f"{by_model()[self.target].prefix}:NUMBER"
        if choices := _listed(self.field):
            blank = ", or empty" if self.field.blank and isinstance(self.field, models.CharField) else ""
            return f"one of {', '.join(map(str, choices))}{blank}"
        return next(words for kinds, words in _FORMS if isinstance(self.field, kinds))


_FORMS: tuple[tuple[Any, str], ...] = (
    (StreamField, "blocks"),
    (models.JSONField, "JSON"),
    (models.FileField, "a file: its name there, and where it lies in this export"),
    (models.BooleanField, "true or false"),
    (models.DecimalField, "a number, as text"),
    (models.FloatField, "a number"),
    (models.IntegerField, "a whole number"),
    (models.DateTimeField, "an instant"),
    (models.DateField, "a date"),
    (models.UUIDField, "a UUID"),
    ((models.CharField, models.TextField), "text"),
)


@cache
def columns(kind: Kind) -> list[Column]:
    """The columns of *kind* that are written, beside its number."""
    fields = [one for one in kind.model._meta.concrete_fields if one.name not in kind.withheld]
    return [Column(one.name, one) for one in fields if not one.primary_key or one.remote_field]


def lists(kind: Kind) -> list[models.ManyToManyField[Any, Any]]:
    """The lists of groups a record of *kind* has, by whose names they are written."""
    return [one for one in kind.model._meta.local_many_to_many if through_of(one)._meta.auto_created]


def through_of(one: models.ManyToManyField[Any, Any]) -> type[models.Model]:
    """The table that holds the list *one*."""
    through = one.remote_field.through
    assert through is not None, "Django makes one"  # noqa: S101
    return through


def names(kind: Kind) -> list[str]:
    """The names a record of *kind* has beside its id."""
    return [*(one.name for one in columns(kind)), *(one.name for one in lists(kind))]


def id_of(kind: Kind, pk: Any) -> str:
    """Return the id of the record of *kind* whose number is *pk*."""
    key = kind.model._meta.pk
    return f"{kind.prefix}:{_name_of(pk) if key.remote_field and key.remote_field.model is ContentType else pk}"


def number_in(value: Any, kind: Kind) -> Any:
    """Return the number in a reference to a record of *kind*, or in its id. Raises ``BadValue``."""
    prefix, colon, number = value.partition(":") if isinstance(value, str) else ("", "", "")
    if prefix != kind.prefix or not colon:
        raise BadValue(f"it is no {kind.prefix}:NUMBER")
    key = kind.model._meta.pk
    while key.remote_field:
        if key.remote_field.model is ContentType:
            return _type_called(number)
        key = key.remote_field.model._meta.pk
    if isinstance(key, models.IntegerField):
        if not _NUMBER.fullmatch(number):
            raise BadValue(f"it is no {kind.prefix}:NUMBER")
        return _read(key, int(number))
    return _read(key, number)


def _name_of(pk: int) -> str:
    found = by_model().get(ContentType.objects.get_for_id(pk).model_class() or models.Model)
    return found.name if found else ""


def _type_called(name: Any) -> int:
    if not isinstance(name, str) or name not in by_name():
        raise BadValue("it is the name of no kind of record")
    return ContentType.objects.get_for_model(by_name()[name].model).pk


def _listed(field: models.Field[Any, Any]) -> list[Any]:
    """What *field* can hold, where that is a short list."""
    choices = [value for value, _label in field.flatchoices if value != ""]
    return choices if len(choices) <= _SHORT else []


def _read(field: models.Field[Any, Any], value: Any) -> Any:
    """Return *value* as *field* holds it."""
    if isinstance(field, StreamField) and not isinstance(value, list):
        raise BadValue("blocks are a list")
    if isinstance(field, models.JSONField | StreamField):
        return value
    read = next(read for kinds, read in _READERS if isinstance(field, kinds))
    found = read(value)
    if isinstance(field, models.IntegerField | models.DecimalField):
        try:
            field.run_validators(found)
        except ValidationError as error:
            raise BadValue(" ".join(error.messages)) from None
    if isinstance(found, str) and field.max_length is not None and len(found) > field.max_length:
        raise BadValue(f"it is longer than {field.max_length} characters")
    if (choices := _listed(field)) and found not in choices and found != "":
        raise BadValue(f"it is {json.dumps(value)[:40]}, and can be {', '.join(map(str, choices))}")
    return found


def _only(*kinds: type) -> Any:
    def read(value: Any) -> Any:
        if type(value) not in kinds:
            raise BadValue(f"it is {json.dumps(value)[:40]}, which does not belong there")
        return value

    return read


def _number(value: Any) -> float:
    number = float(_only(int, float)(value))
    if not math.isfinite(number):
        raise BadValue("it is no number")
    return number


def _decimal(value: Any) -> Decimal:
    try:
        number = Decimal(_only(str)(value))
    except InvalidOperation:
        raise BadValue("it is no number") from None
    if not number.is_finite():
        raise BadValue("it is no number")
    return number


def _instant(value: Any) -> datetime:
    found = _parsed(datetime.fromisoformat, value, "instant, as 2022-03-05T12:00:00+00:00")
    if found.tzinfo is None:
        raise BadValue("it is an instant without its offset from UTC")
    return found


def _parsed(parse: Any, value: Any, what: str) -> Any:
    try:
        return parse(_only(str)(value))
    except (ValueError, OverflowError):
        raise BadValue(f"it is no {what}") from None


def _text(value: Any) -> str:
    text: str = _only(str)(value)
    if "\0" in text:
        raise BadValue("a character in it is a zero byte")
    return text


_READERS: tuple[tuple[Any, Any], ...] = (
    (models.BooleanField, _only(bool)),
    (models.DecimalField, _decimal),
    (models.FloatField, _number),
    (models.IntegerField, _only(int)),
    (models.DateTimeField, _instant),
    (models.DateField, lambda value: _parsed(date.fromisoformat, value, "date, as 2022-03-05")),
    (models.UUIDField, lambda value: _parsed(UUID, value, "UUID")),
    ((models.CharField, models.TextField), _text),
)


def streams(model: type[models.Model]) -> Iterator[str]:
    """The names of the columns of *model* that hold blocks."""
    return (one.name for one in model._meta.concrete_fields if isinstance(one, StreamField))
