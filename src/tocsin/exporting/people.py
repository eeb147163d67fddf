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
MOST = 10_000
"""More people than any newsroom has."""


def records() -> Iterator[dict[str, Any]]:
    """A record for everybody whom a record of another kind names."""
    for user in User.objects.filter(pk__in=named()).order_by("pk").iterator():
        yield {"id": f"{PERSON.prefix}:{user.pk}", "name": _name(user)[:LONGEST]}


def _name(user: User) -> str:
    """The name of *user*; of somebody without one what the login begins with, which may be an e-mail address."""
    return user.get_full_name() or user.get_username().partition("@")[0] or f"{PERSON.prefix} {user.pk}"


def named() -> set[int]:
    """The numbers of those whom a record of another kind names, some of whom may have been deleted since."""
    found: set[int] = set()
    for kind in KINDS:
        if kind is not PERSON:
            for column in columns(kind):
                if column.target is User:
                    rows = kind.rows().exclude(**{column.name: None}).order_by()
                    found.update(rows.values_list(column.field.attname, flat=True).distinct())
    return found


def read(record: Any) -> tuple[int, str]:
    """Return the number and the name in *record*. Raises ``BadValue``."""
    told = record if isinstance(record, dict) and record.keys() == {"id", "name"} else {}
    name = told.get("name")
    if not isinstance(name, str) or not name or len(name) > LONGEST or "\0" in name:
        raise BadValue(f"a person has an id and a name of at most {LONGEST} characters")
    return number_in(told["id"], PERSON), name


def take(people: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Keep *people* as accounts nobody can sign in to; return the number of each, another one where it was taken."""
    taken = set(User.objects.values_list("pk", flat=True))
    wanted = list(people)
    free = max([*taken, *(pk for pk, _name in wanted)], default=0)
    numbers: dict[int, int] = {}
    for pk, name in wanted:
        free += pk in taken
        numbers[pk] = free if pk in taken else pk
        User.objects.create(
            pk=numbers[pk],
            username=f"moved-in-{uuid.uuid4().hex[:12]}",
            first_name=name,
            password=make_password(None),
            is_active=False,
            date_joined=clock.now(),
        )
    return numbers
