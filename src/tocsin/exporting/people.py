"""Members of staff, as far as a newsroom's history needs them: a number and the name the desk shows."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.hashers import make_password

from tocsin.accounts.models import User
from tocsin.exporting.columns import BadValue, columns, number_in
from tocsin.exporting.kinds import KINDS, PERSON
from tocsin.lib import clock

LONGEST = 150


def records() -> Iterator[dict[str, Any]]:
    """A record for everybody whom a record of another kind names."""
    for user in User.objects.filter(pk__in=_named()).order_by("pk").iterator():
        yield {"id": f"{PERSON.prefix}:{user.pk}", "name": (user.get_full_name() or user.get_username())[:LONGEST]}


def _named() -> set[int]:
    found: set[int] = set()
    for kind in KINDS:
        if kind is not PERSON:
            for column in columns(kind):
                if column.target is User:
                    rows = kind.rows().exclude(**{column.name: None}).order_by()
                    found.update(rows.values_list(column.field.attname, flat=True).distinct())
    return found


def read(record: dict[str, Any]) -> tuple[int, str]:
    """Return the number and the name in *record*. Raises ``BadValue``."""
    name = record.get("name")
    if record.keys() != {"id", "name"} or not isinstance(name, str) or not name or len(name) > LONGEST or "\0" in name:
        raise BadValue(f"a person has an id and a name of at most {LONGEST} characters")
    return number_in(record["id"], PERSON), name


def take(people: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Keep *people* as accounts nobody can sign in to; return the numbers of those whose own one was taken."""
    taken = set(User.objects.values_list("pk", flat=True))
    wanted = list(people)
    free = max([*taken, *(pk for pk, _name in wanted)], default=0)
    moved: dict[int, int] = {}
    for pk, name in wanted:
        if pk in taken:
            free += 1
            moved[pk] = free
        User.objects.create(
            pk=moved.get(pk, pk),
            username=f"moved-in-{uuid.uuid4().hex[:12]}",
            first_name=name,
            password=make_password(None),
            is_active=False,
            date_joined=clock.now(),
        )
    return moved
