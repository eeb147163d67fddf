"""How this machine's index stands, for whoever looks after the machine."""

from __future__ import annotations

import fcntl
from dataclasses import dataclass
from datetime import timedelta

from tocsin.lib import clock
from tocsin.search import engine, keeping
from tocsin.search.models import Change

PATIENCE = timedelta(seconds=10)
"""Age up to which a change may wait for the worker."""


@dataclass(frozen=True)
class Health:
    """*there* tells whether there is an index of this version, *other* whether one of another; *behind* counts changes
    that have waited too long, and is None where the outbox no longer knows the index.
    """

    there: bool
    other: bool = False
    building: bool = False
    behind: int | None = 0


def health() -> Health:
    """Look at the index, reading nothing but its mark."""
    _folder, mark = keeping.standing()
    if mark is None:
        return Health(there=False, other=_of_another_version(), building=_is_being_built())
    known = Change.objects.filter(pk=mark.change, recorded_at=mark.recorded_at).exists()
    waiting = Change.objects.filter(pk__gt=mark.change, recorded_at__lt=clock.now() - PATIENCE)
    return Health(there=True, building=_is_being_built(), behind=waiting.count() if known else None)


def _of_another_version() -> bool:
    name = engine.named(keeping.root())
    return bool(name) and not engine.is_of_this_version(name)


def _is_being_built() -> bool:
    try:
        with (keeping.root() / "build.lock").open("a") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
